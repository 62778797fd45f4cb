"""Claims of readings as flat rows: one a claim, the same columns in CSV and Parquet."""

from collections.abc import Iterable, Iterator

from verbale.model import Claim, Reading

COLUMNS = (
    "report", "title", "publisher", "url", "published",
    "claim", "type", "mode", "actor", "recipient", "object",
    "office_title", "office_body", "office_country", "topic", "quote",
    "when_start", "when_end", "when_text", "place", "place_country", "lat", "lon",
    "negated", "status", "attributed_to", "evidence", "evidence_start", "evidence_end",
    "trigger", "confidence", "error", "error_message",
)  # fmt: skip
"""`error` and `error_message` are for documents that could not be read, which have no claim."""


def flatten_claims(reading: Reading) -> Iterator[dict[str, object]]:
    """A row for each claim of a reading, in its order."""
    names = actor_names(reading)
    for claim in reading.claims:
        yield _report_cells(reading) | _claim_cells(claim, names) | _circumstance_cells(claim)


def actor_names(reading: Reading) -> dict[str, str]:
    """The name of each actor of a reading by its id."""
    return {actor.id: actor.name for actor in reading.actors}


def join_names(ids: Iterable[str], names: dict[str, str], mark: str = "; ") -> str:
    """Names of actors in one string.

    >>> join_names(("a2", "a1"), {"a1": "Serbia", "a2": "Russia"})
    'Russia; Serbia'
    """
    return mark.join(names[each] for each in ids)


def _report_cells(reading: Reading) -> dict[str, object]:
    """The columns that all claims of a report share."""
    report = reading.report
    return {
        "report": report.id,
        "title": report.title,
        "publisher": report.publisher,
        "url": report.url,
        "published": report.published.isoformat() if report.published else "",
    }


def _claim_cells(claim: Claim, names: dict[str, str]) -> dict[str, object]:
    """Who did what to whom."""
    office = claim.office
    return {
        "claim": claim.id,
        "type": claim.type,
        "mode": claim.mode,
        "actor": join_names(claim.actor, names),
        "recipient": join_names(claim.recipient, names),
        "object": claim.object,
        "office_title": office.title if office else "",
        "office_body": office.body if office else "",
        "office_country": office.country if office else "",
        "topic": claim.topic,
        "quote": claim.quote,
        "attributed_to": join_names(claim.attributed_to, names),
        "confidence": claim.confidence,
    }


def _circumstance_cells(claim: Claim) -> dict[str, object]:
    """When and where, how it stands, and the words that say it."""
    when = claim.when.to_dict() if claim.when else {}
    place = claim.place.to_dict() if claim.place else {}
    return {
        "when_start": when.get("start"),
        "when_end": when.get("end"),
        "when_text": when.get("text"),
        "place": place.get("name"),
        "place_country": place.get("country"),
        "lat": place.get("lat"),
        "lon": place.get("lon"),
        "negated": "true" if claim.negated else "false",
        "status": claim.status.value,
        "evidence": claim.evidence.text,
        "evidence_start": claim.evidence.start,
        "evidence_end": claim.evidence.end,
        "trigger": claim.trigger.text,
    }
