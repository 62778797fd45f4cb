"""Bodies: institutions known by name, the parser's organisations, and phrases headed by "ministry", "court" ..."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from verbale.lexicon.arguments import load_argument_words
from verbale.lexicon.nouns import load_nouns
from verbale.model import Kind
from verbale.reading.mention import Mention
from verbale.reading.mentions.accords import find_accords
from verbale.reading.mentions.body_descriptions import body_of_plain
from verbale.reading.mentions.body_names import body_of_capital, capital_left, make_body
from verbale.reading.mentions.body_parts import find_parts
from verbale.reading.mentions.known import Known
from verbale.reading.mentions.name_extent import run_right
from verbale.reading.mentions.parties import find_parties
from verbale.reading.mentions.phrases import country_within, follows_body_noun, precedes_body_noun
from verbale.reading.mentions.words import NOUN_TAGS, Words

_NAME = frozenset({"NNP", "NNPS"})


def find_bodies(words: Words, known: Mapping[int, Known], people: frozenset[int]) -> list[Mention]:
    """Mentions of bodies, without overlap, in order of the text."""
    found: list[Mention] = []
    taken: set[int] = set()
    for mention in _all_bodies(words, known, people):
        free = _before_taken(mention, taken, words)
        if free is not None:
            taken.update(range(free.start, free.end))
            found.append(free)
    return sorted(found, key=lambda m: m.start)


def _before_taken(mention: Mention, taken: set[int], words: Words) -> Mention | None:
    """The mention as far as no other holds its words: "a commission" of "a commission of the [Mexican Senate]"."""
    first = next((i for i in range(mention.start, mention.end) if i in taken), None)
    if first is None:
        return mention
    end = first
    while end > mention.start and words.tag[end - 1] in ("DT", "IN"):
        end -= 1
    if mention.form == "name" or not mention.start <= mention.head < end < first:
        return None
    return replace(mention, end=end)


def short_names(words: Words, people: Sequence[tuple[int, int]], bodies: Sequence[Mention]) -> list[Mention]:
    """Spans of `people` that are the first word of a company's or agency's longer name ("Ryan" for "Ryan Air")."""
    firsts = {words.text[m.start]: m for m in bodies if m.form == "name" and m.end - m.start > 1}
    surnames = {words.text[i] for start, end in people if end - start > 1 for i in range(start, end)}
    return [
        Mention(start, end, start, Kind.BODY, words.text[start], firsts[words.text[start]].country)
        for start, end in people
        if end - start == 1 and words.text[start] in firsts and words.text[start] not in surnames
    ]


def _all_bodies(words: Words, known: Mapping[int, Known], people: frozenset[int]) -> Iterator[Mention]:
    """Candidates, the surest first: parts of bodies, known names, then capitalised heads, entities, plain heads."""
    nouns = load_nouns()
    yield from find_parts(words, known, people)
    for hit in known.values():
        if (
            hit.institution
            or hit.territory
            and hit.territory.code == "eu"
            and hit.use in ("name", "capital", "metonym")
        ):
            mention = _of_known(words, hit, known, people)
            if mention:
                yield mention
    yield from find_accords(words, known, people)
    yield from find_parties(words, known, people)
    plain = []
    named = {i for hit in known.values() if hit.territory for i in range(hit.start, hit.end)}
    for i, lower in enumerate(words.lower):
        if (
            lower in nouns.body_heads
            and i not in people
            and i not in named
            and (words.tag[i] in ("NN", "NNP", "NNPS") or lower == "police")
        ):
            if words.is_capital(i) and words.tag[i] in _NAME:
                mention = body_of_capital(words, i, known, people)
                if mention:
                    yield mention
            elif not words.is_capital(i) or i in words.starts:
                plain.append(i)
    yield from _of_entities(words, known, people)
    for i in plain:
        mention = body_of_plain(words, i, known, people)
        if mention:
            yield mention


def _of_known(words: Words, hit: Known, known: Mapping[int, Known], people: frozenset[int]) -> Mention | None:
    """A known institution, with what stands around it in its name ("Russian Federal Security Service")."""
    if hit.territory:
        if hit.use in ("capital", "metonym") and not is_party_word(words, hit.end - 1):
            return None
        return Mention(hit.start, hit.end, words.root(hit.start, hit.end), Kind.BODY, "European Union", "eu")
    assert hit.institution
    start, end = _grow_known(words, hit, known, people)
    name = words.span_text(start, end)
    said = country_within(words, start, hit.start, known) if start < hit.start else None
    country = said or hit.institution.country
    last = end - 1
    after = words.lower[end] if words.same_sentence(start, end) else ""
    if after == "-" and _runs_a_body(words, end + 1):
        return None
    if (
        after in load_nouns().members
        and words.head[last] == end
        and hit.institution.sort in ("armed", "party", "company")
    ):
        return Mention(start, end + 1, end, Kind.BODY, name, country)
    stop = _kind_after(words, end, hit.institution.sort)
    if stop > end:
        return Mention(start, stop, stop - 1, Kind.BODY, name, country)
    return Mention(start, end, words.root(start, end), Kind.BODY, name, country)


def _kind_after(words: Words, end: int, sort: str) -> int:
    """Past a plain noun that says what a name is: "the BRICS [trade bloc]", "the Xinhua [news agency]", else `end`."""
    nouns = load_nouns()
    kinds = {"igo": nouns.unions, "media": nouns.outlets}.get(sort, frozenset())
    for noun in (end, end + 1):
        if not words.same_sentence(end - 1, noun) or words.tag[noun] not in NOUN_TAGS | {"JJ"}:
            return end
        if words.lower[noun] in kinds and words.head[end - 1] == noun:
            return noun + 1
    return end


def _runs_a_body(words: Words, i: int) -> bool:
    """Whether a name only says who runs the body after it: "the Taliban-run foreign ministry"."""
    return (
        words.same_sentence(i - 1, i)
        and words.tag[i] == "VBN"
        and words.head[i] > i
        and words.lower[words.head[i]] in load_nouns().body_heads
    )


def _grow_known(
    words: Words, hit: Known, known: Mapping[int, Known], people: frozenset[int]
) -> tuple[int, int]:
    assert hit.institution
    start, end = hit.start, hit.end
    single = end - start == 1
    while (
        words.same_sentence(end, end + 1)
        and words.is_name(end)
        and words.tag[end] in _NAME
        and end not in people
        and end not in known
    ):
        if words.lower[end] not in load_nouns().body_heads:
            break
        end += 1
    if not single and hit.institution.sort in ("agency", "parliament", "party", "court"):
        start = capital_left(words, start, known, people)
    return start, end


def _of_entities(words: Words, known: Mapping[int, Known], people: frozenset[int]) -> Iterator[Mention]:
    """The parser's organisations that no table knows, and names after "group" or "militia", without articles."""
    nouns = load_nouns()
    for ent in words.doc.ents:
        if ent.label_ == "PERSON" and follows_body_noun(words, ent.start) and ent.start not in people:
            yield _after_body_noun(words, ent.start, run_right(words, ent.start, set(people), nouns), known)
        if ent.label_ == "PERSON" and precedes_body_noun(words, ent.end) and ent.start not in people:
            body = make_body(words, ent.start, ent.end, ent.end - 1, known)
            yield Mention(ent.start, ent.end + 1, ent.end, Kind.BODY, body.name, body.country)
        if ent.label_ != "ORG":
            continue
        start, end = ent.start, ent.end
        while start < end and (
            words.lower[start] in ("the", "a", "an")
            or words.lower[start] in nouns.titles
            or not words.is_capital(start)
        ):
            start += 1
        while end > start and (
            words.tag[end - 1] in ("POS", ",", "CC", "IN", "``", "''") or words.text[end - 1].isspace()
        ):
            end -= 1
        if start < end and _is_body(words, start, end, known, people):
            head = words.root(start, end)
            after = words.lower[end] if words.same_sentence(start, end) else ""
            stop = end + (after in nouns.members and words.head[end - 1] == end)
            mention = make_body(words, start, end, head, known)
            yield (
                mention
                if stop == end
                else Mention(start, stop, end, Kind.BODY, mention.name, mention.country)
            )


