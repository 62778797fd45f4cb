"""Claims that are sure enough as typed edges: `Occupancy`, `Sanction`, `Membership`, `UnknownLink`."""

from collections.abc import Iterator
from datetime import date

from followthemoney.proxy import EntityProxy

from verbale.export.ftm.parties import identify_party
from verbale.export.ftm.proxies import Cells, make_id, make_proxy
from verbale.export.ftm.reports import source_of
from verbale.export.ftm.schemata import schema_of
from verbale.export.wording import name_party
from verbale.model import Kind, Status
from verbale.record.queries.claim_rows import ClaimRow, PartyRow

SURE = 0.7
"""Least confidence of a claim that becomes a typed edge; below it a claim is an `Event`."""

_GETTING = frozenset({"hold_office", "appoint"})
_LOSING = frozenset({"dismiss", "leave_office"})
_BELONGING = frozenset({"belong", "join", "leave"})
_SAYING = frozenset(
    {"vote", "say", "honour", "praise", "support", "criticise", "accuse", "deny", "oppose", "demand", "warn"}
)
_ORGANISED = frozenset({"PublicBody", "Organization", "Company"})


def draw_edges(claim: ClaimRow, least: float = SURE) -> tuple[EntityProxy, ...]:
    """The typed edges of a claim, with the positions that they need; () where it is to be an event.

    Only what the report says has happened or holds, affirmed and read with at least that confidence, makes an edge.
    """
    if claim.negated or claim.status != Status.HAPPENED or claim.confidence < least:
        return ()
    if claim.type in _GETTING | _LOSING and claim.mode != "nominate":
        return tuple(_occupy(claim))
    if claim.type == "sanction":
        return tuple(_sanction(claim))
    if claim.type in _BELONGING:
        return tuple(_join(claim))
    return tuple(_link(claim)) if claim.type in _SAYING else ()


def _occupy(claim: ClaimRow) -> Iterator[EntityProxy]:
    holders = claim.actor if claim.type in ("hold_office", "leave_office") else claim.recipient
    if claim.office is None:
        return
    title, body, country = claim.office
    post = make_id("position", title.casefold(), (body or "").casefold(), country)
    people = [holder for holder in holders if holder.kind == Kind.PERSON]
    if people:
        yield make_proxy("Position", post, {"name": _name_post(title, body), "country": country})
    for holder in people:
        values = {"holder": identify_party(claim, holder), "post": post, **_tenure(claim)}
        yield _edge("Occupancy", claim, values, holder)


def _name_post(title: str, body: str | None) -> str:
    """A title with its body: "Secretary, Security Council"."""
    return f"{title}, {body}" if body else title


def _tenure(claim: ClaimRow) -> Cells:
    """Beginning and end as far as said; an office of the past without dates has ended, nobody says when."""
    start, end = _days(claim)
    if claim.type in _LOSING:
        return {"endDate": end or start, "status": "ended"}
    if claim.type == "appoint":
        return {"startDate": start}
    past = claim.when_start is None and claim.when_end is not None and claim.when_end == claim.published
    return {"startDate": start, "endDate": None if past else end, "status": "ended" if past else None}


def _sanction(claim: ClaimRow) -> Iterator[EntityProxy]:
    start, _ = _days(claim)
    for struck in claim.recipient:
        values: Cells = {
            "entity": identify_party(claim, struck),
            "authority": [name_party(actor) for actor in claim.actor],
            "country": [actor.known_country or actor.country for actor in claim.actor],
            "provisions": claim.object,
            "reason": claim.topic,
            "startDate": start,
        }
        yield _edge("Sanction", claim, values, struck)


def _join(claim: ClaimRow) -> Iterator[EntityProxy]:
    start, end = _days(claim)
    for member in claim.actor:
        for body in claim.recipient:
            if schema_of(body) not in _ORGANISED:
                continue
            values: Cells = {
                "member": identify_party(claim, member),
                "organization": identify_party(claim, body),
                "role": claim.mode,
                "startDate": start if claim.type != "leave" else None,
                "endDate": end or start if claim.type == "leave" else None,
                "status": "ended" if claim.type == "leave" else None,
            }
            yield _edge("Membership", claim, values, member, body)


def _link(claim: ClaimRow) -> Iterator[EntityProxy]:
    start, end = _days(claim)
    for subject in claim.actor:
        for party in claim.recipient:
            values: Cells = {
                "subject": identify_party(claim, subject),
                "object": identify_party(claim, party),
                "role": f"{claim.type}: {claim.mode}" if claim.mode else claim.type,
                "startDate": start,
                "endDate": end,
                "description": claim.quote or claim.topic or claim.object,
            }
            yield _edge("UnknownLink", claim, values, subject, party)


def _edge(schema: str, claim: ClaimRow, values: Cells, *ends: PartyRow) -> EntityProxy:
    """One edge a report: the same fact in two articles is two, so that each keeps its sentence."""
    id_ = make_id(schema, claim.report_id, claim.id, *(identify_party(claim, end) for end in ends))
    return make_proxy(schema, id_, {**source_of(claim), **values})


def _days(claim: ClaimRow) -> tuple[str | None, str | None]:
    return _day(claim.when_start), _day(claim.when_end)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
