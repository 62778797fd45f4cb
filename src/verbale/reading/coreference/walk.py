"""The walk through the report: descriptions, titles and pronouns, each resolved by what came before it."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from verbale.lexicon.nouns import load_nouns
from verbale.lexicon.territories import load_territories
from verbale.model import Kind
from verbale.reading.coreference.bodies import institution_of, significant, sort_of
from verbale.reading.coreference.countries import Setting, held_countries
from verbale.reading.coreference.entities import Roll
from verbale.reading.coreference.pronouns import Discourse, guess_gender, resolve_pair, resolve_pronoun
from verbale.reading.mention import Mention, Title

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "its", "their"})
_NEW = frozenset({"a", "an", "another", "new", "some", "one", "any", "every", "each", "former", "first"})
_STATES = frozenset({"states", "countries", "nations", "powers", "allies", "governments"})
_FIGHTERS = frozenset({"rebels", "militants", "insurgents", "fighters", "jihadists", "guerrillas"})
_SHORT_FOR = {
    "group": ("armed", "organisation", "company", "party", "media", "igo", ""),
    "organization": ("organisation", "igo", "armed", "media", ""),
    "organisation": ("organisation", "igo", "armed", "media", ""),
    "movement": ("armed", "party", "organisation", ""),
    "bloc": ("igo",),
    "alliance": ("igo", "party"),
    "company": ("company", ""),
    "firm": ("company", ""),
    "airline": ("company", ""),
    "bank": ("company", "bank", ""),
    "agency": ("agency", "media", "ministry"),
    "newspaper": ("media", ""),
    "broadcaster": ("media", ""),
    "outlet": ("media", ""),
    "militia": ("armed", ""),
    "tribunal": ("court",),
    "department": ("ministry", "agency"),
    "ministry": ("agency",),
    "body": ("agency", "igo"),
}
_STATE_PAIRS = frozenset({"countries", "nations", "states", "governments"})
_PERSON_PAIRS = frozenset({"leaders", "presidents", "ministers", "men", "women", "officials", "heads", "secretaries", "chiefs"})
_ANY_PAIRS = frozenset({"sides", "parties", "pair", "two"})

_FOREIGN = frozenset({"foreign", "international", "overseas", "global", "multinational", "neighboring", "neighbouring", "regional",
                      "unknown", "masked", "unidentified", "world", "western", "eu", "european"})  # fmt: skip


def walk(roll: Roll, doc: Doc, mentions: Sequence[Mention], titles: Sequence[Title]) -> None:
    """Resolve everything that is no name, from left to right. Changes `roll`."""
    setting = Setting(doc, mentions, held_countries(titles))
    for entity in roll.entities:
        if entity.kind is Kind.PERSON:
            entity.gender = guess_gender(entity, doc)
    discourse = Discourse(doc, roll)
    named = set(roll.by_token)
    sentence, starts = _sentence_numbers(doc)
    steps = _steps(mentions, titles, doc)
    holders = _holders(roll, titles)
    states = {i for m in mentions if m.kind is Kind.STATE for i in range(m.start, m.end)}
    for mention, title in steps:
        discourse.enter(sentence[mention.head], starts[sentence[mention.head]])
        if mention.head not in named:
            if title:
                explicit = _names_country(doc, title, states)
                _resolve_title(roll, discourse, mention, title, holders, explicit)
            else:
                _resolve(roll, discourse, setting, mention)
        for index in roll.by_token.get(mention.head, ()):
            discourse.note(mention.head, index)


def _sentence_numbers(doc: Doc) -> tuple[list[int], list[int]]:
    """The number of each token's sentence, and the first token of each sentence."""
    numbers: list[int] = []
    starts: list[int] = []
    for token in doc:
        if token.is_sent_start or not starts:
            starts.append(token.i)
        numbers.append(len(starts) - 1)
    return numbers, starts


def _steps(mentions: Sequence[Mention], titles: Sequence[Title], doc: Doc) -> list[tuple[Mention, Title | None]]:
    """Mentions and unnamed titles in order of the text; a title takes the place of a group with the same head."""
    unnamed = {t.head: t for t in titles if t.holder is None and doc[t.head].tag_ not in ("NNS", "NNPS")}
    held = {t.head for t in titles if t.holder is not None}
    steps: list[tuple[Mention, Title | None]] = []
    for mention in mentions:
        if mention.kind is Kind.GROUP and (mention.head in unnamed or mention.head in held):
            continue
        steps.append((mention, None))
    for title in unnamed.values():
        name = " ".join(doc[title.start : title.end].text.split())
        steps.append((Mention(title.start, title.end, title.head, Kind.OFFICE, name, title.office.country, "description"), title))
    return sorted(steps, key=lambda s: (s[0].head, s[0].start))


