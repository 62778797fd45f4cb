"""The record as one JSON-LD 1.1 document: claims, reports, and who is in them."""

from collections.abc import Iterable, Iterator

from verbale.export.json_lines import format_lines
from verbale.export.jsonld.agents import Node, identify_party, make_party, make_publisher, make_report
from verbale.export.jsonld.claims import make_claim
from verbale.export.jsonld.names import CONTEXT
from verbale.record.queries.claim_rows import ClaimRow


def format_jsonld(claims: Iterable[ClaimRow]) -> Iterator[str]:
    """The text in parts: the claims in their order, then whom and what they speak of by id; each node once."""
    return format_lines({"@context": CONTEXT}, "@graph", _list_nodes(claims))


def _list_nodes(claims: Iterable[ClaimRow]) -> Iterator[Node]:
    others: dict[str, Node] = {}
    for claim in claims:
        yield make_claim(claim)
        for party in (*claim.actor, *claim.recipient, *claim.attributed_to):
            others.setdefault(identify_party(claim, party), make_party(claim, party))
        told = [make_report(claim), *([make_publisher(claim.publisher)] if claim.publisher else [])]
        for node in told:
            others.setdefault(str(node["@id"]), node)
    yield from (others[id_] for id_ in sorted(others))
