"""Resolvers that count units of time from a day: "two weeks ago", "a day later", "within a month"."""

from verbale.model import Interval
from verbale.reading.times.calendar import (
    one_day,
    same_day_shifted,
    shift,
)
from verbale.reading.times.setting import (
    Setting,
    Slots,
    read_number,
    read_unit,
    span_around,
)


def resolve_last_spans(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `last_spans`."""
    now = setting.published
    if now is None or not ("number" in slots or "single" in slots):
        return None
    unit = read_unit(slots.get("plural") or slots["single"])
    count = read_number(slots.get("number", "1"))
    return Interval(same_day_shifted(now, -count, unit), now)


def resolve_ago(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `ago`."""
    if setting.published is None:
        return None
    return shift(setting.published, -read_number(slots["number"]), read_unit(slots["units"]))


def resolve_day_ago(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `day_ago`: the same day, or the week or month around it."""
    if setting.published is None:
        return None
    day = same_day_shifted(setting.published, -read_number(slots["number"]), read_unit(slots["units"]))
    named = slots["named"].lower().removeprefix("this ")
    return span_around(named, day) if named in ("week", "month") else one_day(day)


def resolve_later_earlier(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `later_earlier`."""
    if setting.story is None:
        return None
    back = slots["way"].lower() in ("earlier", "before")
    return shift(
        setting.story,
        read_number(slots["number"]) * (-1 if back else 1),
        read_unit(slots["units"]),
    )


def resolve_distance(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `distance`, None where only a bound is told ("less than a year after")."""
    if setting.story is None or "bound" in slots:
        return None
    ahead = slots["side"].lower() == "before"
    return shift(
        setting.story, read_number(slots["number"]) * (1 if ahead else -1), read_unit(slots["units"])
    )


def resolve_within(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `within`."""
    if setting.published is None:
        return None
    count = read_number(slots.get("number") or slots["number2"])
    unit = read_unit(slots.get("units") or slots["units2"])
    return Interval(setting.published, same_day_shifted(setting.published, count, unit))


def resolve_in_units(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `in_units`."""
    if setting.published is None:
        return None
    return shift(setting.published, read_number(slots["number"]), read_unit(slots["units"]))
