"""Reviewed reports as gold files, out of every store."""

import json
from pathlib import Path

from readings import NOW, add, body, claim, make_reading, person

from verbale.export.gold_files import write_gold
from verbale.export.reviewed import list_reviewed
from verbale.gold.files import load_gold
from verbale.record import Store
from verbale.record.queries.stream import stream_claims
from verbale.record.reviewing import review_claim

ANNA, MINISTRY = person("Anna Kowalska", "pl"), body("Finance Ministry", "pl")


def review_all(store: Store, report_id: str, verdicts: dict[str, tuple[str, dict[str, object]]]) -> None:
    """Decide every claim of a report by its type; what is not named is accepted."""
    with store.begin() as conn:
        for row in list(stream_claims(conn)):
            if row.report_id == report_id:
                verdict, values = verdicts.get(row.type, ("accept", {}))
                review_claim(conn, row.id, verdict, values, by="eva", why="", now=NOW)


def test_reviewed_reports_become_gold_files_as_people_left_them(store: Store, tmp_path: Path) -> None:
    claims = [
        claim("praise", "Anna Kowalska", "Finance Ministry"),
        claim("visit", "Anna Kowalska"),
        claim("criticise", "Anna Kowalska", "Finance Ministry"),
    ]
    add(store, make_reading("r1", [ANNA, MINISTRY], claims), make_reading("r2", [ANNA], [claims[1]]))
    corrected = {"criticise": ("correct", {"type": "accuse", "topic": "fraud"}), "visit": ("reject", {})}
    review_all(store, "r1", corrected)
    with store.connect() as conn:
        assert write_gold(list_reviewed(conn, stream_claims(conn)), tmp_path / "gold") == 1
    [path] = (tmp_path / "gold").iterdir()
    found = json.loads(path.read_text("utf-8"))
    assert [(c["type"], c["topic"]) for c in found["claims"]] == [("praise", None), ("accuse", "fraud")]
    assert len(load_gold(tmp_path / "gold")) == 1


def test_a_report_with_a_claim_that_nobody_decided_is_left_out(store: Store, tmp_path: Path) -> None:
    claims = [claim("visit", "Anna Kowalska"), claim("praise", "Anna Kowalska", "Finance Ministry")]
    add(store, make_reading("r1", [ANNA, MINISTRY], claims))
    with store.begin() as conn:
        first = next(iter(stream_claims(conn)))
        review_claim(conn, first.id, "accept", by="eva", why="", now=NOW)
    with store.connect() as conn:
        assert write_gold(list_reviewed(conn, stream_claims(conn)), tmp_path) == 0
