"""Statements that judge: what somebody or something is called or said to be, for the worse or the better."""

from collections.abc import Iterator

from spacy.tokens import Token

from verbale.lexicon.arguments import load_argument_words
from verbale.lexicon.stances import load_stance_words
from verbale.model import Kind
from verbale.reading.arguments import holder_of, is_passive, slot_of_verb, surface_subject
from verbale.reading.composing import Context
from verbale.reading.draft import Draft
from verbale.reading.said import SELF, auxiliaries, is_denied, others, owners, speaks_of_self

_WORDS = load_stance_words()
_FAULTS = load_argument_words().faults | _WORDS.vices
_BLAMED = (load_argument_words().deeds | load_argument_words().assertions | _WORDS.blamed) - _WORDS.unblamed
_COMPLEMENTS = frozenset({"attr", "acomp", "oprd", "dobj"})
_AFTER_AS = frozenset({"pobj", "amod", "acomp", "pcomp"})
_SHALLOW = frozenset({"amod", "compound", "conj", "nmod", "advmod"})
_POINTING = frozenset({"it", "this", "that", "these", "those"})


def call_names(draft: Draft, context: Context) -> Draft | None:
    """A statement that calls somebody's deed something in the speaker's own words is a judgement.

    Quoted epithets are for the worse unless a word of praise is among them: 'branded the case "theatre"'.
    """
    cue = context.doc[draft.trigger[0]]
    if cue.lemma_.lower() not in _WORDS.terming or draft.topic is None:
        return None
    named = _what_is_named(cue)
    complement = _complement(cue)
    if complement is None:
        return None
    words = list(_words_of(complement))
    head = {complement.lemma_.lower(), complement.lower_}
    if not head.isdisjoint(_FAULTS) or (any(w in _FAULTS for w in words) and not _is_person(named, context)):
        return _criticised(draft, named, complement, context)
    if named is None or named.lemma_.lower() not in _BLAMED:
        return None
    if any(w in _WORDS.merits for w in words) or complement.pos_ == "VERB":
        return None
    if not _quotes_at(complement):
        return None
    return _criticised(draft, named, complement, context)


def _is_person(named: Token | None, context: Context) -> bool:
    found = () if named is None else context.cast.at(named.i)
    return any(context.cast.actors[a].kind is Kind.PERSON for a in found)


def _criticised(draft: Draft, named: Token | None, complement: Token, context: Context) -> Draft:
    heads = [] if named is None else [named, *holder_of(named)]
    whom = others(heads, draft, context)
    topic = (named.left_edge.i, named.right_edge.i + 1) if named is not None else draft.topic
    return draft.noted(
        "stances", f"{complement.text!r} is what it is called", type="criticise", recipient=whom, topic=topic
    )


def _quotes_at(complement: Token) -> bool:
    """Whether the complement stands in quotation marks of its own."""
    left = complement.left_edge.i
    return any(t.text == '"' for t in complement.doc[max(0, left - 2) : complement.i + 1])


def _what_is_named(cue: Token) -> Token | None:
    for child in cue.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            return child
        if child.dep_ in ("ccomp", "oprd", "xcomp"):
            for inner in child.children:
                if inner.dep_ == "nsubj":
                    return inner
    return None


def _complement(cue: Token) -> Token | None:
    """What it is called: "called the vote [theatre]", "described the vote as [theatre]"."""
    for child in cue.children:
        small = child.dep_ in ("ccomp", "xcomp") and child.pos_ in ("NOUN", "ADJ", "PROPN")
        if child.i > cue.i and (child.dep_ == "oprd" or small):
            return child
    objects = [c for c in cue.children if c.dep_ == "dobj"]
    for head in (cue, *objects):
        for preposition in head.children:
            if preposition.dep_ == "prep" and preposition.lower_ == "as":
                named = next((c for c in preposition.children if c.dep_ in _AFTER_AS), None)
                inner = [c for c in named.children if c.dep_ == "nsubj"] if named is not None else []
                return inner[0] if inner else named
    return None


