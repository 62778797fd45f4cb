"""Exports that are one file each."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from verbale.export.geojson import format_geojson
from verbale.export.icalendar.calendar import format_calendar
from verbale.export.jsonld.document import format_jsonld
from verbale.export.network.dyads import EdgeClass, build_network
from verbale.export.network.gexf import format_gexf
from verbale.export.network.graphml import format_graphml
from verbale.record.queries.claim_rows import ClaimRow


def write_file(format_: str, claims: Iterable[ClaimRow], path: Path, edges: EdgeClass = "type") -> int:
    """Write gexf, graphml, geojson, ical or jsonld; its folder is made if it is not there.

    Returns:
        How many bytes the file has.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        return sum(file.write(part) for part in _format(format_, claims, edges))


def _format(format_: str, claims: Iterable[ClaimRow], edges: EdgeClass) -> Iterator[bytes]:
    if format_ in ("gexf", "graphml"):
        network = build_network(claims, edges)
        yield format_gexf(network) if format_ == "gexf" else format_graphml(network)
        return
    formats = {"geojson": format_geojson, "ical": format_calendar, "jsonld": format_jsonld}
    yield from (part.encode("utf-8", "replace") for part in formats[format_](claims))
