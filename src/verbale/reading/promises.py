"""Who promises where the speaker names his country or nobody, and who is bidden to act by words without "must"."""

from spacy.tokens import Token

from verbale.lexicon.stances import load_stance_words
from verbale.model import Kind
from verbale.reading.arguments import holder_of, is_passive, slot_of_verb, surface_subject
from verbale.reading.composing import Context
from verbale.reading.draft import Draft
from verbale.reading.said import is_denied, others, speaks_of_self

_BIDDING = frozenset({"do", "n't", "not", "never", "please", "just", "always"})
_DUE = frozenset({"relcl", "acl", "advcl", "xcomp", "ccomp"})
_OFFICIAL = frozenset({Kind.STATE, Kind.OFFICE})


def own_state(subject: Token, verb: Token, draft: Draft, context: Context) -> tuple[int, ...]:
    """The speaker's own country, by name, for which he says what it will do: "La Paz would lodge a complaint"."""
    found = context.cast.at(subject.i)
    if not found or verb.lemma_.lower() in load_stance_words().befalling or is_passive(verb):
        return ()
    spoken = {context.cast.actors[a].country for a in draft.actor}
    if None in spoken or not _speaks_officially(draft, context):
        return ()
    actors = [context.cast.actors[a] for a in found]
    return found if all(a.kind is Kind.STATE and {a.country} == spoken for a in actors) else ()


def undertaker(verb: Token, draft: Draft, context: Context) -> tuple[int, ...]:
    """The official who says what will be done by nobody named, and so promises it: "the debts would be paid"."""
    if not is_passive(verb) or verb.lemma_.lower() not in load_stance_words().undertaken or is_denied(verb):
        return ()
    subjects = surface_subject(verb)
    doers = [*slot_of_verb(verb, "subj"), *subjects, *(h for t in subjects for h in holder_of(t))]
    if any(context.cast.at(t.i) and not speaks_of_self(t, draft, context, country=True) for t in doers):
        return ()
    return draft.actor if _speaks_officially(draft, context) else ()


def bidden(verb: Token, draft: Draft, context: Context) -> Draft | None:
    """A demand without "must": "Stop the war," and "It is time for Peru to leave"."""
    due = _due_now(verb)
    if due is not None:
        subjects = [c for c in due.children if c.dep_ == "nsubj"]
        if any(speaks_of_self(t, draft, context, country=True) for t in subjects):
            return None
        whom = others(subjects, draft, context)
        if whom:
            return draft.noted("stances", f"{due.text!r} is due", type="demand", recipient=whom)
        return None
    if not _is_imperative(verb, draft):
        return None
    return draft.noted("stances", f"{verb.text!r} bids", type="demand", recipient=draft.recipient)


def _due_now(verb: Token) -> Token | None:
    """What it is time for somebody to do."""
    if verb.lemma_ != "be" or is_denied(verb):
        return None
    for noun in verb.children:
        if noun.dep_ == "attr" and noun.lower_ == "time":
            clauses = [c for head in (noun, verb) for c in head.children if c.i > noun.i]
            return next(
                (c for c in clauses if c.pos_ == "VERB" and c.dep_ in _DUE and _is_infinitive(c)), None
            )
    return None


def _is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _is_imperative(verb: Token, draft: Draft) -> bool:
    """Whether a quotation opens with a verb that bids: "Stop the war", "Do not shoot"."""
    if (
        draft.quote is None
        or verb.tag_ not in ("VB", "VBP")
        or verb.lemma_.lower() in load_stance_words().idle_bids
    ):
        return False
    start = draft.quote[0]
    helpers = [
        c for c in verb.children if c.i < verb.i and c.dep_ in ("aux", "neg", "intj", "advmod", "punct")
    ]
    first = min([verb, *helpers], key=lambda t: t.i)
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl", "mark", "csubj") for c in verb.children):
        return False
    if not all(c.dep_ == "punct" or c.lower_ in _BIDDING for c in helpers):
        return False
    return start <= first.i <= start + 1 and not verb.doc[max(first.i, start)].text.islower()


def _speaks_officially(draft: Draft, context: Context) -> bool:
    """Whether the speakers are a state or hold an office."""
    return bool(draft.actor) and all(
        context.cast.actors[a].kind in _OFFICIAL or _holds_office(a, context) for a in draft.actor
    )


def _holds_office(actor: int, context: Context) -> bool:
    return any(
        title.holder is not None and actor in context.cast.at(title.holder) for title in context.titles
    )
