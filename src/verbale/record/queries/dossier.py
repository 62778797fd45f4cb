"""The dossier of a person, a body or a state: what it is over time, what it did and had done to it, with whom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from verbale.record.queries.claim_rows import load_claims
from verbale.record.queries.dealings import Dealing, Dealings, list_dealings
from verbale.record.queries.filters import Filters
from verbale.record.queries.lines import Line, make_lines
from verbale.record.queries.screened import ScreeningRow, list_screened
from verbale.record.queries.states import State, list_states
from verbale.record.queries.ties import Counterpart, list_counterparts
from verbale.record.queries.who import Candidate, who

SECTIONS: Final = (
    ("Sanctions", ("sanction", "lift_sanction", "sever")),
    ("Prosecutions and rulings", ("prosecute", "rule")),
    ("Honours", ("honour",)),
    ("Meetings, calls and visits", ("meet", "call", "visit", "attend", "negotiate")),
    ("Agreements, pledges and aid", ("agree", "pledge", "cooperate", "aid", "recognise")),
    ("Praise and support", ("praise", "support")),
    ("Criticism, demands and warnings", ("criticise", "accuse", "deny", "oppose", "demand", "warn")),
    ("Force and restrictions", ("attack", "deploy", "deescalate", "protest", "restrict")),
    ("Elections, appointments and dismissals", ("contest", "appoint", "dismiss", "leave_office")),
    ("Laws, votes, joining and leaving", ("propose", "adopt", "vote", "join", "leave", "align")),
    ("Statements", ("say",)),
)
"""Headings with the types below them, in the order of a dossier; offices and memberships stand above all."""
TIES = 12
"""Counterparts that a dossier names."""
SPARE = 3
"""Claims that are looked at for each line that is shown: several may say the same."""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of a kind, the latest first; `claims` is how many claims of it there are."""

    heading: str
    lines: tuple[Line, ...]
    claims: int
    complete: bool

    def to_dict(self) -> dict[str, Any]:
        """The section for JSON."""
        return {
            "heading": self.heading,
            "claims": self.claims,
            "complete": self.complete,
            "lines": [line.to_dict() for line in self.lines],
        }


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that is told of one identity; `matches` are entries of official lists that it may be."""

    head: Candidate
    states: tuple[State, ...]
    sections: tuple[Section, ...]
    ties: tuple[Counterpart, ...]
    matches: tuple[ScreeningRow, ...]

    def to_dict(self) -> dict[str, Any]:
        """The dossier for JSON."""
        head = self.head.to_dict()
        del head["fit"]
        return {
            "head": head,
            "states": [state.to_dict() for state in self.states],
            "sections": [section.to_dict() for section in self.sections],
            "ties": [tie.to_dict() for tie in self.ties],
            "matches": [match.to_dict() for match in self.matches],
        }


def dossier(
    conn: Connection,
    identity: str,
    filters: Filters | None = None,
    *,
    limit: int = 25,
    as_of: datetime | None = None,
) -> Dossier | None:
    """The dossier of an identity; None where the record has none of that id.

    Args:
        conn: a connection that reads.
        identity: its id.
        filters: which claims of the sections; states and matches are of all.
        limit: lines of each section.
        as_of: what the record knew at a moment; None is now.
    """
    heads = who(conn, identity, limit=1, as_of=as_of)
    if not heads:
        return None
    dealings = list_dealings(conn, identity, filters=filters, as_of=as_of)
    own = replace(dealings, claims=tuple(each for each in dealings.claims if each.roles != {"attributed_to"}))
    sections = (
        _make_section(conn, own, identity, heading, types, limit, as_of) for heading, types in SECTIONS
    )
    return Dossier(
        heads[0],
        list_states(conn, identity, as_of),
        tuple(section for section in sections if section.lines),
        list_counterparts(own)[:TIES],
        list_screened(conn, identity, as_of),
    )


def _make_section(
    conn: Connection,
    dealings: Dealings,
    identity: str,
    heading: str,
    types: Sequence[str],
    limit: int,
    as_of: datetime | None,
) -> Section:
    chosen = [each for each in dealings.claims if each.type in types]
    lines = load_lines(conn, chosen[: limit * SPARE], identity, as_of)
    complete = len(chosen) <= limit * SPARE and len(lines) <= limit and dealings.complete
    return Section(heading, lines[:limit], len(chosen), complete)


def load_lines(
    conn: Connection, dealings: Sequence[Dealing], subject: str, as_of: datetime | None = None
) -> tuple[Line, ...]:
    """The lines that claims make, the latest first."""
    return make_lines(conn, load_claims(conn, [each.key for each in dealings], as_of), subject, as_of)
