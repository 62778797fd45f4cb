"""Offices over time, out of what reports say of them: from when, until when, and on which days they are held."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from verbale.record.queries.claim_rows import ClaimRow
from verbale.record.wording.names import country_name
from verbale.web.charts.bars import Bar

TYPES = ("hold_office", "appoint", "dismiss", "leave_office")


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """An office: since when and until when, None where no report says so, with the claims that say it."""

    title: str
    body: str
    start: date | None
    end: date | None
    seen: tuple[date, ...]
    claims: tuple[ClaimRow, ...]

    @property
    def bar(self) -> Bar:
        """The office on a chart."""
        return Bar(
            self.title, self.body, self.start, self.end, "power", f"/claims/{self.claims[0].id}", self.seen
        )


def list_offices(claims: Iterable[ClaimRow]) -> list[OfficeLine]:
    """The offices of one person, the latest first; planned, alleged and denied ones are left out."""
    found: dict[tuple[str, str], list[ClaimRow]] = defaultdict(list)
    for claim in claims:
        if claim.office and claim.status == "happened" and not claim.negated and claim.mode != "nominate":
            title, _, country = claim.office
            found[_fold(title), country or ""].append(claim)
    lines = [_line(each) for each in found.values()]
    return sorted(lines, key=lambda line: (-_latest(line).toordinal(), line.title))


def _fold(title: str) -> str:
    """A title as it is compared: "the former U.S. Vice-President" and "Vice President" are one."""
    words = re.sub(r"[^a-z ]+", " ", title.lower().replace("u.s.", "")).split()
    return " ".join(word for word in words if word not in ("the", "then", "former", "acting", "current"))


def _line(claims: list[ClaimRow]) -> OfficeLine:
    title, body, country = claims[0].office or ("", None, None)
    starts = [c.when_start for c in claims if c.type in ("hold_office", "appoint") and c.when_start]
    ends = [c.when_end for c in claims if c.type != "appoint" and c.when_end]
    seen = {c.published for c in claims if c.type == "hold_office" and c.published and not c.when_end}
    end = max(ends) if ends else None
    # Said to be held after the day on which another report says that it ended: it is not known to be over.
    end = None if end and any(day > end for day in seen) else end
    start = min(starts) if starts else None
    where = ", ".join(part for part in (body, country_name(country)) if part)
    return OfficeLine(
        title,
        where,
        start if not end or not start or start <= end else None,
        end,
        tuple(sorted(seen)),
        tuple(claims),
    )


def _latest(line: OfficeLine) -> date:
    return max((day for day in (line.end, line.start, *line.seen) if day), default=date.min)
