"""Whom a visit goes to: claims.md makes the state visited its recipient where no host is named.

"Arrived in Lima" names a place, not an actor; the state that the place lies in joins the cast, and stands as the
recipient. An embassy opened or closed in a city is an embassy to that state in the same way.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from verbale.lexicon.territories import load_territories
from verbale.model import Actor, Kind
from verbale.reading.draft import Draft
from verbale.reading.mention import Cast
from verbale.reading.places import PlaceExpression
from verbale.reading.predicates import Candidate, Filler
from verbale.reading.targets import is_aimed, name_target, state_in

_TO_PLACES = frozenset(
    {
        "recognise.embassy",
        "sever.close-in",
        "sever.recall-from",
        "sever.closure",
        "aid.into",
        "aid.distribute",
        "aid.truck-to-place",
        "aid.truck-tonnes",
    }
)
_NOWHERE = frozenset({"visit", "aid"})


def with_hosts(cast: Cast, places: Iterable[PlaceExpression]) -> Cast:
    """The cast with a state for every country that a place of the report lies in.

    Assembly keeps only actors that claims name, so states that are nobody's host leave no trace.
    """
    known = {actor.country for actor in cast.actors if actor.kind is Kind.STATE}
    added: list[Actor] = []
    for expression in places:
        code = expression.place.country
        territory = load_territories().by_code(code) if code else None
        if code is None or code in known or territory is None or not territory.is_country:
            continue
        known.add(code)
        added.append(Actor(f"a{len(cast.actors) + len(added) + 1}", territory.name, Kind.STATE, code))
    return replace(cast, actors=(*cast.actors, *added)) if added else cast


def with_destinations(
    candidates: Iterable[Candidate], cast: Cast, places: Sequence[PlaceExpression]
) -> Iterator[Candidate]:
    """The candidates, visits that name only a place with the state it lies in as recipient: "flew to Lima"."""
    by_anchor: dict[int, PlaceExpression] = {}
    for expression in places:
        by_anchor.setdefault(expression.anchor, expression)
    for candidate in candidates:
        goal = by_anchor.get(candidate.trigger) if candidate.row.type == "visit" else None
        if goal is None or candidate.recipient or goal.preposition == "from":
            yield candidate
            continue
        country = goal.place.country
        host = state_in(cast, country) if country is not None else None
        home = {cast.actors[a].country for a in candidate.parties("actor")}
        if host is None or country in home:
            yield candidate
        else:
            filler = Filler(goal.head, (host,), goal.preposition or "obj")
            yield replace(candidate, recipient=(filler,))


def name_host(draft: Draft, cast: Cast) -> Draft | None:
    """The draft of a visit, an embassy or aid with the state it goes to; None for a visit that goes nowhere known.

    A journey at home has no recipient.
    """
    if is_aimed(draft, cast):
        return name_target(draft, cast)
    if draft.type != "visit" and draft.row not in _TO_PLACES:
        return draft
    home = {cast.actors[a].country for a in draft.actor}
    named = tuple(dict.fromkeys(s for r in draft.recipient if (s := _state_of(r, draft, cast)) is not None))
    if named:
        return replace(draft, recipient=tuple(r for r in named if not _is_home(r, cast, home)))
    country = draft.place.country if draft.place else None
    if country is None or any(cast.actors[a].kind is Kind.GROUP for a in draft.actor):
        return None if draft.type in _NOWHERE else draft
    host = state_in(cast, country)
    if host is None or country in home:
        return replace(draft, recipient=())
    return replace(
        draft.noted("hosts", f"{draft.place.name if draft.place else ''} lies there"), recipient=(host,)
    )


def _state_of(recipient: int, draft: Draft, cast: Cast) -> int | None:
    """The recipient itself, the state that it is a part of, None where it is only the name of the place."""
    actor = cast.actors[recipient]
    if draft.place is not None and actor.kind is not Kind.STATE and actor.name == draft.place.name:
        return None
    if actor.kind is Kind.STATE and actor.country and "-" in actor.country:
        whole = state_in(cast, actor.country.partition("-")[0])
        return recipient if whole is None else whole
    return recipient


def _is_home(recipient: int, cast: Cast, home: set[str | None]) -> bool:
    """Whether the traveller's own state was taken for a host."""
    actor = cast.actors[recipient]
    return actor.kind is Kind.STATE and actor.country is not None and actor.country in home
