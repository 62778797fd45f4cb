"""Which claims are meant: the filters that searches, pages and exports share."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, func, or_, select

from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.fulltext import WordsMatch
from verbale.record.words_query import parse_words


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions on claims, all of which must hold; an empty or None one lets everything through.

    Args:
        types: claim types, any of which will do.
        statuses: statuses, any of which will do.
        actor: an identity that acts, is acted on or speaks.
        since: claims that hold or happen on this day or later. A claim without a date counts by its report's.
        until: claims that hold or happen on this day or earlier.
        place: name of the place, in any case.
        country: code of the country that the place lies in.
        publisher: who published it.
        negated: True for what did not happen or does not hold, False for what did.
        min_confidence: the least confidence, 0 to 1.
        words: what the sentence of evidence, with the title of its report, must hold (`parse_words`).
        verdicts: what registers say of the claim, any of which will do.
        reprints: False leaves out claims that repeat another report's word by word.
    """

    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    actor: str | None = None
    since: date | None = None
    until: date | None = None
    place: str | None = None
    country: str | None = None
    publisher: str | None = None
    negated: bool | None = None
    min_confidence: float = 0.0
    words: str = ""
    verdicts: tuple[str, ...] = ()
    reprints: bool = True


def list_conditions(filters: Filters, as_of: datetime | None = None) -> tuple[ColumnElement[bool], ...]:
    """The filters as conditions on a join of `claims` and `reports`.

    Args:
        filters: all of which must hold.
        as_of: who was linked to whom at a moment; None is now.

    Raises:
        SearchError: words that are no query.
    """
    return tuple(_conditions(filters, as_of))


def _conditions(filters: Filters, as_of: datetime | None) -> Iterator[ColumnElement[bool]]:
    claims, reports = t.claims.c, t.reports.c
    if filters.types:
        yield claims.type.in_(filters.types)
    if filters.statuses:
        yield claims.status.in_(filters.statuses)
    if filters.actor:
        yield claims.key.in_(_claims_of(filters.actor, as_of))
    yield from _period(filters)
    if filters.place:
        yield func.lower(claims.place_name) == filters.place.lower()
    if filters.country:
        yield claims.place_country == filters.country.lower()
    if filters.publisher:
        yield reports.publisher == filters.publisher
    if filters.negated is not None:
        yield claims.negated.is_(filters.negated)
    if filters.min_confidence > 0:
        yield claims.confidence >= filters.min_confidence
    if filters.words:
        yield WordsMatch(claims.key, parse_words(filters.words))
    if filters.verdicts:
        yield claims.id.in_(_claims_judged(filters.verdicts, as_of))
    if not filters.reprints:
        yield claims.reprint_of.is_(None)


def _period(filters: Filters) -> Iterator[ColumnElement[bool]]:
    """Overlap with the period; an open end of a claim's interval reaches as far as it takes."""
    claims, reports = t.claims.c, t.reports.c
    undated = and_(claims.when_start.is_(None), claims.when_end.is_(None))
    if filters.since:
        dated = or_(claims.when_end >= filters.since, and_(claims.when_end.is_(None), ~undated))
        yield or_(dated, and_(undated, reports.published >= filters.since))
    if filters.until:
        dated = or_(claims.when_start <= filters.until, and_(claims.when_start.is_(None), ~undated))
        yield or_(dated, and_(undated, reports.published <= filters.until))


def _claims_of(identity: str, as_of: datetime | None) -> ColumnElement[int]:
    """Keys of the claims that an identity has a part in."""
    linked = t.parties.join(t.links, t.links.c.actor_key == t.parties.c.actor_key)
    found = (
        select(t.parties.c.claim_key)
        .select_from(linked)
        .where(t.links.c.identity_id == identity, held(t.links, as_of))
    )
    return found.scalar_subquery()


def _claims_judged(verdicts: tuple[str, ...], as_of: datetime | None) -> ColumnElement[str]:
    """Ids of the claims of which registers say one of the verdicts."""
    v = t.verdicts.c
    return select(v.claim_id).where(v.verdict.in_(verdicts), held(t.verdicts, as_of)).scalar_subquery()
