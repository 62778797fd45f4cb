"""Statements that deny a deed of the speaker's own, or refuse what others want of him."""

from spacy.tokens import Token

from verbale.lexicon.stances import load_stance_words
from verbale.model import Kind
from verbale.reading.arguments import holder_of, is_passive, slot_of_verb, surface_subject
from verbale.reading.composing import Context
from verbale.reading.draft import Draft
from verbale.reading.said import auxiliaries, is_denied, others, speaks_of_self

_WORDS = load_stance_words()
_FUTURE = frozenset({"will", "would", "wo", "shall", "can", "could", "ca", "'ll", "’ll", "cannot"})
_MODALS = _FUTURE | {"may", "might", "should", "must"}


def deny(draft: Draft, verb: Token, context: Context) -> Draft | None:
    """A statement that the speaker, or what is his, had no part in a deed, or that a charge is false, denies it."""
    reason = _denied(verb, draft, context)
    if reason is None:
        return None
    return draft.noted("stances", reason, type="deny", recipient=())


def _denied(verb: Token, draft: Draft, context: Context) -> str | None:
    subjects = surface_subject(verb)
    if _is_refuted(verb, subjects):
        return f"{verb.text!r} refutes a charge"
    denied = is_denied(verb)
    lemma = verb.lemma_.lower()
    if denied and lemma == "be" and _is_groundless(verb):
        return "there is nothing in it"
    if _has_no_share(verb):
        return f"{verb.text!r} nothing to do with it"
    if not subjects or not all(
        speaks_of_self(t, draft, context, country=True) or _is_client(t) for t in subjects
    ):
        return None
    if lemma == "be":
        return _is_blameless(verb, denied=denied)
    helpers = auxiliaries(verb)
    if helpers & _MODALS or not denied:
        return None
    never = any(c.lower_ == "never" for c in verb.children)
    nothing = any(c.lower_ == "nothing" and any(a.dep_ == "amod" for a in c.children) for c in verb.children)
    past = verb.tag_ == "VBD" or bool(helpers & {"did", "had", "was", "were"}) or verb.tag_ == "VBN"
    if past and lemma in _WORDS.misdeeds and (never or nothing or "did" in helpers):
        return f"{verb.text!r} is what he did not do"
    if past and never and is_passive(verb):
        return f"{verb.text!r} is what never befell him"
    return None


def _is_groundless(verb: Token) -> bool:
    """Whether "there is no truth in it"."""
    return any(c.dep_ == "expl" for c in verb.children) and any(
        c.dep_ == "attr" and c.lemma_ in _WORDS.grounds for c in verb.children
    )


def _is_client(token: Token) -> bool:
    return token.lemma_.lower() == "client" and any(c.tag_ == "PRP$" for c in token.children)


def _is_blameless(verb: Token, *, denied: bool) -> str | None:
    for child in verb.children:
        if child.dep_ in ("acomp", "attr"):
            guilty = child.lower_ in ("guilty", "responsible", "complicit", "involved")
            if (child.lower_ in _WORDS.blameless and not denied) or (guilty and denied):
                return f"{child.text!r} clears him"
        if denied and child.dep_ == "prep" and child.lower_ == "behind":
            return "'behind' it he was not"
    return None


def _has_no_share(verb: Token) -> bool:
    """Whether somebody "had no hand in", "played no part in", "had nothing to do with" it."""
    if verb.lemma_.lower() not in _WORDS.partaking:
        return False
    for child in verb.children:
        if child.dep_ != "dobj":
            continue
        if child.lower_ == "nothing":
            return any(
                c.lemma_ == "do" and any(p.lower_ == "with" for p in c.children) for c in child.children
            )
        none = any(c.lower_ in ("no", "any") for c in child.children)
        if child.lemma_.lower() in _WORDS.shares and none:
            return any(c.lower_ == "no" for c in child.children) or is_denied(verb)
    return False


def _is_refuted(verb: Token, subjects: tuple[Token, ...]) -> bool:
    """Whether a clause says that a charge is false: "the case is fabricated"."""
    if not any(t.lemma_.lower() in _WORDS.indictments for t in subjects):
        return False
    if is_passive(verb) and verb.lower_ in _WORDS.refuted:
        return not is_denied(verb)
    return (
        verb.lemma_ == "be"
        and not is_denied(verb)
        and any(
            c.dep_ in ("acomp", "attr") and (c.lower_ in _WORDS.refuted or c.lemma_.lower() in _WORDS.refuted)
            for c in verb.children
        )
    )


def refuse(draft: Draft, verb: Token, context: Context) -> Draft | None:
    """A statement that the speaker will not accept something, opposes it."""
    subjects = surface_subject(verb)
    if not subjects or not is_denied(verb):
        return None
    lemma = verb.lemma_.lower()
    if not auxiliaries(verb) & _FUTURE or lemma not in (
        _WORDS.cowed if is_passive(verb) else _WORDS.refusing
    ):
        return None
    own = [
        t
        for t in subjects
        if speaks_of_self(t, draft, context, country=True) or _is_own_body(t, draft, context)
    ]
    if len(own) != len(subjects):
        return None
    objects = [t for slot in ("obj", "to", "with") for t in slot_of_verb(verb, slot)]
    if any(t.lemma_.lower() in _WORDS.candidacies for t in objects):
        return None
    whom = others([*objects, *(h for t in objects for h in holder_of(t))], draft, context)
    bodies = tuple(a for t in own for a in context.cast.at(t.i) if a not in draft.actor)
    cited = draft.actor if bodies else draft.attributed_to
    span = (objects[0].left_edge.i, objects[0].right_edge.i + 1) if objects else None
    return draft.noted(
        "stances",
        f"{verb.text!r} is what he will not do",
        type="oppose",
        actor=bodies or draft.actor,
        recipient=tuple(a for a in whom if a not in bodies),
        object=span,
        attributed_to=cited,
    )


def _is_own_body(subject: Token, draft: Draft, context: Context) -> bool:
    """Whether a subject is a body of the speaker's own country by a short name: "the party", "the ministry"."""
    found = context.cast.at(subject.i)
    countries = {context.cast.actors[a].country for a in draft.actor}
    return bool(found) and all(
        context.cast.actors[a].kind is Kind.BODY and context.cast.actors[a].country in countries
        for a in found
    )
