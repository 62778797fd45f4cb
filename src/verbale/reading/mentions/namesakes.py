"""Names that several countries have: the one of the report's countries is meant ("Labour Party", "Georgia")."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from verbale.lexicon.nouns import Institution, load_nouns
from verbale.lexicon.territories import Territory, load_territories
from verbale.reading.mentions.known import Known
from verbale.reading.mentions.words import Words

_AT_HOME = "us"
"""The country whose parties a report names without it."""


def settle_namesakes(words: Words, known: Mapping[int, Known]) -> dict[int, Known]:
    """The known names, each institution that of a country named; parties of elsewhere drop out."""
    counts: Counter[str | None] = Counter(
        code
        for hit in known.values()
        if hit.territory
        for code in {hit.territory.code, hit.territory.parent}
        if code
    )
    named = {hit.territory.code: hit.territory for hit in known.values() if hit.territory}
    settled: dict[int, Known] = {}
    for start, hit in known.items():
        if hit.territory:
            others = [t for code, t in named.items() if code != hit.territory.code]
            meant_by = _namesake(words, hit.territory, others) if hit.use == "name" else hit.territory
            settled[start] = replace(hit, territory=meant_by)
        if hit.institution is None:
            settled.setdefault(start, hit)
            continue
        meant = _meant(words.text[hit.start : hit.end], hit.institution, counts)
        if meant:
            settled[start] = replace(hit, institution=meant)
    return settled


def _meant(name: Sequence[str], first: Institution, counts: Counter[str | None]) -> Institution | None:
    """The institution of this name whose country is named most; None where a party can only be another country's."""
    bearers = load_nouns().namesakes.get("".join(name), (first,))
    is_common = all(word.lower() in load_nouns().party_words for word in name)
    least = max(counts.values(), default=0) / 2 if is_common else 1
    named = [(counts[body.country], -at) for at, body in enumerate(bearers) if body.country in counts]
    if named and max(named)[0] >= least:
        return bearers[-max(named)[1]]
    is_foreign = bool(counts) and first.sort == "party" and first.country not in (None, _AT_HOME)
    return None if is_foreign and (is_common or len(bearers) > 1) else first


def _namesake(words: Words, territory: Territory, others: Sequence[Territory]) -> Territory:
    """The part of a state that a country's name means where other parts or its seat are named ("Georgia", of the US).

    Not where anything else of the country or its neighbours is.
    """
    parts = [t for t in load_territories().candidates(territory.name) if t.kind == "subdivision"]
    if territory.kind != "country" or not parts:
        return territory
    if any(territory.code in (t.code, t.parent) or t.region == territory.region for t in others):
        return territory
    for part in parts:
        beside = any(t.parent == part.parent for t in others)
        if part.parent != territory.code and (beside or any(seat in words.text for seat in part.capitals)):
            return part
    return territory
