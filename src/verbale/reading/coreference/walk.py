"""The walk through the report: descriptions, titles and pronouns, each resolved by what came before it."""

from collections.abc import Sequence

from spacy.tokens import Doc

from verbale.lexicon.nouns import load_nouns
from verbale.lexicon.territories import load_territories
from verbale.model import Kind
from verbale.reading.coreference.bodies import significant, sort_of
from verbale.reading.coreference.countries import Setting, held_countries
from verbale.reading.coreference.entities import Roll
from verbale.reading.coreference.pronouns import Discourse, guess_gender, resolve_pair, resolve_pronoun
from verbale.reading.mention import Mention, Title

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "its", "their"})
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
    sentence = _sentence_numbers(doc)
    steps = _steps(mentions, titles, doc)
    for mention, title in steps:
        discourse.enter(sentence[mention.head])
        if mention.head not in named:
            _resolve(roll, discourse, setting, mention, title, titles)
        for index in roll.by_token.get(mention.head, ()):
            discourse.note(mention.head, index)


def _sentence_numbers(doc: Doc) -> list[int]:
    numbers, number = [], -1
    for token in doc:
        number += bool(token.is_sent_start) or number < 0
        numbers.append(number)
    return numbers


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


def _resolve(
    roll: Roll, discourse: Discourse, setting: Setting, mention: Mention, title: Title | None, titles: Sequence[Title]
) -> None:
    if mention.form == "pronoun":
        found = resolve_pronoun(discourse, mention)
        for index in found:
            roll.join(index, mention)
        if found:
            roll.by_token[mention.head] = found
    elif title:
        _resolve_title(roll, discourse, mention, title, titles)
    elif mention.kind is Kind.STATE:
        _resolve_state(roll, discourse, setting, mention)
    elif mention.kind is Kind.BODY:
        _resolve_body(roll, discourse, setting, mention)
    elif mention.kind is Kind.GROUP:
        _resolve_group(roll, discourse, setting, mention)


def _resolve_title(roll: Roll, discourse: Discourse, mention: Mention, title: Title, titles: Sequence[Title]) -> None:
    """The person of the report who bears this title, named before or after; else an office-holder of his own."""
    doc = discourse.doc
    noun, country = doc[title.head].lower_, title.office.country
    best = None
    for other in titles:
        if other.holder is None or doc[other.head].lower_ != noun or other.holder not in roll.by_token:
            continue
        if country and other.office.country and other.office.country != country:
            continue
        wanted, given = set(title.office.title.lower().split()), set(other.office.title.lower().split())
        if not (wanted <= given or given <= wanted):
            continue
        if best is None or other.head < title.head:
            best = other
    if best is not None and best.holder is not None and _is_definite(doc, mention):
        for index in roll.by_token[best.holder]:
            roll.join(index, mention)
        return
    _join_or_create(roll, discourse, mention, Kind.OFFICE, noun)


def _is_definite(doc: Doc, mention: Mention) -> bool:
    before = doc[mention.start - 1].lower_ if mention.start else ""
    first = doc[mention.start].lower_
    return before not in ("a", "an") and first not in ("a", "an", "another")


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
    sort = sort_of(mention.name)
    before = doc[mention.start - 1].lower_ if mention.start else ""
    wanted = set(significant(mention.name))
    for _, index in discourse.candidates(mention.head):
        entity = roll.entities[index]
        if entity.kind is not Kind.BODY or entity.sort != sort or mention.country not in (None, entity.country):
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


def _resolve_group(roll: Roll, discourse: Discourse, setting: Setting, mention: Mention) -> None:
    """A group said before with the same head and no other modifiers, a pair, or a new one."""
    doc = discourse.doc
    head = doc[mention.head].lower_
    words = {doc[i].lower_ for i in range(max(mention.start - 1, 0), mention.head)}
    if words & {"two", "both"} and words <= {"two", "both", "the", "of"} and head in _STATE_PAIRS | _PERSON_PAIRS | _ANY_PAIRS:
        kinds = [Kind.STATE] if head in _STATE_PAIRS else [Kind.PERSON] if head in _PERSON_PAIRS else [Kind.PERSON, Kind.STATE, Kind.BODY]
        pair = resolve_pair(discourse, mention.head, kinds)
        if pair:
            for index in pair:
                roll.join(index, mention)
            roll.by_token[mention.head] = pair
            return
    before = doc[mention.start - 1].lower_ if mention.start else ""
    wanted = set(significant(mention.name))
    for _, index in discourse.candidates(mention.head):
        entity = roll.entities[index]
        if entity.kind is Kind.GROUP and entity.sort == head and mention.country in (None, entity.country):
            if any(wanted == set(significant(n)) for n in entity.names) or before in _DEFINITE and len(wanted) == 1:
                roll.join(index, mention, mention.name)
                return
    index = roll.create(Kind.GROUP, mention, mention.name, head)
    if not mention.country and not words & _FOREIGN:
        roll.entities[index].country = setting.dominant(0.5) or setting.nearest(mention.head)
