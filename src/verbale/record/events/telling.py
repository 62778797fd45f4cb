"""Claims as far as it takes to see whether two tell of one happening."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Connection, and_, bindparam, select

from verbale.record import tables as t
from verbale.record.events.families import family_of
from verbale.record.words import list_words

LONGEST: Final = timedelta(days=45)
"""A claim dated less exactly than this ("in 2019") could be any of many happenings: it joins none."""
UNSAID_BEFORE: Final = timedelta(days=4)
"""How long before its report a happening lies of which the report gives no day: news is days old."""
UNSAID_AHEAD: Final = timedelta(days=21)
"""How long after its report a plan lies of which the report gives no day."""
BATCH = 400

_NAME: Final = re.compile(r"(?<=[a-z,] )[A-Z]\w{2,}")
_NUMBER: Final = re.compile(r"(?<![\w,.])(?!(?:19|20)\d\d\b)\d[\d,.]*(?=\W)")
"""Figures, years left out: every report has those."""

Window = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim as it is compared: `actors` and `recipients` are identities, `said` whether the report gives days.

    `countries` are those of all parties, `nameless` the words for parties that no other report knows ("protesters");
    `names` and `numbers` are those of the sentence beside its parties.
    """

    key: int
    id: str
    report_id: str
    type: str
    mode: str | None
    status: str
    negated: bool
    window: Window
    said: bool
    published: date | None
    place: str | None
    place_country: str | None
    office: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    countries: frozenset[str]
    nameless: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]

    @property
    def parties(self) -> frozenset[str]:
        """The identities that act or are acted on."""
        return self.actors | self.recipients

    @property
    def family(self) -> str:
        """The family of its type."""
        return family_of(self.type) or ""


_c, _r, _p, _a, _i = t.claims.c, t.reports.c, t.parties.c, t.actors.c, t.identities.c
_CLAIMS: Final = (
    select(
        _c.key, _c.id, _c.report_id, _c.type, _c.mode, _c.status, _c.negated, _c.when_start, _c.when_end,
        _c.place_name, _c.place_country, _c.office_title, _c.object, _c.topic, _c.evidence_text, _r.published,
    )
    .join_from(t.claims, t.reports, _r.id == _c.report_id)
    .where(_c.key.in_(bindparam("keys", expanding=True)))
)  # fmt: skip
_PARTIES: Final = (
    select(_p.claim_key, _p.role, _a.name, _a.country, _i.id, _i.name.label("known_as"), _i.country.label("of"))
    .select_from(
        t.parties.join(t.actors, _a.key == _p.actor_key)
        .outerjoin(t.links, and_(t.links.c.actor_key == _a.key, t.links.c.superseded_at.is_(None)))
        .outerjoin(t.identities, _i.id == t.links.c.identity_id)
    )
    .where(_p.claim_key.in_(bindparam("keys", expanding=True)), _p.role != "attributed_to")
)  # fmt: skip


def load_tellings(conn: Connection, keys: Sequence[int]) -> dict[int, Telling]:
    """The claims of the keys that tell of a happening whose days are known well enough, by key."""
    found: dict[int, Telling] = {}
    for start in range(0, len(keys), BATCH):
        some = {"keys": list(keys[start : start + BATCH])}
        parties: dict[int, list[Any]] = defaultdict(list)
        for row in conn.execute(_PARTIES, some):
            parties[row.claim_key].append(row)
        for claim in conn.execute(_CLAIMS, some):
            telling = _make(claim, parties[claim.key])
            if telling:
                found[claim.key] = telling
    return found


def _make(row: Any, parties: Sequence[Any]) -> Telling | None:
    window = find_window(row.when_start, row.when_end, row.published, row.status)
    if window is None or family_of(row.type) is None:
        return None
    named = {word for party in parties for word in list_words(f"{party.name} {party.known_as or ''}")}
    sentence = row.evidence_text
    return Telling(
        key=row.key,
        id=row.id,
        report_id=row.report_id,
        type=row.type,
        mode=row.mode,
        status=row.status,
        negated=row.negated,
        window=window,
        said=bool(row.when_start),
        published=row.published,
        place=row.place_name,
        place_country=row.place_country,
        office=frozenset(list_words(row.office_title or "")),
        actors=_of_role(parties, "actor"),
        recipients=_of_role(parties, "recipient"),
        countries=frozenset(code for party in parties if (code := party.of or party.country)),
        nameless=frozenset(word for party in parties if not party.id for word in list_words(party.name)),
        words=frozenset(word for word in list_words(sentence) if len(word) > 3) - named - _EMPTY,
        names=frozenset(word for name in _NAME.findall(sentence) for word in list_words(name))
        - named
        - _EMPTY,
        numbers=frozenset(_NUMBER.findall(sentence)),
    )


def _of_role(parties: Iterable[Any], role: str) -> frozenset[str]:
    return frozenset(party.id for party in parties if party.role == role and party.id)


def find_window(start: date | None, end: date | None, published: date | None, status: str) -> Window | None:
    """The days among which a happening lies; None where they are too many to tell it from others.

    >>> find_window(date(2024, 6, 3), date(2024, 6, 3), None, "happened")
    (datetime.date(2024, 6, 3), datetime.date(2024, 6, 3))
    >>> find_window(date(2019, 1, 1), date(2019, 12, 31), date(2024, 6, 3), "happened") is None
    True
    >>> find_window(None, None, date(2024, 6, 30), "planned")
    (datetime.date(2024, 6, 30), datetime.date(2024, 7, 21))
    """
    if start:
        last = end or start  # "since Monday": it began on Monday
        return (start, last) if last - start <= LONGEST else None
    if end or published is None:
        return None
    if status in ("planned", "called_for"):
        return (published, published + min(UNSAID_AHEAD, date.max - published))
    return (published - min(UNSAID_BEFORE, published - date.min), published)


_EMPTY: Final = frozenset(
    list_words(
        "that this with from have been were will would could should also their they them than then there these those "
        "which while when where what who whom whose said says told according after before about into over under "
        "more most some such only other others between during against because being first last year years week "
        "weeks month months today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january "
        "february march april june july august september october november december president minister prime foreign "
        "government official officials country countries state states meeting news report reports reported"
    )
)
"""Words that every report has, and so tell no happening from another."""