def _names_country(doc: Doc, title: Title, states: set[int]) -> bool:
    """Whether the phrase of a title says whose it is ("Iran's president", "the president of Iran")."""
    before = title.start >= 2 and doc[title.start - 1].tag_ == "POS" and title.start - 2 in states
    after = title.end + 2 < len(doc) and doc[title.end].lower_ == "of" and (title.end + 1 in states or title.end + 2 in states)
    return before or after or any(i in states for i in range(title.start, title.end))


def _holders(roll: Roll, titles: Sequence[Title]) -> dict[int, list[Title]]:
    """The titles of each person."""
    found: dict[int, list[Title]] = {}
    for title in titles:
        for index in roll.by_token.get(title.holder, ()) if title.holder is not None else ():
            found.setdefault(index, []).append(title)
    return found


def _resolve(roll: Roll, discourse: Discourse, setting: Setting, mention: Mention) -> None:
    if mention.form == "pronoun":
        found = resolve_pronoun(discourse, mention)
        for index in found:
            roll.join(index, mention)
        if found:
            roll.by_token[mention.head] = found
    elif mention.kind is Kind.STATE:
        _resolve_state(roll, discourse, setting, mention)
    elif mention.kind is Kind.BODY:
        _resolve_body(roll, discourse, setting, mention)
    elif mention.kind is Kind.GROUP:
        _resolve_group(roll, discourse, setting, mention)


def _resolve_title(
    roll: Roll, discourse: Discourse, mention: Mention, title: Title, holders: Mapping[int, Sequence[Title]], explicit: bool
) -> None:
    """The person of the report who bears this title, the likeliest antecedent first; else an office-holder of his own."""
    doc = discourse.doc
    if _refers_back(doc, mention, title):
        seen = dict.fromkeys(index for _, index in discourse.candidates(mention.head))
        for index in [*seen, *(i for i in holders if i not in seen)]:
            if any(_same_title(doc, title, other, explicit) for other in holders.get(index, ())):
                roll.join(index, mention)
                return
    _join_or_create(roll, discourse, mention, Kind.OFFICE, doc[title.head].lower_)


def _same_title(doc: Doc, title: Title, other: Title, explicit: bool) -> bool:
    """Whether a title without a name can mean the office of one with a name."""
    if doc[other.head].lower_ != doc[title.head].lower_:
        return False
    one, two = title.office, other.office
    if explicit and one.country and two.country and one.country != two.country:
        return False
    if one.body and two.body and not set(significant(one.body)) & set(significant(two.body)):
        return False
    if one.body and not two.body and two.title.lower() != one.title.lower():
        return False
    wanted, given = set(one.title.lower().split()), set(two.title.lower().split())
    return wanted <= given or given <= wanted


def _refers_back(doc: Doc, mention: Mention, title: Title) -> bool:
    """Whether a title stands for somebody ("the president said") and is not said of somebody ("became president")."""
    head = doc[mention.head]
    if head.dep_ in ("attr", "oprd", "appos") or head.dep_ == "pobj" and head.head.lower_ == "as":
        return False
    return _is_definite(doc, mention)


def _is_definite(doc: Doc, mention: Mention) -> bool:
    """Whether a phrase has no article that brings in somebody new."""
    before = doc[mention.start - 1].lower_ if mention.start else ""
    first = doc[mention.start].lower_
    return before not in _NEW and first not in _NEW


def _join_or_create(roll: Roll, discourse: Discourse, mention: Mention, kind: Kind, sort: str) -> None:
    """Join the entity of that kind, sort and name, else make one."""
    wanted = significant(mention.name)
    for _, index in discourse.candidates(mention.head):
        entity = roll.entities[index]
        if entity.kind is kind and entity.sort == sort and any(significant(n) == wanted for n in entity.names) and _is_definite(discourse.doc, mention):
            roll.join(index, mention, mention.name)
            return
    roll.create(kind, mention, mention.name, sort)


def _resolve_state(roll: Roll, discourse: Discourse, setting: Setting, mention: Mention) -> None:
    code = _state_meant(roll, discourse, setting, mention)
    if code is None:
        _join_or_create(roll, discourse, mention, Kind.STATE, "")
        return
    for index, entity in enumerate(roll.entities):
        if entity.kind is Kind.STATE and entity.country == code:
            roll.join(index, mention)
            return
    territory = load_territories().by_code(code)
    if territory:
        index = roll.create(Kind.STATE, mention, territory.name)
        roll.entities[index].country = code