def _after_body_noun(words: Words, start: int, end: int, known: Mapping[int, Known]) -> Mention:
    """The body that stands after "group" or "militia"; the noun heads the mention where the name is its apposition."""
    head = words.root(start, end)
    if words.head[head] != start - 1:
        return make_body(words, start, end, head, known)
    body = make_body(words, start, end, head, known)
    return Mention(start - 1, end, start - 1, Kind.BODY, body.name, body.country)


def _is_body(words: Words, start: int, end: int, known: Mapping[int, Known], people: frozenset[int]) -> bool:
    nouns = load_nouns()
    last = words.lower[end - 1]
    if (
        words.lower[start] in ("cyclone", "hurricane", "typhoon")
        or last in nouns.not_bodies
        or last in nouns.titles
        or last in nouns.humans
        or last in nouns.governments
    ):
        return False
    if words.lower[start] in nouns.plurals and end - start > 1:
        return False
    if (
        start in known
        and known[start].territory
        and words.lower[known[start].end : known[start].end + 1] == [","]
    ):
        return False
    if any(i in people for i in range(start, end)) or start in known and known[start].end >= end:
        return False
    if not words.is_name(end - 1) and words.tag[end - 1] not in ("NN", "NNS", "CD"):
        return False
    return words.is_capital(start) and not (end - start == 1 and words.tag[start] not in _NAME)


def is_party_word(words: Words, i: int) -> bool:
    """Whether a seat of government stands where a party to something stands, and not where a place does."""
    dep, head = words.dep[i], words.head[i]
    if dep in ("nsubj", "poss", "agent", "dobj", "nsubjpass"):
        return True
    if dep == "pobj":
        if words.lower[head] == "to":
            return words.doc[head].head.lemma_.lower() in load_argument_words().handing
        return (
            words.lower[head] in ("with", "between", "by", "against", "of", "and", "towards", "toward")
            and head < i
        )
    if dep == "conj" and head < i:
        return is_party_word(words, head)
    return False
