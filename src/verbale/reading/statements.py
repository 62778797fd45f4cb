"""`say` claims: what an actor is quoted with where the content is no claim of another type."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from verbale.lexicon.arguments import load_argument_words
from verbale.lexicon.nouns import load_nouns
from verbale.model import Actor, Kind, Status, TraceStep
from verbale.reading.attribution import Attribution
from verbale.reading.composing import Context, speakers_of
from verbale.reading.coreference.bodies import sort_of
from verbale.reading.draft import Draft
from verbale.reading.factuality import Factuality, assess
from verbale.reading.parties import actors_at
from verbale.reading.places import attach_place
from verbale.reading.stances import further_stances, take_stance
from verbale.reading.times import resolve_when

_NEAR = 6
_BACKGROUND = frozenset({"after", "following", "due"})


def find_statements(context: Context, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """A draft for each neutral act of speech whose content holds none of `drafts` and no other statement.

    Of what a speaker says in one sentence only the first counts, and a quotation that goes on says nothing new.
    """
    drafts = tuple(drafts)
    triggers = sorted(draft.trigger[0] for draft in drafts)
    found = [
        (attribution, draft)
        for attribution in _telling(context, triggers)
        if (draft := _statement(attribution, context)) is not None
    ]
    heard: set[tuple[int, tuple[int, ...]]] = set()
    last: tuple[int, ...] = ()
    for at, (attribution, draft) in enumerate(found):
        near = found[max(0, at - _NEAR) : at + _NEAR + 1]
        speakers = (context.doc[attribution.cue].sent.start, draft.actor)
        goes_on = attribution.row == "quotation" and draft.actor == last
        last = draft.actor
        if draft.type == "say" and (goes_on or speakers in heard or _gives_way(attribution, draft, near)):
            continue
        heard.add(speakers)
        if not _is_told(draft, drafts, context):
            yield draft
        for more in _further(attribution, draft, context):
            if not _is_told(more, drafts, context):
                yield more


def _further(attribution: Attribution, told: Draft, context: Context) -> Iterator[Draft]:
    """What else a statement that is more than said comes to, by its later clauses."""
    said = replace(told, type="say", mode=None, recipient=(), object=None, actor=told.actor)
    yield from further_stances(said, context, attribution.content, told)


def _is_told(draft: Draft, drafts: Iterable[Draft], context: Context) -> bool:
    """Whether the sentence says the same act of the speaker's in a word of its own: "condemned it as a farce"."""
    sentence = context.doc[draft.trigger[0]].sent
    return draft.type != "say" and any(
        other.type == draft.type
        and other.actor == draft.actor
        and sentence.start <= other.trigger[0] < sentence.end
        and (not draft.recipient or not other.recipient or set(draft.recipient) & set(other.recipient))
        for other in drafts
    )


def _telling(context: Context, triggers: Sequence[int]) -> Iterator[Attribution]:
    """The neutral acts of speech that tell no claim at one of `triggers`, each once."""
    spoken: set[int] = set()
    for attribution in context.attributions:
        sentence = context.doc[attribution.cue].sent
        near = [t for t in triggers if sentence.start <= t < sentence.end]
        if not attribution.neutral or attribution.cue in near or attribution.cue in spoken:
            continue
        if any(_inside(t, attribution) and not _is_aside(context.doc[t], attribution) for t in near):
            continue
        spoken.add(attribution.cue)
        yield attribution


def _gives_way(attribution: Attribution, draft: Draft, near: Sequence[tuple[Attribution, Draft]]) -> bool:
    """Whether another statement stands for this one: what it reports, or the words that quote it."""
    for other, told in near:
        if other is attribution:
            continue
        quoted = told.actor == draft.actor or _is_quoted(attribution.cue, other)
        if _inside(attribution.cue, other) and quoted:
            return True
        if (
            _inside(other.cue, attribution)
            and told.actor != draft.actor
            and not _is_quoted(other.cue, attribution)
        ):
            return True
    return False


