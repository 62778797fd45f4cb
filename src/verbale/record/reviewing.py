"""Reviews: somebody accepts, rejects or corrects what the reader found."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from verbale.errors import ReviewError
from verbale.lexicon.claim_types import load_claim_types
from verbale.model import Status
from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.decisions import Decision, decide

VERDICTS = ("accept", "reject", "correct")

PARTIES = ("actor", "recipient", "attributed_to")
"""Fields of a correction that list names of actors of the claim's report, or new names."""

FIELDS = ("type", "mode", "status", "negated", *PARTIES, "when_start", "when_end", "object", "topic", "place")
"""What a correction may set."""


def review_claim(
    conn: Connection,
    claim_id: str,
    verdict: str,
    values: Mapping[str, Any] | None = None,
    *,
    by: str,
    why: str,
    now: datetime,
) -> Decision:
    """Write down what somebody decided about a claim; what was decided about it before is superseded.

    Args:
        conn: a connection that writes.
        claim_id: of a claim that stands.
        verdict: accept, reject or correct.
        values: for `correct`, the values that are right, under names of FIELDS; dates as date or ISO 8601.
        by: who decided.
        why: the reason given; may be empty.
        now: when.

    Raises:
        ReviewError: no such claim, verdict or field, or a value that the field cannot have.
    """
    if verdict not in VERDICTS:
        raise ReviewError(f"verdict {verdict!r} is none of {', '.join(VERDICTS)}")
    standing = select(t.claims.c.key).where(t.claims.c.id == claim_id, held(t.claims))
    if conn.execute(standing.limit(1)).first() is None:
        raise ReviewError(f"{claim_id} is no claim of the record: look it up with `verbale search`")
    checked = check_values(values or {}) if verdict == "correct" else {}
    if verdict == "correct" and not checked:
        raise ReviewError(f"{claim_id} is corrected to nothing: give at least one of {', '.join(FIELDS)}")
    decision = decide(conn, verdict, {"claim": claim_id, **checked}, by=by, why=why, now=now)
    old = update(t.reviews).where(t.reviews.c.claim_id == claim_id, t.reviews.c.superseded_at.is_(None))
    conn.execute(old.values(superseded_at=now))
    last = conn.execute(select(func.coalesce(func.max(t.reviews.c.key), 0))).scalar_one()
    row = {"key": last + 1, "claim_id": claim_id, "verdict": verdict, "values": checked}
    conn.execute(insert(t.reviews), {**row, "decision_id": decision.id, "recorded_at": now})
    return decision


def check_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a correction as they are stored.

    Raises:
        ReviewError: a field that is none, or a value that it cannot have.

    >>> check_values({"type": "meet", "when_start": "2024-06-03"})
    {'type': 'meet', 'when_start': '2024-06-03'}
    >>> check_values({"type": "hug"})
    Traceback (most recent call last):
    verbale.errors.ReviewError: type 'hug' is no type of claim: `verbale types` lists them
    """
    checked = {field: _check(field, value) for field, value in values.items()}
    start, end = checked.get("when_start"), checked.get("when_end")
    if start and end and start > end:
        raise ReviewError(f"when_start {start} lies after when_end {end}")
    mode, kind = checked.get("mode"), checked.get("type")
    if mode and kind and mode not in load_claim_types()[kind].modes:
        raise ReviewError(f"mode {mode!r} is none of {kind}: `verbale types` lists them")
    return checked


def _check(field: str, value: Any) -> Any:
    """One value of a correction."""
    if field not in FIELDS:
        raise ReviewError(f"{field!r} cannot be corrected: only {', '.join(FIELDS)} can")
    if field == "type" and value not in load_claim_types():
        raise ReviewError(f"type {value!r} is no type of claim: `verbale types` lists them")
    if field == "status" and value not in set(Status):
        raise ReviewError(f"status {value!r} is none of {', '.join(Status)}")
    if field == "negated" and not isinstance(value, bool):
        raise ReviewError(f"negated {value!r} is neither true nor false")
    if field in PARTIES:
        return _check_names(field, value)
    if field.startswith("when_"):
        return _check_day(field, value)
    if field != "negated" and value is not None and not isinstance(value, str):
        raise ReviewError(f"{field} {value!r} is no text")
    return value


def _check_names(field: str, value: Any) -> list[str]:
    if not isinstance(value, list | tuple) or not all(
        isinstance(each, str) and each.strip() for each in value
    ):
        raise ReviewError(f"{field} {value!r} is no list of names")
    return [each.strip() for each in value]


def _check_day(field: str, value: Any) -> str | None:
    if value is None or isinstance(value, date):
        return value.isoformat() if value else None
    try:
        return date.fromisoformat(value).isoformat()
    except (TypeError, ValueError) as error:
        raise ReviewError(f"{field} {value!r} is no day: write it as 2024-06-11") from error
