"""What a statement amounts to by what it says: an accusation, a demand, a pledge, a threat or a judgement.

"Marin said Norland had violated the truce" accuses, "... should leave" demands, "... that she would resign" pledges,
"... that the vote was a sham" criticises. What is none of them stays a statement.
"""

from spacy.tokens import Token

from verbale.lexicon.arguments import load_argument_words
from verbale.model import Kind
from verbale.reading.arguments import holder_of, is_passive, slot_of_verb, surface_subject
from verbale.reading.composing import Context
from verbale.reading.draft import Draft
from verbale.reading.parties import stand_for

_WORDS = load_argument_words()
_SELF = frozenset({"i", "we"})
_FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll"})
_AIMS = frozenset({"with", "for", "to"})
_CONDITIONS = frozenset({"if", "unless"})
_COMPLEMENTS = frozenset({"attr", "acomp", "oprd"})
_OWNED = frozenset({Kind.STATE, Kind.BODY, Kind.GROUP})


def take_stance(draft: Draft, context: Context) -> Draft:
    """The statement as the more specific act of speech that its content makes it, unchanged where it makes it none."""
    if draft.topic is None:
        return draft
    verb = context.doc[draft.topic[0] : draft.topic[1]].root
    for step in (_accuse, _demand, _pledge, _criticise):
        found = step(draft, verb, context)
        if found is not None:
            return found
    return draft


def _accuse(draft: Draft, verb: Token, context: Context) -> Draft | None:
    """A statement that somebody else did what is wrong accuses him."""
    if any(c.dep_ == "neg" for c in verb.children):
        return None
    if _is_rigged(verb):
        return draft.noted("stances", f"{verb.text!r} tells of fraud", type="accuse", recipient=())
    if not _is_wrong(verb):
        return None
    of_state = verb.lower_ in _WORDS.wrong_states
    accused = _others(surface_subject(verb) if of_state else slot_of_verb(verb, "subj"), draft, context)
    if not accused:
        return None
    return draft.noted("stances", f"{verb.text!r} tells of a wrong", type="accuse", recipient=accused)


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
    """A statement that somebody else should, must or needs to do something is a demand on him."""
    if not _obliges(verb):
        return None
    subjects = [t for t in slot_of_verb(verb, "subj") if not _is_own_country(t, draft, context)]
    obliged = _others(subjects, draft, context)
    if not obliged:
        return None
    return draft.noted("stances", f"{verb.text!r} is what others should do", type="demand", recipient=obliged)


def _obliges(verb: Token) -> bool:
    if verb.lemma_.lower() in _WORDS.obliging_verbs:
        return any(c.dep_ == "xcomp" for c in verb.children)
    return any(c.dep_ == "aux" and c.lower_ in _WORDS.obliging for c in verb.children)


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
    pledger = _self(verb, draft, context)
    if context.doc[draft.trigger[0]].tag_ == "VBG" and any(c.lower_ == "it" for c in verb.children):
        return None
    if not pledger:
        return None
    heads = _aimed_at(verb)
    whom = tuple(a for a in _others(heads, draft, context) if context.cast.actors[a].kind in _OWNED)
    marks = _marks(verb)
    retorts = verb.lemma_.lower() in _WORDS.retorts
    if "unless" in marks or ("if" in marks and retorts and pledger == draft.actor):
        warned = whom or tuple(
            a for a in _others(_conditional(verb), draft, context) if context.cast.actors[a].kind in _OWNED
        )
        return draft.noted(
            "stances", "would do so unless or if", type="warn", mode="threaten", recipient=warned
        )
    if marks & _CONDITIONS:
        return None
    cited = draft.actor if pledger != draft.actor else draft.attributed_to
    note = f"{verb.text!r} is what he will do"
    return draft.noted("stances", note, type="pledge", actor=pledger, recipient=whom, attributed_to=cited)


def _aimed_at(verb: Token) -> list[Token]:
    """Whom a deed may be for: its object, whose that is, and what stands after "with", "for", "to" in or beside it."""
    heads = [t for slot in ("obj", "with", "for", "to") for t in slot_of_verb(verb, slot)]
    for noun in slot_of_verb(verb, "obj"):
        after = [c for t in noun.doc[noun.i : noun.right_edge.i + 1] if t.lower_ in _AIMS for c in t.children]
        heads += [c for c in after if c.dep_ == "pobj"]
    return [*heads, *(h for t in heads for h in holder_of(t))]


def _marks(verb: Token) -> set[str]:
    """The words that open the adverbial clauses of a verb."""
    return {c.lower_ for clause in verb.children if clause.dep_ == "advcl" for c in clause.children}


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
    if subject.lower_ in _SELF:
        return draft.actor
    if (own := _own_government(subject, draft, context)) and verb.lemma_ not in ("be", "have"):
        return own
    if any(c.dep_ == "neg" for c in verb.children) or any(
        c.dep_ == "det" and c.lower_ == "no" for o in verb.children for c in o.children
    ):
        return ()
    if found and set(found) <= set(draft.actor):
        return draft.actor
    owner = next((c for c in subject.children if c.dep_ == "poss" and c.tag_ == "PRP$"), None)
    if owner is None or not set(context.cast.at(owner.i)) & set(draft.actor):
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


def _criticise(draft: Draft, verb: Token, context: Context) -> Draft | None:
    """A statement that another's deed is wrong criticises him: "said the order was unconstitutional"."""
    if verb.lemma_ != "be" or any(c.dep_ == "neg" for c in verb.children):
        return None
    judged = [c for c in verb.children if c.dep_ in _COMPLEMENTS and c.lemma_.lower() in _WORDS.faults]
    if not judged or any(_is_judge(context, a) for a in draft.actor):
        return None
    subjects = surface_subject(verb)
    whose = _others([*subjects, *(h for t in subjects for h in holder_of(t))], draft, context)
    return draft.noted("stances", f"{judged[0].text!r} is a judgement", type="criticise", recipient=whose)


def _is_judge(context: Context, actor: int) -> bool:
    words = context.cast.actors[actor].name.lower().split()
    return not _WORDS.judges.isdisjoint(words)


def _others(subjects: list[Token] | tuple[Token, ...], draft: Draft, context: Context) -> tuple[int, ...]:
    """Indices of the actors that `subjects` stand for, less the speakers."""
    heads = [found for token in subjects for found in stand_for(token, context.cast)]
    return tuple(dict.fromkeys(a for _, actors in heads for a in actors if a not in draft.actor))
