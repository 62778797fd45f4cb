"""Arithmetic at the edges of months, years and the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.reading.times.calendar import (
    add_days,
    same_day_shifted,
    shift,
    third_of,
    whole_month,
    whole_week,
    whole_year,
)

UNITS = st.sampled_from(["day", "week", "fortnight", "month", "year", "decade", "century"])


@given(st.dates(), st.integers(-300, 300), UNITS)
def test_shifting_any_day_gives_an_ordered_interval(day: date, count: int, unit: str) -> None:
    span = shift(day, count, unit)
    assert span.start is not None
    assert span.end is not None
    assert span.start <= span.end


@given(st.dates())
def test_a_week_runs_from_monday_to_sunday_around_the_day(day: date) -> None:
    week = whole_week(day)
    assert week.start is not None
    assert week.end is not None
    assert week.start <= day <= week.end
    assert week.start.weekday() == 0


@pytest.mark.parametrize("part", ["early", "mid", "late"])
@given(year=st.integers(1, 9999), month=st.integers(1, 12))
def test_thirds_lie_within_their_month(part: str, year: int, month: int) -> None:
    whole = whole_month(year, month)
    third = third_of(whole, part)
    assert whole.start is not None
    assert third.start is not None
    assert whole.end is not None
    assert third.end is not None
    assert whole.start <= third.start <= third.end <= whole.end


@given(st.integers(1, 9999))
def test_thirds_of_a_year_join_up(year: int) -> None:
    thirds = [third_of(whole_year(year), part) for part in ("early", "mid", "late")]
    assert thirds[0].end is not None
    assert thirds[1].end is not None
    assert add_days(thirds[0].end, 1) == thirds[1].start
    assert add_days(thirds[1].end, 1) == thirds[2].start


@given(st.dates(), st.integers(-50, 50), UNITS)
def test_any_day_can_be_moved(day: date, count: int, unit: str) -> None:
    moved = same_day_shifted(day, count, unit)
    assert (moved > day) <= (count > 0)
