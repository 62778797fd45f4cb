"""Whom a deed against a place hits: a strike on a town abroad is a strike on the state that the town lies in.

A place is no actor, so where nobody else is named the state takes its part: of those who come from elsewhere, and
of those at home whom the state fights ("M23 rebels captured Walikale").
"""

from dataclasses import replace

from verbale.lexicon.nouns import load_nouns
from verbale.lexicon.territories import load_territories
from verbale.model import Actor, Kind
from verbale.reading.draft import Draft
from verbale.reading.mention import Cast

_STRIKES = frozenset({"strike", "invade"})
_ON_PLACES = frozenset(
    {"attack.seize", "attack.storm", "attack.besiege", "attack.attack", "attack.attack-noun"}
)
_ARMED = "armed"


def state_in(cast: Cast, country: str) -> int | None:
    """Index of the state with that code among the actors, None where the report names no place of it."""
    return next((i for i, a in enumerate(cast.actors) if a.kind is Kind.STATE and a.country == country), None)


def is_aimed(draft: Draft, cast: Cast) -> bool:
    """Whether a deed names nobody that it hits but a place."""
    if draft.type != "attack" or not draft.actor or draft.place is None:
        return False
    if draft.mode not in _STRIKES and draft.row not in _ON_PLACES:
        return False
    hit = [cast.actors[a] for a in draft.recipient]
    return all(a.kind is not Kind.STATE and a.name == draft.place.name for a in hit)


def name_target(draft: Draft, cast: Cast) -> Draft:
    """The draft with the state that its place lies in for recipient; as it is where those who act belong there."""
    country = draft.place.country if draft.place else None
    state = state_in(cast, country) if country is not None else None
    if draft.place is None or country is None or state is None:
        return draft
    actors = [cast.actors[a] for a in draft.actor]
    if not all(_is_foe(actor, country) for actor in actors):
        return draft
    return replace(draft.noted("targets", f"{draft.place.name} lies there"), recipient=(state,))


def _is_foe(actor: Actor, country: str) -> bool:
    """Whether an actor would strike the state `country`: one of another state, or an armed group of none."""
    if actor.country not in (None, country):
        return True
    territory = load_territories().by_code(country)
    return _is_insurgent(actor) and territory is not None and territory.is_country


def _is_insurgent(actor: Actor) -> bool:
    """Whether an actor is an armed group and no state's forces: "M23", "Islamist rebels"."""
    nouns = load_nouns()
    known = nouns.institutions.get("".join(actor.name.split()))
    if known is not None:
        return known.sort == _ARMED
    return actor.kind in (Kind.BODY, Kind.GROUP) and not nouns.fighters.isdisjoint(actor.name.lower().split())
