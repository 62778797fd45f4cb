"""Bodies: institutions known by name, the parser's organisations, and phrases headed by "ministry", "court" ..."""

from collections.abc import Iterator, Mapping, Sequence

from verbale.lexicon.nouns import load_nouns
from verbale.model import Kind
from verbale.reading.mention import Mention
from verbale.reading.mentions.known import Known
from verbale.reading.mentions.phrases import country_within, left_edge, possessor, tail_end
from verbale.reading.mentions.words import Words

_NAME = frozenset({"NNP", "NNPS"})
_LINKS = frozenset({"of", "for", "on", "to", "and", "&", "the", "in", "against", "at"})
_INTERNATIONAL = frozenset({"international", "global", "world", "interparliamentary", "pan"})

_BANKS = frozenset({"west", "east", "left", "right", "north", "south"})
_NEVER_BARE = frozenset({"office", "service", "house", "website", "intelligence", "mission", "league", "society", "television",
                         "radio", "enforcement", "chamber", "institute", "trust", "initiative", "developer"})  # fmt: skip


def find_bodies(words: Words, known: Mapping[int, Known], people: frozenset[int]) -> list[Mention]:
    """Mentions of bodies, without overlap, in order of the text."""
    found: list[Mention] = []
    taken: set[int] = set()
    for mention in _all_bodies(words, known, people):
        if not taken.intersection(range(mention.start, mention.end)):
            taken.update(range(mention.start, mention.end))
            found.append(mention)
    return sorted(found, key=lambda m: m.start)


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
    """Candidates, the surest first: known names, then capitalised heads, entities, plain heads."""
    nouns = load_nouns()
    for hit in known.values():
        if hit.institution or hit.territory and hit.territory.code == "eu" and hit.use in ("name", "capital"):
            mention = _of_known(words, hit, known, people)
            if mention:
                yield mention
    plain = []
    named = {i for hit in known.values() if hit.territory for i in range(hit.start, hit.end)}
    for i, lower in enumerate(words.lower):
        if lower in nouns.body_heads and i not in people and i not in named and (words.tag[i] in ("NN", "NNP", "NNPS") or lower == "police"):
            if words.is_capital(i) and words.tag[i] in _NAME:
                mention = _of_capital(words, i, known, people)
                if mention:
                    yield mention
            elif not words.is_capital(i) or i in words.starts:
                plain.append(i)
    yield from _of_entities(words, known, people)
    for i in plain:
        mention = _of_plain(words, i, known, people)
        if mention:
            yield mention


def _of_known(words: Words, hit: Known, known: Mapping[int, Known], people: frozenset[int]) -> Mention | None:
    """A known institution, with what stands around it in its name ("Russian Federal Security Service")."""
    if hit.territory:
        if hit.use == "capital" and not _is_party_word(words, hit.end - 1):
            return None
        return Mention(hit.start, hit.end, words.root(hit.start, hit.end), Kind.BODY, "European Union", "eu")
    assert hit.institution
    start, end = _grow_known(words, hit, known, people)
    name = words.span_text(start, end)
    country = hit.institution.country or (country_within(words, start, hit.start, known) if start < hit.start else None)
    last = end - 1
    after = words.lower[end] if words.same_sentence(start, end) else ""
    if after in load_nouns().members and words.head[last] == end and hit.institution.sort in ("armed", "party", "company"):
        return Mention(start, end + 1, end, Kind.BODY, name, country)
    return Mention(start, end, words.root(start, end), Kind.BODY, name, country)


def _grow_known(words: Words, hit: Known, known: Mapping[int, Known], people: frozenset[int]) -> tuple[int, int]:
    assert hit.institution
    start, end = hit.start, hit.end
    single = end - start == 1
    while words.same_sentence(end, end + 1) and words.is_name(end) and words.tag[end] in _NAME and end not in people and end not in known:
        if words.lower[end] not in load_nouns().body_heads:
            break
        end += 1
    if not single and hit.institution.sort in ("agency", "parliament", "party", "court"):
        start = _capital_left(words, start, known, people)
    return start, end


