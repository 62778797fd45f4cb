"""The migrations make the tables that the code speaks of."""

import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL

from verbale.model import Report
from verbale.record import Store, migrations
from verbale.record.copies import find_original, take_fingerprint
from verbale.record.engine import open_engine, parse_address
from verbale.record.schema import HEAD, bring_up_to_date, find_revision
from verbale.record.tables import metadata


def test_migrations_and_tables_agree(store: Store) -> None:
    def ours(_thing: object, name: str | None, kind: str, *_: object) -> bool:
        return not (kind == "table" and (name or "").startswith("claim_words"))

    with store.connect() as conn:
        context = MigrationContext.configure(conn, opts={"include_object": ours})
        assert compare_metadata(context, metadata) == []


def test_the_newest_migration_is_the_one_that_the_code_asks_for() -> None:
    scripts = ScriptDirectory(str(Path(migrations.__file__).parent))
    assert scripts.get_heads() == [HEAD]


@pytest.fixture(params=["sqlite", "postgres"])
def empty_address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table."""
    if request.param == "sqlite":
        yield str(tmp_path / "old.db")
        return
    server: URL = request.getfixturevalue("postgres_server")
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    name = f"verbale_test_{uuid.uuid4().hex[:12]}"
    with admin.connect() as conn:
        conn.execute(text(f'CREATE DATABASE "{name}"'))
    try:
        yield server.set(database=name).render_as_string(hide_password=False)
    finally:
        with admin.connect() as conn:
            conn.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
        admin.dispose()


def test_a_store_of_the_first_release_is_brought_up_to_date_with_what_it_holds(empty_address: str) -> None:
    engine = open_engine(parse_address(empty_address))
    with engine.connect().execution_options(writes=True) as conn, conn.begin():
        bring_up_to_date(conn, "0001")
        columns = "id, title, publisher, url, language, text, content_hash, origin, recorded_at"
        values = "'r1', 'T', 'P', '', 'en', 'Words.', 'h', 'o', '2024-06-01T00:00:00.000000Z'"
        conn.execute(text(f"INSERT INTO reports ({columns}) VALUES ({values})"))  # noqa: S608 - fixed words
    engine.dispose()
    with Store.open(empty_address) as store, store.connect() as conn:
        assert find_revision(conn) == HEAD
        assert conn.execute(text("SELECT id, masked_at FROM reports")).all() == [("r1", None)]
        assert conn.execute(text("SELECT count(*) FROM event_keys")).scalar() == 0


def test_reprints_are_found_by_signatures_that_were_kept_before(empty_address: str) -> None:
    words = "The minister said on Monday that talks with the neighbours would go on for as long as it takes."
    engine = open_engine(parse_address(empty_address))
    with engine.connect().execution_options(writes=True) as conn, conn.begin():
        bring_up_to_date(conn, "0002")
        columns = "title, publisher, url, published, language, content_hash, origin, recorded_at, text"
        values = "'T', 'P', '', '{day}', 'en', 'h', 'o', '2024-06-01T00:00:00.000000Z', '{text}'"
        for nth, (report, day) in enumerate((("r1", "2024-05-30"), ("r2", "2023-01-02")), 1):
            said = values.format(day=day, text=words)
            conn.execute(text(f"INSERT INTO reports (id, {columns}) VALUES ('{report}', {said})"))  # noqa: S608 - fixed words
            read = f"{nth}, '{report}', '1', 'h', '2024-06-01T00:00:00.000000Z'"
            read_as = "key, report_id, reader_version, content_hash, recorded_at"
            conn.execute(text(f"INSERT INTO readings ({read_as}) VALUES ({read})"))  # noqa: S608 - fixed words
            for band in take_fingerprint(words).bands:
                conn.execute(text(f"INSERT INTO report_bands (band, report_id) VALUES ({band}, '{report}')"))  # noqa: S608 - fixed words
    engine.dispose()
    with Store.open(empty_address) as store:
        near = Report("r3", words, published=date(2024, 6, 2))
        late = Report("r4", words, published=date(2024, 7, 2))
        early = Report("r5", words, published=date(2023, 1, 9))
        with store.begin() as conn:
            found = [find_original(conn, each, take_fingerprint(words)) for each in (near, late, early)]
    assert found == ["r1", None, "r2"]
