"""What a data set is here: the record, a list, or (`default`) all of them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from verbale.record.registers.versions import Version, versions_on
from verbale.web.errors import Refusal

RECORD = "record"
ALL = ("default", "all")


@dataclass(frozen=True, slots=True)
class Scope:
    """Where it is looked: the newest versions of lists, and the record or not."""

    versions: tuple[Version, ...]
    in_record: bool


def find_scope(
    conn: Connection, dataset: str, only: tuple[str, ...] = (), without: tuple[str, ...] = ()
) -> Scope:
    """The scope of a data set, narrowed to some of its parts.

    Raises:
        Refusal: there is no such data set.
    """
    versions = versions_on(conn)
    names = {RECORD, *(version.name for version in versions)}
    if dataset not in (*ALL, *names):
        known = ", ".join(sorted({*names, *ALL}))
        raise Refusal(404, "unknown-dataset", f"there is no data set {dataset!r}: there is {known}")
    wanted = names if dataset in ALL else {dataset}
    wanted = {name for name in wanted if (not only or name in only) and name not in without}
    return Scope(tuple(each for each in versions if each.name in wanted), RECORD in wanted)


def list_datasets(conn: Connection, recorded: date | None) -> list[dict[str, Any]]:
    """The data sets as yente's catalog has them; `recorded` is the day of the newest report."""
    versions = versions_on(conn)
    day = (recorded or date.min).isoformat()
    lists = [
        _describe(each.name, f"{each.name}, issued {each.issued}", each.issued.isoformat(), each.url or None)
        for each in versions
    ]
    record = _describe(RECORD, "People and bodies of the record of news reports", day, None)
    children = [RECORD, *(each.name for each in versions)]
    newest = max([day, *(each.issued.isoformat() for each in versions)])
    return [
        {**_describe("default", "The record and all lists", newest, None), "children": children},
        record,
        *lists,
    ]


def _describe(name: str, title: str, version: str, url: str | None) -> dict[str, Any]:
    stamp = version.replace("-", "")
    return {
        "name": name,
        "title": title,
        "summary": None,
        "url": url,
        "load": True,
        "entities_url": None,
        "version": stamp,
        "index_version": stamp,
        "index_current": True,
        "children": [],
    }
