"""`verbale schema`: the schema says what the model says."""

import json
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import jsonschema
import pytest
from typer.testing import Result

from verbale.errors import ReportError
from verbale.lexicon.claim_types import load_claim_types
from verbale.model import Actor, Claim, Kind, Office, Place, Reading, Report, Status

Run = Callable[..., Result]


@pytest.fixture
def schema(run: Run) -> dict[str, Any]:
    result = run("schema")
    assert result.exit_code == 0
    loaded: dict[str, Any] = json.loads(result.stdout)
    return loaded


def names(model: Any, *hidden: str) -> set[str]:
    return {field.name for field in fields(model)} - set(hidden)


def test_it_is_a_schema(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


def test_every_field_of_the_model_is_in_it(schema: dict[str, Any]) -> None:
    described = {name: set(definition["properties"]) for name, definition in schema["$defs"].items()}
    assert described["report"] == names(Report, "text")
    assert described["actor"] == names(Actor)
    assert described["office"] == names(Office)
    assert described["place"] == names(Place)
    assert described["claim"] == names(Claim, "trace")
    assert described["reading"] == names(Reading)
    assert described["error"] == set(ReportError("r1", "message").to_dict())


def test_types_modes_kinds_and_statuses(schema: dict[str, Any]) -> None:
    claim = schema["$defs"]["claim"]
    types = load_claim_types()
    assert claim["properties"]["type"]["enum"] == list(types)
    assert claim["properties"]["status"]["enum"] == [status.value for status in Status]
    assert schema["$defs"]["actor"]["properties"]["kind"]["enum"] == [kind.value for kind in Kind]
    modes = {
        rule["if"]["properties"]["type"]["const"]: rule["then"]["properties"]["mode"]
        for rule in claim["allOf"]
    }
    for name, row in types.items():
        assert modes[name] == ({"enum": [*row.modes, None]} if row.modes else {"type": "null"})


def test_it_refuses_what_is_no_claim(schema: dict[str, Any], run: Run) -> None:
    reading = json.loads(run("read", "-", stdin="The envoy met the minister.").stdout)
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid(reading)
    for change in (
        {"type": "dance"},
        {"mode": "arrest"},
        {"status": "done"},
        {"confidence": 2},
        {"actor": ["Kenya"]},
    ):
        bad = {**reading, "claims": [{**reading["claims"][0], **change}]}
        assert not validator.is_valid(bad), change
