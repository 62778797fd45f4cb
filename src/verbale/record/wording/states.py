"""An office, a membership or sanctions over time in words, as exactly as reports tell."""

from verbale.record.queries.states import State, StateKind
from verbale.record.states.stretches import End
from verbale.record.wording.days import say_day, say_span
from verbale.record.wording.offices import say_office
from verbale.record.wording.sentences import name_parties


def say_state(state: State) -> str:
    """What holds: `Secretary of the Security Council`, `member of the European Union`, `sanctions by Norway`."""
    if state.kind is StateKind.OFFICE:
        return say_office((state.title, state.body, state.country))
    other = name_parties([state.other]) if state.other else "somebody"
    return f"{state.title} {'of' if state.kind is StateKind.MEMBERSHIP else 'by'} {other}"


def say_period(state: State) -> str:
    """From when until when: exact days, bounds, or the days on which reports say that it holds."""
    parts = [_say_end("from", "before", state.start), _say_end("until", "at the latest", state.end)]
    seen = _say_seen(state)
    return ", ".join(filter(None, (*parts, seen) if state.start else (seen, *parts)))


def _say_seen(state: State) -> str:
    """The days on which reports say that it holds, where they tell more than the ends do."""
    if not state.seen:
        return ""
    first, last = say_day(state.seen[0]), say_day(state.seen[-1])
    if state.start:
        later = state.seen[-1] > state.start.last and not state.end
        return f"still so on {last}" if later else ""
    span = f"on {first}" if first == last else f"from {first} to {last}"
    return f"said so {span}" if not state.end else f"said so from {first}" if first != last else ""


def _say_end(word: str, bound: str, end: End | None) -> str:
    """One end: `from 20 January 2025`, `from 4 January 2019 or before`, `until 1–12 September 2024`."""
    if end is None:
        return ""
    if end.first is None:
        return f"{word} {say_day(end.last)} {'or ' if word == 'from' else ''}{bound}"
    if end.exact:
        return f"{word} {say_span(end.first, end.last)}"
    return f"{word} some day between {say_day(end.first)} and {say_day(end.last)}"
