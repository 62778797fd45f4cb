"""docs/api.md: its examples are sent in their order and answered as it says; no route is left out, none made up."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from verbale.record import Store
from verbale.screening.outcomes import screen_record
from verbale.web.app import create_app
from verbale.web.options import WebOptions

from .conftest import NOW, CheckedClient, find_operation

DOCS = Path(__file__).parents[4] / "docs" / "api.md"
MORE = "…"
_BLOCK = re.compile(r"^```http\n(.*?)^```\n(?:\n```(json|csv)\n(.*?)^```\n)?", re.DOTALL | re.MULTILINE)


def list_examples() -> Iterator[tuple[str, str, str]]:
    """Request, kind of answer, answer."""
    for found in _BLOCK.finditer(DOCS.read_text("utf-8")):
        yield found[1], found[2] or "", found[3] or ""


def send(api: CheckedClient, request: str) -> Any:
    """Send a request as it is written."""
    head, _, body = request.partition("\n\n")
    first, *lines = head.splitlines()
    method, url = first.split(" ", 1)
    headers = dict(line.split(": ", 1) for line in lines)
    if headers.get("Content-Type", "").endswith("urlencoded"):
        name, _, value = body.strip().partition("=")
        body = f"{name}={quote(value)}"
    elif body:
        headers["Content-Type"] = "application/json"
    return api.request(method, url, headers=headers, content=body.encode() or None)


def put_ids(text: str, ids: dict[str, str]) -> str:
    """The text with the ids of this record, which follow from what the reader finds."""
    for shown, real in ids.items():
        text = text.replace(shown, real)
    return text


def fits(said: Any, given: Any) -> bool:
    """Whether an answer is what the page says; `…` is anything, at the end of lists and objects anything more."""
    if said == MORE:
        return True
    if isinstance(said, dict) and isinstance(given, dict):
        known = {name: value for name, value in said.items() if name != MORE}
        more = MORE in said or len(known) == len(given)
        return more and all(name in given and fits(value, given[name]) for name, value in known.items())
    if isinstance(said, list) and isinstance(given, list):
        if MORE in said:
            return all(any(fits(each, one) for one in given) for each in said if each != MORE)
        return len(said) == len(given) and all(map(fits, said, given))
    return bool(said == given)


def fits_lines(said: str, given: str) -> bool:
    """Whether rows are what the page says."""
    patterns = [re.escape(line).replace(MORE, ".*") for line in said.splitlines()]
    lines = given.splitlines()
    return len(lines) == len(patterns) and all(map(re.fullmatch, patterns, lines))


@pytest.fixture
def own(store: Store) -> CheckedClient:
    with store.begin() as conn:
        screen_record(conn, now=NOW)
    return CheckedClient(create_app(store, WebOptions(now=lambda: NOW)), raise_server_exceptions=False)


def test_every_example_is_answered_as_the_page_says(own: CheckedClient) -> None:
    visit = own.get("/api/v1/claims?type=visit").json()["claims"][0]["id"]
    count = 0
    for request, kind, said in list_examples():
        event = own.get("/api/v1/claims?type=meet").json()["claims"][0]["event"] or ""
        ids = {"claim:4368b2c29f9e": visit, "event:f9f6222d1b22": event}
        answer = send(own, put_ids(request, ids))
        expected = put_ids(said, ids)
        if kind == "json":
            assert fits(json.loads(expected), answer.json()), f"{request}\n{answer.text}"
        elif kind == "csv":
            assert fits_lines(expected, answer.text), f"{request}\n{answer.text}"
        else:
            assert answer.status_code == 200
        count += 1
    assert count > 40


def test_every_route_has_an_example(own: CheckedClient) -> None:
    described = own.app.openapi()["paths"]  # type: ignore[attr-defined]
    operations = [operation for path in described.values() for operation in path.values()]
    shown = []
    for request, _, _ in list_examples():
        method, url = request.splitlines()[0].split(" ", 1)
        found = find_operation({"paths": described}, method.lower(), url.partition("?")[0])
        assert found, f"{request} is no route"
        shown.append(found["operationId"])
    assert {each["operationId"] for each in operations} == set(shown)


@pytest.mark.parametrize(
    ("said", "given", "holds"),
    [
        ({"a": 1, MORE: MORE}, {"a": 1, "b": 2}, True),
        ({"a": 1}, {"a": 1, "b": 2}, False),
        ([1, MORE], [1, 2], True),
        ([1], [1, 2], False),
        ({"a": {"b": MORE}}, {"a": {"b": 3}}, True),
        ({"a": 2, MORE: MORE}, {"a": 1}, False),
    ],
)
def test_what_is_left_out_is_marked(said: Any, given: Any, holds: bool) -> None:
    assert fits(said, given) is holds
