"""Votes against roll calls: the resolution is found by day, body and words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from verbale.model import Interval
from verbale.record.registers.lookup import roll_calls_near
from verbale.record.registers.name_keys import name_words
from verbale.record.registers.versions import Version, versions_on
from verbale.registers import RollCall
from verbale.screening.corroboration.statement import Party, Statement
from verbale.screening.corroboration.verdict import TOLERANCE_DAYS, Standing, Verdict

_LONGEST_SEARCH = 31
_MEASURES = frozenset({"resolution", "vote", "motion", "draft", "text", "document", "declaration"})
_EMPTY = frozenset(
    {"the", "of", "a", "an", "on", "in", "to", "and", "for", "at", "by", "its", "un", "general", "assembly", "united",
     "nations", "adoption", "members", "adopted", "declaring", "against", "international", "day"}
) | _MEASURES  # fmt: skip
_EXPECTED = {"support": ("for",), "oppose": ("against",)}
_WORDS = {"for": "for", "against": "against", "abstain": "abstained", "absent": "did not take part"}


def check_vote(conn: Connection, claim: Statement) -> Verdict:
    """Whether states voted as a report says, or stood to a resolution as they voted on it.

    Rule `roll-call`. "Supported" against a recorded abstention is a contradiction. Where several roll
    calls fit the day and the words, they count only if all say the same.
    """
    claim = _side_with(claim)
    states = [party for party in claim.actors if party.kind == "state" and party.country]
    expected = _expected(claim)
    if not states or expected is None:
        return _uncovered(claim, "no state, or no vote that a roll call could tell")
    when = _voting_day(claim)
    if when is None:
        return _uncovered(claim, "the report gives no day on which it was voted")
    tables = [version for version in versions_on(conn) if version.kind == "unga"]
    calls = _fitting(claim, roll_calls_near(conn, tables, *_bounds(when), days=TOLERANCE_DAYS), when)
    if not calls:
        return _uncovered(claim, "no roll call of that day and those words is loaded")
    return _judge(claim, states, expected, calls)


def _side_with(claim: Statement) -> Statement:
    """Support for those who oppose a measure, or support it, in the same sentence: as a stand on the measure itself.

    "The adoption was opposed by leaders in Serbia, with the support of Russia": Russia stands against it.
    """
    if claim.type != "support" or _is_measure(claim):
        return claim
    backed = {party.name for party in claim.recipients}
    for other in claim.others:
        stands = other.type in _EXPECTED and not other.negated and other.evidence == claim.evidence
        if stands and _is_measure(other) and backed & {party.name for party in other.actors}:
            return replace(claim, type=other.type, object=other.object, topic=other.topic, when=other.when)
    return claim


def _expected(claim: Statement) -> tuple[str, ...] | None:
    """The votes that would bear the claim out; None where none could."""
    if claim.type == "vote":
        return (claim.mode,) if claim.mode in ("for", "against", "abstain") else None
    if claim.type in _EXPECTED and _is_measure(claim):
        return _EXPECTED[claim.type]
    return None


def _is_measure(claim: Statement) -> bool:
    """Whether what is supported or opposed is something that is voted on."""
    return bool(_MEASURES & set(name_words(claim.object or "")))


def _voting_day(claim: Statement) -> Interval | None:
    """The day of the vote: the claim's own, else that of the adoption that the same report tells of."""
    if claim.when and claim.when.start and claim.when.end:
        return claim.when if (claim.when.end - claim.when.start).days <= _LONGEST_SEARCH else None
    about = _content(f"{claim.object or ''} {claim.topic or ''}")
    for other in claim.others:
        if other.type != "adopt" or not other.when or not other.when.start or not other.when.end:
            continue
        told = _content(f"{other.object or ''} {other.topic or ''} {other.evidence}")
        measure = _MEASURES & set(name_words(claim.object or "")) & set(name_words(other.evidence))
        if about & told or (not about and measure):
            return other.when
    return None


def _content(text: str) -> frozenset[str]:
    """The words of a measure that tell it from others."""
    return frozenset(word for word in name_words(text) if len(word) > 2 and word not in _EMPTY)


def _bounds(when: Interval) -> tuple[Any, Any]:
    """The two days of an interval that has both."""
    return when.start, when.end


def _fitting(
    claim: Statement, calls: Sequence[tuple[Version, RollCall]], when: Interval
) -> list[tuple[Version, RollCall]]:
    """The roll calls of the day that have words of the measure; where no title is known, those of the day itself."""
    about = _content(f"{claim.object or ''} {claim.topic or ''}")
    titled = [pair for pair in calls if pair[1].title and about & _content(pair[1].title)]
    if titled:
        return titled
    start, end = (day.isoformat() for day in _bounds(when))
    exact = [pair for pair in calls if start <= pair[1].date <= end]
    return [pair for pair in exact or calls if not pair[1].title]


def _judge(
    claim: Statement,
    states: Iterable[Party],
    expected: tuple[str, ...],
    calls: Sequence[tuple[Version, RollCall]],
) -> Verdict:
    """The recorded votes against the ones said."""
    version, call = calls[0]
    recorded: dict[str, str] = {}
    for state in states:
        votes = {dict(one.votes).get(state.country or "") for _, one in calls}
        if len(votes) > 1:
            return _uncovered(
                claim, f"{len(calls)} roll calls fit, and {state.name} did not vote the same in all"
            )
        (vote,) = votes
        if vote is None:
            return _uncovered(claim, f"the roll call has no vote of {state.name}")
        recorded[state.name] = vote
    against = {name: vote for name, vote in recorded.items() if (vote in expected) == claim.negated}
    standing = Standing.CONTRADICTED if against else Standing.BORNE_OUT
    told = ", ".join(f"{name} {_said(vote)}" for name, vote in recorded.items())
    what = call.symbol or f"roll call {call.id}"
    row = {"roll_call": call.id, "date": call.date, "body": call.body, "votes": recorded, "line": call.line}
    row |= {"symbol": call.symbol} if call.symbol else {}
    row |= {"title": call.title} if call.title else {}
    note = f"{version.label}, {what} of {call.date}: {told}"
    return Verdict(claim.claim_id, standing, "roll-call", note, version, row, TOLERANCE_DAYS)


def _said(vote: str) -> str:
    """A vote in words.

    >>> _said("for"), _said("abstain")
    ('voted for', 'abstained')
    """
    return f"voted {vote}" if vote in ("for", "against") else _WORDS[vote]


def _uncovered(claim: Statement, note: str) -> Verdict:
    """No roll call speaks."""
    return Verdict(claim.claim_id, Standing.NOT_COVERED, "roll-call", note)
