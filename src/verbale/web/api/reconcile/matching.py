"""Who of the record may be meant by a query: how well he goes by the name, and what else is known of him."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from verbale.lexicon.territories import load_territories
from verbale.model import Kind
from verbale.record.queries.names import Fit, Named, find_named
from verbale.record.queries.offices_said import OfficeSaid, list_offices_said
from verbale.record.queries.who import DOMINANT
from verbale.record.wording.names import country_name, kind_name
from verbale.screening.levels import is_bare
from verbale.web.api.reconcile.manifest import describe_type
from verbale.web.api.reconcile.shapes import ReconciliationQuery

SCORES = {Fit.SAME: 100.0, Fit.VARIANT: 85.0, Fit.PART: 70.0}
"""Points for how well somebody goes by a name."""
CONTRADICTED = 30.0
"""Points that a property with another value takes away."""
LOOKED_AT = 50
"""Candidates whose properties are compared."""

Result = dict[str, Any]


def reconcile(conn: Connection, query: ReconciliationQuery) -> list[Result]:
    """The candidates for a query, the likeliest first.

    Of several that go by the name equally well, one is the match where reports name him five times as often as any
    other, and nothing that is known contradicts it. A bare surname matches no person.
    """
    if not any(char.isalnum() for char in query.query):
        return []
    found = [each for each in find_named(conn, query.query) if not query.types or each.kind in query.types]
    candidates = [_judge(conn, each, query) for each in found[:LOOKED_AT]]
    ranked = sorted(candidates, key=lambda each: (-each[0]["score"], -each[1].mentions, each[1].id))
    if _is_clear(ranked) and not (ranked[0][1].kind == Kind.PERSON and is_bare((query.query,))):
        ranked[0][0]["match"] = True
    return [candidate for candidate, _ in ranked[: query.limit]]


def _judge(conn: Connection, named: Named, query: ReconciliationQuery) -> tuple[Result, Named]:
    """A candidate with what speaks for him and against."""
    offices = list_offices_said(conn, named.id) if named.kind == Kind.PERSON else ()
    checks = dict(_check(named, offices, query))
    score = SCORES[named.fit] - CONTRADICTED * sum(not holds for holds in checks.values())
    features = [{"id": "name", "value": SCORES[named.fit]}]
    features += [{"id": pid, "value": holds} for pid, holds in checks.items()]
    candidate = {
        "id": named.id,
        "name": named.name,
        "description": describe(named, offices),
        "type": [describe_type(named.kind)],
        "score": max(score, 0.0),
        "features": features,
        "match": False,
    }
    return candidate, named


def _check(
    named: Named, offices: Sequence[OfficeSaid], query: ReconciliationQuery
) -> Iterator[tuple[str, bool]]:
    """The properties of the query that both sides know, and whether they agree."""
    for pair in query.properties:
        given = [text for value in _list(pair.v) if (text := _say(value))]
        if pair.pid == "country" and named.country and given:
            yield "country", named.country in {_code(text) for text in given}
        elif pair.pid == "office" and offices and given:
            held = " ".join(str(office) for office in offices).casefold()
            yield "office", any(text.casefold() in held for text in given)
        elif pair.pid == "kind" and given:
            yield "kind", named.kind in {text.casefold() for text in given}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _say(value: Any) -> str:
    """A value as text: of something that was reconciled before, its name or id."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("id")
    return value.strip() if isinstance(value, str) else ""


def _code(text: str) -> str:
    """The code of a country, given as such or by name.

    >>> _code("Serbia"), _code("RS")
    ('rs', 'rs')
    """
    found = load_territories().by_name(text)
    return found.code if found else text.lower()


def _is_clear(ranked: Sequence[tuple[Result, Named]]) -> bool:
    """Whether the first is surely meant."""
    if not ranked or ranked[0][0]["score"] < SCORES[Fit.SAME]:
        return False
    best = ranked[0][1]
    rivals = [named for candidate, named in ranked[1:] if candidate["score"] == ranked[0][0]["score"]]
    return all(best.mentions >= DOMINANT * rival.mentions for rival in rivals)


def describe(named: Named, offices: Sequence[OfficeSaid] = ()) -> str:
    """What tells somebody from others of his name.

    >>> describe(Named("identity:1", "Ana Petrović", "person", "rs", (), 3))
    'Person, Serbia'
    """
    what = str(offices[0]) if offices else kind_name(named.kind)
    where = country_name(named.country) if named.kind != "state" else ""
    return ", ".join(part for part in (what, where) if part)
