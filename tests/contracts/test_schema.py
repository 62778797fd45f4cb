"""The migrations make the tables that the code speaks of."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from verbale.record import Store, migrations
from verbale.record.schema import HEAD
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
