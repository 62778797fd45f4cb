"""From the filled slots of a rule to an interval: the normalisations that times.yaml names."""

from collections.abc import Callable

from verbale.model import Interval
from verbale.reading.times.days import (
    resolve_calendar_day,
    resolve_day_range,
    resolve_holiday,
    resolve_named_day,
    resolve_neighbouring_day,
    resolve_numeric_date,
    resolve_same_day,
    resolve_two_days_off,
    resolve_weekday,
    resolve_weekday_of_week,
)
from verbale.reading.times.setting import Setting, Slots
from verbale.reading.times.spans import (
    resolve_bare_quarter,
    resolve_decade,
    resolve_earlier_later,
    resolve_end_of_span,
    resolve_half_or_quarter,
    resolve_month,
    resolve_month_of_that_year,
    resolve_neighbouring_span,
    resolve_relative_span,
    resolve_season,
    resolve_that_month,
    resolve_weekend,
    resolve_year,
    resolve_year_range,
)
from verbale.reading.times.steps import (
    resolve_ago,
    resolve_day_ago,
    resolve_distance,
    resolve_in_units,
    resolve_last_spans,
    resolve_later_earlier,
    resolve_within,
)

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


_RESOLVERS: dict[str, Resolver] = {
    "nothing": _nothing,
    "calendar_day": resolve_calendar_day,
    "numeric_date": resolve_numeric_date,
    "day_range": resolve_day_range,
    "month": resolve_month,
    "that_month": resolve_that_month,
    "weekday": resolve_weekday,
    "weekday_of_week": resolve_weekday_of_week,
    "two_days_off": resolve_two_days_off,
    "named_day": resolve_named_day,
    "same_day": resolve_same_day,
    "neighbouring_day": resolve_neighbouring_day,
    "earlier_later": resolve_earlier_later,
    "relative_span": resolve_relative_span,
    "weekend": resolve_weekend,
    "half_or_quarter": resolve_half_or_quarter,
    "season": resolve_season,
    "last_spans": resolve_last_spans,
    "bare_quarter": resolve_bare_quarter,
    "end_of_span": resolve_end_of_span,
    "neighbouring_span": resolve_neighbouring_span,
    "month_of_that_year": resolve_month_of_that_year,
    "day_ago": resolve_day_ago,
    "ago": resolve_ago,
    "later_earlier": resolve_later_earlier,
    "distance": resolve_distance,
    "within": resolve_within,
    "in_units": resolve_in_units,
    "year_range": resolve_year_range,
    "decade": resolve_decade,
    "holiday": resolve_holiday,
    "year": resolve_year,
}
