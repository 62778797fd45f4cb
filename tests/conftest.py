"""What several test modules share: the gold folder beside the checkout, one reader for the session, stores."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import OperationalError

import verbale
from verbale.record import Store

SHARED = Path(__file__).parents[2] / "shared"
LOCAL_SERVER = "postgresql+psycopg://postgres@127.0.0.1:5432/postgres"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold reports and corpora; tests that need it are skipped where it is not."""
    if not (SHARED / "gold").is_dir():
        pytest.skip(f"gold reports and corpora are not part of the repository (looked in {SHARED})")
    return SHARED


@pytest.fixture(scope="session")
def reader() -> "verbale.Reader":
    return verbale.Reader()


@pytest.fixture(scope="session")
def postgres_server(request: pytest.FixtureRequest) -> URL:
    """A PostgreSQL server: the one that is named, else one on localhost, else one started for the tests."""
    named = os.environ.get("VERBALE_TEST_POSTGRES")
    if named:
        return make_url(named).set(drivername="postgresql+psycopg")
    local = make_url(LOCAL_SERVER)
    if answers(local):
        return local
    return start_server(request)


def answers(server: URL) -> bool:
    """Whether a server lets us in."""
    engine = create_engine(server, connect_args={"connect_timeout": 3})
    try:
        engine.connect().close()
    except OperationalError:
        return False
    finally:
        engine.dispose()
    return True


def start_server(request: pytest.FixtureRequest) -> URL:
    """A server of our own from the installed binaries, stopped at the end of the session.

    Skips where there are none; in CI (the variable CI is set) that fails.
    """
    from pytest_postgresql.exceptions import ExecutableMissingException

    try:
        process = request.getfixturevalue("postgresql_proc")
    except (ExecutableMissingException, FileNotFoundError, RuntimeError, OSError) as error:
        reason = (
            f"no PostgreSQL: VERBALE_TEST_POSTGRES is not set, none on localhost, none to start ({error})"
        )
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return URL.create(
        "postgresql+psycopg", process.user, process.password or None, process.host, process.port, "postgres"
    )


@pytest.fixture(scope="session")
def postgres_template(postgres_server: URL) -> Iterator[URL]:
    """A database with all tables, from which tests copy theirs."""
    with TemporaryDatabase(postgres_server) as url:
        Store.open(url.render_as_string(hide_password=False)).close()
        yield url


@pytest.fixture
def postgres_address(postgres_server: URL, postgres_template: URL) -> Iterator[str]:
    """The address of an empty store in PostgreSQL."""
    with TemporaryDatabase(postgres_server, template=postgres_template.database) as url:
        yield url.render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", "postgres"])
def store_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store, in either database."""
    if request.param == "sqlite":
        return str(tmp_path / "verbale.db")
    address: str = request.getfixturevalue("postgres_address")
    return address


@pytest.fixture
def store(store_address: str) -> Iterator[Store]:
    """An empty store, in either database."""
    with Store.open(store_address) as opened:
        yield opened


class TemporaryDatabase:
    """A database on a server for as long as the context lasts."""

    def __init__(self, server: URL, template: str | None = None) -> None:
        self.engine = create_engine(server, isolation_level="AUTOCOMMIT")
        self.url = server.set(database=f"verbale_test_{uuid.uuid4().hex[:12]}")
        self.template = template

    def __enter__(self) -> URL:
        copy = f' TEMPLATE "{self.template}"' if self.template else ""
        self.execute(f'CREATE DATABASE "{self.url.database}"{copy}')
        return self.url

    def __exit__(self, *_: object) -> None:
        self.execute(f'DROP DATABASE "{self.url.database}" WITH (FORCE)')
        self.engine.dispose()

    def execute(self, statement: str) -> None:
        with self.engine.connect() as conn:
            conn.execute(text(statement))
