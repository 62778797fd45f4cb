"""What a statement amounts to by what it says: an accusation, a demand, a pledge, a threat or a judgement.

"Marin said Norland had violated the truce" accuses, "... should leave" demands, "... that she would resign" pledges,
"... that the vote was a sham" criticises. What is none of them stays a statement.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from verbale.lexicon.arguments import load_argument_words
from verbale.lexicon.stances import load_stance_words
from verbale.model import Kind
from verbale.reading.arguments import holder_of, is_passive, slot_of_verb, surface_subject
from verbale.reading.composing import Context
from verbale.reading.denials import deny, refuse
from verbale.reading.draft import Draft
from verbale.reading.promises import bidden, own_state, undertaker
from verbale.reading.said import SELF, auxiliaries, is_denied, others, owners, said_clauses, speaks_of_self
from verbale.reading.verdicts import call_names, feel, judge, threaten

_WORDS = load_argument_words()
_STANCE = load_stance_words()
_FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll"})
_UNREAL = frozenset({"may", "might", "could", "should", "must"})
_AIMS = frozenset({"with", "for", "to"})
_CONDITIONS = frozenset({"if", "unless", "should"})
_ANSWERING = frozenset({"retaliate", "avenge", "reciprocate"})
_FURTHER = frozenset({"accuse", "demand", "oppose", "pledge", "warn", "deny"})
_OWNED = frozenset({Kind.STATE, Kind.BODY, Kind.GROUP})


def take_stance(draft: Draft, context: Context, content: Sequence[tuple[int, int]] = ()) -> Draft:
    """The statement as the more specific act of speech that its content makes it, unchanged where it makes it none.

    `content`: all that is said, where it is more than the topic of the draft. The first clause that is such an act
    decides.
    """
    if draft.topic is None:
        return draft
    named = call_names(draft, context)
    if named is not None:
        return named
    for verb in said_clauses(context.doc, content or (draft.topic,)):
        for step in (_accuse, deny, threaten, _demand, refuse, _pledge, judge, feel):
            found = step(draft, verb, context)
            if found is not None:
                return found
    return draft


def further_stances(
    draft: Draft, context: Context, content: Sequence[tuple[int, int]], told: Draft
) -> tuple[Draft, ...]:
    """What the later clauses of a statement come to besides `told`: "has lied and must resign" demands too."""
    if told.type == "say" or told.topic is None:
        return ()
    found: dict[str, Draft] = {}
    for verb in said_clauses(context.doc, content):
        for step in (_accuse, deny, threaten, _demand, refuse, _pledge, judge, feel):
            more = step(draft, verb, context)
            if more is not None:
                found.setdefault(more.type, more)
                break
    return tuple(more for type_, more in found.items() if type_ != told.type and type_ in _FURTHER)


def _accuse(draft: Draft, verb: Token, context: Context) -> Draft | None:
    """A statement that somebody else did what is wrong accuses him."""
    if is_denied(verb) or auxiliaries(verb) & _UNREAL:
        return None
    if _is_rigged(verb):
        return draft.noted("stances", f"{verb.text!r} tells of fraud", type="accuse", recipient=())
    harmful = _is_harm(verb)
    if not _is_wrong(verb) and not harmful:
        return None
    of_state = verb.lower_ in _WORDS.wrong_states
    subjects = surface_subject(verb) if of_state else slot_of_verb(verb, "subj")
    if any(speaks_of_self(t, draft, context) for t in subjects):
        return None
    accused = owners(subjects, draft, context) if harmful else others(subjects, draft, context)
    if not accused:
        return None
    return draft.noted("stances", f"{verb.text!r} tells of a wrong", type="accuse", recipient=accused)


def _is_harm(verb: Token) -> bool:
    """Whether a verb tells of harm done to somebody or something, or of ends that are wrong."""
    lemma = verb.lemma_.lower()
    if lemma in _STANCE.harms:
        return any(c.dep_ in ("dobj", "xcomp", "ccomp", "prt", "prep") for c in verb.children)
    if lemma in _STANCE.engaging:
        return any(
            t.lemma_.lower()
            in _WORDS.wrongs | _WORDS.faults | _STANCE.vices | {"corruption", "violence", "abuse"}
            for slot in ("in", "to")
            for t in slot_of_verb(verb, slot)
        )
    if lemma in _STANCE.exploiting:
        ends = [t for slot in ("for", "as") for t in slot_of_verb(verb, slot)]
        return any(
            t.lemma_.lower() in _STANCE.ends or any(c.lemma_.lower() in _STANCE.ends for c in t.children)
            for t in ends
        )
    return False


def _is_wrong(verb: Token) -> bool:
    if verb.lemma_.lower() in _WORDS.wrongs or verb.lower_ in _WORDS.wrong_states:
        return True
    return verb.lemma_ == "be" and any(c.lower_ in _WORDS.wrong_states for c in verb.children)


def _is_rigged(verb: Token) -> bool:
    """Whether a clause tells of fraud by nobody named: "the vote was rigged"."""
    if verb.lemma_.lower() in _WORDS.tampering and verb.tag_ == "VBN":
        return is_passive(verb) and not slot_of_verb(verb, "subj")
    return verb.lemma_ == "be" and any(c.lower_ in _WORDS.tampered for c in verb.children)


def _demand(draft: Draft, verb: Token, context: Context) -> Draft | None:
    """A statement that somebody else should, must or needs to do something is a demand on him; so is a wish."""
    wished = _wish(draft, verb, context)
    if wished is not None:
        return wished
    urged = bidden(verb, draft, context)
    if urged is not None:
        return urged
    if not _obliges(verb):
        return None
    subjects = [t for t in slot_of_verb(verb, "subj") if not _is_own_country(t, draft, context)]
    obliged = others(subjects, draft, context)
    if not obliged and not _is_due(verb, draft, context):
        return None
    return draft.noted("stances", f"{verb.text!r} is what others should do", type="demand", recipient=obliged)


def _is_due(verb: Token, draft: Draft, context: Context) -> bool:
    """Whether something is to be done by nobody named: "elections must be held", "ought to be held"."""
    if verb.lemma_.lower() in _WORDS.obliging_verbs:
        verb = next((c for c in verb.children if c.dep_ == "xcomp"), verb)
    if not is_passive(verb) or verb.lemma_.lower() in _STANCE.undemanded or slot_of_verb(verb, "by"):
        return False
    subjects = surface_subject(verb)
    return bool(subjects) and not any(
        speaks_of_self(t, draft, context) or t.lower_ in ("it", "what", "which") for t in subjects
    )


def _wish(draft: Draft, verb: Token, context: Context) -> Draft | None:
    """What the speaker wants or hopes that others will do: "we want the army to leave"."""
    if verb.lemma_.lower() not in _STANCE.wishing or is_denied(verb):
        return None
    if not all(speaks_of_self(t, draft, context) for t in surface_subject(verb)):
        return None
    for clause in verb.children:
        if clause.dep_ not in ("ccomp", "xcomp") or clause.i < verb.i or clause.pos_ != "VERB":
            continue
        if verb.lemma_ != "want" and not auxiliaries(clause) & _FUTURE:
            continue
        whom = others(surface_subject(clause), draft, context)
        if whom:
            return draft.noted("stances", f"{clause.text!r} is what he wants", type="demand", recipient=whom)
    return None


def _obliges(verb: Token) -> bool:
    if verb.lemma_.lower() in _WORDS.obliging_verbs:
        return any(c.dep_ == "xcomp" for c in verb.children)
    helpers = auxiliaries(verb)
    if "had" in helpers and any(c.lower_ == "better" for c in verb.children):
        return True
    return bool(helpers & _WORDS.obliging) and "have" not in helpers


def _is_own_country(subject: Token, draft: Draft, context: Context) -> bool:
    """Whether an office-holder means his own country by its name, himself among those who must."""
    states = {context.cast.actors[a].country for a in context.cast.at(subject.i)}
    if subject.pos_ != "PROPN" or None in states:
        return False
    held = {
        title.office.country
        for title in context.titles
        if title.holder is not None and set(context.cast.at(title.holder)) & set(draft.actor)
    }
    return not states.isdisjoint(held)


def _pledge(draft: Draft, verb: Token, context: Context) -> Draft | None:
    """A statement of what the speaker, or what is his, will do pledges it; in answer, or with "unless", threatens."""
    if verb.lemma_.lower() in _WORDS.unpromised or not any(
        c.dep_ == "aux" and c.lower_ in _FUTURE for c in verb.children
    ):
        return None
    pledger = _self(verb, draft, context) or undertaker(verb, draft, context)
    if context.doc[draft.trigger[0]].tag_ == "VBG" and any(c.lower_ == "it" for c in verb.children):
        return None
    if not pledger:
        return None
    heads = _aimed_at(verb)
    whom = tuple(a for a in others(heads, draft, context) if context.cast.actors[a].kind in _OWNED)
    marks = _marks(verb)
    retorts = verb.lemma_.lower() in _WORDS.retorts
    if (
        "unless" in marks
        or verb.lemma_.lower() in _ANSWERING
        or ("if" in marks and retorts and pledger == draft.actor)
    ):
        warned = whom or tuple(
            a for a in others(_conditional(verb), draft, context) if context.cast.actors[a].kind in _OWNED
        )
        cited = draft.actor if pledger != draft.actor else draft.attributed_to
        return draft.noted(
            "stances",
            "would do so unless or if",
            type="warn",
            mode="threaten",
            actor=pledger,
            recipient=tuple(a for a in warned if a not in pledger),
            attributed_to=cited,
        )
    if marks & _CONDITIONS:
        return None
    cited = draft.actor if pledger != draft.actor else draft.attributed_to
    note = f"{verb.text!r} is what he will do"
    told = tuple(a for a in draft.recipient if a not in pledger)
    return draft.noted(
        "stances", note, type="pledge", actor=pledger, recipient=whom or told, attributed_to=cited
    )


def _aimed_at(verb: Token) -> list[Token]:
    """Whom a deed may be for: its object, whose that is, and what stands after "with", "for", "to" in or beside it."""
    heads = [t for slot in ("obj", "with", "for", "to") for t in slot_of_verb(verb, slot)]
    for noun in slot_of_verb(verb, "obj"):
        after = [c for t in noun.doc[noun.i : noun.right_edge.i + 1] if t.lower_ in _AIMS for c in t.children]
        heads += [c for c in after if c.dep_ == "pobj"]
    return [*heads, *(h for t in heads for h in holder_of(t))]


def _marks(verb: Token) -> set[str]:
    """The words that open the adverbial clauses of a verb, "if" also where the parser gave it to the verb."""
    own = {c.lower_ for c in verb.children if c.dep_ == "mark" and c.lower_ == "if"}
    return own | {c.lower_ for clause in verb.children if clause.dep_ == "advcl" for c in clause.children}


def _conditional(verb: Token) -> list[Token]:
    """Who would have to do something for it: "will retaliate if [Israel] strikes"."""
    clauses = [
        c for c in verb.children if c.dep_ == "advcl" and any(t.lower_ in _CONDITIONS for t in c.children)
    ]
    return [t for clause in clauses for t in surface_subject(clause)]


def _self(verb: Token, draft: Draft, context: Context) -> tuple[int, ...]:
    """Who pledges: the speaker where the subject is himself, or "his government" and the like."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    if len(subjects) != 1:
        return ()
    subject = subjects[0]
    found = context.cast.at(subject.i)
    if subject.lower_ in SELF:
        return draft.actor
    if (own := _own_government(subject, draft, context)) and verb.lemma_ not in ("be", "have"):
        return own
    if any(c.dep_ == "neg" for c in verb.children) or any(
        c.dep_ == "det" and c.lower_ == "no" for o in verb.children for c in o.children
    ):
        return ()
    if found and set(found) <= set(draft.actor):
        return draft.actor
    if own := own_state(subject, verb, draft, context):
        return own
    if not speaks_of_self(subject, draft, context):
        return ()
    return tuple(a for a in found if context.cast.actors[a].kind in _OWNED)


def _own_government(subject: Token, draft: Draft, context: Context) -> tuple[int, ...]:
    """The government that a minister speaks for: "the minister said the government would not appeal"."""
    if subject.lemma_.lower() not in ("government", "cabinet", "administration"):
        return ()
    if not any(c.dep_ == "det" and c.lower_ == "the" for c in subject.children):
        return ()
    speakers = {context.cast.actors[a].country for a in draft.actor}
    found = tuple(a for a in context.cast.at(subject.i) if context.cast.actors[a].kind in _OWNED)
    spoken = any(
        title.holder is not None and set(context.cast.at(title.holder)) & set(draft.actor)
        for title in context.titles
    )
    return found if spoken and {context.cast.actors[a].country for a in found} <= speakers else ()
