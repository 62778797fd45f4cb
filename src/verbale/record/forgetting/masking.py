"""Names covered in texts that are kept."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Table, select, update

from verbale.record import tables as t
from verbale.record.forgetting.deleting import load_rows, load_titles, unindex
from verbale.record.fulltext import index_claims

MASK: Final = "█"
"""Stands for each letter of a name, so that offsets stay what they are."""
_ID: Final = re.compile(r"(?:claim|identity):[0-9a-f]{12}")
_SAID: Final = ("title", "text", "url")
_TEXTS: Final = ("object", "topic", "quote", "evidence_text", "trigger_text", "office_title", "office_body")


def make_mask(names: Iterable[str]) -> re.Pattern[str]:
    """What finds the names, and their last words, as whole words, as written or in capitals; the longest first.

    >>> cover(make_mask(["Anna Nowak", "she"]), "NOWAK said she, Anna Nowak, left Nowakowo.")
    '█████ said she, ██████████, left Nowakowo.'
    """
    full = [name.strip() for name in names]
    wanted = {name for each in full for name in (each, *each.split()[-1:]) if name[:1].isupper()}
    spelt = sorted(wanted | {name.upper() for name in wanted}, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, spelt))})(?!\w)" if spelt else r"(?!)")


def cover(mask: re.Pattern[str], value: Any) -> Any:
    """A text with the names covered; of lists and objects, all the texts in them."""
    if isinstance(value, str):
        return mask.sub(lambda found: MASK * len(found[0]), value)
    if isinstance(value, list):
        return [cover(mask, each) for each in value]
    if isinstance(value, dict):
        return {name: cover(mask, each) for name, each in value.items()}
    return value


def mask_report(conn: Connection, report_id: str, mask: re.Pattern[str], now: datetime) -> None:
    """Cover the names in a report, in what it said before, and in what was read in it and decided about that."""
    claims = load_rows(conn, t.claims, t.claims.c.report_id, [report_id])
    keys = [row["key"] for row in claims]
    unindex(conn, keys)
    _mask_rows(conn, t.reports, load_rows(conn, t.reports, t.reports.c.id, [report_id]), mask, _SAID)
    versions = load_rows(conn, t.report_versions, t.report_versions.c.report_id, [report_id])
    _mask_rows(conn, t.report_versions, versions, mask, _SAID)
    _mask_rows(conn, t.claims, claims, mask, _TEXTS)
    actors = load_rows(conn, t.actors, t.actors.c.report_id, [report_id])
    _mask_rows(conn, t.actors, actors, mask, ("name", "aliases"))
    ids = sorted({row["id"] for row in claims})
    reviews = load_rows(conn, t.reviews, t.reviews.c.claim_id, ids)
    _mask_rows(conn, t.reviews, reviews, mask, ("values",))
    verdicts = load_rows(conn, t.verdicts, t.verdicts.c.claim_id, ids)
    _mask_rows(conn, t.verdicts, verdicts, mask, ("note", "evidence"))
    conn.execute(update(t.reports).where(t.reports.c.id == report_id).values(masked_at=now))
    titles = load_titles(conn, keys)
    for row in claims:
        index_claims(conn, [(row["key"], cover(mask, row["evidence_text"]))], titles[row["key"]])


def _mask_rows(
    conn: Connection,
    table: Table,
    rows: Iterable[dict[str, Any]],
    mask: re.Pattern[str],
    columns: Sequence[str],
) -> None:
    key = next(iter(table.primary_key))
    for row in rows:
        covered = {name: cover(mask, row[name]) for name in columns}
        if any(covered[name] != row[name] for name in columns):
            conn.execute(update(table).where(key == row[key.name]).values(covered))


def mask_decisions(conn: Connection, ids: Collection[str], mask: re.Pattern[str]) -> None:
    """Cover the names in the log where a decision was about one of the identities or claims."""
    rows = conn.execute(select(t.decisions)).mappings()
    about = [dict(row) for row in rows if set(_ID.findall(str(row["subject"]))) & set(ids)]
    _mask_rows(conn, t.decisions, about, mask, ("subject", "why"))
