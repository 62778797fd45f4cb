"""When a claim that was read is a claim that people annotated.

Both are readings as JSON objects (`Reading.to_dict`); annotated actors carry no mentions.
"""

import difflib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from verbale.lexicon.claim_types import load_claim_types

Fields = Mapping[str, Any]
OFFICE_TYPES = frozenset({"hold_office", "appoint", "dismiss", "leave_office"})
_LITTLE = frozenset({"the", "of", "for", "and", "a", "an", "s", "in", "on", "to", "former", "then"})


@dataclass(frozen=True, slots=True)
class Match:
    """`core`: type and a right party on each side; `exact`: all parties, mode, status and sentence as well."""

    core: bool
    exact: bool
    closeness: float


NO_MATCH = Match(False, False, 0.0)


def name_words(name: str | None) -> tuple[str, ...]:
    """Lower-case ASCII words of a name, without articles and little words.

    >>> name_words("The Bank of Peru's Council")
    ('bank', 'peru', 'council')
    """
    flat = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    return tuple(w for w in re.findall(r"[a-z0-9]+", flat.replace("'s", "")) if w not in _LITTLE)


def names_agree(one: str | None, other: str | None, least: float = 0.5) -> bool:
    """Whether one name's words are all in the other, or `least` of all their words are shared."""
    a, b = set(name_words(one)), set(name_words(other))
    return bool(a and b) and (a <= b or b <= a or len(a & b) / len(a | b) >= least)


def is_same_actor(gold: Fields, read: Fields) -> bool:
    """Whether two actors are the same.

    A state is itself by its code only: a ministry or an unnamed office of it is not the state.

    >>> is_same_actor({"kind": "person", "name": "Anna Lee"}, {"kind": "person", "name": "A. Lee"})
    True
    >>> is_same_actor({"kind": "state", "name": "Peru"}, {"kind": "body", "name": "Ministry of Peru"})
    False
    """
    kinds = {gold.get("kind"), read.get("kind")}
    if "person" in kinds:
        return kinds == {"person"} and _is_same_person(gold, read)
    mine, theirs = gold.get("country"), read.get("country")
    if kinds == {"state"}:
        return bool(mine == theirs) if mine and theirs else names_agree(gold["name"], read["name"], 0.9)
    if "state" in kinds:
        return any(name_words(x) == name_words(y) for x in _names(gold) for y in _names(read))
    if mine and theirs and mine.split("-")[0] != theirs.split("-")[0]:
        return False
    return any(names_agree(x, y) for x in _names(gold) for y in _names(read))


def _names(actor: Fields) -> list[str]:
    return [actor.get("name") or "", *(actor.get("aliases") or [])]


def _is_same_person(gold: Fields, read: Fields) -> bool:
    pairs = ((name_words(x), name_words(y)) for x in _names(gold) for y in _names(read))
    return any(
        a
        and b
        and difflib.SequenceMatcher(None, a[-1], b[-1]).ratio() >= 0.85
        and (len(a) == 1 or len(b) == 1 or a[0][0] == b[0][0])
        for a, b in pairs
    )


def overlaps(one: str | None, other: str | None) -> bool:
    """Whether two sentences of evidence are the same or one holds the other."""
    a, b = " ".join((one or "").split()), " ".join((other or "").split())
    return bool(a and b) and (a in b or b in a or difflib.SequenceMatcher(None, a, b).ratio() >= 0.8)


def evidence_of(claim: Fields) -> str | None:
    """The words of the claim's evidence, which annotations give as a plain string."""
    given = claim.get("evidence")
    words = given.get("text") if isinstance(given, Mapping) else given
    return str(words) if words is not None else None


def count_found(gold: Sequence[Fields], read: Sequence[Fields]) -> tuple[int, int]:
    """How many of the annotated parties were read, and how many of those read are annotated."""
    found = sum(any(is_same_actor(x, y) for y in read) for x in gold)
    return found, sum(any(is_same_actor(x, y) for x in gold) for y in read)


def compare_claims(
    gold: Fields,
    read: Fields,
    gold_actors: Mapping[str, Fields],
    actors: Mapping[str, Fields],
    *,
    by_class: bool = False,
) -> Match:
    """How a claim that was read matches an annotated one.

    Args:
        gold: the annotated claim.
        read: the claim that was read.
        gold_actors: the annotated actors by id.
        actors: the actors that were read, by id.
        by_class: types of one PLOVER class count as the same; types without a class match nothing then.
    """
    if not _same_type(gold["type"], read["type"], by_class=by_class):
        return NO_MATCH
    sides = [_parties(gold, read, gold_actors, actors, role) for role in ("actor", "recipient")]
    symmetric = load_claim_types()[gold["type"]].symmetric
    if symmetric:
        sides = [(sides[0][0] + sides[1][0], sides[0][1] + sides[1][1])]
    found = [count_found(mine, theirs) for mine, theirs in sides]
    core = all(not mine or hits[0] for (mine, _), hits in zip(sides, found, strict=True))
    if symmetric:  # one shared party is not yet the same meeting
        core = found[0][0] >= min(2, len(sides[0][0]))
    if gold["type"] in OFFICE_TYPES and gold.get("office"):
        core = core and names_agree(gold["office"].get("title"), (read.get("office") or {}).get("title"))
    same_words = overlaps(evidence_of(gold), evidence_of(read))
    full = all(hits == (len(mine), len(theirs)) for (mine, theirs), hits in zip(sides, found, strict=True))
    exact = core and full and same_words and _same_standing(gold, read)
    size = sum(len(mine) + len(theirs) for mine, theirs in sides) or 1
    return Match(core, exact, sum(map(sum, found)) / size + same_words + exact)


def _same_type(gold: str, read: str, *, by_class: bool) -> bool:
    if not by_class:
        return gold == read
    plover = load_claim_types()[gold].plover
    return plover is not None and plover == load_claim_types()[read].plover


def _parties(
    gold: Fields, read: Fields, gold_actors: Mapping[str, Fields], actors: Mapping[str, Fields], role: str
) -> tuple[list[Fields], list[Fields]]:
    mine = [gold_actors[i] for i in gold.get(role) or [] if i in gold_actors]
    return mine, [actors[i] for i in read.get(role) or [] if i in actors]


def _same_standing(gold: Fields, read: Fields) -> bool:
    """Whether mode (where annotated), negation and status agree."""
    if gold.get("mode") and gold["mode"] != read.get("mode"):
        return False
    if bool(gold.get("negated")) != bool(read.get("negated")):
        return False
    return bool((gold.get("status") or "happened") == (read.get("status") or "happened"))
