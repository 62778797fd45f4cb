"""Spells: the stretches of days in which there was something between two."""

from collections.abc import Iterable
from datetime import date, timedelta

Spell = tuple[date, date]


def merge_spells(spells: Iterable[Spell]) -> list[Spell]:
    """The same days in as few spells as will do, the earliest first; both ends are inclusive.

    >>> days = [date(2024, 6, day) for day in range(1, 8)]
    >>> [(a.day, b.day) for a, b in merge_spells([(days[5], days[6]), (days[0], days[1]), (days[2], days[2])])]
    [(1, 3), (6, 7)]
    """
    merged: list[Spell] = []
    for start, end in sorted(spells):
        if merged and start <= merged[-1][1] + timedelta(days=1):
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