def _capital_left(words: Words, start: int, known: Mapping[int, Known], people: frozenset[int]) -> int:
    """Leftwards over capitalised words that belong to the name of a body, demonyms and possessors included."""
    nouns = load_nouns()
    at = start
    while words.same_sentence(at - 1, start):
        before = at - 1
        if words.tag[before] == "POS":
            owner = possessor(words, at, known)
            return owner.start if owner else at
        joins = words.lower[before] in ("-", "&") or words.lower[before] in ("and", ",") and _in_entity(words, before, at)
        if joins and before - 1 >= 0 and words.is_capital(before - 1):
            at = before
        elif words.is_name(before) and before not in people and words.lower[before] not in nouns.titles:
            at = before
        elif words.lower[before] == "of" and _in_entity(words, before, at):
            at = before
        elif words.tag[before] in ("JJ", "NN") and words.dep[before] in ("amod", "compound") and words.head[before] == start and before > 0:
            if not words.is_capital(before - 1) or words.tag[before - 1] == "DT":
                break
            at = before
        else:
            break
    while at < start and (words.lower[at] in ("the", "and", ",", "&", "of", "-") or not words.is_capital(at)):
        at += 1
    return at


def _in_entity(words: Words, i: int, j: int) -> bool:
    one, other = words.doc[i], words.doc[j]
    return bool(one.ent_type_) and one.ent_iob_ != "O" and other.ent_iob_ == "I" and other.ent_type_ == one.ent_type_


def _name_right(words: Words, end: int, known: Mapping[int, Known], people: frozenset[int]) -> int:
    """Rightwards over "of Foreign Affairs", "for Migration and Refugees", "of Thailand"."""
    at = end
    while words.same_sentence(at, at + 1) and words.lower[at] in ("of", "for", "on", "to"):
        start = at + 1 + (words.lower[at + 1] in ("the", "all"))
        stop = start
        while words.same_sentence(end, stop) and stop - end < 14 and stop not in people:
            if stop in known and stop > start and not known[stop].territory:
                break
            if stop in known:
                stop = known[stop].end
                if words.same_sentence(end, stop) and words.is_name(stop):
                    break
            elif words.is_name(stop):
                stop += 1
            elif words.lower[stop] in ("and", "&", ",", "-") and words.same_sentence(stop, stop + 1) and _continues(words, stop, end):
                stop += 1
            else:
                break
        if stop == start or words.lower[at] == "to" or (words.lower[at] != "of" and start in known and known[start].territory):
            break
        at = stop
    return at


def _continues(words: Words, link: int, end: int) -> bool:
    """Whether a name goes on after "and" or a comma: what follows is capitalised and within the same entity or phrase."""
    if not words.is_name(link + 1):
        return False
    if words.lower[link] == ",":
        return _in_entity(words, link, link + 1)
    if words.dep[link + 1] == "conj" and end <= words.head[link + 1] < link:
        return True
    return words.dep[link + 1] != "nsubj" and (_in_entity(words, link, link + 1) or not words.doc[link + 1].ent_type_)


def _of_capital(words: Words, i: int, known: Mapping[int, Known], people: frozenset[int]) -> Mention | None:
    """A body whose capitalised head is token `i`: "Constitutional Court of Thailand", "Spain's Supreme Court"."""
    nouns = load_nouns()
    after = words.lower[i + 1] if words.same_sentence(i, i + 1) else ""
    if lower_before(words, i) in _BANKS and words.lower[i] == "bank":
        return None
    if words.same_sentence(i, i + 1) and words.tag[i + 1] in _NAME and words.head[i] == i + 1 and after not in ("of",):
        if after in nouns.body_heads or after in nouns.not_bodies or i + 1 not in people and _title_follows(words, i + 1):
            return None
    start = _capital_left(words, i, known, people)
    end = _name_right(words, i + 1, known, people)
    if start == i and end == i + 1 and nouns.body_heads[words.lower[i]] not in nouns.local_sorts:
        return None
    if words.lower[i] in ("house", "department", "office", "service", "board") and start == i and end == i + 1 and i in words.starts:
        return None
    return _body(words, start, end, i, known)


def lower_before(words: Words, i: int) -> str:
    """The word before token `i` in lower case, "" at the beginning."""
    return words.lower[i - 1] if i else ""


def _title_follows(words: Words, i: int) -> bool:
    return words.lower[i] in load_nouns().titles and words.tag[i] in _NAME


def _body(words: Words, start: int, end: int, head: int, known: Mapping[int, Known], form: str = "name") -> Mention:
    country = country_within(words, start, end, known)
    return Mention(start, end, head, Kind.BODY, words.span_text(start, end), country, form)  # type: ignore[arg-type]


