"""Located claims as a GeoJSON FeatureCollection (RFC 7946), for QGIS and web maps."""

from collections.abc import Iterable, Iterator

from verbale.export.json_lines import format_lines
from verbale.export.wording import name_parties, summarise_claim
from verbale.record.queries.claim_rows import ClaimRow

PROPERTIES = {
    "title": "the claim in one line; begins with `planned:`, `not:` and the like where it is not plainly done",
    "type": "type of the claim",
    "mode": "its mode",
    "actor": "names of those who act",
    "recipient": "names of those who are acted on",
    "attributed_to": "names of those who say so, empty where the report does",
    "object": "the measure, honour, agreement that it is about",
    "topic": "about or for what, as written",
    "start": "first day (ISO 8601), null where open or not said",
    "end": "last day",
    "status": "happened, planned, alleged or called_for",
    "negated": "true: did not happen, or does not hold",
    "place": "name of the place",
    "country": "code of the country that the place lies in",
    "confidence": "probability that the claim was read rightly, 0 to 1",
    "event": "the event of the record, null for claims that stand alone",
    "sentence": "the sentence that says it",
    "report": "id of the report",
    "report_title": "its title",
    "publisher": "who published it",
    "url": "where",
    "published": "when (ISO 8601)",
}
"""Properties of a feature with what they hold."""


def format_geojson(claims: Iterable[ClaimRow]) -> Iterator[str]:
    """The text in parts: a feature for each claim with coordinates, in their order; the others are left out."""
    located = (make_feature(claim) for claim in claims if claim.lat is not None and claim.lon is not None)
    return format_lines({"type": "FeatureCollection"}, "features", located)


def make_feature(claim: ClaimRow) -> dict[str, object]:
    """One claim; coordinates are longitude, then latitude (RFC 7946, 3.1.1)."""
    return {
        "type": "Feature",
        "id": claim.id,
        "geometry": {"type": "Point", "coordinates": [claim.lon, claim.lat]},
        "properties": {
            "title": summarise_claim(claim),
            "type": claim.type,
            "mode": claim.mode,
            "actor": name_parties(claim.actor),
            "recipient": name_parties(claim.recipient),
            "attributed_to": name_parties(claim.attributed_to),
            "object": claim.object,
            "topic": claim.topic,
            "start": claim.when_start.isoformat() if claim.when_start else None,
            "end": claim.when_end.isoformat() if claim.when_end else None,
            "status": claim.status,
            "negated": claim.negated,
            "place": claim.place,
            "country": claim.place_country,
            "confidence": claim.confidence,
            "event": claim.event,
            "sentence": claim.evidence[2],
            "report": claim.report_id,
            "report_title": claim.title,
            "publisher": claim.publisher,
            "url": claim.url,
            "published": claim.published.isoformat() if claim.published else None,
        },
    }
