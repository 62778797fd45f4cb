"""Which of the candidates an actor is, if any."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from verbale.record.identity import weights
from verbale.record.identity.comparison import Comparison, Evidence, compare
from verbale.record.identity.known import Known
from verbale.record.identity.person_names import NameMatch, parse_person_name
from verbale.record.identity.profile import Profile

Company = Callable[[Sequence[str]], Mapping[str, int]]
"""Identities -> how many of the others in the report were named together with each before."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The identity chosen and the evidence for it."""

    known: Known
    comparison: Comparison


def choose(
    actor: Profile,
    candidates: Sequence[Known],
    company: Company,
    *,
    before: str | None = None,
    bearers: int = 1,
) -> Choice | None:
    """The candidate that an actor is, None where none is good enough or two are as good.

    Args:
        actor: what the report says of it.
        candidates: identities that share a key with it.
        company: asked only where the evidence is not clear by itself.
        before: the identity that an earlier reading of the same report linked it to.
        bearers: identities in the record with its family name.
    """
    scored = [Choice(k, c) for k in candidates if (c := compare(actor, k.profile, bearers=bearers))]
    scored = [_add_standing(choice, before, bearers) for choice in scored]
    ranked = _rank(_without_bare(scored))
    if not ranked:
        return None
    if not _is_clear(ranked):
        ranked = _rank(_add_company(ranked, company))
    return ranked[0] if _is_clear(ranked) else None


def _rank(choices: Sequence[Choice]) -> list[Choice]:
    return sorted(choices, key=lambda c: (-c.comparison.total, -c.known.reports, c.known.id))


def _without_bare(choices: Sequence[Choice]) -> Sequence[Choice]:
    """Those known by more than a bare name, where one of them is good enough: the bare one may be any of them."""
    full = [choice for choice in choices if _is_full(choice.known)]
    return full if any(choice.comparison.total >= weights.LINK for choice in full) else choices


def _is_clear(ranked: Sequence[Choice]) -> bool:
    """Whether the first is good enough, and better than the second by enough."""
    best = ranked[0].comparison.total
    if best < weights.LINK:
        return False
    return len(ranked) == 1 or best - ranked[1].comparison.total >= weights.CLEAR_BY


def _add_standing(choice: Choice, before: str | None, bearers: int) -> Choice:
    pieces = []
    if choice.known.id == before:
        pieces.append(Evidence("same report", "an earlier reading linked it so", weights.SAME_REPORT))
    if _is_bare_family_name(choice) and bearers == 1 and _is_full(choice.known):
        pieces.append(
            Evidence("only bearer", "nobody else of that family name is known", weights.ONLY_BEARER)
        )
    return Choice(choice.known, choice.comparison.with_more(*pieces)) if pieces else choice


def _is_bare_family_name(choice: Choice) -> bool:
    return choice.comparison.evidence[0].name == NameMatch.FAMILY.value


def _is_full(known: Known) -> bool:
    return any(len(parse_person_name(name).words) > 1 for name in known.names)


def _add_company(choices: Sequence[Choice], company: Company) -> list[Choice]:
    shared = company([choice.known.id for choice in choices])
    return [_with_company(choice, shared.get(choice.known.id, 0)) for choice in choices]


def _with_company(choice: Choice, shared: int) -> Choice:
    if not shared:
        return choice
    note = f"{shared} of the others in the report were named with this identity before"
    piece = Evidence("shared company", note, min(shared, 2) * weights.SHARED_COMPANY)
    return Choice(choice.known, choice.comparison.with_more(piece))
