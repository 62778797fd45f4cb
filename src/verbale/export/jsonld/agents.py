"""Parties, publishers and reports as nodes of schema.org and PROV-O."""

from verbale.export.jsonld.names import make_urn, prune
from verbale.export.wording import name_party
from verbale.model import Kind
from verbale.record.queries.claim_rows import ClaimRow, PartyRow

Node = dict[str, object]

_TYPES: dict[str, list[str]] = {
    Kind.PERSON: ["schema:Person", "prov:Person"],
    Kind.STATE: ["schema:Country", "prov:Organization"],
    Kind.BODY: ["schema:Organization", "prov:Organization"],
    Kind.GROUP: ["schema:Thing", "prov:Agent"],
    Kind.OFFICE: ["schema:Person", "prov:Person"],
}


def identify_party(claim: ClaimRow, party: PartyRow) -> str:
    """The URN of the identity; of whoever has none, one of the report's own."""
    if party.identity:
        return make_urn("identity", party.identity)
    return make_urn("actor", claim.report_id, party.ref or party.name)


def make_party(claim: ClaimRow, party: PartyRow) -> Node:
    """Somebody in a claim; of a person `verbale:country` is the state that he acts for, not his nationality."""
    return prune(
        {
            "@id": identify_party(claim, party),
            "@type": _TYPES[party.kind],
            "schema:name": name_party(party),
            "verbale:kind": party.kind,
            "verbale:country": party.known_country or party.country,
        }
    )


def make_publisher(name: str) -> Node:
    """Who published a report."""
    return {
        "@id": make_urn("publisher", name),
        "@type": ["schema:Organization", "prov:Organization"],
        "schema:name": name,
    }


def make_report(claim: ClaimRow) -> Node:
    """The report that a claim is in; a reprint is derived from the first report."""
    publisher = {"@id": make_urn("publisher", claim.publisher)} if claim.publisher else None
    return prune(
        {
            "@id": make_urn("report", claim.report_id),
            "@type": ["schema:NewsArticle", "prov:Entity"],
            "schema:headline": claim.title,
            "schema:datePublished": claim.published.isoformat() if claim.published else None,
            "schema:url": claim.url if claim.url.startswith(("http://", "https://")) else None,
            "schema:publisher": publisher,
            "prov:wasAttributedTo": publisher["@id"] if publisher else None,
            "prov:wasDerivedFrom": make_urn("report", claim.copy_of) if claim.copy_of else None,
        }
    )
