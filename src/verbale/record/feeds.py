"""What feeds answered last, so that the next poll asks only for what is new."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from verbale.record import tables as t
from verbale.record.counting import make_insert


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


def is_recorded(conn: Connection, url: str) -> bool:
    """Whether the record has a report of an address, be it forgotten or not readable no more."""
    found = select(t.reports.c.id).where(t.reports.c.url == url).limit(1)
    return conn.execute(found).first() is not None
