"""Whatever the description allows, and some of what it does not, is asked: no fault of ours, every answer as described."""

from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient

import verbale
from verbale.record import Store
from verbale.screening.scorer import warm_up
from verbale.web.api.openapi import PATH
from verbale.web.app import create_app
from verbale.web.options import WebOptions

from .conftest import NOW, fill

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


APP = create_app(None, WebOptions(now=lambda: NOW))

schema = schemathesis.openapi.from_asgi(PATH, APP)
schema.config.phases.update(phases=["examples", "fuzzing"])

KNOWN = {
    "report_id": "wire:42",
    "dataset": "default",
    "entity_id": "eu-E.1",
    "name": "eu",
}
"""What path parameters may be so that there is something to find; ids of the record are added."""


@pytest.fixture(scope="module", autouse=True)
def served(tmp_path_factory: pytest.TempPathFactory, reader: verbale.Reader) -> Iterator[None]:
    """A record of its own, which the requests may change."""
    with Store.open(tmp_path_factory.mktemp("conformance") / "record.db") as store:
        fill(store, reader)
        warm_up()
        APP.state.store = store
        api = TestClient(APP)
        KNOWN["claim_id"] = api.get("/api/v1/claims").json()["claims"][0]["id"]
        told = {"text": "Martin Kováč met Ana Petrović on 10 September 2024.", "published": "2024-09-13"}
        api.post("/api/v1/reports", json=told)
        KNOWN["event_id"] = api.get("/api/v1/claims?type=meet").json()["claims"][0]["event"]
        KNOWN["identity"] = api.get("/api/v1/who?name=Kovac").json()["candidates"][0]["id"]
        yield
        APP.state.store = None


@schema.parametrize()
@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_as_described(case: schemathesis.Case) -> None:
    case.call_and_validate(checks=CHECKS)
    if case.path_parameters:
        case.path_parameters = {name: KNOWN[name] for name in case.path_parameters}
        case.call_and_validate(checks=CHECKS)
