"""From the filled slots of a rule to an interval: the normalisations that times.yaml names."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from verbale.model import Interval
from verbale.reading.times.calendar import (
    add_days,
    clamp_year,
    one_day,
    real_day,
    same_day_shifted,
    shift,
    third_of,
    whole_month,
    whole_week,
    whole_year,
    whole_years,
)
from verbale.reading.times.tense import Tense

_MONTHS = {
    name: number
    for number, name in enumerate(
        [
            "jan",
            "feb",
            "mar",
            "apr",
            "may",
            "jun",
            "jul",
            "aug",
            "sep",
            "oct",
            "nov",
            "dec",
        ],
        start=1,
    )
}
_WEEKDAYS = {name: number for number, name in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])}
_WORDS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_NUMBERS = {word: number for number, word in enumerate(_WORDS, start=1)} | {
    "a": 1, "an": 1, "twenty": 20, "thirty": 30, "couple of": 2, "a couple of": 2, "a half-dozen": 6,
}  # fmt: skip
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
}
_HOLIDAYS = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year's day": (1, 1), "new year's eve": (12, 31), "may day": (5, 1), "epiphany": (1, 6),
}  # fmt: skip
_BACK = frozenset(("last", "past", "this past", "the previous", "previous"))
_ON = frozenset(
    (
        "next",
        "coming",
        "this coming",
        "the coming",
        "the next",
        "the following",
        "following",
    )
)
_FROM_STORY = frozenset(("the following", "the next", "the previous", "that", "the same"))


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


Slots = Mapping[str, str]
Resolver = Callable[[Slots, Setting], Interval | None]


def resolve_slots(name: str, slots: Slots, setting: Setting) -> Interval | None:
    """The interval that the normalisation `name` makes of `slots`, None where it cannot say.

    >>> resolve_slots("month", {"month": "July", "year": "2023"}, Setting(None)).to_dict()
    {'start': '2023-07-01', 'end': '2023-07-31'}
    >>> resolve_slots("weekday", {"weekday": "Monday"}, Setting(None)) is None
    True
    """
    return _RESOLVERS[name](slots, setting)


def _nothing(_slots: Slots, _setting: Setting) -> Interval | None:
    return None


def _number(text: str) -> int:
    low = text.lower()
    return int(low) if low.isdigit() else _NUMBERS.get(low, 1)


def _unit(text: str) -> str:
    low = text.lower().removesuffix("s")
    return {"centurie": "century", "decade": "decade"}.get(low, low)


def _month_number(text: str) -> int:
    return _MONTHS[text[:3].lower()]


def _relative_year(word: str, setting: Setting) -> int | None:
    if setting.published is None:
        return None
    low = word.lower()
    return setting.published.year + (-1 if low in _BACK else 1 if low in _ON else 0)


def _year_of(slots: Slots, setting: Setting) -> int | None:
    """The year that the words say, None where they leave it open."""
    if "year" in slots:
        return int(slots["year"])
    if setting.year is not None:
        return setting.year
    return None


def _closest(candidates: list[Interval], setting: Setting) -> Interval | None:
    """The last candidate begun by the day of the report; in a clause about the future the next one.

    Where the clause leaves it open, the next one if it is at least three times nearer.
    """
    now = setting.published
    if now is None:
        return None
    ahead = next((c for c in candidates if c.end and c.end >= now), None)
    behind = next((c for c in reversed(candidates) if c.start and c.start <= now), None)
    if setting.tense == "future":
        return ahead
    if setting.tense == "past" or ahead is None or behind is None or ahead is behind:
        return behind
    to_come = (ahead.start - now).days if ahead.start else 0
    gone = (now - behind.end).days if behind.end else 0
    return ahead if to_come * 3 < gone else behind


def _part(span: Interval | None, slots: Slots) -> Interval | None:
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


def _calendar_day(slots: Slots, setting: Setting) -> Interval | None:
    month = int(slots["mm"]) if "mm" in slots else _month_number(slots["month"])
    day = int(re.sub(r"\D", "", slots.get("dd") or slots["day"]))
    if "which" in slots:
        year = _relative_year(slots["which"], setting)
        return _day_or_none(year, month, day)
    year = _year_of(slots, setting)
    if year is not None:
        return _day_or_none(year, month, day)
    return _closest(_yearly(month, day, setting), setting)


def _day_or_none(year: int | None, month: int, day: int) -> Interval | None:
    found = real_day(year, month, day) if year is not None else None
    return one_day(found) if found else None


def _yearly(month: int, day: int, setting: Setting) -> list[Interval]:
    if setting.published is None:
        return []
    years = range(setting.published.year - 1, setting.published.year + 2)
    days = [real_day(year, month, day) for year in years]
    return [one_day(d) for d in days if d]


def _numeric_date(slots: Slots, _setting: Setting) -> Interval | None:
    a, b, year = int(slots["a"]), int(slots["b"]), int(slots["year"])
    found = {d for d in (real_day(year, a, b), real_day(year, b, a)) if d}
    return one_day(found.pop()) if len(found) == 1 else None


def _day_range(slots: Slots, setting: Setting) -> Interval | None:
    last = _calendar_day({**slots, "day": slots["day2"]}, setting)
    if last is None or last.end is None:
        return None
    first = real_day(last.end.year, last.end.month, int(re.sub(r"\D", "", slots["day"])))
    return Interval(first, last.end) if first and first <= last.end else None


def _month(slots: Slots, setting: Setting) -> Interval | None:
    month = _month_number(slots.get("fullmonth") or slots["month"])
    which = slots.get("which", "").lower()
    year = _year_of(slots, setting)
    if year is not None:
        return _part(whole_month(year, month), slots)
    now = setting.published
    if now is None:
        return None
    if "month" in slots and which:
        return _part(whole_month(_relative_year(which, setting) or now.year, month), slots)
    if which in ("this", "the coming"):
        return _part(whole_month(now.year, month), slots)
    months = [whole_month(y, month) for y in range(now.year - 1, now.year + 2) if 0 < y < 9999]
    if which in _BACK:
        found = next((m for m in reversed(months) if m.end and m.end < now), None)
    elif which in _ON:
        found = next((m for m in months if m.start and m.start > now), None)
    else:
        found = _closest(months, setting)
    return _part(found, slots)


def _that_month(slots: Slots, setting: Setting) -> Interval | None:
    year = setting.story.year if setting.story else None
    return None if year is None else whole_month(year, _month_number(slots["fullmonth"]))


def _weekday(slots: Slots, setting: Setting) -> Interval | None:
    now = setting.published
    if now is None:
        return None
    which, number = (
        slots.get("which", "").lower(),
        _WEEKDAYS[slots["weekday"][:3].lower()],
    )
    if which in _FROM_STORY and setting.story:
        now = setting.story
    if which == "this":
        return _weekday_this_week(number, now, setting)
    back = (now.weekday() - number) % 7
    if which in _BACK:
        return one_day(add_days(now, -(back or 7)))
    if which in _ON:
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


def _weekday_of_week(slots: Slots, setting: Setting) -> Interval | None:
    now = setting.published
    word = next(
        (slots[k] for k in ("weekday", "weekday2", "weekday3", "weekday4") if k in slots),
        None,
    )
    if now is None or word is None:
        return None
    number = _WEEKDAYS[word[:3].lower()]
    if "weekday4" in slots:
        last = add_days(now, -((now.weekday() - number) % 7))
        return one_day(add_days(last, -7))
    which = next((slots[k].lower() for k in ("which", "which2", "which3") if k in slots), "this")
    weeks = -1 if which in _BACK else 1 if which in _ON else 0
    return one_day(add_days(now, number - now.weekday() + 7 * weeks))


def _two_days_off(slots: Slots, setting: Setting) -> Interval | None:
    if setting.published is None:
        return None
    return one_day(add_days(setting.published, -2 if slots["off"].lower().startswith("before") else 2))


def _named_day(slots: Slots, setting: Setting) -> Interval | None:
    if setting.published is None:
        return None
    offset = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(slots["named"].lower(), 0)
    base = setting.story if "in the day" in slots["named"].lower() else setting.published
    return one_day(add_days(base or setting.published, offset))


def _same_day(_slots: Slots, setting: Setting) -> Interval | None:
    return one_day(setting.story) if setting.story else None


def _neighbouring_day(slots: Slots, setting: Setting) -> Interval | None:
    if setting.story is None:
        return None
    back = slots.get("step", "").lower() == "previous" or slots.get("side", "").lower() == "before"
    return one_day(add_days(setting.story, -1 if back else 1))


def _span_around(span: str, day: date) -> Interval:
    """The week, month, quarter, season, year ... that holds `day`."""
    if span == "week":
        return whole_week(day)
    if span == "month":
        return whole_month(day.year, day.month)
    if span == "quarter":
        return _months(day.year, day.month - (day.month - 1) % 3, 3)
    if span in _SEASONS:
        return _season_of(day.year, span)
    size = {"decade": 10, "century": 100}.get(span, 1)
    first = day.year - day.year % size
    return whole_years(first, first + size - 1)


def _months(year: int, month: int, count: int) -> Interval:
    return Interval(whole_month(year, month).start, whole_month(year, month + count - 1).end)


def _season_of(year: int, season: str) -> Interval:
    return _months(year, _SEASONS[season], 3)


def _earlier_later(slots: Slots, setting: Setting) -> Interval | None:
    now = setting.published
    if now is None:
        return None
    around = _span_around(slots["span"].lower(), now)
    if around.start is None or around.end is None:
        return None
    if slots["edge"].lower() == "earlier":
        end = add_days(now, -1) if around.start < now <= around.end else min(now, around.end)
        return Interval(min(around.start, end), end)
    start = max(now, around.start)
    return Interval(start, max(start, around.end))


def _relative_span(slots: Slots, setting: Setting) -> Interval | None:
    rel, span = slots.get("rel", "this").lower(), slots["span"].lower()
    base = setting.story if rel in _FROM_STORY else setting.published
    if base is None:
        return None
    step = -1 if rel in _BACK else 1 if rel in _ON else 0
    if rel in _FROM_STORY and span == "week" and step and setting.anchor:
        first = add_days(base, 7 * step)
        return _part(Interval(first, add_days(first, 6)), slots)
    return _part(_step_span(span, base, step), slots)


def _step_span(span: str, base: date, step: int) -> Interval:
    around = _span_around(span, base)
    if step == 0 or around.start is None or around.end is None:
        return around
    if span in _SEASONS:
        return _nth_season(span, base, step)
    return _span_around(span, add_days(around.end, 1) if step > 0 else add_days(around.start, -1))


def _nth_season(season: str, now: date, step: int) -> Interval:
    """The last season ended before `now`, or the next to begin after it."""
    seasons = [_season_of(clamp_year(year), season) for year in range(now.year - 2, now.year + 2)]
    if step < 0:
        return [s for s in seasons if s.end and s.end < now][-1]
    return next((s for s in seasons if s.start and s.start > now), seasons[-1])


def _weekend(slots: Slots, setting: Setting) -> Interval | None:
    now, rel = setting.published, slots.get("rel", "").lower()
    if now is None:
        return None
    saturday = add_days(whole_week(now).start or now, 5)
    ahead = rel in _ON or rel == "this coming" or (setting.tense == "future" and rel not in _BACK)
    if not ahead and (saturday > now or (rel in _BACK and add_days(saturday, 1) >= now)):
        saturday = add_days(saturday, -7)
    if rel == "next" and saturday <= now:
        saturday = add_days(saturday, 7)
    return Interval(saturday, add_days(saturday, 1))


def _half_or_quarter(slots: Slots, setting: Setting) -> Interval | None:
    year_text = next((slots[k] for k in ("year", "year2", "year3", "year4") if k in slots), None)
    year = int(year_text) if year_text else _relative_year(slots.get("rel", "this"), setting)
    if year is None:
        return None
    halves = "h" in slots or slots.get("piece", "").lower() == "half"
    size = 6 if halves else 3
    number = next((int(slots[k]) for k in ("q", "qq", "h") if k in slots), None)
    if number is None:
        number = _ORDINALS.get(slots["ordinal"].lower(), 12 // size)
    return _months(year, (number - 1) * size + 1, size) if number <= 12 // size else None


def _season(slots: Slots, setting: Setting) -> Interval | None:
    season, rel = slots["season"].lower(), slots.get("rel", "").lower()
    year, now = _year_of(slots, setting), setting.published
    if year is not None:
        return _part(_season_of(year, season), slots)
    if now is None:
        return None
    if rel in _BACK or rel in _ON:
        return _part(_nth_season(season, now, -1 if rel in _BACK else 1), slots)
    if rel == "this":
        return _part(_season_of(now.year, season), slots)
    seasons = [_season_of(clamp_year(y), season) for y in range(now.year - 1, now.year + 2)]
    return _part(_closest(seasons, setting), slots)


def _last_spans(slots: Slots, setting: Setting) -> Interval | None:
    now = setting.published
    if now is None or not ("number" in slots or "single" in slots):
        return None
    unit = _unit(slots.get("plural") or slots["single"])
    count = _number(slots.get("number", "1"))
    return Interval(same_day_shifted(now, -count, unit), now)


def _ago(slots: Slots, setting: Setting) -> Interval | None:
    if setting.published is None:
        return None
    return shift(setting.published, -_number(slots["number"]), _unit(slots["units"]))


def _later_earlier(slots: Slots, setting: Setting) -> Interval | None:
    if setting.story is None:
        return None
    back = slots["way"].lower() in ("earlier", "before")
    return shift(
        setting.story,
        _number(slots["number"]) * (-1 if back else 1),
        _unit(slots["units"]),
    )


def _distance(slots: Slots, setting: Setting) -> Interval | None:
    if setting.story is None:
        return None
    ahead = slots["side"].lower() == "before"
    return shift(setting.story, _number(slots["number"]) * (1 if ahead else -1), _unit(slots["units"]))


def _within(slots: Slots, setting: Setting) -> Interval | None:
    if setting.published is None:
        return None
    count = _number(slots.get("number") or slots["number2"])
    unit = _unit(slots.get("units") or slots["units2"])
    return Interval(setting.published, same_day_shifted(setting.published, count, unit))


def _in_units(slots: Slots, setting: Setting) -> Interval | None:
    if setting.published is None:
        return None
    return shift(setting.published, _number(slots["number"]), _unit(slots["units"]))


def _year_range(slots: Slots, _setting: Setting) -> Interval | None:
    first = int(slots["year"])
    last = int(slots["year2"]) if "year2" in slots else first - first % 100 + int(slots["shortyear"])
    return whole_years(first, last) if first <= last else None


def _decade(slots: Slots, setting: Setting) -> Interval | None:
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


def _holiday(slots: Slots, setting: Setting) -> Interval | None:
    month, day = _HOLIDAYS[slots["holiday"].lower().replace("’", "'")]
    year = _year_of(slots, setting)
    if year is not None:
        return _day_or_none(year, month, day)
    return _closest(_yearly(month, day, setting), setting)


def _year(slots: Slots, _setting: Setting) -> Interval | None:
    return _part(whole_year(int(slots["year"])), slots)


_RESOLVERS: dict[str, Resolver] = {
    "nothing": _nothing,
    "calendar_day": _calendar_day,
    "numeric_date": _numeric_date,
    "day_range": _day_range,
    "month": _month,
    "that_month": _that_month,
    "weekday": _weekday,
    "weekday_of_week": _weekday_of_week,
    "two_days_off": _two_days_off,
    "named_day": _named_day,
    "same_day": _same_day,
    "neighbouring_day": _neighbouring_day,
    "earlier_later": _earlier_later,
    "relative_span": _relative_span,
    "weekend": _weekend,
    "half_or_quarter": _half_or_quarter,
    "season": _season,
    "last_spans": _last_spans,
    "ago": _ago,
    "later_earlier": _later_earlier,
    "distance": _distance,
    "within": _within,
    "in_units": _in_units,
    "year_range": _year_range,
    "decade": _decade,
    "holiday": _holiday,
    "year": _year,
}
