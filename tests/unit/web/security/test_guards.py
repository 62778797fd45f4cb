"""What every request passes: headers, caps, rate, origin, tokens."""

import pytest
from starlette.testclient import TestClient

from verbale.errors import OpenAddressError, SettingsError
from verbale.settings import Settings
from verbale.web.app import create_app
from verbale.web.options import WebOptions, make_options
from verbale.web.security.people import Role, parse_tokens

TOKENS = "anna:review:a-token-of-24-characters boris:read:another-token-of-24-chars"


def serve(**options: object) -> TestClient:
    return TestClient(create_app(None, WebOptions(**options)), raise_server_exceptions=False)  # type: ignore[arg-type]


def with_tokens(base: str = "http://testserver") -> TestClient:
    app = create_app(None, make_options(Settings(tokens=TOKENS), "0.0.0.0"))  # noqa: S104 - what is tested
    return TestClient(app, base, raise_server_exceptions=False, follow_redirects=False)


def test_the_policy_allows_nothing_inline_evaluated_or_from_elsewhere(client: TestClient) -> None:
    policy = client.get("/read").headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "http" not in policy
    assert policy.startswith("default-src 'none'; script-src 'self';")


def test_pages_hold_no_inline_script_or_style_and_no_address_of_elsewhere(client: TestClient) -> None:
    page = client.get("/read").text
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick=" not in page
    assert page.count("<script") == page.count("<script ") == page.count(' src="/static/') > 0
    assert 'href="http' not in page


@pytest.mark.parametrize("path", ["/read", "/nothing", "/static/style.css", "/api/nothing"])
def test_every_answer_carries_the_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "content-security-policy" in headers


def test_a_declared_body_that_is_too_large_is_refused() -> None:
    answer = serve(max_request=1000).post("/read", data={"text": "x" * 2000})
    assert answer.status_code == 413
    assert "VERBALE_MAX_REQUEST" in answer.text


def test_a_streamed_body_that_grows_too_large_is_refused() -> None:
    answer = serve(max_request=1000).post(
        "/read",
        content=(b"text=" + b"x" * 500 for _ in range(10)),
        headers={"content-type": "application/x-www-form-urlencoded"},
    )
    assert answer.status_code == 413


def test_an_address_that_is_too_long_is_refused(client: TestClient) -> None:
    assert client.get("/read?q=" + "x" * 9000).status_code == 414


def test_after_so_many_requests_a_minute_others_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("verbale.web.app.monotonic", lambda: now[0])
    limited = serve(rate_limit=3)
    assert [limited.get("/read").status_code for _ in range(4)] == [200, 200, 200, 429]
    refused = limited.get("/api/x")
    assert refused.json()["slug"] == "too-many-requests"
    assert int(refused.headers["retry-after"]) <= 21
    now[0] += 21
    assert limited.get("/read").status_code == 200
    assert limited.get("/static/style.css").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://testserver.evil.example"},
        {"origin": "http://[bad"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://testserver"},
    ],
)
def test_a_write_from_another_site_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.post("/read", data={"text": "Ana Petrović resigned."}, headers=headers)
    assert answer.status_code == 403


def test_a_name_rebound_to_this_machine_is_refused(client: TestClient) -> None:
    assert client.get("/read", headers={"host": "evil.example"}).status_code == 421
    assert client.get("/read", headers={"host": "127.0.0.1:8001"}).status_code == 200


def test_without_tokens_no_other_address_is_served() -> None:
    with pytest.raises(OpenAddressError, match="VERBALE_TOKENS"):
        make_options(Settings(), "0.0.0.0")  # noqa: S104
    assert make_options(Settings(), "127.0.0.1").local


@pytest.mark.parametrize(
    "setting",
    ["anna", "anna:review", "anna:boss:0123456789abcdef", "anna:read:short", "a.b:read:0123456789abcdef"],
)
def test_tokens_that_are_none_are_named_without_showing_them(setting: str) -> None:
    with pytest.raises(SettingsError, match="entry 1") as caught:
        parse_tokens(setting)
    assert "0123456789abcdef" not in str(caught.value)


def test_settings_do_not_show_tokens() -> None:
    assert "a-token-of" not in repr(Settings(tokens=TOKENS))


def test_with_tokens_a_page_asks_for_one_and_the_api_refuses() -> None:
    client = with_tokens()
    page = client.get("/search?q=a&type=meet")
    assert (page.status_code, page.headers["location"]) == (303, "/login?next=/search%3Fq%3Da%26type%3Dmeet")
    answer = client.get("/api/v1/claims")
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert client.get("/static/style.css").status_code == 200


def test_a_token_is_let_in_by_header_and_by_cookie() -> None:
    client = with_tokens()
    assert (
        client.get("/read", headers={"authorization": "Bearer a-token-of-24-characters"}).status_code == 200
    )
    assert client.get("/read", headers={"authorization": "Bearer wrong"}).status_code == 303
    answer = client.post("/login", data={"token": "a-token-of-24-characters", "next": "/read"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/read")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "a-token-of-24-characters" not in cookie
    assert "Signed as anna (review)" in client.get("/read").text
    client.post("/logout")
    assert client.get("/read").status_code == 303


def test_a_forged_or_outdated_cookie_is_nobodys() -> None:
    tokens = parse_tokens(TOKENS)
    anna = tokens.find("a-token-of-24-characters")
    assert anna
    assert anna.role is Role.REVIEW
    cookie = tokens.sign_in(anna, until=1000)
    assert tokens.find_signed(cookie, 999.0) == anna
    assert tokens.find_signed(cookie, 1001.0) is None
    assert tokens.find_signed(cookie.replace(".1000.", ".2000."), 999.0) is None
    assert tokens.find_signed(cookie.replace("anna", "boris"), 999.0) is None
    assert tokens.find_signed("", 1.0) is None
    assert parse_tokens("anna:review:some-other-token-here").find_signed(cookie, 999.0) is None


@pytest.mark.parametrize(
    "target", ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:x", "/\tx"]
)
def test_signing_in_leads_nowhere_else(target: str) -> None:
    answer = with_tokens().post("/login", data={"token": "a-token-of-24-characters", "next": target})
    assert answer.headers["location"] == "/"


def test_errors_are_pages_for_people_and_json_for_programs(client: TestClient) -> None:
    page = client.get("/nothing")
    assert page.status_code == 404
    assert "Nothing is here" in page.text
    answer = client.get("/api/nothing")
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.json()["slug"], answer.json()["status"], answer.json()["detail"]) == (
        "http-404",
        404,
        "Not Found",
    )


def test_a_page_not_changed_is_not_sent_again(client: TestClient) -> None:
    tag = client.get("/read").headers["etag"]
    again = client.get("/read", headers={"if-none-match": tag})
    assert again.status_code == 304
    assert again.content == b""
