"""States: territories by name, seat or people, and their governments ("the Serbian government", "the Kremlin")."""

from collections.abc import Iterator, Mapping

from verbale.lexicon.arguments import load_argument_words
from verbale.lexicon.nouns import load_nouns
from verbale.lexicon.regions import load_regions
from verbale.lexicon.territories import Territory
from verbale.model import Kind
from verbale.reading.mention import Mention
from verbale.reading.mentions.bodies import is_party_word
from verbale.reading.mentions.known import Known
from verbale.reading.mentions.phrases import is_one_of_people, left_edge, possessor
from verbale.reading.mentions.words import Words

_SIDE = "side"
_PARTIES = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "conj", "poss", "agent"})


def find_states(
    words: Words, known: Mapping[int, Known], people: frozenset[int], taken: set[int]
) -> Iterator[Mention]:
    """Mentions of states; `taken` holds the tokens within names of bodies, which are none."""
    governed: set[int] = set()
    nouns = load_nouns()
    for i, lower in enumerate(words.lower):
        if i in taken or words.tag[i] not in ("NN", "NNS", "NNP", "NNPS"):
            continue
        if lower in nouns.governments or lower in nouns.country_words or lower == _SIDE:
            mention = _side(words, i, known) if lower == _SIDE else _government(words, i, known, people)
            if mention:
                governed.update(range(mention.start, mention.end))
                yield mention
    for hit in known.values():
        if hit.territory and hit.start not in taken and not governed.intersection(range(hit.start, hit.end)):
            mention = _territory(words, hit)
            if mention:
                yield mention


def _territory(words: Words, hit: Known) -> Mention | None:
    territory = hit.territory
    assert territory
    head = words.root(hit.start, hit.end)
    if territory.code == "eu" or hit.use == "people":
        return None
    if hit.use == "adjective" and is_one_of_people(words, hit.end - 1):
        return None
    if hit.use == "capital" and not _acts(words, hit):
        return None
    if (
        hit.use == "adjective"
        and words.tag[hit.end - 1] in ("NNS", "NNPS")
        and words.text[hit.end - 1].endswith("s")
    ):
        return None
    return Mention(hit.start, hit.end, head, Kind.STATE, territory.name, territory.code)


def _acts(words: Words, hit: Known) -> bool:
    """Whether a capital stands for its government: as a party, and not in an address ("Paris, France")."""
    after = hit.end
    if (
        words.same_sentence(hit.start, after + 1)
        and words.lower[after] == ","
        and words.is_capital(after + 1)
    ):
        if words.doc[after + 1].ent_type_ == "GPE" and words.head[after + 1] == hit.end - 1:
            return False
    return is_party_word(words, hit.end - 1) or _bears(words, hit.end - 1)


def _bears(words: Words, i: int) -> bool:
    """Whether a capital is party to what only its government bears or says: "blamed it on Oslo", "anger from Oslo"."""
    preposition = words.head[i]
    governor, table = words.doc[words.head[preposition]], load_argument_words()
    told = {
        governor.lemma_.lower(),
        *(c.lemma_.lower() for c in governor.children if c.dep_ in ("dobj", "pobj")),
    }
    match words.lower[preposition]:
        case "on":
            return governor.lemma_.lower() in table.burdens
        case "from":
            return not told.isdisjoint(table.voices)
        case "to":
            return not told.isdisjoint(table.addressed)
        case "at":
            return governor.lemma_.lower() in table.lashing
    return False


