"""Write `record/migrations/versions/0001_tables.py` anew from the tables in the code.

Until the first release there is one migration, and this writes it. After the release, write a new one instead
(`alembic revision`): stores in use have the old tables.
"""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.autogenerate.api import AutogenContext
from alembic.migration import MigrationContext
from sqlalchemy import JSON, BigInteger, create_engine

from verbale.record.tables import metadata
from verbale.record.tables.columns import Instant

TARGET = Path(__file__).parents[1] / "src/verbale/record/migrations/versions/0001_tables.py"
HEADER = '''"""All tables of the first release. Written by tools/write_first_migration.py."""

import sqlalchemy as sa
from alembic import op

from verbale.record.fulltext import create_index
from verbale.record.tables.columns import Instant, Json, Key

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
'''
FOOTER = "    create_index(op.get_bind())\n"


def render_item(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """How a type is written down, where Alembic's own way says too much."""
    if kind != "type":
        return False
    named = {Instant: "Instant()", BigInteger: "Key", JSON: "Json"}
    return next((name for cls, name in named.items() if isinstance(item, cls)), False)


def main() -> None:
    """Write the file and have ruff set it."""
    with create_engine("sqlite://").connect() as conn:
        context = MigrationContext.configure(conn)
        operations = produce_migrations(context, metadata).upgrade_ops
    assert operations is not None
    body = render_python_code(operations, render_item=render_item)
    body = re.sub(r"^ *#.*\n", "", body, flags=re.MULTILINE)
    TARGET.write_text(HEADER + "    " + body.strip() + "\n" + FOOTER)
    for command in (["format"], ["check", "--fix", "--quiet"]):
        subprocess.run([sys.executable, "-m", "ruff", *command, str(TARGET)], check=True)


if __name__ == "__main__":
    main()
