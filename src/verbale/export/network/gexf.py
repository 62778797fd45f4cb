"""The graph as GEXF 1.3, which Gephi opens with its timeline (https://gexf.net)."""

from xml.etree import ElementTree as ET

from verbale.export.network.dyads import EDGE_COLUMNS, NODE_COLUMNS, Edge, Network
from verbale.export.network.spells import Spell, merge_spells
from verbale.export.network.xml_text import add, to_bytes

NAMESPACE = "http://gexf.net/1.3"

_NUMBERS = frozenset({"publishers", "reports"})
_OWN_ATTRIBUTES = frozenset({"weight", "name"})
"""Columns that GEXF has attributes of its own for: an edge's weight, a node's label."""


def format_gexf(network: Network) -> bytes:
    """The document. Edges between the same two differ in `kind` (class and status), so that Gephi keeps them apart."""
    root = ET.Element("gexf", {"xmlns": NAMESPACE, "version": "1.3"})
    add(add(root, "meta"), "creator", "Verbale")
    time = {"timeformat": "date", "timerepresentation": "interval"}
    graph = add(root, "graph", defaultedgetype="directed", idtype="string", mode="dynamic", **time)
    _declare(graph, "node", NODE_COLUMNS)
    _declare(graph, "edge", EDGE_COLUMNS)
    nodes = add(graph, "nodes", count=len(network.nodes))
    for node in network.nodes:
        child = add(nodes, "node", id=node.id, label=node.name)
        _add_values(child, {"kind": node.kind, "country": node.country})
    edges = add(graph, "edges", count=len(network.edges))
    for edge in network.edges:
        _add_edge(edges, edge)
    return to_bytes(root)


def _declare(graph: ET.Element, class_: str, columns: dict[str, str]) -> None:
    attributes = add(graph, "attributes", class_=class_)
    for column in columns:
        if column not in _OWN_ATTRIBUTES:
            type_ = "integer" if column in _NUMBERS else "string"
            add(attributes, "attribute", id=column, title=column, type=type_)


def _add_edge(edges: ET.Element, edge: Edge) -> None:
    columns = edge.to_columns()
    child = add(
        edges,
        "edge",
        id=edge.id,
        source=edge.source,
        target=edge.target,
        type="directed" if edge.directed else "undirected",
        kind=f"{edge.name} {edge.status}",
        label=edge.name,
        weight=columns["weight"],
    )
    _add_values(child, columns)
    spells = merge_spells(_list_spells(edge))
    if spells:
        parent = add(child, "spells")
        for start, end in spells:
            add(parent, "spell", start=start, end=end)


def _add_values(parent: ET.Element, values: dict[str, str | int | None] | dict[str, str | None]) -> None:
    child = add(parent, "attvalues")
    for column, value in values.items():
        if value is not None and column not in _OWN_ATTRIBUTES:
            add(child, "attvalue", for_=column, value=value)


def _list_spells(edge: Edge) -> list[Spell]:
    """Days of the dated happenings; of one that is open at an end, the day that is said."""
    days = [
        (happening.start or happening.end, happening.end or happening.start) for happening in edge.happenings
    ]
    return [(start, end) for start, end in days if start and end]