def _state_meant(roll: Roll, discourse: Discourse, setting: Setting, mention: Mention) -> str | None:
    """The country of "the government": of the person whose it is, else the one named last, else the report's."""
    for at in range(mention.start - 1, max(mention.start - 3, -1), -1):
        owners = roll.by_token.get(at, ())
        if owners and roll.entities[owners[0]].kind is Kind.PERSON:
            return roll.entities[owners[0]].country
        if owners and discourse.doc[at].tag_ == "PRP$" and roll.entities[owners[0]].country:
            return roll.entities[owners[0]].country
    return setting.dominant(0.5) or setting.nearest(mention.head) or setting.before(mention.head)


def _resolve_body(roll: Roll, discourse: Discourse, setting: Setting, mention: Mention) -> None:
    """ "the court": the body of that sort named last; else a body of the country in question."""
    doc, nouns = discourse.doc, load_nouns()
    sort, noun = sort_of(mention.name), doc[mention.head].lower_
    before = doc[mention.start - 1].lower_ if mention.start else ""
    wanted = set(significant(mention.name))
    bare = before in ("the", "this", "that") and len(wanted) == 1
    for _, index in discourse.candidates(mention.head):
        entity = roll.entities[index]
        if entity.kind is not Kind.BODY or mention.country not in (None, entity.country):
            continue
        if entity.sort != sort and not (bare and entity.proper and entity.sort in _SHORT_FOR.get(noun, ())):
            continue
        if any(wanted <= set(significant(n)) for n in entity.names) or before in _DEFINITE and len(wanted) == 1:
            roll.join(index, mention, mention.name)
            return
    for index, entity in enumerate(roll.entities[: discourse.named]):
        if entity.kind is Kind.BODY and entity.sort == sort and any(wanted == set(significant(n)) for n in entity.names):
            roll.join(index, mention, mention.name)
            return
    index = roll.create(Kind.BODY, mention, mention.name, sort)
    if sort in nouns.local_sorts and not mention.country:
        roll.entities[index].country = setting.dominant(0.5) or setting.nearest(mention.head)


def _of_international(mention: Mention) -> bool:
    """Whether a group belongs to a body of no one country ("UN staff")."""
    known = (institution_of(word) for word in [*mention.name.split(), " ".join(mention.name.split()[1:3])])
    return any(body and body.country is None for body in known)


def _said_before(roll: Roll, discourse: Discourse, head: str) -> bool:
    """Whether a group with this head noun was mentioned lately."""
    return any(
        roll.entities[index].kind is Kind.GROUP and roll.entities[index].sort == head
        for _, index in discourse.candidates(discourse.start)
    )


def _resolve_group(roll: Roll, discourse: Discourse, setting: Setting, mention: Mention) -> None:
    """A group said before with the same head and no other modifiers, a pair, or a new one."""
    doc = discourse.doc
    head = doc[mention.head].lower_
    first = mention.start - (mention.start > 0 and doc[mention.start - 1].tag_ in ("DT", "PDT", "PRP$"))
    words = {doc[i].lower_ for i in range(first, mention.head)}
    numbered = bool(words & {"two", "both"}) or head in ("leaders", "sides", "presidents") and words <= {"the"} and doc[mention.end - 1].i == mention.head
    if numbered and words <= {"two", "both", "the", "of"} and head in _STATE_PAIRS | _PERSON_PAIRS | _ANY_PAIRS:
        kinds = [Kind.STATE] if head in _STATE_PAIRS else [Kind.PERSON] if head in _PERSON_PAIRS else [Kind.PERSON, Kind.STATE, Kind.BODY]
        pair = resolve_pair(discourse, mention.head, kinds)
        if pair and ("two" in words or "both" in words or not _said_before(roll, discourse, head)):
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
        if entity.kind is Kind.BODY and entity.sort == "armed" and head in _FIGHTERS and before in _DEFINITE and len(wanted) == 1:
            roll.join(index, mention, mention.name)
            return
        if entity.kind is Kind.GROUP and entity.sort == head and mention.country in (None, entity.country):
            if any(wanted == set(significant(n)) for n in entity.names) or before in _DEFINITE and len(wanted) == 1:
                roll.join(index, mention, mention.name)
                return
    index = roll.create(Kind.GROUP, mention, mention.name, head)
    if not mention.country and not words & _FOREIGN and head not in _STATES and not _of_international(mention):
        roll.entities[index].country = setting.dominant(0.5) or setting.nearest(mention.head)
