"""A claim as a node: schema:Event with the roles of its parties, and where it comes from in PROV-O."""

from datetime import UTC

from verbale.export.jsonld.agents import Node, identify_party
from verbale.export.jsonld.names import make_urn, prune
from verbale.export.wording import summarise_claim
from verbale.model import Status
from verbale.record.queries.claim_rows import ClaimRow, PartyRow

_HOLDS = frozenset({"hold_office", "leave_office", "contest"})
"""Types whose office is the actor's; in the others (appoint, dismiss) it is the recipient's."""


def make_claim(claim: ClaimRow) -> Node:
    """What the report says. `verbale:status` and `verbale:negated` tell whether it says that it happened."""
    return prune(
        {
            "@id": make_urn("claim", claim.id),
            "@type": ["schema:Event", "prov:Entity"],
            "schema:name": summarise_claim(claim),
            "schema:description": claim.evidence[2],
            "schema:startDate": claim.when_start.isoformat() if claim.when_start else None,
            "schema:endDate": claim.when_end.isoformat() if claim.when_end else None,
            "schema:eventStatus": _status(claim),
            "schema:location": _locate(claim),
            "schema:actor": [_play(claim, party, "schema:actor", "actor") for party in claim.actor],
            "schema:participant": [
                _play(claim, party, "schema:participant", "recipient") for party in claim.recipient
            ],
            "schema:about": _hold_office(claim),
            "verbale:type": claim.type,
            "verbale:mode": claim.mode,
            "verbale:status": claim.status,
            "verbale:negated": claim.negated,
            "verbale:object": claim.object,
            "verbale:topic": claim.topic,
            "verbale:quote": claim.quote,
            "verbale:confidence": claim.confidence,
            "verbale:event": {"@id": make_urn("event", claim.event)} if claim.event else None,
            "prov:wasDerivedFrom": make_urn("report", claim.report_id),
            "prov:wasAttributedTo": [identify_party(claim, party) for party in claim.attributed_to],
            "prov:generatedAtTime": claim.recorded_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        }
    )


def _status(claim: ClaimRow) -> Node | None:
    """schema.org knows of what lies ahead, not of what is alleged or demanded."""
    planned = claim.status == Status.PLANNED and not claim.negated
    return {"@id": "schema:EventScheduled"} if planned else None


def _play(claim: ClaimRow, party: PartyRow, property_: str, role: str) -> Node:
    """A schema:Role: the property is said again inside it, as schema.org wants."""
    return {
        "@type": "schema:Role",
        "schema:roleName": role,
        property_: {"@id": identify_party(claim, party)},
    }


def _hold_office(claim: ClaimRow) -> list[Node]:
    """The office as schema:OrganizationRole of each who holds or gets it; dated only where it is said to be held."""
    if claim.office is None:
        return []
    title, body, country = claim.office
    held = claim.type == "hold_office" and claim.status == Status.HAPPENED and not claim.negated
    organisation: Node = {"@type": "schema:Organization", "schema:name": body, "verbale:country": country}
    role: Node = {
        "@type": "schema:OrganizationRole",
        "schema:roleName": title,
        "schema:memberOf": prune(organisation) if body or country else None,
        "schema:startDate": claim.when_start.isoformat() if held and claim.when_start else None,
        "schema:endDate": claim.when_end.isoformat() if held and claim.when_end else None,
    }
    holders = claim.actor if claim.type in _HOLDS else claim.recipient
    return [prune({**role, "schema:member": {"@id": identify_party(claim, party)}}) for party in holders] or [
        prune(role)
    ]


def _locate(claim: ClaimRow) -> Node | None:
    if claim.place is None:
        return None
    known = claim.lat is not None and claim.lon is not None
    geo = {"@type": "schema:GeoCoordinates", "schema:latitude": claim.lat, "schema:longitude": claim.lon}
    country = (claim.place_country or "").upper()
    address: Node = {"@type": "schema:PostalAddress", "schema:addressCountry": country}
    return prune(
        {
            "@type": "schema:Place",
            "schema:name": claim.place,
            "schema:address": address if country else None,
            "schema:geo": geo if known else None,
        }
    )
