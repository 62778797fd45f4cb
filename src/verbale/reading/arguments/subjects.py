"""Who does it: the stated or understood subject of a verb, and of a noun or adjective that names a deed."""

from collections.abc import Collection

from spacy.tokens import Token

from verbale.reading.arguments.phrases import (
    DEPTH,
    RELATIVE,
    WORDS,
    governing_verb,
    noun_phrases,
    noun_phrases_of_head,
    objects_of,
    possessor,
    premodifiers,
    prepositional,
    whole_of,
)
from verbale.reading.arguments.voice import agent_of_passive, direct_object, is_passive, kept_object

_FREEING = frozenset({"pardon", "release", "free", "parole"})


def surface_subject(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """The noun phrases that stand, or are understood, as the grammatical subject of `verb`."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i != verb.i]
    if own:
        floating = len(own) > 1 and own[-1].lower_ in WORDS.floating
        return _relative_antecedent(own[0], verb) or noun_phrases(own[:1] if floating else own[-1:])
    if depth > DEPTH or any(c.dep_ == "expl" for c in verb.children):
        return ()
    return _understood_subject(verb, depth)


def _relative_antecedent(subject: Token, verb: Token) -> tuple[Token, ...]:
    if subject.lower_ not in RELATIVE:
        return ()
    at: Token = verb
    while at.dep_ in ("conj", "ccomp", "xcomp") and at.head.i != at.i:
        at = at.head
    return noun_phrases_of_head(at.head) if at.dep_ == "relcl" else ()


def _understood_subject(verb: Token, depth: int) -> tuple[Token, ...]:
    head, dep = verb.head, verb.dep_
    if head.i == verb.i:
        return ()
    if dep == "conj":
        above = _finite_above(head) if verb.tag_ in ("VBD", "VBZ") else head
        return surface_subject(above, depth + 1) if above.pos_ in ("VERB", "AUX") else ()
    if dep == "xcomp":
        return _controller(head, depth)
    if dep == "advcl" and verb.tag_ == "VBG" and head.lemma_.lower() in WORDS.handling:
        handled = _right_before(verb, head)
        if handled:
            return handled
    if dep in ("advcl", "ccomp", "acl", "relcl") and head.pos_ in ("VERB", "AUX"):
        return surface_subject(head, depth + 1)
    if dep in ("acl", "relcl", "amod"):
        return _modified_noun(verb, head, depth)
    if dep == "pcomp":
        return _subject_of_gerund(head, depth)
    return ()


def _finite_above(head: Token) -> Token:
    """The verb that a finite verb goes on after, past an infinitive: "asked Peru to leave and [warned] Chile"."""
    if head.tag_ != "VB" or head.dep_ not in ("xcomp", "ccomp", "advcl", "acl"):
        return head
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in head.children)
    return head.head if infinitive and head.head.pos_ in ("VERB", "AUX") else head


def _right_before(gerund: Token, verb: Token) -> tuple[Token, ...]:
    """The object that a gerund follows at once: in "arrested ten men crossing the border" they cross it."""
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.right_edge.i == gerund.left_edge.i - 1]
    return noun_phrases(objects)


def _controller(head: Token, depth: int) -> tuple[Token, ...]:
    if head.pos_ not in ("VERB", "AUX"):
        return noun_subject(head, (), depth + 1) if head.pos_ == "NOUN" else adjective_subject(head)
    objects = [c for c in head.children if c.dep_ == "dobj"]
    if objects and head.lemma_ not in WORDS.subject_control:
        return noun_phrases(objects)
    return surface_subject(head, depth + 1)


def _modified_noun(verb: Token, head: Token, depth: int) -> tuple[Token, ...]:
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if infinitive and head.pos_ == "NOUN":
        return _ranked(head) or noun_subject(head, (), depth + 1) or _readied(head, depth)
    if verb.dep_ == "relcl" and any(c.dep_ == "nsubj" for c in verb.children):
        return ()
    document = _document(head, verb) if verb.tag_ == "VBG" else None
    if document is not None:
        return noun_subject(document, ("adopt", "pass", "post", "vote", *WORDS.support), depth + 1)
    return noun_phrases_of_head(head)


def _readied(noun: Token, depth: int) -> tuple[Token, ...]:
    """Who is at or in what leads him to do something: "Peru was at [pains] to deny it"."""
    verb = governing_verb(noun)
    if verb is None or noun.lemma_.lower() not in WORDS.readiness or noun.head.lower_ not in ("at", "in"):
        return ()
    return surface_subject(verb, depth + 1)


def _document(noun: Token, verb: Token) -> Token | None:
    """The document that speaks: the noun itself, or what it is on or in: "a message on Twitter blaming Peru".

    What alleges, in "a lawsuit by Roe against two firms alleging fraud", is the lawsuit.
    """
    at = noun
    for _ in range(3):
        if at.lemma_.lower() in WORDS.documents:
            return at
        if at.dep_ != "pobj" or not (at.head.lower_ in ("on", "in") or verb.lemma_.lower() in WORDS.pleading):
            return None
        at = at.head.head
    return None


def _ranked(noun: Token) -> tuple[Token, ...]:
    """Who is the first, last or only one to do something: "Peru becomes the third state to ratify the treaty"."""
    if any(c.i < noun.i and (c.ent_type_ == "ORDINAL" or c.lower_ in WORDS.ranks) for c in noun.children):
        return bearer(noun)
    return ()


def _subject_of_gerund(preposition: Token, depth: int) -> tuple[Token, ...]:
    governor = preposition.head
    if governor.pos_ in ("VERB", "AUX"):
        objects = [c for c in governor.children if c.dep_ == "dobj"]
        if (
            preposition.lower_ in ("for", "of", "from", "with", "on")
            and governor.lemma_ in WORDS.gerund_of_object
        ):
            return noun_phrases(objects) if objects else surface_subject(governor, depth + 1)
        if preposition.lower_ == "after" and objects and governor.lemma_.lower() in _FREEING:
            return noun_phrases(objects)
        if preposition.lower_ == "as" and objects and governor.lemma_.lower() in WORDS.quoting:
            return noun_phrases(objects)
        return _struck_before(preposition, governor) or surface_subject(governor, depth + 1)
    if governor.pos_ in ("ADV", "ADP") and governor.head.pos_ == "VERB":
        return surface_subject(governor.head, depth + 1)
    if governor.dep_ == "dobj" and governor.head.lemma_ in WORDS.suspecting | WORDS.judging:
        return (governor,)
    if governor.pos_ == "NOUN":
        return noun_subject(governor, (), depth + 1)
    if (
        governor.pos_ == "PROPN"
        and governor.dep_ == "dobj"
        and governor.head.lemma_ in WORDS.gerund_of_object
    ):
        return (governor,)
    return ()


def _struck_before(preposition: Token, verb: Token) -> tuple[Token, ...]:
    """Whom a measure hits whose reason follows: in "cut ties with Peru for leaving" Peru left."""
    if preposition.lower_ != "for" or verb.lemma_.lower() not in WORDS.striking:
        return ()
    found = [*prepositional(verb, "against"), *prepositional(verb, "on"), *prepositional(verb, "with")]
    return tuple(t for t in found if t.i < preposition.i)


def logical(verb: Token, slot: str) -> tuple[Token, ...]:
    """Who does (`subj`) or undergoes (`obj`) what a verb says, in the active or the passive."""
    passive = is_passive(verb)
    if slot == "subj" and passive:
        return agent_of_passive(verb)
    if slot == "subj":
        return surface_subject(verb)
    if passive:
        return noun_phrases(kept_object(verb)) or surface_subject(verb)
    return direct_object(verb)


def noun_subject(noun: Token, support: Collection[str], depth: int) -> tuple[Token, ...]:
    """Who does what a noun names: after "by", owner, subject of its support verb, premodifier."""
    by = noun_phrases(objects_of(noun.children, "by"))
    if by:
        return by
    whole = whole_of(noun)
    owner = possessor(noun) or possessor(whole)
    if owner:
        return owner
    if depth > DEPTH:
        return ()
    governor = governing_verb(noun)
    if (
        governor is not None
        and whole.dep_ not in ("nsubj", "nsubjpass")
        and governor.lemma_.lower() in support
    ):
        lent = logical(governor, "subj") if whole.dep_ != "pobj" else surface_subject(governor, depth + 1)
        return lent or premodifiers(noun)
    return premodifiers(noun)


def bearer(noun: Token) -> tuple[Token, ...]:
    """Who is what the noun says: "Norway is a member", "Chile, one of the members", "candidate Roe"."""
    head = noun.head
    if noun.dep_ == "conj" and head.dep_ in ("attr", "appos") and head.pos_ == "NOUN" and head.i < noun.i:
        return bearer(head)
    if noun.dep_ == "attr" and head.pos_ in ("AUX", "VERB"):
        return surface_subject(head)
    if noun.dep_ in ("compound", "nmod", "amod") and head.i > noun.i:
        return noun_phrases((head,)) if noun.tag_ == "NNS" else noun_phrases_of_head(head)
    if noun.dep_ == "appos":
        return (head,)
    if noun.dep_ == "pobj" and head.lower_ == "as" and head.head.pos_ in ("VERB", "AUX"):
        verb = head.head
        return logical(verb, "obj") or surface_subject(verb)
    if noun.dep_ == "pobj" and head.lower_ == "among" and head.head.lemma_ in ("be", "remain"):
        return surface_subject(head.head)
    whole = whole_of(noun)
    if noun.dep_ == "pobj" and whole.i != noun.i and whole.dep_ in ("attr", "appos"):
        return bearer(whole)
    return noun_phrases(c for c in noun.children if c.dep_ == "appos" and c.i > noun.i)


def adjective_subject(adjective: Token) -> tuple[Token, ...]:
    """Who is what a predicative adjective says."""
    if adjective.dep_ in ("acomp", "oprd", "attr", "conj"):
        verb = adjective.head
        return surface_subject(verb if verb.pos_ in ("VERB", "AUX") else verb.head)
    return (adjective.head,) if adjective.dep_ in ("amod", "relcl", "acl", "appos") else ()
