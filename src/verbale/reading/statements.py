"""`say` claims: what an actor is quoted with where the content is no claim of another type."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from verbale.lexicon.arguments import load_argument_words
from verbale.model import Status, TraceStep
from verbale.reading.arguments import slot_of_verb, surface_subject
from verbale.reading.attribution import Attribution
from verbale.reading.composing import Context, speakers_of
from verbale.reading.draft import Draft
from verbale.reading.factuality import assess
from verbale.reading.parties import actors_at, stand_for
from verbale.reading.places import attach_place
from verbale.reading.times import resolve_when


def find_statements(context: Context, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """A draft for each neutral act of speech whose content holds none of `drafts`."""
    triggers = sorted(draft.trigger[0] for draft in drafts)
    spoken: set[int] = set()
    for attribution in context.attributions:
        sentence = context.doc[attribution.cue].sent
        near = [t for t in triggers if sentence.start <= t < sentence.end]
        if not attribution.neutral or any(_inside(t, attribution) for t in near) or attribution.cue in near:
            continue
        if attribution.cue in spoken:
            continue
        spoken.add(attribution.cue)
        draft = _statement(attribution, context)
        if draft is not None:
            yield draft


def _inside(trigger: int, attribution: Attribution) -> bool:
    return any(start <= trigger < end for start, end in attribution.content)


def _statement(attribution: Attribution, context: Context) -> Draft | None:
    speakers = actors_at(context.doc, attribution.speakers, context.cast)
    content = attribution.content[0] if attribution.content else None
    fact = assess(context.doc, attribution.cue)
    if not speakers or content is None or fact.suppressed or _performs(attribution, content, context):
        return None
    draft = Draft(
        type="say",
        row=attribution.row,
        trigger=(attribution.cue, attribution.cue + 1),
        actor=speakers,
        recipient=_listeners(attribution, speakers, context),
        topic=content,
        quote=attribution.quotes[0] if attribution.quotes else None,
        negated=fact.negated,
        status=fact.status,
        attributed_to=tuple(a for a in speakers_of(attribution.cue, context) if a not in speakers),
        trace=(
            TraceStep("attribution", f"row {attribution.row}, speakers at tokens {attribution.speakers}"),
        ),
    )
    draft = _as_demand(_as_accusation(draft, content, context), content, context)
    future = draft.status in (Status.PLANNED, Status.CALLED_FOR)
    when = resolve_when(context.doc, attribution.cue, context.story, is_future=future)
    return replace(draft, when=when, place=attach_place(context.doc, attribution.cue, context.places))


def _performs(attribution: Attribution, content: tuple[int, int], context: Context) -> bool:
    """Whether the word does what it names and tells nothing beside ("declared a holiday", "unveiled a plan")."""
    cue = context.doc[attribution.cue]
    if cue.lemma_.lower() not in load_argument_words().performing:
        return False
    return not attribution.quotes and context.doc[content[0] : content[1]].root.pos_ not in ("VERB", "AUX")


def _as_accusation(draft: Draft, content: tuple[int, int], context: Context) -> Draft:
    """A statement that somebody else did what is wrong accuses him."""
    verb = context.doc[content[0] : content[1]].root
    if not _is_wrong(verb) or any(c.dep_ == "neg" for c in verb.children):
        return draft
    accused = _others(verb, draft, context)
    if not accused:
        return draft
    return draft.noted("statements", f"{verb.text!r} tells of a wrong", type="accuse", recipient=accused)


def _is_wrong(verb: Token) -> bool:
    words = load_argument_words()
    if verb.lemma_.lower() in words.wrongs or verb.lower_ in words.wrong_states:
        return True
    return verb.lemma_ == "be" and any(c.lower_ in words.wrong_states for c in verb.children)


def _others(verb: Token, draft: Draft, context: Context) -> tuple[int, ...]:
    """Indices of the actors, not the speakers, who do what a statement says."""
    of_state = verb.lower_ in load_argument_words().wrong_states
    subjects = surface_subject(verb) if of_state else slot_of_verb(verb, "subj")
    heads = [found for token in subjects for found in stand_for(token, context.cast)]
    return tuple(dict.fromkeys(a for _, actors in heads for a in actors if a not in draft.actor))


def _as_demand(draft: Draft, content: tuple[int, int], context: Context) -> Draft:
    """A statement that somebody else should, must or needs to do something is a demand on him."""
    verb = context.doc[content[0] : content[1]].root
    if draft.type != "say" or not _obliges(verb):
        return draft
    obliged = _others(verb, draft, context)
    if not obliged:
        return draft
    return draft.noted(
        "statements", f"{verb.text!r} is what others should do", type="demand", recipient=obliged
    )


def _obliges(verb: Token) -> bool:
    words = load_argument_words()
    if verb.lemma_.lower() in words.obliging_verbs:
        return any(c.dep_ == "xcomp" for c in verb.children)
    return any(c.dep_ == "aux" and c.lower_ in words.obliging for c in verb.children)


def _listeners(attribution: Attribution, speakers: tuple[int, ...], context: Context) -> tuple[int, ...]:
    if attribution.listener is None:
        return ()
    return tuple(a for a in context.cast.at(attribution.listener) if a not in speakers)