def _of_entities(words: Words, known: Mapping[int, Known], people: frozenset[int]) -> Iterator[Mention]:
    """The parser's organisations that no table knows, without articles and titles."""
    nouns = load_nouns()
    for ent in words.doc.ents:
        if ent.label_ != "ORG":
            continue
        start, end = ent.start, ent.end
        while start < end and (words.lower[start] in ("the", "a", "an") or words.lower[start] in nouns.titles or not words.is_capital(start)):
            start += 1
        while end > start and (words.tag[end - 1] in ("POS", ",", "CC", "IN", "``", "''") or words.text[end - 1].isspace()):
            end -= 1
        if start < end and _is_body(words, start, end, known, people):
            head = words.root(start, end)
            after = words.lower[end] if words.same_sentence(start, end) else ""
            stop = end + (after in nouns.members and words.head[end - 1] == end)
            mention = _body(words, start, end, head, known)
            yield mention if stop == end else Mention(start, stop, end, Kind.BODY, mention.name, mention.country)


def _is_body(words: Words, start: int, end: int, known: Mapping[int, Known], people: frozenset[int]) -> bool:
    nouns = load_nouns()
    last = words.lower[end - 1]
    if last in nouns.not_bodies or last in nouns.titles or last in nouns.humans or last in nouns.governments:
        return False
    if words.lower[start] in nouns.plurals and end - start > 1:
        return False
    if any(i in people for i in range(start, end)) or start in known and known[start].end >= end:
        return False
    if not words.is_name(end - 1) and words.tag[end - 1] not in ("NN", "NNS", "CD"):
        return False
    return words.is_capital(start) and not (end - start == 1 and words.tag[start] not in _NAME)


def _of_plain(words: Words, i: int, known: Mapping[int, Known], people: frozenset[int]) -> Mention | None:
    """A body described in lower case: "the Jordanian interior ministry", "a court in Argentina", "police"."""
    nouns = load_nouns()
    lower = words.lower[i]
    if words.dep[i] in ("compound", "amod", "nmod") and words.head[i] > i and words.sentence[words.head[i]] == words.sentence[i]:
        return None
    if words.same_sentence(i, i + 1) and words.lower[i + 1] == "-":
        return None
    start = left_edge(words, i, known, people)
    owner = possessor(words, start, known)
    if owner:
        start = owner.start
    end = _plain_right(words, i + 1, known, people)
    country = country_within(words, start, end, known)
    bare = start == i and end == i + 1
    determiner = words.lower[start - 1] if start else ""
    if lower in nouns.weak_heads and country is None and not _has_name(words, start, end):
        if determiner not in ("the", "its", "their") or not bare or lower in _NEVER_BARE:
            return None
    if bare and nouns.body_heads[lower] not in nouns.local_sorts and determiner not in ("the", "its", "his", "her", "their"):
        return None
    return _body(words, start, end, i, known, "description")


def _has_name(words: Words, start: int, end: int) -> bool:
    return any(words.is_name(i) and words.tag[i] in _NAME for i in range(start, end))


def _plain_right(words: Words, end: int, known: Mapping[int, Known], people: frozenset[int]) -> int:
    """Rightwards over "of internal affairs of Belarus", "in Argentina"; nothing where no name or portfolio follows."""
    at = end
    while words.same_sentence(at, at + 1) and words.lower[at] in ("of", "in", "for"):
        start = at + 1 + (words.lower[at + 1] == "the")
        if start in people or not words.same_sentence(at, start):
            break
        if words.lower[at] == "of":
            stop = tail_end(words, at + 1, known, 6)
        else:
            stop = known[start].end if start in known and known[start].territory else start
            while stop > start and stop == start and words.is_name(stop):
                stop += 1
            if stop == start and words.is_name(start) and words.tag[start] in _NAME:
                stop = start + 1
        if stop <= start:
            break
        at = stop
        if words.lower[at - 1] not in ("affairs",) and not (words.same_sentence(at, at + 1) and words.lower[at] == "of"):
            break
    return at


def _is_party_word(words: Words, i: int) -> bool:
    """Whether a seat of government stands where a party to something stands, and not where a place does."""
    dep, head = words.dep[i], words.head[i]
    if dep in ("nsubj", "poss", "agent", "dobj", "nsubjpass"):
        return True
    if dep in ("pobj",):
        return words.lower[head] in ("with", "between", "by", "against", "of", "and", "towards", "toward") and head < i
    if dep == "conj" and head < i:
        return _is_party_word(words, head)
    return False
