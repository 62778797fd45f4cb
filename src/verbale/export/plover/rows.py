"""Claims of the record as rows of the PLOVER tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from verbale.export.plover.scheme import code_type
from verbale.export.plover.sectors import alpha3, sector_of
from verbale.model import Status
from verbale.record.queries.claim_rows import ClaimRow, PartyRow

HISTORICAL_DAYS = 365
"""An event told more than a year after it ended is marked historical."""

COLUMNS = {
    "event_id": "the event of the record; of claims that stand alone, the claim",
    "claim_type": "type of the claim (docs/cli.md, `verbale types`)",
    "claim_mode": "its mode",
    "event": "PLOVER class",
    "mode": "PLOVER mode",
    "quad": "verbal or material, cooperation or conflict",
    "cameo": "CAMEO code",
    "score": "PLOVER's conflict-cooperation score, -10 to 10",
    "historical": "1: more than a year past when reported",
    "future": "1: planned",
    "hypothetical": "1: demanded, conditional or alleged",
    "negation": "1: did not happen, or does not hold",
    "date": "first day (ISO 8601)",
    "date_end": "last day",
    "actor": "name of the actor",
    "actor_id": "its identity in the record, empty for those who stand for nobody in particular",
    "actor_country": "ISO 3166-1 alpha-3",
    "actor_sector": "PLOVER sector code",
    "recipient": "name of the recipient; of classes where all parties act, the other party",
    "recipient_id": "its identity in the record, empty as for actors",
    "recipient_country": "ISO 3166-1 alpha-3",
    "recipient_sector": "PLOVER sector code",
    "object": "what it is about: the measure, the honour, the agreement",
    "topic": "about or for what, as written",
    "office": "title of the office",
    "attributed_to": "who says so, names separated by |",
    "place": "name of the place",
    "place_country": "ISO 3166-1 alpha-3",
    "latitude": "degrees (WGS 84)",
    "longitude": "degrees (WGS 84)",
    "confidence": "probability that the claim was read rightly, 0 to 1",
    "publishers": "who reported it, reprints counted once, separated by |",
    "report_ids": "the reports, separated by |",
    "sentence": "the sentence that says it",
}
"""The columns of both tables with what they hold, in order."""

Row = dict[str, str | int | float | None]


@dataclass(frozen=True, slots=True)
class Coded:
    """An event with the claims that tell of it, the one that speaks for it first."""

    id: str
    claims: tuple[ClaimRow, ...]


def gather_events(claims: Iterable[ClaimRow]) -> list[Coded]:
    """Claims by event and type, in the order of the first claim of each; a claim without event stands alone.

    Claims of one event that differ in type, negation or status stay apart: a plan is not its outcome.
    """
    groups: dict[tuple[object, ...], list[ClaimRow]] = {}
    for claim in claims:
        whole = claim.event or claim.id
        groups.setdefault((whole, claim.type, claim.mode, claim.negated, claim.status), []).append(claim)
    return [
        Coded(str(key[0]), tuple(sorted(group, key=lambda c: (c.copy_of is not None, -c.confidence))))
        for key, group in groups.items()
    ]


def code_event(event: Coded, titles: Mapping[str, Sequence[str]]) -> Iterator[Row]:
    """The rows of an event, one a dyad; one without recipient where there is none.

    Args:
        event: with at least one claim.
        titles: offices held, by identity, the most reported first.
    """
    first = event.claims[0]
    shared = {**_code(event), **_tell(first), **_count_sources(event.claims)}
    for actor, recipient in _dyads(first):
        sides = {**_side("actor", actor, titles), **_side("recipient", recipient, titles)}
        yield {column: {**shared, **sides}[column] for column in COLUMNS}


def _dyads(claim: ClaimRow) -> list[tuple[PartyRow | None, PartyRow | None]]:
    actors, recipients = claim.actor, claim.recipient
    if not recipients and len(actors) > 1 and code_type(claim.type).event:
        return [(one, other) for at, one in enumerate(actors) for other in actors[at + 1 :]]
    return list(product(actors or (None,), recipients or (None,)))


def _code(event: Coded) -> Row:
    claim = event.claims[0]
    coding = code_type(claim.type, claim.mode)
    end = claim.when_end or claim.when_start
    reported = claim.published
    return {
        "event_id": event.id,
        "claim_type": claim.type,
        "claim_mode": claim.mode,
        "event": coding.event,
        "mode": coding.mode,
        "quad": coding.quad,
        "cameo": coding.cameo,
        "score": coding.score,
        "historical": int(_is_historical(end, reported)),
        "future": int(claim.status == Status.PLANNED),
        "hypothetical": int(claim.status in (Status.CALLED_FOR, Status.ALLEGED)),
        "negation": int(claim.negated),
    }


def _is_historical(end: date | None, reported: date | None) -> bool:
    return bool(end and reported and (reported - end).days > HISTORICAL_DAYS)


def _tell(claim: ClaimRow) -> Row:
    return {
        "date": claim.when_start.isoformat() if claim.when_start else None,
        "date_end": claim.when_end.isoformat() if claim.when_end else None,
        "object": claim.object,
        "topic": claim.topic,
        "office": claim.office[0] if claim.office else None,
        "attributed_to": "|".join(_name(party) for party in claim.attributed_to) or None,
        "place": claim.place,
        "place_country": alpha3(claim.place_country),
        "latitude": claim.lat,
        "longitude": claim.lon,
        "confidence": claim.confidence,
        "sentence": claim.evidence[2],
    }


def _count_sources(claims: Sequence[ClaimRow]) -> Row:
    own = [claim for claim in claims if claim.copy_of is None] or claims[:1]
    return {
        "publishers": "|".join(sorted({claim.publisher for claim in own if claim.publisher})) or None,
        "report_ids": "|".join(sorted({claim.report_id for claim in claims})),
    }


def _side(role: str, party: PartyRow | None, titles: Mapping[str, Sequence[str]]) -> Row:
    return {
        role: _name(party) if party else None,
        f"{role}_id": party.identity if party else None,
        f"{role}_country": alpha3(party.known_country or party.country) if party else None,
        f"{role}_sector": sector_of(party, titles.get(party.identity or "", ())) if party else None,
    }


def _name(party: PartyRow) -> str:
    """The name that the record knows somebody by, else the report's."""
    return party.known_as or party.name
