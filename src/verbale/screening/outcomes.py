"""What screening the record came to: results kept, decisions heeded, only what is new reported."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from verbale.errors import RegisterError
from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.counting import next_key
from verbale.record.decisions import Decision, decide, list_decisions
from verbale.record.registers.versions import versions_on
from verbale.screening.screen import Match, Query, screen_name
from verbale.screening.subjects import RecordSubject, ReportLine, record_subjects, report_lines


@dataclass(frozen=True, slots=True)
class Outcome:
    """A match for someone in the record: whether it is new, what was decided about it, the lines that name him."""

    subject: str
    match: Match
    new: bool
    decided: str | None
    lines: tuple[ReportLine, ...]

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "subject": self.subject,
            **self.match.to_dict(),
            "new": self.new,
            "decided": self.decided,
            "lines": [line.to_dict() for line in self.lines],
        }


@dataclass(frozen=True, slots=True)
class Screened:
    """One pass over the record: how many were screened and what came of it."""

    subjects: int
    outcomes: tuple[Outcome, ...]


def screen_record(
    conn: Connection,
    *,
    now: datetime,
    as_of: date | None = None,
    identity_id: str | None = None,
    progress: Callable[[int], None] = lambda _count: None,
) -> Screened:
    """Screen everybody in the record and keep what is found.

    Matches that somebody rejected are left out until the identity or the entry changes; `new` are those
    that no earlier pass has found in this form. Past lists (`as_of`) are asked but nothing is kept.

    Args:
        conn: a connection that writes.
        now: `recorded_at` of what is new.
        as_of: the day whose lists are meant; None for the newest.
        identity_id: one identity instead of all.
        progress: told how many have been screened.

    Raises:
        MissingExtraError: the extra `screening` is not installed.
    """
    versions = versions_on(conn, as_of)
    decided = latest_decisions(conn)
    outcomes: list[Outcome] = []
    count = 0
    for count, subject in enumerate(record_subjects(conn, identity_id), 1):
        matches = screen_name(conn, subject.query, versions=versions)
        known = _known_results(conn, subject.id)
        fresh = keep_results(conn, subject, matches, now=now) if as_of is None else frozenset[int]()
        for match in matches:
            pair = _pair(subject.id, match)
            decision = decided.get(pair)
            if decision == ("reject", _digests(subject, match)):
                continue
            agreed = decision[0] if decision and decision[1] == _digests(subject, match) else None
            new = match.found.key in fresh if as_of is None else pair[1:] not in known
            outcomes.append(Outcome(subject.id, match, new, agreed, report_lines(conn, subject.id)))
        progress(count)
    return Screened(count, tuple(outcomes))


def _pair(subject_id: str, match: Match) -> tuple[str, str, str]:
    """What a decision is about: who, list, entry."""
    return subject_id, match.version.name, match.found.entry.id


def _digests(subject: RecordSubject, match: Match) -> tuple[str, str]:
    """The two sides as they stand."""
    return subject.digest, match.found.digest


def _known_results(conn: Connection, subject_id: str) -> dict[tuple[str, str], Any]:
    """Results that stand for a subject, by list and entry."""
    s = t.screening_results.c
    query = select(t.screening_results).where(s.subject == subject_id, held(t.screening_results))
    return {(row["register"], row["entry_id"]): row for row in conn.execute(query).mappings()}


def keep_results(
    conn: Connection, subject: RecordSubject, matches: Sequence[Match], *, now: datetime
) -> frozenset[int]:
    """Keep what is found; what is found no more is superseded. Gives the keys of the entries that are new."""
    known = _known_results(conn, subject.id)
    s = t.screening_results.c
    fresh, kept = [], set()
    for match in matches:
        pair = (match.version.name, match.found.entry.id)
        row = known.get(pair)
        if row and (row["subject_digest"], row["entry_digest"]) == _digests(subject, match):
            kept.add(row["key"])
        else:
            fresh.append(match)
    gone = [row["key"] for row in known.values() if row["key"] not in kept]
    if gone:
        conn.execute(update(t.screening_results).where(s.key.in_(gone)).values(superseded_at=now))
    first = next_key(conn, s.key)
    rows = [_result_row(key, subject, match, now) for key, match in enumerate(fresh, first)]
    if rows:
        conn.execute(insert(t.screening_results), rows)
    return frozenset(match.found.key for match in fresh)


def _result_row(key: int, subject: RecordSubject, match: Match, now: datetime) -> dict[str, Any]:
    """A row of `screening_results`."""
    return {
        "key": key,
        "subject": subject.id,
        "register_key": match.version.key,
        "register": match.version.name,
        "entry_id": match.found.entry.id,
        "subject_digest": subject.digest,
        "entry_digest": match.found.digest,
        "score": match.score.score,
        "level": match.level.value,
        "features": [feature.to_dict() for feature in match.score.features],
        "recorded_at": now,
    }


def latest_decisions(conn: Connection) -> dict[tuple[str, str, str], tuple[str, tuple[str, str]]]:
    """The last decision about each pair, with the digests of both sides when it was made."""
    latest: dict[tuple[str, str, str], tuple[datetime, str, tuple[str, str]]] = {}
    for kind in ("accept", "reject"):
        for decision in list_decisions(conn, kind):
            subject = decision.subject.get("screening")
            if subject:
                pair = (subject["subject"], subject["register"], subject["entry"])
                digests = (subject["subject_digest"], subject["entry_digest"])
                if pair not in latest or latest[pair][0] <= decision.decided_at:
                    latest[pair] = (decision.decided_at, decision.kind, digests)
    return {pair: (kind, digests) for pair, (_, kind, digests) in latest.items()}


def decide_match(
    conn: Connection,
    kind: str,
    subject_id: str,
    register: str,
    entry_id: str,
    *,
    by: str,
    why: str,
    now: datetime,
) -> Decision:
    """Accept or reject a match that screening has found; written to the log, which nothing changes.

    Raises:
        RegisterError: screening has found no such match.
    """
    row = _known_results(conn, subject_id).get((register, entry_id))
    if row is None:
        raise RegisterError(
            f"screening has found no match of {subject_id} with {entry_id} of {register}: run `verbale screen` first"
        )
    subject = {
        "subject": subject_id,
        "register": register,
        "entry": entry_id,
        "subject_digest": row["subject_digest"],
        "entry_digest": row["entry_digest"],
    }
    return decide(conn, kind, {"screening": subject}, by=by, why=why, now=now)


def query_of(conn: Connection, identity_id: str) -> Query:
    """What is looked for when an identity is screened.

    Raises:
        RegisterError: the record has no such person or body.
    """
    for subject in record_subjects(conn, identity_id):
        return subject.query
    raise RegisterError(f"the record has no person or body {identity_id}: `verbale who NAME` shows the ids")
