"""What the record knows of somebody, property by property."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection

from verbale.record.queries.who import Candidate, who
from verbale.web.api.reconcile.manifest import PROPERTIES
from verbale.web.api.reconcile.shapes import ExtensionQuery

Cell = dict[str, Any]


def _texts(values: Iterable[str | None]) -> list[Cell]:
    return [{"str": value} for value in values if value]


def _day(value: date | None) -> list[Cell]:
    return [{"date": f"{value.isoformat()}T00:00:00"}] if value else []


_VALUES: dict[str, Callable[[Candidate], list[Cell]]] = {
    "name": lambda one: _texts([one.name]),
    "alias": lambda one: _texts(name for name in one.names if name != one.name),
    "kind": lambda one: _texts([one.kind]),
    "country": lambda one: _texts([one.country]),
    "office": lambda one: _texts(str(office) for office in one.offices),
    "claims": lambda one: [{"int": one.claims}],
    "first": lambda one: _day(one.first),
    "last": lambda one: _day(one.last),
}


def extend(conn: Connection, query: ExtensionQuery) -> dict[str, Any]:
    """The values wanted; ids that the record does not have get none, and so do properties that it does not know."""
    wanted = list(dict.fromkeys(each.id for each in query.properties))
    rows = {}
    for identity in dict.fromkeys(query.ids):
        found = who(conn, identity, limit=1) if identity.startswith("identity:") else ()
        rows[identity] = {
            name: _VALUES[name](found[0]) if found and name in _VALUES else [] for name in wanted
        }
    return {"meta": [{"id": name, "name": PROPERTIES.get(name, name)} for name in wanted], "rows": rows}
