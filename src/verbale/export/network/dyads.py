"""The graph of a record: identities, and between them what they are said to do to each other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from typing import Literal

from verbale.export.happenings import Happening, gather_happenings
from verbale.export.plover.scheme import code_type
from verbale.export.wording import name_party
from verbale.lexicon.claim_types import load_claim_types
from verbale.record.queries.claim_rows import ClaimRow, PartyRow

EdgeClass = Literal["type", "plover"]

NODE_COLUMNS = {
    "kind": "person, state, body or office",
    "country": "code of the country that it acts for or belongs to; empty where not known",
    "name": "the name that the record knows it by",
}
"""What a node says, beside its id (the identity) and label (the name)."""

EDGE_COLUMNS = {
    "class": "claim type, or with `--edges plover` PLOVER class",
    "status": "happened, planned, alleged or called_for",
    "weight": "how many happenings",
    "first": "first day (ISO 8601) of the earliest, empty where none is dated",
    "last": "last day of the latest",
    "publishers": "how many publishers reported them, reprints left out",
    "reports": "how many reports tell of them",
}
"""What an edge says, beside its ends."""


@dataclass(frozen=True, slots=True)
class Node:
    """An identity."""

    id: str
    name: str
    kind: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Edge:
    """All happenings of one class and status between two identities; undirected where both sides act."""

    source: str
    target: str
    directed: bool
    name: str
    status: str
    happenings: tuple[Happening, ...]

    @property
    def id(self) -> str:
        """Made of what tells edges apart."""
        arrow = ">" if self.directed else "-"
        return f"{self.source}{arrow}{self.target}/{self.name}/{self.status}"

    @property
    def first(self) -> date | None:
        """The earliest day that is said."""
        return min(_list_days(self.happenings), default=None)

    @property
    def last(self) -> date | None:
        """The latest day that is said."""
        return max(_list_days(self.happenings), default=None)

    def to_columns(self) -> dict[str, str | int | None]:
        """Values of EDGE_COLUMNS."""
        told = [claim for happening in self.happenings for claim in happening.claims]
        return {
            "class": self.name,
            "status": self.status,
            "weight": len(self.happenings),
            "first": self.first.isoformat() if self.first else None,
            "last": self.last.isoformat() if self.last else None,
            "publishers": len({name for happening in self.happenings for name in happening.publishers}),
            "reports": len({claim.report_id for claim in told}),
        }


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges in the order of their ids."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def build_network(claims: Iterable[ClaimRow], edge_class: EdgeClass = "type") -> Network:
    """The graph of claims; whoever has no identity ("=protesters") and whoever deals with nobody is left out.

    Args:
        claims: what is negated makes no edge.
        edge_class: edges by claim type, or by PLOVER class; types that have none make no edge then.
    """
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str, bool, str, str], list[Happening]] = {}
    for happening in gather_happenings(claims):
        claim = happening.claims[0]
        name = claim.type if edge_class == "type" else code_type(claim.type, claim.mode).event
        for one, other, directed in list_dyads(claim) if name else ():
            nodes.setdefault(one.id, one)
            nodes.setdefault(other.id, other)
            edges.setdefault((one.id, other.id, directed, name or "", claim.status), []).append(happening)
    found = (Edge(*key, tuple(told)) for key, told in edges.items())
    return Network(_sort_nodes(nodes), tuple(sorted(found, key=lambda edge: edge.id)))


def list_dyads(claim: ClaimRow) -> Iterator[tuple[Node, Node, bool]]:
    """Pairs of a claim and whether they have a direction: actor to recipient, or those who act together.

    Only types whose parties all act (a meeting) pair their actors: two who criticise do not criticise each other.
    """
    actors, recipients = _list_nodes(claim.actor), _list_nodes(claim.recipient)
    if recipients:
        yield from ((one, other, True) for one, other in product(actors, recipients) if one.id != other.id)
    elif load_claim_types()[claim.type].symmetric:
        yield from ((one, other, False) for one, other in combinations(sorted(actors, key=_by_id), 2))


def _list_nodes(parties: Iterable[PartyRow]) -> list[Node]:
    """Each identity once."""
    found = {
        party.identity: Node(
            party.identity, name_party(party), party.kind, party.known_country or party.country
        )
        for party in parties
        if party.identity
    }
    return list(found.values())


def _by_id(node: Node) -> str:
    return node.id


def _sort_nodes(nodes: Mapping[str, Node]) -> tuple[Node, ...]:
    return tuple(nodes[id_] for id_ in sorted(nodes))


def _list_days(happenings: Iterable[Happening]) -> list[date]:
    return [day for happening in happenings for day in (happening.start, happening.end) if day]
