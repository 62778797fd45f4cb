"""Time expressions: the words of a report that say when, and the days they stand for."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from verbale.model import When
from verbale.reading.times.setting import AHEAD_DAYS

TimeKind = Literal[
    "point", "range", "since", "until", "duration", "relative", "modifier", "vague", "distance"
]

_DAYS = frozenset(("month_day", "day_month"))


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Tokens `start` to `end` (half-open) say `when`; `head` is the token that the syntax hangs on.

    `when.interval` is None where the words stay unresolved ("in recent years", or no date of publication).
    `kind` is "modifier" for a date that belongs to a noun ("the 2020 election", "Monday's attack").
    "distance" is how long after or before the event named next the one just told was ("a month after ...").
    `rule` names the row of times.yaml that found it.
    """

    start: int
    end: int
    head: int
    when: When
    kind: TimeKind
    rule: str

    @property
    def days(self) -> int | None:
        """How many days it spans, None where an end is open or it stays unresolved."""
        span = self.when.interval
        if span is None or span.start is None or span.end is None:
            return None
        return (span.end - span.start).days + 1


def lies_ahead(expression: TimeExpression, published: date) -> bool:
    """Whether all of it, or what it begins, lies after the day of the report; a day of the calendar well after."""
    span = expression.when.interval
    if span is None or span.start is None or span.start < published:
        return False
    if expression.days == 1 and expression.rule in _DAYS:
        return (span.start - published).days > AHEAD_DAYS
    return span.end is None or span.end > published
