"""Resolvers of single days: calendar dates, weekdays, named days, holidays."""

import re
from datetime import date

from verbale.model import Interval
from verbale.reading.times.calendar import (
    add_days,
    one_day,
    real_day,
)
from verbale.reading.times.grammar import load_numbers
from verbale.reading.times.setting import (
    BACKWARD,
    FROM_STORY,
    ONWARD,
    Setting,
    Slots,
    closest,
    day_or_none,
    read_month,
    relative_year,
    stated_year,
    yearly_days,
)


def resolve_calendar_day(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `calendar_day`."""
    month = int(slots["mm"]) if "mm" in slots else read_month(slots["month"])
    day = _read_day(slots)
    if "which" in slots:
        year = relative_year(slots["which"], setting)
        return day_or_none(year, month, day)
    year = stated_year(slots, setting)
    if year is not None:
        return day_or_none(year, month, day)
    return closest(yearly_days(month, day, setting), setting)


def _read_day(slots: Slots) -> int:
    if "worded" in slots:
        words, units = slots["worded"].lower(), load_numbers("worded_days")
        tens, _, unit = words.rpartition("-")
        return int(units[unit]) + {"twenty": 20, "thirty": 30}.get(tens, 0)
    return int(re.sub(r"\D", "", slots.get("dd") or slots["day"]))


def resolve_numeric_date(slots: Slots, _setting: Setting) -> Interval | None:
    """The interval of the rule `numeric_date`."""
    a, b, year = int(slots["a"]), int(slots["b"]), int(slots["year"])
    found = {d for d in (real_day(year, a, b), real_day(year, b, a)) if d}
    return one_day(found.pop()) if len(found) == 1 else None


def resolve_day_range(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `day_range`."""
    last = resolve_calendar_day({**slots, "day": slots["day2"]}, setting)
    if last is None or last.end is None:
        return None
    first = real_day(last.end.year, last.end.month, int(re.sub(r"\D", "", slots["day"])))
    return Interval(first, last.end) if first and first <= last.end else None


def resolve_weekday(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `weekday`."""
    now = setting.published
    if now is None:
        return None
    which, number = (
        slots.get("which", "").lower(),
        load_numbers("weekdays")[slots["weekday"][:3].lower()],
    )
    if which in FROM_STORY and setting.story:
        now = setting.story
    if which == "this":
        return _weekday_this_week(number, now, setting)
    back = (now.weekday() - number) % 7
    if which in BACKWARD:
        return one_day(add_days(now, -(back or 7)))
    if which in ONWARD:
        return one_day(add_days(now, 7 - back))
    if setting.tense == "future":
        return one_day(add_days(now, (7 - back) % 7))
    return one_day(add_days(now, -back))


def _weekday_this_week(number: int, now: date, setting: Setting) -> Interval:
    """The day in the week of the report, unless the tense rules it out."""
    day = add_days(now, number - now.weekday())
    if day > now and setting.tense == "past":
        return one_day(add_days(day, -7))
    if day < now and setting.tense == "future":
        return one_day(add_days(day, 7))
    return one_day(day)


def resolve_weekday_of_week(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `weekday_of_week`."""
    now = setting.published
    word = next(
        (slots[k] for k in ("weekday", "weekday2", "weekday3", "weekday4") if k in slots),
        None,
    )
    if now is None or word is None:
        return None
    number = load_numbers("weekdays")[word[:3].lower()]
    if "weekday4" in slots:
        last = add_days(now, -((now.weekday() - number) % 7))
        return one_day(add_days(last, -7))
    which = next((slots[k].lower() for k in ("which", "which2", "which3") if k in slots), "this")
    weeks = -1 if which in BACKWARD else 1 if which in ONWARD else 0
    return one_day(add_days(now, number - now.weekday() + 7 * weeks))


def resolve_two_days_off(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `two_days_off`."""
    if setting.published is None:
        return None
    return one_day(add_days(setting.published, -2 if slots["off"].lower().startswith("before") else 2))


def resolve_named_day(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `named_day`."""
    if setting.published is None:
        return None
    offset = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(slots["named"].lower(), 0)
    base = setting.story if "in the day" in slots["named"].lower() else setting.published
    return one_day(add_days(base or setting.published, offset))


def resolve_same_day(_slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `same_day`."""
    return one_day(setting.story) if setting.story else None


def resolve_neighbouring_day(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `neighbouring_day`."""
    if setting.story is None:
        return None
    back = slots.get("step", "").lower() == "previous" or slots.get("side", "after").lower() != "after"
    return one_day(add_days(setting.story, -1 if back else 1))


def resolve_holiday(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `holiday`."""
    month, day = load_numbers("holidays")[slots["holiday"].lower().replace("’", "'")]
    year = stated_year(slots, setting)
    if year is not None:
        return day_or_none(year, month, day)
    return closest(yearly_days(month, day, setting), setting)
