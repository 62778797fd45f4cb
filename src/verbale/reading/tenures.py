"""`hold_office` claims out of titles and clauses that say who holds what office."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from verbale.model import Interval, Kind, Status, TraceStep, When
from verbale.reading.beginnings import date_beginnings
from verbale.reading.composing import Context, speakers_of
from verbale.reading.draft import Draft
from verbale.reading.factuality import assess
from verbale.reading.offices import Holding, find_holdings, same_office
from verbale.reading.places import attach_place
from verbale.reading.terms import date_holding, date_posts_held, is_told_dead, join_terms
from verbale.reading.times import resolve_when

_ENDS = frozenset({"leave_office", "dismiss"})


def find_tenures(context: Context) -> Iterator[Draft]:
    """A draft for each office that the report ties to a person."""
    held = date_posts_held(context.doc, context.story, context.cast, tuple(_held(context)))
    yield from date_beginnings(context.doc, context.story, context.cast, held)


def _held(context: Context) -> Iterator[Draft]:
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
        return begin(draft, holding.begins, context)
    said = date_holding(context.doc, holding, context.story)
    if said is not None:
        draft = draft.noted("times", f"{said.text!r}", when=said)
    if (holding.former or is_told_dead(context.doc[holding.holder])) and context.published:
        former = When(Interval(None, context.published), "former")
        return replace(draft, when=join_terms(former, said))
    return draft


def begin(draft: Draft, verb: int, context: Context, *, opens: bool = True) -> Draft | None:
    """An office that somebody takes: it starts on the day of the event, planned where that lies ahead.

    Without `opens` the day is that of the event alone.
    """
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
        place=attach_place(context.doc, verb, context.places),
        when=When(Interval(start, None), when.text) if opens and when and start else when,
    )


def end_left_offices(
    tenures: Sequence[Draft], drafts: Sequence[Draft], context: Context
) -> tuple[Draft, ...]:
    """The tenures, those that the report tells the end of ended.

    On the day of that event where it has one; else, told in the same sentence, on the day of the report at the latest.
    """
    left: dict[int, list[Draft]] = {}
    for draft in drafts:
        ends = draft.type in _ENDS or (draft.type, draft.mode) == ("attack", "kill")
        if ends and draft.status is Status.HAPPENED and not draft.negated:
            for actor in draft.actor if draft.type == "leave_office" else draft.recipient:
                left.setdefault(actor, []).append(draft)
    return tuple(_ended(tenure, left.get(tenure.actor[0], ()), context) for tenure in tenures)


def still_held(drafts: Sequence[Draft], tenures: Sequence[Draft]) -> list[Draft]:
    """The drafts less those that end by death an office over before: "president until 2012, died on Monday"."""
    over = {
        t.actor[0]: t.when.interval.end
        for t in tenures
        if t.when and t.when.interval and t.when.interval.start and t.when.interval.end
    }

    def is_over(draft: Draft) -> bool:
        told = draft.when.interval.start if draft.when and draft.when.interval else None
        end = over.get(draft.actor[0]) if draft.row == "leave.die" else None
        return end is not None and (told is None or end < told)

    return [draft for draft in drafts if not is_over(draft)]


def _ended(tenure: Draft, ends: Sequence[Draft], context: Context) -> Draft:
    if tenure.row == "offices.begins" or (tenure.when and tenure.when.interval and tenure.when.interval.end):
        return tenure
    for end in ends:
        day = _last_day(tenure, end, context)
        if day is not None:
            start = tenure.when.interval.start if tenure.when and tenure.when.interval else None
            if start is None or start <= day:
                words = tenure.when.text if tenure.when else _text(tenure.trigger, context)
                return tenure.noted(
                    "offices", f"left on {day} at the latest", when=When(Interval(start, day), words)
                )
    return tenure


def _last_day(tenure: Draft, end: Draft, context: Context) -> date | None:
    """The last day of an office that `end` tells the end of, None where it need not be that office."""
    here = context.doc[end.trigger[0]].sent == context.doc[tenure.trigger[0]].sent
    told = end.when.interval.end if end.when and end.when.interval else None
    if told and context.published and told > context.published:
        return None
    if end.office is None or tenure.office is None:
        return (told or context.published) if here else None
    if not same_office(end.office, tenure.office):
        return None
    return told or (context.published if here else None)


def _text(span: tuple[int, int], context: Context) -> str:
    return " ".join(context.doc[span[0] : span[1]].text.split())
