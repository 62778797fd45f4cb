"""The graph as GraphML, which Gephi, yEd, Cytoscape and networkx read (http://graphml.graphdrawing.org)."""

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

from verbale.export.network.dyads import EDGE_COLUMNS, NODE_COLUMNS, Network
from verbale.export.network.xml_text import add, to_bytes

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"

_TYPES = {"weight": "double", "publishers": "int", "reports": "int"}


def format_graphml(network: Network) -> bytes:
    """The document; `label` repeats the name of nodes and the class of edges, since that is what Gephi shows."""
    root = ET.Element("graphml", {"xmlns": NAMESPACE})
    _declare(root, "node", ["label", *NODE_COLUMNS])
    _declare(root, "edge", ["label", *EDGE_COLUMNS])
    graph = add(root, "graph", id="record", edgedefault="directed")
    for node in network.nodes:
        values = {"label": node.name, "kind": node.kind, "country": node.country, "name": node.name}
        _add_values(add(graph, "node", id=node.id), "node", values)
    for edge in network.edges:
        directed = None if edge.directed else "false"
        child = add(graph, "edge", id=edge.id, source=edge.source, target=edge.target, directed=directed)
        _add_values(child, "edge", {"label": edge.name, **edge.to_columns()})
    return to_bytes(root)


def _declare(root: ET.Element, domain: str, columns: Iterable[str]) -> None:
    for column in columns:
        key = {"id": f"{domain}.{column}", "for": domain, "attr.name": column}
        ET.SubElement(root, "key", {**key, "attr.type": _TYPES.get(column, "string")})


def _add_values(parent: ET.Element, domain: str, values: Mapping[str, str | int | None]) -> None:
    for column, value in values.items():
        if value is not None:
            add(parent, "data", str(value), key=f"{domain}.{column}")
