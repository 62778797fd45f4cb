"""When a report's events happened: time expressions found, resolved, and tied to predicates."""

from verbale.reading.times.attaching import attach_time, expressions_in
from verbale.reading.times.deciding import resolve_when
from verbale.reading.times.expression import TimeExpression
from verbale.reading.times.finding import find_times
from verbale.reading.times.headline import default_when
from verbale.reading.times.story import Story, read_story

__all__ = [
    "Story",
    "TimeExpression",
    "attach_time",
    "default_when",
    "expressions_in",
    "find_times",
    "read_story",
    "resolve_when",
]
