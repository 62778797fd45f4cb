"""A client of the application without a store, and with one."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from verbale.web.app import create_app
from verbale.web.options import WebOptions

NOW = datetime(2024, 10, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    """Pages that need no record."""
    with TestClient(create_app(None, WebOptions(now=lambda: NOW)), raise_server_exceptions=False) as found:
        yield found
