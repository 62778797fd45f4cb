"""The page that tells what programs can ask."""

from starlette.testclient import TestClient


def test_every_route_is_on_the_page(client: TestClient) -> None:
    page = client.get("/programs").text
    described = client.get("/api/v1/openapi.json").json()["paths"]
    for path, methods in described.items():
        for method in methods:
            assert f"<code>{method.upper()} {path}</code>" in page
    assert "<dt><code>as_of</code></dt>" in page
    assert 'href="/api/v1/openapi.json"' in page


def test_the_page_is_found_from_every_other(client: TestClient) -> None:
    assert 'href="/programs"' in client.get("/read").text
