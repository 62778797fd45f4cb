"""Descriptions ("the government", "the court", "the protesters"): what they point back at."""

from verbale.lexicon.nouns import load_nouns
from verbale.lexicon.territories import load_territories
from verbale.lexicon.titles import load_titles
from verbale.model import Kind
from verbale.reading.coreference.bodies import significant, sort_of
from verbale.reading.coreference.entities import Roll
from verbale.reading.coreference.origins import country_of_group
from verbale.reading.coreference.pronouns import Discourse, resolve_pair
from verbale.reading.coreference.seats import country_of_seat
from verbale.reading.coreference.setting import Setting
from verbale.reading.coreference.titles import join_or_create
from verbale.reading.mention import Mention

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "its", "their"})
_EACH_OF = {"side": "sides", "party": "parties"}


def resolve_state(roll: Roll, discourse: Discourse, setting: Setting, mention: Mention) -> None:
    """Resolve "the government", "the country": the state meant, else a state of its own."""
    code = _state_meant(roll, discourse, setting, mention)
    if code is None:
        join_or_create(roll, discourse, mention, Kind.STATE, "")
        return
    territory = load_territories().by_code(code)
    if territory:
        roll.join_state(code, mention, territory.name)


def _state_meant(roll: Roll, discourse: Discourse, setting: Setting, mention: Mention) -> str | None:
    """The country of "the government": of the person whose it is, else the one named last, else the report's."""
    for at in range(mention.start - 1, max(mention.start - 3, -1), -1):
        owners = roll.by_token.get(at, ())
        if owners and roll.entities[owners[0]].kind is Kind.PERSON:
            return roll.entities[owners[0]].country
        if owners and discourse.doc[at].tag_ == "PRP$" and roll.entities[owners[0]].country:
            return roll.entities[owners[0]].country
    head = mention.head
    near = setting.dominant(0.5) or setting.preceding(head) or setting.home
    return near or setting.nearest(head) or setting.before(head)


def resolve_body(roll: Roll, discourse: Discourse, setting: Setting, mention: Mention) -> None:
    """Resolve "the court": the body of that sort named last; else a body of the country in question."""
    doc, nouns = discourse.doc, load_nouns()
    sort, noun = sort_of(mention.name), doc[mention.head].lower_
    before = doc[mention.start - 1].lower_ if mention.start else ""
    wanted = set(significant(mention.name))
    bare = before in ("the", "this", "that") and len(wanted) == 1
    for _, index in discourse.candidates(mention.head):
        entity = roll.entities[index]
        if entity.kind is not Kind.BODY or mention.country not in (None, entity.country):
            continue
        if entity.sort != sort and not (
            bare and entity.proper and (entity.sort or "other") in nouns.short_for.get(noun, ())
        ):
            continue
        if (
            any(wanted <= set(significant(n)) for n in entity.names)
            or before in _DEFINITE
            and len(wanted) == 1
        ):
            roll.join(index, mention, mention.name)
            return
    later = discourse.bodies.get((sort, frozenset(wanted)))
    if later is not None:
        roll.join(later, mention, mention.name)
        return
    index = roll.create(Kind.BODY, mention, mention.name, sort)
    if sort in nouns.local_sorts and not mention.country:
        roll.entities[index].country = (
            country_of_seat(doc, mention.head) or setting.dominant(0.5) or setting.nearest(mention.head)
        )


def resolve_group(roll: Roll, discourse: Discourse, setting: Setting, mention: Mention) -> None:
    """Whom a title means, a group said before with the same head and no other modifiers, a pair, or a new one."""
    bearer = _bearer(discourse, mention)
    if bearer is not None:
        roll.join(bearer, mention)
        return
    _resolve_people(roll, discourse, setting, mention)


def _resolve_people(roll: Roll, discourse: Discourse, setting: Setting, mention: Mention) -> None:
    doc = discourse.doc
    head = load_nouns().gatherings.get(doc[mention.head].lower_, doc[mention.head].lower_)
    head = _EACH_OF.get(head, head)
    first = mention.start - (mention.start > 0 and doc[mention.start - 1].tag_ in ("DT", "PDT", "PRP$"))
    words = {doc[i].lower_ for i in range(first, mention.head)}
    numbered = (
        not words.isdisjoint(("both", "each"))
        or words >= {"two", "the"}
        or head in ("leaders", "sides", "presidents")
        and words <= {"the"}
        and doc[mention.end - 1].i == mention.head
    )
    if (
        numbered
        and words <= {"two", "both", "each", "the", "of"}
        and head in load_nouns().state_pairs | load_nouns().person_pairs | load_nouns().any_pairs
    ):
        kinds = (
            [Kind.STATE]
            if head in load_nouns().state_pairs
            else [Kind.PERSON]
            if head in load_nouns().person_pairs
            else [Kind.PERSON, Kind.STATE, Kind.BODY]
        )
        pair = resolve_pair(discourse, mention.head, kinds)
        if pair and (
            not words.isdisjoint(("two", "both", "each")) or not _said_before(roll, discourse, head)
        ):
            for index in pair:
                roll.join(index, mention)
            roll.by_token[mention.head] = pair
            return
    before = doc[mention.start - 1].lower_ if mention.start else ""
    wanted = set(significant(mention.name))
    for _, index in discourse.candidates(mention.head):
        entity = roll.entities[index]
        if entity.kind is Kind.GROUP and entity.spans[-1] == (mention.start, mention.end):
            roll.join(index, mention)
            return
        if (
            entity.kind is Kind.BODY
            and entity.sort == "armed"
            and head in load_nouns().fighters
            and before in _DEFINITE
            and len(wanted) == 1
        ):
            roll.join(index, mention, mention.name)
            return
        if entity.kind is Kind.GROUP and entity.sort == head and mention.country in (None, entity.country):
            if (
                any(wanted == set(significant(n)) for n in entity.names)
                or before in _DEFINITE
                and len(wanted) == 1
            ):
                roll.join(index, mention, mention.name)
                return
    plain = next(iter(wanted)) if len(wanted) == 1 else None
    known = _told_of_before(roll, plain, mention.country)
    if known is not None:
        roll.join(known, mention, mention.name)
        return
    index = roll.create(Kind.GROUP, mention, mention.name, head)
    if plain:
        roll.plain_groups.setdefault(plain, []).append(index)
    if not mention.country:
        roll.entities[index].country = country_of_group(roll, discourse, setting, mention)


def _bearer(discourse: Discourse, mention: Mention) -> int | None:
    """The person told of last whose title has this noun, or "the leader" of those at a head: "the general said"."""
    noun = discourse.doc[mention.head]
    is_bare = mention.end - mention.start == 1 and noun.i > 0 and discourse.doc[noun.i - 1].lower_ == "the"
    if noun.tag_ != "NN" or not is_bare or mention.start != noun.i:
        return None
    words = load_titles().led_by if noun.lower_ == "leader" else {noun.lower_}
    bearers = {index for word in words for index in discourse.holders.get(word, ())}
    return next((index for _, index in discourse.candidates(noun.i) if index in bearers), None)


def _told_of_before(roll: Roll, plain: str | None, country: str | None) -> int | None:
    """The group of the report that one plain word names ("protesters"), however long ago it was told of."""
    for index in roll.plain_groups.get(plain or "", ()):
        if country in (None, roll.entities[index].country):
            return index
    return None


def _said_before(roll: Roll, discourse: Discourse, head: str) -> bool:
    """Whether a group with this head noun was mentioned lately."""
    return any(
        roll.entities[index].kind is Kind.GROUP and roll.entities[index].sort == head
        for _, index in discourse.candidates(discourse.start)
    )
