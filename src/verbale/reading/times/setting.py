"""What a relative expression is resolved against, and the readings of single slots that resolvers share."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from verbale.model import Interval
from verbale.reading.times.calendar import (
    one_day,
    real_day,
    third_of,
    whole_month,
    whole_week,
    whole_years,
)
from verbale.reading.times.grammar import load_numbers
from verbale.reading.times.tense import Tense

BACKWARD = frozenset(["last", "past", "this past", "the previous", "previous"])
ONWARD = frozenset(["next", "coming", "this coming", "the coming", "the next", "the following", "following"])
FROM_STORY = frozenset(["the following", "the next", "the previous", "that", "the same"])

Slots = Mapping[str, str]

AHEAD_DAYS = 2
"""How many days past the report's own a day in the past tense can lie, where the report bears an earlier date."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a relative expression is resolved against.

    `published` is the day of the report, None where unknown; `anchor` the last date the report named before;
    `tense` that of the clause; `year` a year lent by a neighbour ("between May and July 2023").
    """

    published: date | None
    anchor: date | None = None
    tense: Tense = "past"
    year: int | None = None

    @property
    def story(self) -> date | None:
        """The day that "the following day" follows: the last one told of, else the day of the report."""
        return self.anchor or self.published


def read_number(text: str) -> int:
    """The number that a word or digits stand for, 1 where it is unknown."""
    low = text.lower()
    return int(low) if low.isdigit() else load_numbers("numbers").get(low, 1)


def read_unit(text: str) -> str:
    """The unit of time in the singular."""
    low = text.lower()
    return "century" if low == "centuries" else low.removesuffix("s")


def read_month(text: str) -> int:
    """1 for January to 12 for December, also from a short form."""
    return int(load_numbers("months")[text[:3].lower()])


def relative_year(word: str, setting: Setting) -> int | None:
    """The year of the report, the one before or after, as the word says; None without a date of publication."""
    if setting.published is None:
        return None
    low = word.lower()
    return setting.published.year + (-1 if low in BACKWARD else 1 if low in ONWARD else 0)


def stated_year(slots: Slots, setting: Setting) -> int | None:
    """The year that the words say, None where they leave it open."""
    if "year" in slots:
        return int(slots["year"])
    if setting.year is not None:
        return setting.year
    return None


def closest(candidates: list[Interval], setting: Setting) -> Interval | None:
    """The last candidate begun by the day of the report; in a clause about the future the next one.

    A day of the calendar a day or two ahead is meant in the past tense too: what Beijing tells of the 29th,
    Washington may date the 28th.
    Where the clause leaves it open, the next one if it is at least three times nearer.
    """
    now = setting.published
    if now is None:
        return None
    ahead = next((c for c in candidates if c.end and c.end >= now), None)
    behind = next((c for c in reversed(candidates) if c.start and c.start <= now), None)
    if setting.tense == "future":
        return ahead
    if ahead and ahead.start and ahead.start == ahead.end and (ahead.start - now).days <= AHEAD_DAYS:
        return ahead
    if setting.tense == "past" or ahead is None or behind is None or ahead is behind:
        return behind
    to_come = (ahead.start - now).days if ahead.start else 0
    gone = (now - behind.end).days if behind.end else 0
    return ahead if to_come * 3 < gone else behind


def part_of(span: Interval | None, slots: Slots) -> Interval | None:
    """The early, middle or late part of `span`, or the day at its edge, as a slot `part` says."""
    part = slots.get("part", "").lower().removeprefix("the ").removeprefix("very ")
    if span is None or not part:
        return span
    if part.startswith(("end", "close")) and span.end:
        return one_day(span.end)
    if part.startswith(("begin", "start", "turn")) and span.start:
        return one_day(span.start)
    third = "early" if part.startswith(("early", "first")) else "mid" if part.startswith("mid") else "late"
    return third_of(span, third)


def day_or_none(year: int | None, month: int, day: int) -> Interval | None:
    """The interval of one day, None where year or day do not exist."""
    found = real_day(year, month, day) if year is not None else None
    return one_day(found) if found else None


def yearly_days(month: int, day: int, setting: Setting) -> list[Interval]:
    """The day in the year before that of the report, the same year, and the next."""
    if setting.published is None:
        return []
    years = range(setting.published.year - 1, setting.published.year + 2)
    days = [real_day(year, month, day) for year in years]
    return [one_day(d) for d in days if d]


def span_around(span: str, day: date) -> Interval:
    """The week, month, quarter, season, year ... that holds `day`."""
    if span == "week":
        return whole_week(day)
    if span == "month":
        return whole_month(day.year, day.month)
    if span == "quarter":
        return run_of_months(day.year, day.month - (day.month - 1) % 3, 3)
    if span in load_numbers("seasons"):
        return season_of(day.year, span)
    size = {"decade": 10, "century": 100}.get(span, 1)
    first = day.year - day.year % size
    return whole_years(first, first + size - 1)


def run_of_months(year: int, month: int, count: int) -> Interval:
    """`count` whole months from the one given."""
    return Interval(whole_month(year, month).start, whole_month(year, month + count - 1).end)


def season_of(year: int, season: str) -> Interval:
    """The three months of a season, by the northern calendar."""
    return run_of_months(year, load_numbers("seasons")[season], 3)
