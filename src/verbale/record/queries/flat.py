"""A claim of the record as one row of plain values, for tables and files."""

from collections.abc import Iterable

from verbale.record.queries.claim_rows import ClaimRow, PartyRow

COLUMNS = (
    "claim", "type", "mode", "actor", "recipient", "object",
    "office_title", "office_body", "office_country", "topic", "quote",
    "when_start", "when_end", "when_text", "place", "place_country", "lat", "lon",
    "negated", "status", "attributed_to", "evidence", "evidence_start", "evidence_end", "trigger", "confidence",
    "report", "title", "publisher", "url", "published", "event", "review", "recorded_at",
)  # fmt: skip
"""Columns of a flat claim: those of `verbale read --format csv`, then what the record adds."""


def flatten(claim: ClaimRow) -> dict[str, object]:
    """The claim by COLUMNS: parties under the names that the record knows them by, None where nothing is said."""
    title, body, country = claim.office or (None, None, None)
    return {
        "claim": claim.id,
        "type": claim.type,
        "mode": claim.mode,
        "actor": join_parties(claim.actor),
        "recipient": join_parties(claim.recipient),
        "object": claim.object,
        "office_title": title,
        "office_body": body,
        "office_country": country,
        "topic": claim.topic,
        "quote": claim.quote,
        **_circumstances(claim),
        "negated": "true" if claim.negated else "false",
        "status": claim.status,
        "attributed_to": join_parties(claim.attributed_to),
        "evidence": claim.evidence[2],
        "evidence_start": claim.evidence[0],
        "evidence_end": claim.evidence[1],
        "trigger": claim.trigger[2],
        "confidence": claim.confidence,
        "report": claim.report_id,
        "title": claim.title,
        "publisher": claim.publisher,
        "url": claim.url,
        "published": claim.published,
        "event": claim.event,
        "review": claim.review.verdict if claim.review else None,
        "recorded_at": claim.recorded_at.isoformat(),
    }


def _circumstances(claim: ClaimRow) -> dict[str, object]:
    return {
        "when_start": claim.when_start,
        "when_end": claim.when_end,
        "when_text": claim.when_text,
        "place": claim.place,
        "place_country": claim.place_country,
        "lat": claim.lat,
        "lon": claim.lon,
    }


def join_parties(parties: Iterable[PartyRow], mark: str = "; ") -> str:
    """Names of parties in one string, as the record knows them.

    >>> join_parties([PartyRow("a1", "Vulin", "person", "rs", "identity:1", "Aleksandar Vulin")])
    'Aleksandar Vulin'
    """
    return mark.join(party.known_as or party.name for party in parties)