def _government(words: Words, i: int, known: Mapping[int, Known], people: frozenset[int]) -> Mention | None:
    """A government or "the country" headed by token `i`, with the state it is of where the phrase says so."""
    nouns = load_nouns()
    lower = words.lower[i]
    if words.dep[i] in ("compound", "amod", "nmod", "npadvmod") and words.head[i] > i:
        return None
    start = left_edge(words, i)
    owner = possessor(words, start, known)
    territory, end = _of_state(words, start, i, known, owner)
    first = owner.start if owner else start
    if territory and lower in nouns.governments:
        if territory.kind == "subdivision" and not territory.is_separate:
            country = territory.code if territory.is_federated else territory.parent
            return Mention(first, end, i, Kind.BODY, words.span_text(first, end), country)
        return Mention(first, end, i, Kind.STATE, territory.name, territory.code)
    if territory:
        return None
    region = _region_before(words, start, i) if lower in nouns.governments else None
    if region:
        return Mention(region[0], i + 1, i, Kind.BODY, words.span_text(region[0], i + 1), region[1])
    if any(j in people for j in range(max(start - 3, 0), i)) and lower in nouns.governments:
        named = max(j for j in range(max(start - 3, 0), i) if j in people)
        if named == i - 1 or words.tag[named + 1] == "POS":
            return Mention(i, i + 1, i, Kind.STATE, words.text[i], None, "description")
    return _bare(words, start, i)


def _side(words: Words, i: int, known: Mapping[int, Known]) -> Mention | None:
    """The state that "the Chinese side" stands for in talks; none in "the Syrian side of the border"."""
    if words.dep[i] not in _PARTIES or (words.same_sentence(i, i + 1) and words.lower[i + 1] == "of"):
        return None
    before = next((hit for hit in known.values() if hit.end == i and hit.use == "adjective"), None)
    if before is None or before.territory is None:
        return None
    return Mention(before.start, i + 1, i, Kind.STATE, before.territory.name, before.territory.code)


def _region_before(words: Words, start: int, i: int) -> tuple[int, str | None] | None:
    """Where the region begins whose government a phrase names ("Sindh's government"), and its country."""
    regions = load_regions()
    owned = start > 1 and words.tag[start - 1] == "POS"
    for at in range(max(start - 4, 0) if owned else start, i):
        found = regions.at(words.text, at)
        named = bool(found and (found[1] or words.tag[at] in ("NNP", "NNPS")))
        if found and named and found[0] <= i and found[0] >= start - 1:
            return at, found[1] or None
    return None


def _bare(words: Words, start: int, i: int) -> Mention | None:
    """A state that only the report can tell: "the government", "authorities", "the country"."""
    lower = words.lower[i]
    determiner = words.lower[start - 1] if start else ""
    if lower == "government" and any(words.lower[j] in load_nouns().regional for j in range(start, i)):
        return Mention(start, i + 1, i, Kind.BODY, words.span_text(start, i + 1), None, "description")
    modifiers = [words.lower[j] for j in range(start, i)]
    if any(m not in load_nouns().national for m in modifiers) or lower == "leadership":
        return None
    definite = determiner in ("the", "this", "that") or words.tag[start - 1 if start else 0] in (
        "PRP$",
        "POS",
    )
    if lower in load_nouns().country_words:
        good = definite and words.tag[i] == "NN" and lower not in ("state", "kingdom") and not modifiers
    else:
        good = lower == "authorities" or definite and words.tag[i] == "NN"
    return (
        Mention(start, i + 1, i, Kind.STATE, words.span_text(start, i + 1), None, "description")
        if good
        else None
    )


def _of_state(
    words: Words, start: int, i: int, known: Mapping[int, Known], owner: Known | None
) -> tuple[Territory | None, int]:
    """The territory in a government's phrase and the end of the phrase."""
    for j in range(start, i):
        hit = known.get(j)
        if hit and hit.territory:
            return hit.territory, i + 1
    if owner and owner.territory:
        return owner.territory, i + 1
    if words.same_sentence(i, i + 2) and words.lower[i + 1] in ("of", "in"):
        at = i + 2 + (words.lower[i + 2] == "the")
        hit = known.get(at)
        if hit and hit.territory and hit.use in ("name", "metonym"):
            return hit.territory, hit.end
    return None, i + 1
