"""From candidates to drafts: how each predicate stands, who says so, when, where, in what office."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc

from verbale.lexicon.claim_types import load_claim_types
from verbale.lexicon.predicates import Row
from verbale.model import Status, TraceStep, When
from verbale.reading.attribution import Attributions, attribute, attribution_chain
from verbale.reading.draft import Draft
from verbale.reading.factuality import assess
from verbale.reading.hosts import name_host
from verbale.reading.mention import Cast, Title
from verbale.reading.offices import Scene
from verbale.reading.parties import actors_at
from verbale.reading.places import PlaceExpression, attach_place
from verbale.reading.posts import share_out
from verbale.reading.predicates import Candidate
from verbale.reading.times import Story, resolve_when

_UTTERED = frozenset(
    {"praise", "criticise", "accuse", "demand", "warn", "pledge", "support", "oppose", "deny"}
)
_STATUS_RANK = (Status.HAPPENED, Status.PLANNED, Status.CALLED_FOR, Status.ALLEGED)


@dataclass(frozen=True, slots=True)
class Context:
    """What the steps before found in one report, for those that put claims together."""

    doc: Doc
    scene: Scene
    cast: Cast
    titles: tuple[Title, ...]
    attributions: Attributions
    story: Story
    places: tuple[PlaceExpression, ...]

    @property
    def published(self) -> date | None:
        """The day of the report."""
        return self.story.published


def compose(candidate: Candidate, context: Context) -> Iterator[Draft]:
    """The drafts of one candidate: none where its content is only demanded or pledged, several where it splits."""
    draft = _stand(_start(candidate, context.doc), candidate.row, context)
    if draft is None:
        return
    hosted = name_host(_situate(draft, context), context.cast)
    if hosted is None:
        return
    draft = hosted
    if draft.actor and draft.actor == draft.recipient:
        yield from _each_to_the_others(draft)
    elif candidate.row.office:
        yield from share_out(draft, candidate, context.scene, context.cast, context.titles)
    else:
        yield draft


def _each_to_the_others(draft: Draft) -> Iterator[Draft]:
    for one in draft.actor:
        yield replace(draft, actor=(one,), recipient=tuple(a for a in draft.actor if a != one))


def _start(candidate: Candidate, doc: Doc) -> Draft:
    row = candidate.row
    fillers = [
        f"{role}: {doc[filler.token].text!r} by slot {filler.slot}"
        for role in ("actor", "recipient")
        for filler in getattr(candidate, role)
    ]
    return Draft(
        type=row.type,
        row=row.id,
        trigger=(candidate.trigger, candidate.trigger + 1),
        actor=candidate.parties("actor"),
        recipient=candidate.parties("recipient"),
        mode=row.mode,
        object=candidate.object,
        topic=candidate.topic,
        trace=(TraceStep("predicates", "; ".join([f"row {row.id}", *fillers])),),
    )


def _stand(draft: Draft, row: Row, context: Context) -> Draft | None:
    """The draft with negation, status and attribution; None where it is no claim at all."""
    fact = assess(context.doc, draft.trigger[0])
    if fact.suppressed:
        return None
    status = max(fact.status, Status(row.status or "happened"), key=_STATUS_RANK.index)
    speakers = speakers_of(draft.trigger[0], context)
    cues = ", ".join(f"{cue}: {context.doc[token].text!r}" for cue, token in fact.cues)
    if cues:
        draft = draft.noted("factuality", cues)
    if speakers:
        draft = draft.noted(
            "attribution", "said by " + ", ".join(context.cast.actors[a].name for a in speakers)
        )
    return replace(draft, negated=fact.negated != row.negated, status=status, attributed_to=speakers)


def speakers_of(trigger: int, context: Context) -> tuple[int, ...]:
    """Indices of the actors that the report cites for the predicate at `trigger`: the innermost that are actors."""
    heads = attribute(context.doc, trigger, context.attributions)
    found = actors_at(context.doc, heads, context.cast)
    if heads and not found:
        for outer in attribution_chain(trigger, context.attributions)[1:]:
            found = found or actors_at(context.doc, outer.speakers, context.cast)
    return found


def _when_uttered(draft: Draft, context: Context) -> When | None:
    """When a quotation was said whose words do what they say: "I thank Roe," he wrote on Tuesday."""
    said = context.attributions.innermost.get(draft.trigger[0])
    if said is None or draft.type not in _UTTERED or said.cue == draft.trigger[0]:
        return None
    quoted = any(start <= draft.trigger[0] < end for start, end in said.quotes)
    if not quoted or set(actors_at(context.doc, said.speakers, context.cast)) != set(draft.actor):
        return None
    return resolve_when(context.doc, said.cue, context.story)


def _situate(draft: Draft, context: Context) -> Draft:
    """The draft with its time and place."""
    when = resolve_when(
        context.doc,
        draft.trigger[0],
        context.story,
        is_state=load_claim_types()[draft.type].state,
        is_future=draft.status in (Status.PLANNED, Status.CALLED_FOR),
    ) or _when_uttered(draft, context)
    place = attach_place(
        context.doc,
        draft.trigger[0],
        context.places,
        is_event=draft.type in ("attack", "protest", "prosecute"),
    )
    if when is not None:
        draft = draft.noted("times", f"{when.text!r}", when=when)
    if place is not None:
        draft = draft.noted("places", place.name, place=place)
    return draft
