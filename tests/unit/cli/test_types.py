"""`verbale types`: the ontology."""

import json
from collections.abc import Callable

from typer.testing import Result

from verbale.lexicon.claim_types import load_claim_types

Run = Callable[..., Result]


def test_table_has_a_row_a_type(run: Run) -> None:
    result = run("types", "--format", "table")
    assert result.exit_code == 0
    for name in load_claim_types():
        assert name in result.stdout


def test_json_is_the_default_when_piped(run: Run) -> None:
    rows = json.loads(run("types").stdout)
    assert [row["type"] for row in rows] == list(load_claim_types())
    assert rows[0]["plover"] == "CONSULT"
