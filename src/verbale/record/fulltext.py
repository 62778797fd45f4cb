"""Words of claims in the database's own full-text index: FTS5 in SQLite, tsvector in PostgreSQL.

The only module whose SQL depends on the database. Both stem English words and keep every word, "the" too.
"""

from collections.abc import Iterable, Sequence

from anyascii import anyascii
from sqlalchemy import Connection

_SQLITE = (
    """CREATE VIRTUAL TABLE claim_words USING fts5(
    evidence, title, content='', columnsize=0, tokenize='porter unicode61 remove_diacritics 2')""",
)
_POSTGRES = (
    "CREATE TEXT SEARCH DICTIONARY verbale_stem (TEMPLATE = snowball, Language = english)",
    "CREATE TEXT SEARCH CONFIGURATION verbale (COPY = pg_catalog.simple)",
    """ALTER TEXT SEARCH CONFIGURATION verbale
    ALTER MAPPING FOR asciiword, word, hword_asciipart, hword_part, asciihword, hword WITH verbale_stem""",
    "CREATE TABLE claim_words (claim_key bigint PRIMARY KEY REFERENCES claims (key), words tsvector NOT NULL)",
    "CREATE INDEX ix_claim_words_words ON claim_words USING gin (words)",
)


def create_index(conn: Connection) -> None:
    """Make the index; part of the first migration."""
    for statement in _SQLITE if conn.dialect.name == "sqlite" else _POSTGRES:
        conn.exec_driver_sql(statement)


def fold(text: str) -> str:
    """The text in plain Latin letters, as names are written in most papers.

    >>> fold("Vučić in Łódź"), fold("Шойгу")
    ('Vucic in Lodz', 'Shoygu')
    """
    return text if text.isascii() else anyascii(text)


def index_claims(conn: Connection, rows: Iterable[tuple[int, str]], title: str) -> None:
    """Put claims into the index: (key, evidence) of each, and the title of their report."""
    folded = fold(title)
    words: Sequence[tuple[int, str, str]] = [(key, fold(evidence), folded) for key, evidence in rows]
    if not words:
        return
    if conn.dialect.name == "sqlite":
        conn.exec_driver_sql("INSERT INTO claim_words (rowid, evidence, title) VALUES (?, ?, ?)", list(words))
    else:
        conn.exec_driver_sql(
            "INSERT INTO claim_words (claim_key, words) VALUES (%s, to_tsvector('verbale', %s || ' . ' || %s))",
            list(words),
        )