def _words_of(complement: Token) -> Iterator[str]:
    """The lemmas of a complement and of what stands with it, without its further phrases."""
    yield complement.lemma_.lower()
    yield complement.lower_
    for child in complement.children:
        if child.dep_ in _SHALLOW:
            yield from _words_of(child)
        elif child.dep_ == "prep" and child.lower_ == "of" and complement.lemma_.lower() in _WORDS.kinds:
            for inner in child.children:
                yield from _words_of(inner)


def judge(draft: Draft, verb: Token, context: Context) -> Draft | None:
    """A statement that another's deed is wrong criticises him, that it is fine praises him."""
    raised = _raises(verb)
    if verb.lemma_.lower() not in _WORDS.amounting and not raised:
        return None
    judged = raised or _judged(verb)
    if not judged or any(_is_judge(context, a) for a in draft.actor):
        return None
    subjects = surface_subject(verb)
    if not subjects or any(speaks_of_self(t, draft, context) for t in subjects):
        return None
    if auxiliaries(verb) & {"can", "could", "may", "might"} or _takes_up(verb, subjects, draft):
        return None
    denied = is_denied(verb) or any(c.lower_ == "neither" for a in judged for c in a.children)
    denied = denied or any(c.lower_ == "neither" for c in verb.children)
    ahead = bool(auxiliaries(verb) & {"will", "would"})
    words = {w for c in judged for w in _words_of(c)}
    plain = bool(raised) or not words.isdisjoint(_FAULTS)
    faulted = (plain and not denied) or (denied and not ahead and not words.isdisjoint(_WORDS.virtues))
    if faulted and _is_answered_for(subjects, draft, context):
        return _as(draft, "criticise", subjects, judged[0], context)
    if not denied and not plain and _merits(words) and _is_anothers(subjects, draft, context):
        return _as(draft, "praise", subjects, judged[0], context)
    return None


def _takes_up(verb: Token, subjects: tuple[Token, ...], draft: Draft) -> bool:
    """Whether "it" takes up what was only said a clause before, no deed: "... Any doubt is unwise, it is an insult"."""
    first = verb.doc[draft.topic[0] : draft.topic[1]].root if draft.topic is not None else verb
    return first.i != verb.i and any(t.lower_ == "it" for t in subjects)


def _raises(verb: Token) -> list[Token]:
    """What is raised by a deed that is criticised: "raises serious [concerns]"."""
    if verb.lemma_.lower() not in ("raise", "cause", "arouse"):
        return []
    return [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in _WORDS.worries]


def _merits(words: set[str]) -> bool:
    good = words & _WORDS.merits
    return bool(good - _WORDS.faint) or (bool(good) and not words.isdisjoint(_WORDS.steps))


def _is_answered_for(subjects: tuple[Token, ...], draft: Draft, context: Context) -> bool:
    """Whether somebody can be blamed for what is judged: for a law or a claim, and not for the weather or a virus."""
    return bool(owners(subjects, draft, context)) or any(
        t.lemma_.lower() in _BLAMED | _POINTING or t.tag_ in ("PRP", "VBG", "DT", "WDT") for t in subjects
    )


def _is_anothers(subjects: tuple[Token, ...], draft: Draft, context: Context) -> bool:
    """Whether what is praised is somebody, or what somebody did: no "it is important to ..."."""
    deeds = load_argument_words().deeds
    for subject in subjects:
        if others([subject], draft, context) or subject.lemma_.lower() in deeds - _POINTING:
            return True
        if subject.lower_ in ("this", "that", "you"):
            return True
    return False


def _judged(verb: Token) -> list[Token]:
    found = [c for c in verb.children if c.dep_ in _COMPLEMENTS and c.pos_ != "PRON"]
    if verb.lemma_ == "amount":
        found += [p for c in verb.children if c.lower_ == "to" for p in c.children if p.dep_ == "pobj"]
    return found


def _as(draft: Draft, type_: str, subjects: tuple[Token, ...], judged: Token, context: Context) -> Draft:
    whose = others([*subjects, *(h for t in subjects for h in holder_of(t))], draft, context)
    return draft.noted("stances", f"{judged.text!r} is a judgement", type=type_, recipient=whose)


