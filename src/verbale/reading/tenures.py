"""`hold_office` claims out of titles and clauses that say who holds what office."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.model import Interval, Kind, Status, TraceStep, When
from verbale.reading.composing import Context, speakers_of
from verbale.reading.draft import Draft
from verbale.reading.factuality import assess
from verbale.reading.offices import Holding, find_holdings
from verbale.reading.times import resolve_when

_ENDS = frozenset({"leave_office", "dismiss"})


def find_tenures(context: Context) -> Iterator[Draft]:
    """A draft for each office that the report ties to a person."""
    for holding in find_holdings(context.scene, context.titles):
        for actor in context.cast.at(holding.holder):
            if context.cast.actors[actor].kind is Kind.PERSON:
                draft = _tenure(holding, actor, context)
                if draft is not None:
                    yield draft
                break


def _tenure(holding: Holding, actor: int, context: Context) -> Draft | None:
    office = holding.office
    country = context.cast.actors[actor].country
    if office.country is None and office.body is None and country:
        office = replace(office, country=country)
    words = _text((holding.start, holding.end), context)
    draft = Draft(
        type="hold_office",
        row="offices.begins"
        if holding.begins is not None
        else "offices.former"
        if holding.former
        else "offices.title",
        trigger=(holding.start, holding.end),
        actor=(actor,),
        office=office,
        trace=(TraceStep("offices", f"title {words!r} of {context.doc[holding.holder].text!r}"),),
    )
    if holding.begins is not None:
        return _begun(draft, holding.begins, context)
    if holding.former and context.published:
        return replace(draft, when=When(Interval(None, context.published), "former"))
    return draft


def _begun(draft: Draft, verb: int, context: Context) -> Draft | None:
    """An office that somebody takes: it starts on the day of the event, planned where that lies ahead."""
    fact = assess(context.doc, verb)
    if fact.suppressed:
        return None
    future = fact.status in (Status.PLANNED, Status.CALLED_FOR)
    when = resolve_when(context.doc, verb, context.story, is_future=future)
    start = when.interval.start if when and when.interval else None
    return replace(
        draft,
        trigger=(verb, verb + 1),
        negated=fact.negated,
        status=fact.status,
        attributed_to=speakers_of(verb, context),
        when=When(Interval(start, None), when.text) if when and start else when,
    )


def end_left_offices(
    tenures: Sequence[Draft], drafts: Sequence[Draft], context: Context
) -> tuple[Draft, ...]:
    """The tenures, those that the same sentence tells the end of ended on the day of the report at the latest."""
    left = {
        (context.doc[d.trigger[0]].sent.start, actor)
        for d in drafts
        if d.type in _ENDS and d.status is Status.HAPPENED and not d.negated
        for actor in (d.actor if d.type == "leave_office" else d.recipient)
    }
    return tuple(_ended(t, context) if _is_left(t, left, context) else t for t in tenures)


def _is_left(tenure: Draft, left: set[tuple[int, int]], context: Context) -> bool:
    if tenure.row != "offices.title" or tenure.when is not None:
        return False
    return (context.doc[tenure.trigger[0]].sent.start, tenure.actor[0]) in left


def _ended(tenure: Draft, context: Context) -> Draft:
    if context.published is None:
        return tenure
    words = _text(tenure.trigger, context)
    return tenure.noted(
        "offices", "left in the same sentence", when=When(Interval(None, context.published), words)
    )


def _text(span: tuple[int, int], context: Context) -> str:
    return " ".join(context.doc[span[0] : span[1]].text.split())
