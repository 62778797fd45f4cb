"""What feeds answered last, so that the next poll asks only for what is new."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.counting import make_insert

MAY_COME_LATER = frozenset({"fetch-failed", "robots-disallowed", "refused-address", "fetching-off"})
"""Slugs of what kept a page from coming at all; any other was said of a page that came, and asking again is no use."""


@dataclass(frozen=True, slots=True)
class FeedAnswer:
    """The validators of a feed's last good answer, and what kept the last poll from one, if anything did."""

    etag: str = ""
    modified: str = ""
    error: str = ""


def load_answer(conn: Connection, url: str) -> FeedAnswer:
    """What a feed answered last; empty of one that was never asked."""
    f = t.feeds.c
    row = conn.execute(select(f.etag, f.modified, f.last_error).where(f.url == url)).first()
    return FeedAnswer(*(value or "" for value in row)) if row else FeedAnswer()


def save_answer(conn: Connection, url: str, answer: FeedAnswer, now: datetime) -> None:
    """Keep what a feed answered in place of what it answered before."""
    values = {
        "etag": answer.etag,
        "modified": answer.modified,
        "last_error": answer.error,
        "last_polled": now,
    }
    statement = make_insert(conn, t.feeds).values(url=url, **values)
    conn.execute(statement.on_conflict_do_update(index_elements=["url"], set_=values))


def is_settled(conn: Connection, url: str, *, any_language: bool = False) -> bool:
    """Whether there is no need to fetch a page: its report is recorded or forgotten, or it came and could not be read.

    Args:
        conn: to the record.
        url: the page.
        any_language: a page that was refused for its language is read now.
    """
    found = select(t.reports.c.id).where(t.reports.c.url == url).limit(1)
    if conn.execute(found).first() is not None:
        return True
    u = t.unread.c
    slug = conn.scalar(select(u.slug).where(u.report_id == url, held(t.unread, None)).limit(1))
    return (
        slug is not None
        and slug not in MAY_COME_LATER
        and not (any_language and slug == "language-unsupported")
    )