def feel(draft: Draft, verb: Token, context: Context) -> Draft | None:
    """A statement of joy or anger at what others did: "I am proud of our soldiers", "was appalled that ..."."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if not subjects or not all(speaks_of_self(t, draft, context) for t in subjects) or is_denied(verb):
        return None
    felt = [c for c in verb.children if c.dep_ in ("acomp", "oprd")] if verb.lemma_ == "be" else [verb]
    for word in felt:
        type_ = (
            "praise"
            if word.lower_ in _WORDS.gladness
            else "criticise"
            if word.lower_ in _WORDS.dismay
            else None
        )
        if type_ is None:
            continue
        clauses = [
            c for c in (*word.children, *verb.children) if c.dep_ in ("ccomp", "advcl") and c.i > word.i
        ]
        heads = [t for c in clauses for t in surface_subject(c)]
        heads += [p for c in word.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"]
        if not heads or any(t.lower_ in SELF for t in heads):
            continue
        return _as(draft, type_, tuple(heads), word, context)
    return None


def _is_judge(context: Context, actor: int) -> bool:
    words = context.cast.actors[actor].name.lower().split()
    return not load_argument_words().judges.isdisjoint(words)


def _is_answered_with_force(verb: Token) -> bool:
    """Whether a clause says that somebody will pay for it: "would be crushed", "be treated as an act of war"."""
    lemma = verb.lemma_.lower()
    if is_denied(verb):
        return lemma == "tolerate"
    if lemma == "answer":
        return any(t.lemma_.lower() != "question" for t in slot_of_verb(verb, "for"))
    if lemma == "burn":
        return any(t.lemma_.lower() == "finger" for t in slot_of_verb(verb, "obj"))
    if not is_passive(verb) or slot_of_verb(verb, "subj"):
        return False
    if lemma in ("treat", "regard", "see", "consider", "view", "deem", "interpret", "take"):
        named = [*slot_of_verb(verb, "as"), *(c for c in verb.children if c.dep_ in ("oprd", "attr"))]
        return any(t.lemma_.lower() in _WORDS.acts_of_war for t in named)
    if lemma == "hold":
        return any(c.lower_ in ("responsible", "accountable", "liable") for c in verb.children)
    if lemma == "meet":
        return any(t.lemma_.lower() in _WORDS.penalties for t in slot_of_verb(verb, "with"))
    sinners = any(
        t.lower_ in _WORDS.sinners or t.lemma_.lower() in _WORDS.sinners for t in surface_subject(verb)
    )
    return lemma in _WORDS.punished or (sinners and lemma in _WORDS.penal)


def threaten(draft: Draft, verb: Token, context: Context) -> Draft | None:
    """A statement that others will face, pay or regret something threatens them."""
    future = any(
        c.dep_ == "aux" and c.lower_ in ("will", "would", "shall", "'ll", "’ll") for c in verb.children
    )
    if not future:
        return None
    subjects = surface_subject(verb)
    if any(speaks_of_self(t, draft, context) for t in subjects):
        return None
    lemma = verb.lemma_.lower()
    objects = {t.lemma_.lower() for slot in ("obj", "for") for t in slot_of_verb(verb, slot)}
    after = {c.lower_ for c in verb.children if c.dep_ in ("acomp", "oprd", "advmod", "attr")}
    falls = (
        lemma in _WORDS.regretting
        or (lemma in _WORDS.facing and not objects.isdisjoint(_WORDS.penalties))
        or (lemma == "pay" and "dearly" in after)
        or (lemma == "go" and bool(after & _WORDS.unanswered) and is_denied(verb))
        or _is_answered_with_force(verb)
        or (
            lemma == "leave"
            and is_denied(verb)
            and any(
                p.lemma_ in ("response", "answer", "consequence", "punishment")
                for c in verb.children
                if c.lower_ == "without"
                for p in c.children
            )
        )
    )
    if not falls:
        return None
    whom = others([*subjects, *(h for t in subjects for h in holder_of(t))], draft, context)
    return draft.noted(
        "stances",
        f"{verb.text!r} is what awaits them",
        type="warn",
        mode="threaten",
        recipient=whom or draft.recipient,
    )