def _is_quoted(cue: int, attribution: Attribution) -> bool:
    return any(start <= cue < end for start, end in attribution.quotes)


def _is_aside(trigger: Token, attribution: Attribution) -> bool:
    """Whether a claim inside a statement is only its background: "said ten had died after Peru's [attack]"."""
    root = attribution.content[0]
    at = trigger
    while at.head.i != at.i and root[0] <= at.head.i < root[1]:
        if at.dep_ == "prep" and at.i != trigger.i and at.lower_ in _BACKGROUND:
            return True
        at = at.head
    return False


def _inside(trigger: int, attribution: Attribution) -> bool:
    return any(start <= trigger < end for start, end in attribution.content)


def _statement(attribution: Attribution, context: Context) -> Draft | None:
    speakers = actors_at(context.doc, attribution.speakers, context.cast)
    content = attribution.content[0] if attribution.content else None
    fact = assess(context.doc, attribution.cue)
    if not speakers or content is None or fact.suppressed or _performs(attribution, content, context):
        return None
    if fact.negated and not _denies_within(fact, content):
        return None
    draft = Draft(
        type="say",
        row=attribution.row,
        trigger=(attribution.cue, attribution.cue + 1),
        actor=speakers,
        recipient=_listeners(attribution, speakers, context),
        topic=content,
        quote=attribution.quotes[0] if attribution.quotes else None,
        status=fact.status,
        attributed_to=tuple(a for a in speakers_of(attribution.cue, context) if a not in speakers),
        trace=(
            TraceStep("attribution", f"row {attribution.row}, speakers at tokens {attribution.speakers}"),
        ),
    )
    draft = take_stance(draft, context, attribution.content)
    future = draft.status in (Status.PLANNED, Status.CALLED_FOR)
    when = resolve_when(context.doc, attribution.cue, context.story, is_future=future)
    return replace(draft, when=when, place=attach_place(context.doc, attribution.cue, context.places))


def _denies_within(fact: Factuality, content: tuple[int, int]) -> bool:
    """Whether all that negates is inside what is said: "reported no injuries"."""
    return all(content[0] <= at < content[1] for cue, at in fact.cues if cue.startswith("negated"))


def _performs(attribution: Attribution, content: tuple[int, int], context: Context) -> bool:
    """Whether the word does what it names and tells nothing beside ("declared a holiday", "unveiled a plan").

    Figures tell ("reported 20 cases"), and so does what a thing is called ("calls the plan "daring"").
    """
    cue, words = context.doc[attribution.cue], load_argument_words()
    lemma = cue.lemma_.lower()
    if lemma not in words.performing or attribution.quotes:
        return False
    root = context.doc[content[0] : content[1]].root
    if root.pos_ in ("VERB", "AUX") or (lemma in words.counting and _has_figures(root)):
        return False
    return lemma not in words.terming or not any(c.dep_ == "oprd" and c.i > cue.i for c in cue.children)


def _has_figures(noun: Token) -> bool:
    """Whether an object is a figure or nothing: "20 new cases", "a total of 20 cases", "no injuries"."""
    near = [noun, *(c for child in noun.children if child.dep_ == "prep" for c in child.children)]
    return any(c.dep_ == "nummod" or c.lower_ == "no" for token in near for c in token.children)


def _listeners(attribution: Attribution, speakers: tuple[int, ...], context: Context) -> tuple[int, ...]:
    """To whom something is said; not the press, nor a court, before which it is said for all to hear."""
    if attribution.listener is None:
        return ()
    heard = context.cast.at(attribution.listener)
    return tuple(a for a in heard if a not in speakers and not _only_hears(context.cast.actors[a]))


def _only_hears(actor: Actor) -> bool:
    nouns = load_nouns()
    if actor.kind is Kind.GROUP:
        return actor.name.lower().split()[-1] in nouns.hearers
    return actor.kind is Kind.BODY and any(
        sort_of(name) in nouns.hearing_sorts for name in (actor.name, *actor.aliases)
    )
