"""Resolvers of longer stretches: weeks, months, seasons, quarters, years, decades."""

from datetime import date

from verbale.model import Interval
from verbale.reading.times.calendar import (
    add_days,
    clamp_year,
    one_day,
    whole_month,
    whole_week,
    whole_year,
    whole_years,
)
from verbale.reading.times.grammar import load_numbers
from verbale.reading.times.setting import (
    BACKWARD,
    FROM_STORY,
    ONWARD,
    Setting,
    Slots,
    closest,
    part_of,
    read_month,
    relative_year,
    run_of_months,
    season_of,
    span_around,
    stated_year,
)


def resolve_month(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `month`."""
    month = read_month(slots.get("fullmonth") or slots["month"])
    which = slots.get("which", "").lower()
    year = stated_year(slots, setting)
    if year is not None:
        return part_of(whole_month(year, month), slots)
    now = setting.published
    if now is None:
        return None
    if "month" in slots and which:
        return part_of(whole_month(relative_year(which, setting) or now.year, month), slots)
    if which in ("this", "the coming"):
        return part_of(whole_month(now.year, month), slots)
    months = [whole_month(y, month) for y in range(now.year - 1, now.year + 2) if 0 < y < 9999]
    if which in BACKWARD:
        found = next((m for m in reversed(months) if m.end and m.end < now), None)
    elif which in ONWARD:
        found = next((m for m in months if m.start and m.start > now), None)
    else:
        found = closest(months, setting)
    return part_of(found, slots)


def resolve_that_month(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `that_month`."""
    year = setting.story.year if setting.story else None
    return None if year is None else whole_month(year, read_month(slots["fullmonth"]))


def resolve_earlier_later(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `earlier_later`."""
    now = setting.published
    if now is None:
        return None
    around = span_around(slots["span"].lower(), now)
    if around.start is None or around.end is None:
        return None
    if slots["edge"].lower() == "earlier":
        end = add_days(now, -1) if around.start < now <= around.end else min(now, around.end)
        return Interval(min(around.start, end), end)
    start = max(now, around.start)
    return Interval(start, max(start, around.end))


def resolve_relative_span(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `relative_span`."""
    rel, span = slots.get("rel", "this").lower(), slots["span"].lower()
    base = setting.story if rel in FROM_STORY else setting.published
    if base is None:
        return None
    step = -1 if rel in BACKWARD else 1 if rel in ONWARD else 0
    if rel in FROM_STORY and span == "week" and step and setting.anchor:
        first = add_days(base, 7 * step)
        return part_of(Interval(first, add_days(first, 6)), slots)
    return part_of(_step_span(span, base, step), slots)


def _step_span(span: str, base: date, step: int) -> Interval:
    around = span_around(span, base)
    if step == 0 or around.start is None or around.end is None:
        return around
    if span in load_numbers("seasons"):
        return _nth_season(span, base, step)
    return span_around(span, add_days(around.end, 1) if step > 0 else add_days(around.start, -1))


def _nth_season(season: str, now: date, step: int) -> Interval:
    """The last season ended before `now`, or the next to begin after it."""
    seasons = [season_of(clamp_year(year), season) for year in range(now.year - 2, now.year + 2)]
    if step < 0:
        return [s for s in seasons if s.end and s.end < now][-1]
    return next((s for s in seasons if s.start and s.start > now), seasons[-1])


def resolve_weekend(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `weekend`."""
    now, rel = setting.published, slots.get("rel", "").lower()
    if now is None:
        return None
    saturday = add_days(whole_week(now).start or now, 5)
    ahead = rel in ONWARD or rel == "this coming" or (setting.tense == "future" and rel not in BACKWARD)
    if not ahead and (saturday > now or (rel in BACKWARD and add_days(saturday, 1) >= now)):
        saturday = add_days(saturday, -7)
    if rel == "next" and saturday <= now:
        saturday = add_days(saturday, 7)
    return Interval(saturday, add_days(saturday, 1))


def resolve_half_or_quarter(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `half_or_quarter`."""
    year_text = next((slots[k] for k in ("year", "year2", "year3", "year4") if k in slots), None)
    year = int(year_text) if year_text else relative_year(slots.get("rel", "this"), setting)
    if year is None:
        return None
    halves = "h" in slots or slots.get("piece", "").lower() == "half"
    size = 6 if halves else 3
    number = next((int(slots[k]) for k in ("q", "qq", "h") if k in slots), None)
    if number is None:
        number = load_numbers("ordinals").get(slots["ordinal"].lower(), 12 // size)
    return run_of_months(year, (number - 1) * size + 1, size) if number <= 12 // size else None


def resolve_bare_quarter(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `bare_quarter`: that begun last, in a clause about the future the next one."""
    number = load_numbers("ordinals").get(slots["ordinal"].lower(), 4)
    if setting.published is None:
        return None
    years = range(setting.published.year - 1, setting.published.year + 2)
    return closest([run_of_months(clamp_year(y), (number - 1) * 3 + 1, 3) for y in years], setting)


def resolve_end_of_span(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `end_of_span`: the last day of the week, month or year, past or to come."""
    now = setting.published
    if now is None:
        return None
    around = span_around(slots["span"].lower(), now)
    if setting.tense == "past" and around.start and around.end and around.end > now:
        around = span_around(slots["span"].lower(), add_days(around.start, -1))
    return one_day(around.end) if around.end else None


def resolve_neighbouring_span(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `neighbouring_span`: the whole week, month or year beside that told of last."""
    if setting.story is None:
        return None
    return _step_span(slots["span"].lower(), setting.story, 1 if slots["side"].lower() == "after" else -1)


def resolve_month_of_that_year(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `month_of_that_year`."""
    if setting.story is None:
        return None
    return part_of(whole_month(setting.story.year + _years_off(slots), read_month(slots["month"])), slots)


def _years_off(slots: Slots) -> int:
    rel = slots["rel"].lower()
    return 1 if rel in ONWARD else -1 if rel in BACKWARD else 0


def resolve_season(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `season`."""
    season, rel = slots["season"].lower(), slots.get("rel", "").lower()
    year, now = stated_year(slots, setting), setting.published
    if year is not None:
        return part_of(season_of(year, season), slots)
    if now is None:
        return None
    if rel in BACKWARD or rel in ONWARD:
        return part_of(_nth_season(season, now, -1 if rel in BACKWARD else 1), slots)
    if rel == "this":
        return part_of(season_of(now.year, season), slots)
    seasons = [season_of(clamp_year(y), season) for y in range(now.year - 1, now.year + 2)]
    return part_of(closest(seasons, setting), slots)


def resolve_year_range(slots: Slots, _setting: Setting) -> Interval | None:
    """The interval of the rule `year_range`."""
    first = int(slots["year"])
    last = int(slots["year2"]) if "year2" in slots else first - first % 100 + int(slots["shortyear"])
    return whole_years(first, last) if first <= last else None


def resolve_decade(slots: Slots, setting: Setting) -> Interval | None:
    """The interval of the rule `decade`."""
    if "decade" in slots:
        first = int(slots["decade"])
    elif setting.published is None:
        return None
    else:
        short = int(slots["short"])
        century = setting.published.year - setting.published.year % 100
        first = century + short if century + short <= setting.published.year else century - 100 + short
    third = slots.get("third") or slots.get("third2")
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (6, 9)}.get((third or "").lower(), (0, 9))
    return whole_years(first + low, first + high)


def resolve_year(slots: Slots, _setting: Setting) -> Interval | None:
    """The interval of the rule `year`."""
    return part_of(whole_year(int(slots["year"])), slots)
