"""A small record with a list, served to a client that holds every answer against the OpenAPI description."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from starlette.testclient import TestClient

import verbale
from verbale.model import Report
from verbale.record import Store
from verbale.record.adding import add_readings
from verbale.record.registers.adding import NewVersion, add_register
from verbale.registers import Entry, Listing
from verbale.web.api.openapi import PATH
from verbale.web.app import create_app
from verbale.web.options import WebOptions

NOW = datetime(2024, 10, 1, 12, tzinfo=UTC)

REPORTS = (
    Report(
        "wire:42",
        "Slovakia's Foreign Minister, Martin Kováč, visited Belgrade on Tuesday. He met with President Ana "
        "Petrović, who said that Serbia would not join sanctions on Russia. The European Union imposed sanctions "
        "on businessman Peter Hronec in July 2023.",
        "=Kováč in Belgrade",
        "Wire",
        "https://wire.example/42",
        date(2024, 9, 12),
    ),
    Report(
        "h/1?a", "Finance Minister Anna Kowalska resigned.", "A resignation", "Herald", "", date(2024, 8, 1)
    ),
    Report(
        "herald:2",
        "Martin Kováč criticised Ana Petrović on Monday.",
        "A row",
        "Herald",
        "",
        date(2024, 9, 24),
    ),
)


def version(day: int, *names: str) -> tuple[NewVersion, list[Entry]]:
    new = NewVersion("eu", "eu", date(2023, 8, day), f"{day:064}", True, "eu", "", ("eu.xml",))
    listing = Listing(programme="SVK", authority="eu", listed_on="2023-07-11")
    entries = [
        Entry(
            f"E.{nth}",
            "Person",
            (name,),
            birth_dates=("1972-10-02",),
            topics=("sanction",),
            listings=(listing,),
            line=nth,
        )
        for nth, name in enumerate(names, 1)
    ]
    return new, entries


def fill(store: Store, reader: verbale.Reader) -> None:
    """The reports and the lists."""
    add_readings(store, [(each, reader.read(each)) for each in REPORTS], now=NOW)
    for new, entries in (version(1, "Peter Hronec"), version(2, "Peter Hronec", "Ivan Novak")):
        add_register(store, new, entries, now=NOW)


class CheckedClient(TestClient):
    """A client that fails where an answer of the API is not as its description says."""

    def request(self, method: str, url: Any, **values: Any) -> Any:
        answer = super().request(method, url, **values)
        if answer.request.url.path.startswith("/api/"):
            check_answer(self.app.openapi(), method.lower(), answer)  # type: ignore[attr-defined]
        return answer


def check_answer(description: dict[str, Any], method: str, answer: Any) -> None:
    """Hold an answer against the description: status, media type, schema."""
    operation = find_operation(description, method, answer.request.url.path)
    if operation is None:
        assert answer.status_code in (404, 405) or answer.request.url.path == PATH
        return
    said = operation["responses"].get(str(answer.status_code))
    assert said, f"{answer.status_code} of {answer.request.url.path} is not described"
    if not answer.content:
        return
    media = answer.headers["content-type"].partition(";")[0]
    assert media in said["content"], (media, answer.text)
    if media.endswith("json"):
        schema = {**said["content"][media]["schema"], "components": description["components"]}
        Draft202012Validator(schema, format_checker=FormatChecker()).validate(answer.json())


def find_operation(description: dict[str, Any], method: str, path: str) -> dict[str, Any] | None:
    """The operation of a path; templates with more plain parts win."""
    for template in sorted(description["paths"], key=lambda each: (each.count("{"), -len(each))):
        pattern = "".join(
            (".+" if part == "{report_id}" else "[^/]+") if part.startswith("{") else re.escape(part)
            for part in re.split(r"(\{[^}]+\})", template)
        )
        if re.fullmatch(pattern, path) and method in description["paths"][template]:
            found: dict[str, Any] = description["paths"][template][method]
            return found
    return None


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, reader: verbale.Reader) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("api") / "record.db") as opened:
        fill(opened, reader)
        yield opened


@pytest.fixture(scope="module")
def api(store: Store) -> CheckedClient:
    app = create_app(store, WebOptions(now=lambda: NOW))
    return CheckedClient(app, raise_server_exceptions=False, follow_redirects=False)
