"""What an address asks for: its query as filters on claims, or a refusal that says what is wrong with it."""

from datetime import date

from starlette.datastructures import QueryParams

from verbale.lexicon.claim_types import load_claim_types
from verbale.record.queries.filters import Filters
from verbale.record.queries.search import Order
from verbale.web.errors import Refusal

STATUSES = ("happened", "planned", "alleged", "called_for")
VERDICTS = ("borne_out", "contradicted", "not_covered")


def parse_filters(query: QueryParams) -> Filters:
    """The filters of a query; what it does not name lets everything through.

    Raises:
        Refusal: a value that cannot be.

    >>> parse_filters(QueryParams("q=gas&type=meet&type=visit&since=2024-06-01")).types
    ('meet', 'visit')
    >>> parse_filters(QueryParams("group=words+for")).types
    ('praise', 'support', 'honour')
    """
    types = _known(query, "type", tuple(load_claim_types()))
    for name in ("plover", "group"):
        given = query.getlist(name)
        if any(given):
            of_it = [each for each, row in load_claim_types().items() if getattr(row, name) in given]
            types = tuple(each for each in of_it if not types or each in types) or ("",)
    period = query.get("period", "")
    since, until = parse_period(period) if period else (None, None)
    return Filters(
        types=types,
        statuses=_known(query, "status", STATUSES),
        actor=query.get("actor") or None,
        since=parse_day(query, "since") or since,
        until=parse_day(query, "until") or until,
        place=query.get("place") or None,
        country=query.get("country") or None,
        publisher=query.get("publisher") or None,
        negated={"yes": True, "no": False}.get(query.get("negated", "")),
        words=query.get("q", "").strip(),
        verdicts=_known(query, "verdict", VERDICTS),
        reprints=query.get("reprints") == "yes",
    )


def parse_order(query: QueryParams) -> Order:
    """The order of a query; what was published last comes first where it names none.

    Raises:
        Refusal: an order that there is not.
    """
    try:
        return Order(query.get("order") or Order.PUBLISHED)
    except ValueError as error:
        orders = ", ".join(Order)
        raise Refusal(400, "bad-order", f"`order` is none: ask for {orders}") from error


def parse_day(query: QueryParams, name: str) -> date | None:
    """A day of a query; None where it names none.

    Raises:
        Refusal: it is no day.

    >>> parse_day(QueryParams("since=2024-06-01"), "since")
    datetime.date(2024, 6, 1)
    """
    value = query.get(name)
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise Refusal(400, "bad-day", f"`{name}={value}` is no day: write it as 2024-06-30") from error


def parse_period(period: str) -> tuple[date, date]:
    """The first day and the last of a year or a month, as facets name them.

    Raises:
        Refusal: it is neither.

    >>> parse_period("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    try:
        year, _, month = period.partition("-")
        first = date(int(year), int(month or 1), 1)
        after = date(first.year + (not month or first.month == 12), first.month % 12 + 1 if month else 1, 1)
    except ValueError as error:
        raise Refusal(400, "bad-period", f"`period={period}` is none: write 2024 or 2024-06") from error
    return first, date.fromordinal(after.toordinal() - 1)


def _known(query: QueryParams, name: str, values: tuple[str, ...]) -> tuple[str, ...]:
    """The values given for a name, each of which must be one of those that there are."""
    given = tuple(value for value in query.getlist(name) if value)
    for value in given:
        if value not in values:
            raise Refusal(400, f"bad-{name}", f"`{name}={value}` is none: there is {', '.join(values)}")
    return given
