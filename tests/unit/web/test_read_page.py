"""The Read page: claims of a pasted text, whatever the text holds."""

import re

import pytest
from starlette.testclient import TestClient

from verbale.errors import ReportError
from verbale.sources import SourceOptions
from verbale.web.fetching import fetch_report

STORY = "Slovakia's Foreign Minister, Martin Kováč, visited Belgrade on Tuesday."


def post(client: TestClient, text: str, **fields: str) -> str:
    answer = client.post("/read", data={"text": text, **fields})
    assert answer.status_code == 200, answer.text
    return answer.text


def test_a_text_shows_its_claims_beside_it(client: TestClient) -> None:
    page = post(client, STORY, published="2024-09-12")
    assert '<span class="verb">visited</span>' in page
    assert "10 September 2024" in page
    assert re.search(r"<mark data-claims=.*<b>visited</b>", page)


def test_nothing_to_read_is_said_beside_the_form(client: TestClient) -> None:
    answer = client.post("/read", data={"text": "  "})
    assert answer.status_code == 422
    assert 'role="alert">the text is empty' in answer.text
    assert client.post("/read", data={"text": STORY, "published": "soon"}).status_code == 422


HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</textarea></div><iframe src=//evil.example>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
)


@pytest.mark.parametrize("attack", HOSTILE)
def test_markup_in_a_report_is_text(client: TestClient, attack: str) -> None:
    page = post(client, f"{STORY} {attack} {STORY}", title=attack, publisher=attack)
    for tag in ("<script>", "<img", "<svg/", "<iframe"):
        assert tag not in page
    assert 'href="javascript' not in page
    assert "49" not in re.sub(r"v=[0-9a-f]+", "", page.split("<main", 1)[1])


def test_direction_overrides_and_control_characters_are_shown_not_obeyed(client: TestClient) -> None:
    page = post(client, f"{STORY} The file \u202etxt.exe\x07 \u2066was sent.")
    main = page.split("</form>", 2)[-1]
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x07]", main)
    assert "[U+202E]txt.exe[U+0007]" in main


def test_a_line_of_a_hundred_thousand_characters_is_read(client: TestClient) -> None:
    assert "visited" in post(client, STORY + " " + "x" * 100_000)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://[::1]:80/",
        "http://10.0.0.1/",
        "http://169.254.169.254/",
        "http://localhost/",
    ],
)
def test_nothing_is_fetched_from_inside_the_network(url: str) -> None:
    with pytest.raises(ReportError, match="inside this network"):
        fetch_report(url, SourceOptions())


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://example.org/", "http://", "javascript:alert(1)"]
)
def test_nothing_but_the_web_is_fetched(url: str) -> None:
    with pytest.raises(ReportError, match="no address of the web"):
        fetch_report(url, SourceOptions())


def test_the_field_for_an_address_is_there_only_where_fetching_is_allowed(client: TestClient) -> None:
    assert 'name="url"' not in client.get("/read").text
