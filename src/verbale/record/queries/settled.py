"""Claims as people left them: what they rejected is gone, what they corrected has the right values."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, select

from verbale.lexicon.territories import load_territories
from verbale.model import Kind
from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.queries.claim_rows import ClaimRow, PartyRow
from verbale.record.reviewing import PARTIES


def settle_claims(conn: Connection, claims: Iterable[ClaimRow]) -> Iterator[ClaimRow]:
    """The claims that stand after review, in their order; those nobody looked at are as they were read.

    A name of a correction is the actor of the report that is known by it; any other name is somebody new, who is
    a state where it is a state's, else of the kind of the party that was there before.
    """
    for claim in claims:
        review = claim.review
        if review is None or review.verdict == "accept":
            yield claim
        elif review.verdict == "correct":
            cast = _load_cast(conn, claim.report_id) if set(PARTIES) & set(review.values) else {}
            yield correct_claim(claim, review.values, cast)


def correct_claim(claim: ClaimRow, values: Mapping[str, Any], cast: Mapping[str, PartyRow]) -> ClaimRow:
    """The claim with the values of a correction.

    Args:
        claim: as it was read.
        values: by field of `reviewing.FIELDS`, as they are stored.
        cast: the actors of the claim's report by every name that they go by.
    """
    new: dict[str, Any] = {
        field: value for field, value in values.items() if field not in (*PARTIES, "when_start", "when_end")
    }
    for end in {"when_start", "when_end"} & set(values):
        new[end] = date.fromisoformat(values[end]) if values[end] else None
    for role in set(PARTIES) & set(values):
        new[role] = tuple(_find_parties(values[role], getattr(claim, role), cast))
    if "type" in values and values["type"] != claim.type:
        new.setdefault("mode", None)
    if "place" in values and values["place"] != claim.place:
        new.update(place_country=None, lat=None, lon=None)
    return replace(claim, **new)


def _find_parties(
    names: Sequence[str], before: Sequence[PartyRow], cast: Mapping[str, PartyRow]
) -> Iterator[PartyRow]:
    for at, name in enumerate(names):
        known = cast.get(name.casefold())
        yield known or _make_party(name, before[min(at, len(before) - 1)].kind if before else Kind.PERSON)


def _make_party(name: str, kind: str) -> PartyRow:
    """Somebody whom the reading does not have: `ref` is empty.

    >>> _make_party("Norway", "person").kind, _make_party("Ola Nordmann", "person").country
    ('state', None)
    """
    state = load_territories().by_name(name)
    if state and state.is_country:
        return PartyRow("", state.name, Kind.STATE.value, state.code, None, None)
    return PartyRow("", name, kind, None, None, None)


def _load_cast(conn: Connection, report_id: str) -> dict[str, PartyRow]:
    """Actors of the reading that stands, by names and aliases in small letters; the first one keeps a name."""
    a, i = t.actors.c, t.identities.c
    joined = t.actors.outerjoin(t.links, and_(t.links.c.actor_key == a.key, held(t.links)))
    columns = (a.ref, a.name, a.kind, a.country, i.id, i.name, i.country, a.aliases)
    query = select(*columns).select_from(joined.outerjoin(t.identities, i.id == t.links.c.identity_id))
    cast: dict[str, PartyRow] = {}
    for *values, aliases in conn.execute(
        query.where(a.report_id == report_id, held(t.actors)).order_by(a.key)
    ):
        party = PartyRow(*values)
        for name in filter(None, (party.name, party.known_as, *aliases)):
            cast.setdefault(name.casefold(), party)
    return cast
