"""Intervals of calendar days: the `when` of a claim."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Interval:
    """Calendar days from `start` to `end`, both inclusive; None is an open end.

    Raises:
        ValueError: `start` lies after `end`.

    >>> Interval(date(2024, 6, 10), date(2024, 6, 10)).to_dict()
    {'start': '2024-06-10', 'end': '2024-06-10'}
    >>> Interval(date(2022, 1, 1), None).to_dict()
    {'start': '2022-01-01', 'end': None}
    """

    start: date | None
    end: date | None

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"interval starts on {self.start}, after its end on {self.end}")

    def to_dict(self) -> dict[str, str | None]:
        """ISO 8601 dates, None at an open end."""
        return {
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
        }


@dataclass(frozen=True, slots=True)
class When:
    """A time expression as resolved: its interval (None where it stays unresolved) and its words."""

    interval: Interval | None
    text: str

    def to_dict(self) -> dict[str, str | None]:
        """The `when` object of claims.md: start, end and the words."""
        span = self.interval.to_dict() if self.interval else {"start": None, "end": None}
        return {**span, "text": self.text}

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> Self:
        """The time of an object that `to_dict` made.

        >>> When.from_dict({"start": None, "end": "2024-06-10", "text": "until Monday"}).interval.end
        datetime.date(2024, 6, 10)
        """
        start, end = (date.fromisoformat(day) if (day := fields[name]) else None for name in ("start", "end"))
        return cls(Interval(start, end) if start or end else None, fields["text"])
