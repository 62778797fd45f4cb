"""Which revision of the tables a store has, and bringing it to the newest by Alembic."""

from importlib.resources import files

from sqlalchemy import Connection, inspect, text

from verbale.errors import NoStoreError, StoreVersionError

HEAD = "0003"
"""The newest revision in `migrations/versions/`; written here so that opening a store need not load Alembic."""


def check_version(conn: Connection, *, must_exist: bool, must_be_current: bool) -> bool:
    """Whether the tables are those of this version of Verbale.

    Raises:
        NoStoreError: there are none though there must be, or they are not Verbale's.
        StoreVersionError: they are newer, or older and may not be renewed.
    """
    found = find_revision(conn)
    if found == HEAD:
        return True
    place = conn.engine.url.render_as_string(hide_password=True)
    if found is None:
        if must_exist:
            raise NoStoreError(f"{place} holds no record: `verbale add` begins one, --store names another")
        if inspect(conn).has_table("claims") or inspect(conn).has_table("reports"):
            raise NoStoreError(f"{place} holds other tables: name another place with --store")
        return False
    if found > HEAD:
        raise StoreVersionError(
            f"{place} was written by a newer Verbale (tables {found}, this one knows {HEAD}): upgrade Verbale"
        )
    if must_be_current:
        raise StoreVersionError(f"{place} has older tables ({found}): open it once for writing")
    return False


def find_revision(conn: Connection) -> str | None:
    """The revision that the tables have; None where there are none."""
    if not inspect(conn).has_table("alembic_version"):
        return None
    found: str | None = conn.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def bring_up_to_date(conn: Connection, revision: str = "head") -> None:
    """Run the migrations that the store lacks, inside the transaction of `conn`."""
    from alembic import command  # noqa: PLC0415 - only new and old stores need it
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(files("verbale.record") / "migrations"))
    config.attributes["connection"] = conn
    command.upgrade(config, revision)
