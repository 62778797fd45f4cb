"""Words of claims in the database's own full-text index: FTS5 in SQLite, tsvector in PostgreSQL.

The only module whose SQL depends on the database. Both hold the words of `verbale.record.words`, every word, "the"
too; the databases' own stemmers differ, so neither is used.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    cast,
    column,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.ext.compiler import compiles

from verbale.record.words import list_words
from verbale.record.words_query import WordsQuery

_SQLITE = (
    """CREATE VIRTUAL TABLE claim_words USING fts5(
    evidence, title, content='', columnsize=0, tokenize='ascii')""",
)
_POSTGRES = (
    "CREATE TABLE claim_words (claim_key bigint PRIMARY KEY REFERENCES claims (key), words tsvector NOT NULL)",
    "CREATE INDEX ix_claim_words_words ON claim_words USING gin (words)",
)
_GAP = 2
"""Positions between evidence and title, so that no phrase runs from one into the other."""
_LAST_POSITION = 16383
"""PostgreSQL counts no further; words beyond it are found, but not in phrases."""


def create_index(conn: Connection) -> None:
    """Make the index; part of the first migration."""
    for statement in _SQLITE if conn.dialect.name == "sqlite" else _POSTGRES:
        conn.exec_driver_sql(statement)


def index_claims(conn: Connection, rows: Iterable[tuple[int, str]], title: str) -> None:
    """Put claims into the index: (key, evidence) of each, and the title of their report."""
    of_title = list_words(title)
    words = [(key, list_words(evidence), of_title) for key, evidence in rows]
    if not words:
        return
    if conn.dialect.name == "sqlite":
        conn.exec_driver_sql(
            "INSERT INTO claim_words (rowid, evidence, title) VALUES (?, ?, ?)", _to_columns(words)
        )
    else:
        rows_of = [(key, _to_tsvector(evidence, title)) for key, evidence, title in words]
        conn.exec_driver_sql(
            "INSERT INTO claim_words (claim_key, words) VALUES (%s, CAST(%s AS tsvector))", rows_of
        )


def unindex_claims(conn: Connection, rows: Iterable[tuple[int, str]], title: str) -> None:
    """Take claims out of the index: (key, evidence) of each, and the title, as they were put in."""
    of_title = list_words(title)
    words = [(key, list_words(evidence), of_title) for key, evidence in rows]
    if not words:
        return
    if conn.dialect.name == "sqlite":
        conn.exec_driver_sql(
            "INSERT INTO claim_words (claim_words, rowid, evidence, title) VALUES ('delete', ?, ?, ?)",
            _to_columns(words),
        )
    else:
        conn.exec_driver_sql("DELETE FROM claim_words WHERE claim_key = %s", [(key,) for key, _, _ in words])


def _to_columns(words: Sequence[tuple[int, list[str], list[str]]]) -> list[tuple[int, str, str]]:
    return [(key, " ".join(evidence), " ".join(title)) for key, evidence, title in words]


def _to_tsvector(evidence: Sequence[str], title: Sequence[str]) -> str:
    """The words with their positions, as PostgreSQL writes a tsvector.

    >>> _to_tsvector(["minister", "resign"], ["minister"])
    "'minister':1,5 'resign':2"
    """
    positions: dict[str, list[int]] = {}
    for words, first in ((evidence, 1), (title, len(evidence) + 1 + _GAP)):
        for position, word in enumerate(words, first):
            positions.setdefault(word, []).append(min(position, _LAST_POSITION))
    return " ".join(f"'{word}':{','.join(map(str, found))}" for word, found in sorted(positions.items()))


class WordsMatch(ColumnElement[bool]):
    """The condition that a claim's words match a query; compiles for either database."""

    inherit_cache = False
    type = Boolean()
    _is_implicitly_boolean = True
    """Else SQLAlchemy writes `... IN (...) = 1` for SQLite, which then looks at every claim instead of the matches."""

    def __init__(self, claim_key: ColumnElement[int], query: WordsQuery) -> None:
        self.claim_key = claim_key
        self.query = query


_WORDS = table("claim_words", column("rowid"), column("claim_key"), column("words"))


@compiles(WordsMatch, "sqlite")
def _match_in_sqlite(element: WordsMatch, compiler: Any, **more: Any) -> str:
    matches = literal_column("claim_words").op("MATCH")(element.query.to_fts5())
    found = element.claim_key.in_(select(_WORDS.c.rowid).where(matches))
    return str(compiler.process(found, **more))


@compiles(WordsMatch, "postgresql")
def _match_in_postgres(element: WordsMatch, compiler: Any, **more: Any) -> str:
    matches = _WORDS.c.words.op("@@")(cast(element.query.to_tsquery(), TSQUERY))
    found = element.claim_key.in_(select(_WORDS.c.claim_key).where(matches))
    return str(compiler.process(found, **more))
