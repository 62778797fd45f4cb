"""Graphs, maps, calendars and linked data, read back by what reads them elsewhere."""

import json
import re
from datetime import date
from pathlib import Path

import networkx as nx
import pytest
from defusedxml import ElementTree
from made_claims import claim

from verbale.export.geojson import PROPERTIES
from verbale.export.network.dyads import EDGE_COLUMNS, NODE_COLUMNS, EdgeClass
from verbale.export.single_files import write_file
from verbale.record.queries.claim_rows import ClaimRow, PartyRow

ANNA = PartyRow("a1", "Kowalska", "person", None, "identity:1", "Anna Kowalska", "pl")
MARKO = PartyRow("a2", "Marko Petrov", "person", "rs", "identity:2", "Marko Petrov", "rs")
SERBIA = PartyRow("a3", "Serbia", "state", "rs", "identity:3", "Serbia", "rs")
DAY = date(2024, 6, 10)
DOCS = Path(__file__).parents[3] / "docs" / "exports.md"


@pytest.fixture
def claims() -> list[ClaimRow]:
    """A visit with a place, a planned one, one that did not happen, and two accusations of one party by another."""
    in_oslo = {"place": "Oslo", "place_country": "no", "lat": 59.9, "lon": 10.7}
    dated = {"when_start": DAY, "when_end": DAY}
    return [
        claim("visit", actor=(ANNA,), recipient=(SERBIA,), **in_oslo, **dated),
        claim("visit", id="claim:plan", actor=(MARKO,), status="planned", **dated),
        claim("visit", id="claim:not", actor=(MARKO,), negated=True, **dated),
        claim("accuse", actor=(ANNA,), recipient=(MARKO,), topic="fraud; \\ and\nmore, " + "ü" * 60),
        claim("accuse", id="claim:2", actor=(ANNA,), recipient=(MARKO,), report_id="r2", publisher="B"),
    ]


def written(format_: str, claims: list[ClaimRow], folder: Path, edges: EdgeClass = "type") -> Path:
    path = folder / "new" / f"record.{format_}"
    assert write_file(format_, claims, path, edges) == path.stat().st_size
    again = folder / f"again.{format_}"
    write_file(format_, claims, again, edges)
    assert path.read_bytes() == again.read_bytes()
    return path


@pytest.mark.parametrize("format_", ["gexf", "graphml"])
def test_a_graph_joins_what_one_says_of_another(format_: str, claims: list[ClaimRow], tmp_path: Path) -> None:
    path = written(format_, claims, tmp_path)
    root = ElementTree.parse(path).getroot()
    assert root.tag.endswith(format_)
    if format_ == "graphml":
        graph = nx.read_graphml(path, force_multigraph=True)
        assert {data["label"] for _, data in graph.nodes(data=True)} >= {"Anna Kowalska", "Marko Petrov"}
        weights = [data["weight"] for one, other, data in graph.edges(data=True) if data["class"] == "accuse"]
        assert weights == [2]
    else:
        edges = [e for e in root.iter() if e.tag.endswith("}edge")]
        assert [e.get("weight") for e in edges if e.get("label") == "accuse"] in (["2"], ["2.0"])


def test_edges_by_plover_class(claims: list[ClaimRow], tmp_path: Path) -> None:
    graph = nx.read_graphml(written("graphml", claims, tmp_path, "plover"), force_multigraph=True)
    assert {data["class"] for *_, data in graph.edges(data=True)} == {"CONSULT", "ACCUSE"}


def test_a_map_has_longitude_first(claims: list[ClaimRow], tmp_path: Path) -> None:
    found = json.loads(written("geojson", claims, tmp_path).read_text("utf-8"))
    assert found["type"] == "FeatureCollection"
    [feature] = found["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [10.7, 59.9]}
    assert feature["properties"]["sentence"] == "They did so."


def test_a_calendar_folds_escapes_and_leaves_out_what_did_not_happen(
    claims: list[ClaimRow], tmp_path: Path
) -> None:
    raw = written("ical", claims, tmp_path).read_bytes()
    assert raw.startswith(b"BEGIN:VCALENDAR\r\n")
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    lines = raw.decode("utf-8").replace("\r\n ", "").split("\r\n")
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20240610" in lines
    assert "DTEND;VALUE=DATE:20240611" in lines
    assert lines.count("STATUS:TENTATIVE") == 1


def test_linked_data_names_who_says_so(claims: list[ClaimRow], tmp_path: Path) -> None:
    found = json.loads(written("jsonld", claims, tmp_path).read_text("utf-8"))
    assert found["@context"]["prov"] == "http://www.w3.org/ns/prov#"
    assert "prov:wasDerivedFrom" in json.dumps(found)
    ids = [node["@id"] for node in found["@graph"] if "@id" in node]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("heading", "columns"),
    [
        ("Nodes of graphs", NODE_COLUMNS),
        ("Edges of graphs", EDGE_COLUMNS),
        ("Properties of GeoJSON features", PROPERTIES),
    ],
)
def test_every_column_is_documented(heading: str, columns: dict[str, str]) -> None:
    section = DOCS.read_text("utf-8").partition(f"### {heading}\n")[2].partition("\n### ")[0]
    assert dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", section, re.MULTILINE)) == columns


def test_a_feature_has_the_properties_that_are_documented(claims: list[ClaimRow], tmp_path: Path) -> None:
    [feature] = json.loads(written("geojson", claims, tmp_path).read_text("utf-8"))["features"]
    assert set(feature["properties"]) == set(PROPERTIES)
