"""What registers say of claims, in words."""

import re
from datetime import date

from verbale.record.queries.verdicts import ClaimVerdict
from verbale.record.wording.days import say_day

_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


def say_verdict(verdict: ClaimVerdict) -> str:
    """A verdict for readers; one that contradicts says why.

    >>> row = ("claim:1", "borne_out", "listed", "", "ofac", date(2024, 6, 1), {})
    >>> say_verdict(ClaimVerdict(*row))
    'borne out by ofac of 1 June 2024'
    >>> note = "already on ofac of 2023-01-15, before the day that the report gives"
    >>> say_verdict(ClaimVerdict("claim:1", "contradicted", "between-versions", note, "ofac", date(2024, 6, 1), {}))
    'contradicted by a register: already on ofac of 15 January 2023, before the day that the report gives'
    """
    if verdict.verdict == "contradicted" and verdict.note:
        return f"contradicted by a register: {_DAY.sub(lambda day: say_day(_date(day[0])), verdict.note)}"
    of = f" of {say_day(verdict.issued)}" if verdict.issued else ""
    return f"{verdict.verdict.replace('_', ' ')} by {verdict.register}{of}"


def _date(text: str) -> date | None:
    """The day of a text in ISO form; None where there is no such day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
