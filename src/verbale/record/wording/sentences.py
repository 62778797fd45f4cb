"""A claim as a sentence for readers: who did what to whom, where, about what."""

from collections.abc import Iterable, Sequence

from verbale.record.queries.claim_rows import ClaimRow, PartyRow
from verbale.record.wording.articles import call_in_sentence
from verbale.record.wording.deeds import has_passive, say_deed, say_passive
from verbale.record.wording.details import say_details
from verbale.record.wording.offices import say_office


def say_claim(claim: ClaimRow, subject: str | None = None) -> str:
    """A claim in one sentence, without a full stop; parties under the names that the record knows them by.

    Args:
        claim: of the record.
        subject: an identity that comes first among those who act, as in its own dossier.

    For example `Anna Nowak met Marko Petrov in Vienna: trade`, `Serbia did not impose sanctions on Russia`.
    """
    actors = _put_first(claim.actor, subject)
    others: Sequence[PartyRow] = claim.recipient
    if not actors and others and has_passive(claim.type):
        parts = [name_parties(others), say_passive(claim), _say_as(claim), _say_place(claim, others)]
        said = " ".join(filter(None, parts))
        return said[:1].upper() + said[1:] + say_details(claim, "", alone=False)
    if claim.type in ("meet", "call") and len(actors) > 1 and not others:
        actors, others = actors[:1], actors[1:]
    verb, direct = say_deed(claim, alone=not others)
    held = say_office(claim.office) if claim.type == "hold_office" else ""
    whom = name_parties(others)
    if claim.type == "visit" and _lies_in(claim, others):
        whom = f"{claim.place}, {whom}"
    parts = [name_parties(actors) or "Somebody", verb, held, whom, _say_as(claim), direct]
    said = " ".join(filter(None, (*parts, _say_place(claim, others, direct))))
    return said[:1].upper() + said[1:] + say_details(claim, direct, alone=not others)


def name_parties(parties: Iterable[PartyRow]) -> str:
    """Names in a row as a sentence has them, the last after "and".

    >>> name_parties(PartyRow("", name, "state", None, None, None) for name in ("Serbia", "Norway", "United States"))
    'Serbia, Norway and the United States'
    """
    names = list(
        dict.fromkeys(call_in_sentence(party.known_as or party.name, party.kind) for party in parties)
    )
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _put_first(parties: Sequence[PartyRow], subject: str | None) -> Sequence[PartyRow]:
    return sorted(parties, key=lambda party: party.identity != subject) if subject else parties


def _say_as(claim: ClaimRow) -> str:
    """The office that somebody is appointed to, dismissed from or leaves."""
    return f"as {say_office(claim.office)}" if claim.office and claim.type != "hold_office" else ""


def _lies_in(claim: ClaimRow, others: Sequence[PartyRow]) -> bool:
    """Whether the place lies in the one state that is visited."""
    if len(others) != 1 or others[0].kind != "state" or not claim.place or claim.place_country is None:
        return False
    state = others[0]
    return claim.place_country == state.country and claim.place not in (state.name, state.known_as)


def _say_place(claim: ClaimRow, others: Sequence[PartyRow], direct: str = "") -> str:
    """Where: directly after "visited", else after "in"; nothing where a party is the place, or the object names it."""
    named = {party.known_as or party.name for party in others}
    if (
        not claim.place
        or claim.place in named
        or claim.place in direct
        or (claim.type == "visit" and _lies_in(claim, others))
    ):
        return ""
    return claim.place if claim.type == "visit" and not others else f"in {claim.place}"
