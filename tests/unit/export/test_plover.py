"""Claims of the record as PLOVER rows."""

import csv
import re
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from made_claims import claim

from verbale.export.plover.rows import COLUMNS, code_event, gather_events
from verbale.export.plover.scheme import code_type, load_scheme
from verbale.export.plover.sectors import sector_of
from verbale.export.plover.writing import write_plover
from verbale.lexicon.claim_types import load_claim_types
from verbale.record.queries.claim_rows import ClaimRow, PartyRow

ANNA = PartyRow("a1", "Kowalska", "person", None, "identity:1", "Anna Kowalska", "pl")
MARKO = PartyRow("a2", "Marko Petrov", "person", "rs", "identity:2", "Marko Petrov", "rs")
SERBIA = PartyRow("a3", "Serbia", "state", "rs", "identity:3", "Serbia", "rs")
UNSAID = PartyRow("a4", "=protesters", "group", None, None, None)
DOCS = Path(__file__).parents[3] / "docs" / "exports.md"


def rows(*claims: ClaimRow, **titles: Any) -> list[dict[str, Any]]:
    return [row for event in gather_events(claims) for row in code_event(event, titles)]


def test_every_type_is_coded_and_every_row_of_the_table_is_of_a_type() -> None:
    for known in load_claim_types().values():
        for mode in (None, *known.modes):
            coding = code_type(known.type, mode)
            assert (coding.event, coding.score is None) == (known.plover, known.plover is None)
            assert coding.cameo or known.cameo is None
    for name in load_scheme()["events"]:
        type_, _, mode = name.partition("/")
        assert not mode or mode in {*load_claim_types()[type_].modes, "resign", "end"}


def test_a_row_a_dyad() -> None:
    found = rows(claim("criticise", (ANNA, MARKO), (SERBIA,)))
    assert [(row["actor"], row["recipient"], row["recipient_country"]) for row in found] == [
        ("Anna Kowalska", "Serbia", "SRB"),
        ("Marko Petrov", "Serbia", "SRB"),
    ]
    assert [row["actor_country"] for row in found] == ["POL", "SRB"]
    assert {row["event"] for row in found} == {"ACCUSE"}


def test_parties_of_a_meeting_are_paired_once() -> None:
    found = rows(claim("meet", (ANNA, MARKO, SERBIA)))
    assert [(row["actor_id"][-1], row["recipient_id"][-1]) for row in found] == [
        ("1", "2"),
        ("1", "3"),
        ("2", "3"),
    ]


def test_auxiliary_modes() -> None:
    planned = rows(claim("visit", (ANNA,), status="planned"))[0]
    denied = rows(claim("attack", (ANNA,), negated=True, status="alleged"))[0]
    past = rows(claim("visit", (ANNA,), when_start=date(2020, 1, 1), when_end=date(2020, 1, 2)))[0]
    names = ("historical", "future", "hypothetical", "negation")
    assert [[row[name] for name in names] for row in (planned, denied, past)] == [
        [0, 1, 0, 0],
        [0, 0, 1, 1],
        [1, 0, 0, 0],
    ]


def test_claims_of_one_event_are_one_row_with_publishers_once_and_without_reprints() -> None:
    told = [
        claim(
            "meet",
            (ANNA, MARKO),
            event="event:1",
            report_id="r2",
            publisher="A",
            copy_of="r1",
            confidence=0.9,
        ),
        claim("meet", (ANNA, MARKO), event="event:1", publisher="B", confidence=0.7),
        claim("meet", (ANNA, MARKO), event="event:1", report_id="r3", publisher="C", confidence=0.8),
    ]
    (row,) = rows(*told)
    assert (row["event_id"], row["publishers"], row["report_ids"], row["confidence"]) == (
        "event:1",
        "B|C",
        "r1|r2|r3",
        0.8,
    )
    planned = claim("meet", (ANNA, MARKO), event="event:1", status="planned")
    assert len(rows(*told, planned)) == 2


@pytest.mark.parametrize(
    ("name", "kind", "titles", "sector"),
    [
        ("Serbia", "state", (), "GOV"),
        ("Supreme Court of Kenya", "body", (), "JUD"),
        ("Ministry of Justice", "body", (), "GOV"),
        ("Riot police", "group", (), "COP"),
        ("hundreds of demonstrators", "group", (), "CVL"),
        ("Italy's foreign minister", "office", (), "GOV"),
        ("Anna Kowalska", "person", ("judge",), "JUD"),
        ("Anna Kowalska", "person", ("former president",), "ELI"),
        ("Anna Kowalska", "person", (), None),
    ],
)
def test_sectors(name: str, kind: str, titles: tuple[str, ...], sector: str | None) -> None:
    assert sector_of(PartyRow("a1", name, kind, "ke", None, None), titles) == sector


def test_tables_are_written_alike_and_formulas_are_defused(tmp_path: Path) -> None:
    claims = [
        claim("protest", (UNSAID,), place="Nairobi", place_country="ke", lat=-1.28, lon=36.82),
        claim("vote", (SERBIA,), mode="for", object="the resolution"),
    ]
    assert write_plover(claims, {}, tmp_path / "a") == (1, 1)
    assert write_plover(claims, {}, tmp_path / "b", "parquet") == (1, 1)
    with (tmp_path / "a" / "events.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert list(row) == list(COLUMNS)
    assert (row["actor"], row["place_country"], row["score"]) == ("'=protesters", "KEN", "-5")
    (same,) = pq.read_table(tmp_path / "b" / "events.parquet").to_pylist()
    assert (same["actor"], same["latitude"], same["score"], same["negation"]) == (
        "=protesters",
        -1.28,
        -5.0,
        0,
    )
    assert pq.read_table(tmp_path / "b" / "other.parquet").to_pylist()[0]["claim_mode"] == "for"
    first = (tmp_path / "b" / "events.parquet").read_bytes()
    write_plover(claims, {}, tmp_path / "b", "parquet")
    assert (tmp_path / "b" / "events.parquet").read_bytes() == first


def test_every_column_is_documented() -> None:
    plover = DOCS.read_text("utf-8").partition("\n## FollowTheMoney")[0]
    documented = re.findall(r"^\| `(\w+)` \| (.+) \|$", plover, re.MULTILINE)
    assert dict(documented) == COLUMNS
