"""Moments as people write them: a day stands for its beginning or its end."""

from datetime import UTC, date, datetime, time

from verbale.errors import SearchError


def parse_moment(text: str, name: str, *, begins: bool = False) -> datetime | None:
    """The moment that a text means: of a day its end, or where it `begins`; UTC where no zone is said.

    Args:
        text: `2024-06-11`, `2024-06-11T12:00+02:00`, or "" for none.
        name: what the message calls it.
        begins: whether a day stands for its first moment.

    Raises:
        SearchError: neither a day nor a moment.

    >>> parse_moment("2024-06-11", "as_of").isoformat()
    '2024-06-11T23:59:59.999999+00:00'
    >>> parse_moment("2024-06-11T12:00+02:00", "as_of").isoformat()
    '2024-06-11T10:00:00+00:00'
    """
    if not text:
        return None
    try:
        if len(text) <= len("2024-06-11"):
            return datetime.combine(date.fromisoformat(text), time.min if begins else time.max, UTC)
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise SearchError(
            f"{name} {text!r} is no moment: write it as 2024-06-11 or 2024-06-11T12:00"
        ) from None
