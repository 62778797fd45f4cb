"""What it weighs for and against two claims telling of one happening (docs/record.md says how this was set).

Weights are log odds: they add up, and 0 is even chances.
"""

from typing import Final

BASE: Final = {
    "contact": 0.0,
    "accord": -1.0,
    "favour": -1.0,
    "dispute": -1.5,
    "statement": -2.0,
    "sanction": 0.0,
    "relations": 0.0,
    "justice": -0.5,
    "force": -2.5,
    "forces": -1.0,
    "home": -1.0,
    "office": 0.5,
    "election": -0.5,
    "measure": -1.5,
    "membership": 0.0,
}
"""By family: how rarely the same parties do such a thing twice within days."""

OTHER_TYPE: Final = -1.0
"""One family, two types: a visit and a meeting may be one journey, or two."""
SAME_MODE: Final = 0.5
OTHER_MODE: Final = -1.5
"""An arrest and a charge are two steps, not one told twice."""

BOTH_PARTIES: Final = 2.0
"""Two parties or more are the same."""
ALL_PARTIES: Final = 1.0
"""All named parties are the same, and none is nameless."""
ONE_PARTY: Final = 0.5
"""One is the same, and one claim names nobody else."""
OTHER_NAMELESS: Final = -2.0
"""One is the same; of those who are known to no other report the words differ: "faith leaders", "state legislators"."""
STAND_IN: Final = 0.0
"""One is the same; the other ones differ, but belong to one country: a minister in one report, his state in another."""
OTHER_PARTIES: Final = -3.0
"""One is the same, and each claim names somebody else besides."""
NO_PARTY: Final = -0.5
"""Neither names anybody who is known to other reports: only day, place and words can tell."""

SAME_DAY: Final = 1.5
"""Both reports give the day, and it is the same."""
NEXT_DAY: Final = -0.5
"""Both give days, one apart: an evening there is a morning here."""
EACH_TODAY: Final = -3.0
"""One apart, and each report came out that very day: two calls on two days."""
WITHIN_DAYS: Final = -0.5
"""Days said and days unsaid that go together."""
LATER_NEWS: Final = -1.0
NEWS_LASTS: Final = 3
"""Neither report gives the day, and they came out more days apart than this."""
NEAR: Final = 1
"""Days that two claims of one happening may lie apart."""

SAME_PLACE: Final = 1.0
OTHER_PLACE: Final = -1.0
"""Two places of one country."""
OTHER_COUNTRY: Final = -3.0

SAME_OFFICE: Final = 1.5
OTHER_OFFICE: Final = -2.5

WORDS: Final = 5.0
"""Times the share of words that the shorter sentence has in common with the other, less `WORDS_FROM`."""
WORDS_FROM: Final = 0.25

OTHER_NAMES: Final = -1.0
OTHER_FIGURES: Final = -1.5
"""Each sentence has names (figures) beside its parties, and none is the same: 34 % are not 125 %."""

LINK: Final = 1.5
"""Least sum for two claims to be taken for one happening."""

IMPOSSIBLE: Final = -4.0
"""What a claim of an event counts that a new one cannot go with: of an event of many the mean decides."""
