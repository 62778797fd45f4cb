"""Mend parses that hang an argument of a verb elsewhere: a buried verb, a coordinated subject, a judgement, a name.

Each is told by what stands side by side, which the parser's arcs cannot both be right about.
"""

from collections.abc import Callable

from spacy.tokens import Doc, Token

from verbale.lexicon.arguments import load_argument_words
from verbale.reading.mending.receivers import free_receiver, make_receiver, part_receiver, split_gift

_NEAR = 60
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_SETTINGS = frozenset({"DATE", "TIME", "GPE"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_WORDS = load_argument_words()

Mender = Callable[[Token], None]


def mend_arguments(doc: Doc) -> Doc:
    """Give verbs the subjects, objects and judgements that hang on their neighbours; changes `doc` in place."""
    for token in list(doc):
        for mend in _menders(token):
            mend(token)
    return doc


def _menders(token: Token) -> tuple[Mender, ...]:
    """What may be wrong with the arcs of a word, by what it is."""
    if token.dep_ in ("agent", "prep"):
        return _of_preposition(token)
    if token.tag_.startswith("V"):
        return _of_verb(token)
    if token.dep_ == "amod" and token.lower_ in _WORDS.found:
        return (_judge_object,)
    if token.dep_ == "oprd" and token.ent_type_ == "PERSON":
        return (_make_object,)
    if token.dep_ == "pobj" and token.head.lower_ == "as":
        return (_free_object,)
    if token.dep_ == "appos":
        return (split_gift,)
    return (
        (_split_name, _split_title, make_receiver, free_receiver, part_receiver)
        if token.dep_ in ("oprd", "dobj", "attr")
        else ()
    )


def _of_verb(verb: Token) -> tuple[Mender, ...]:
    if verb.dep_ == "amod" and verb.tag_ in ("VBD", "VBZ", "VBP"):
        return (_raise_buried, _raise_after_agent)
    if verb.dep_ == "amod" and verb.lower_ in _WORDS.found:
        return (_judge_object,)
    if verb.dep_ == "conj" and verb.tag_ in _FINITE:
        return (_take_neighbour, _take_after)
    if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VB":
        return (_vote_to,)
    if verb.dep_ == "ccomp" and verb.tag_ == "VBG":
        return (_free_object_of_gerund,)
    if verb.dep_ == "pcomp" and verb.lower_ == "visiting":
        return (_make_modifier,)
    return ()


def _of_preposition(preposition: Token) -> tuple[Mender, ...]:
    if preposition.lower_ == "by":
        return (_give_to_object, _give_to_judged)
    if preposition.lower_ == "with" and preposition.dep_ == "prep" and preposition.head.dep_ == "pobj":
        return (_free_companion,)
    return ()


def _raise_buried(verb: Token) -> None:
    """In "Roe [pardoned] activist Doe" the verb is no premodifier: it has a subject of its own."""
    noun = first = verb.head
    while noun.dep_ == "compound" and noun.head.i > noun.i:
        noun = noun.head
    if noun.dep_ != "ROOT" or verb.i > first.i or not any(c.dep_ in _SUBJECTS for c in verb.children):
        return
    rights = [c for c in noun.children if c.i > noun.i and c.dep_ in ("prep", "advcl", "npadvmod", "punct")]
    lefts = [c for c in noun.children if c.i < verb.i]
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "dobj"
    for child in (*lefts, *rights):
        child.head = verb


def _raise_after_agent(verb: Token) -> None:
    """In "rebels led by Roe [seized] control" the rebels seized it, and Roe led them."""
    noun = verb.head
    by = noun.head
    led = by.head
    subject = led.head
    if noun.dep_ != "pobj" or by.dep_ != "agent" or led.dep_ != "acl" or subject.dep_ != "ROOT":
        return
    names = [c for c in noun.children if c.i < verb.i and c.tag_ in _NOUNS]
    if verb.i > noun.i or subject.tag_ not in _NOUNS or not names or names[-1].i != verb.i - 1:
        return
    name, late = names[-1], [c for top in (led, subject) for c in top.children if c.i > noun.i]
    name.head, name.dep_ = by, "pobj"
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "dobj"
    subject.head, subject.dep_ = verb, "nsubj"
    for child in late:
        child.head = verb


def _judge_object(adjective: Token) -> None:
    """In "found Roe guilty of fraud" the adjective is what the verb says of Roe."""
    noun = adjective.head
    verb = noun.head
    if adjective.i > noun.i and noun.dep_ == "dobj" and verb.lemma_.lower() in _WORDS.finding:
        adjective.head, adjective.dep_ = verb, "oprd"


def _take_neighbour(verb: Token) -> None:
    """In "left on Monday and Peru vowed to return" Peru vowed, and is no second Monday."""
    if any(c.dep_ in _SUBJECTS for c in verb.children) or verb.head.pos_ not in ("VERB", "AUX"):
        return
    noun = _conjunct_ending_at(verb.left_edge.i - 1, verb)
    if noun is None or noun.head.i < verb.head.i:
        return
    first = noun.left_edge
    if first.i == 0 or first.nbor(-1).dep_ != "cc" or first.nbor(-1).head.i != noun.head.i:
        return
    first.nbor(-1).head = verb.head
    noun.head, noun.dep_ = verb, "nsubj"


def _take_after(verb: Token) -> None:
    """In "left after the ruling party said so" the party said so, and "after" opens its clause."""
    end = verb.left_edge.i - 1
    if end < 1 or not 0 < verb.i - verb.head.i < _NEAR or verb.head.pos_ not in ("VERB", "AUX"):
        return
    if any(c.dep_ in _SUBJECTS for c in verb.children):
        return
    noun = verb.doc[end]
    while noun.dep_ != "pobj" and noun.head.i != noun.i and noun.head.right_edge.i == end:
        noun = noun.head
    preposition = noun.head
    if noun.dep_ != "pobj" or noun.tag_ not in _NOUNS or preposition.lower_ not in _WORDS.clause_openers:
        return
    if preposition.i < verb.head.i or noun.left_edge.i != preposition.i + 1 or noun.ent_type_ == "DATE":
        return
    verb.dep_ = "advcl"
    noun.head, noun.dep_ = verb, "nsubj"
    preposition.head, preposition.dep_ = verb, "mark"


def _give_to_judged(by: Token) -> None:
    """In "was acquitted of leaking secrets by a court" the court acquits."""
    judge = next((c for c in by.children if c.dep_ == "pobj"), None)
    if judge is None or judge.lemma_.lower() not in _WORDS.judges:
        return
    verb = by.head
    while verb.head.i != verb.i and by.i - verb.head.i < _NEAR and verb.lemma_.lower() not in _WORDS.judging:
        verb = verb.head
    roles = {c.dep_ for c in verb.children}
    if verb.i != by.head.i and verb.tag_ == "VBN" and "auxpass" in roles and "agent" not in roles:
        by.head, by.dep_ = verb, "agent"


def _conjunct_ending_at(end: int, verb: Token) -> Token | None:
    """The coordinated noun whose last word is the token `end`, None where another word ends there."""
    if not 0 < verb.i - verb.head.i < _NEAR:
        return None
    at = verb.doc[end]
    while at.dep_ != "conj" and at.head.i != at.i and at.head.right_edge.i == end:
        at = at.head
    return at if at.dep_ == "conj" and at.tag_ in _NOUNS and at.right_edge.i == end else None


def _make_object(name: Token) -> None:
    """In "named Roe as minister", "named Roe to replace Doe" Roe is the object, not what somebody is named."""
    verb = name.head
    others = {c.dep_ for c in verb.children}
    if verb.lemma_.lower() in _WORDS.making and not others & {"dobj", "nsubjpass", "auxpass"}:
        if any((c.lower_ == "as" or c.dep_ == "xcomp") and c.i > name.i for c in verb.children):
            name.dep_ = "dobj"
            if verb.tag_ == "VBN" and verb.dep_ == "conj" and verb.head.tag_ in ("VBD", "VBZ"):
                verb.tag_ = "VBD"


def _split_name(noun: Token) -> None:
    """In "called Roe a traitor" Roe is no part of what he is called."""
    article = next((c for c in noun.children if c.dep_ == "det" and c.lower_ in ("a", "an")), None)
    if article is None or noun.head.lemma_.lower() not in _WORDS.calling:
        return
    before = [c for c in noun.children if c.i < article.i and c.dep_ in ("nmod", "compound", "poss", "dep")]
    if len(before) == 1 and before[0].tag_ in _NOUNS and before[0].i == article.i - 1:
        before[0].head, before[0].dep_ = noun.head, "dobj"
        noun.dep_ = "oprd"


def _split_title(noun: Token) -> None:
    """In "appointed Joan Roe secretary of the council" Roe is appointed, and secretary is what she becomes."""
    verb = noun.head
    names = [c for c in noun.children if c.dep_ in ("compound", "nmod") and c.tag_ == "NNP" and c.i < noun.i]
    if (
        noun.dep_ not in ("dobj", "oprd")
        or noun.tag_ != "NN"
        or not names
        or verb.lemma_.lower() not in _WORDS.making
    ):
        return
    name = names[-1]
    if name.left_edge.i == verb.i + 1 and not any(c.dep_ in ("det", "poss") for c in noun.children):
        name.head, name.dep_ = verb, "dobj"
        noun.dep_ = "oprd"


def _make_modifier(visiting: Token) -> None:
    """In "met with visiting President Roe" he met with Roe."""
    guest = next((c for c in visiting.children if c.dep_ == "dobj"), None)
    if guest is not None and guest.left_edge.i == visiting.i + 1 and guest.tag_ in _NOUNS:
        guest.head, guest.dep_ = visiting.head, "pobj"
        visiting.head, visiting.dep_ = guest, "amod"


def _free_object_of_gerund(gerund: Token) -> None:
    """In "police arrest ten men in a raid aiming to find arms" the men are arrested, and the raid aims."""
    verb = gerund.head
    subject = next((c for c in gerund.lefts if c.dep_ == "nsubj"), None)
    if subject is None or subject.left_edge.i != verb.i + 1 or verb.pos_ != "VERB":
        return
    if any(c.dep_ in ("aux", "mark", "auxpass") for c in gerund.children):
        return
    before = gerund.nbor(-1)
    subject.head, subject.dep_ = verb, "dobj"
    inside = before.pos_ in ("NOUN", "PROPN") and subject.is_ancestor(before)
    gerund.head, gerund.dep_ = (before if inside else subject), "acl"


def _give_to_object(by: Token) -> None:
    """In "the court struck down a decree by Roe" the verb is active, and the decree is by Roe."""
    verb = by.head
    roles = {c.dep_: c for c in verb.children}
    if (
        by.dep_ == "agent"
        and verb.tag_ == "VBD"
        and "nsubj" in roles
        and "dobj" in roles
        and "auxpass" not in roles
    ):
        by.head, by.dep_ = roles["dobj"], "prep"


def _vote_to(verb: Token) -> None:
    """In "voted, with six abstentions, to pass" they voted to pass."""
    noun = verb.head
    preposition = noun.head
    vote = preposition.head
    first = verb.left_edge
    counted = noun.lemma_.lower() in _WORDS.abstaining
    if first.lower_ == "to" and first.i and preposition.lower_ == "with":
        if not counted and first.nbor(-1).text != ",":
            return
        if vote.lemma_.lower() == "vote" and vote.pos_ == "VERB":
            verb.head, verb.dep_ = vote, "xcomp"


def _free_companion(with_: Token) -> None:
    """In "met in Lima with Roe", "met behind closed doors with Roe" Roe is met, and no part of the place."""
    noun = with_.head
    while noun.head.lower_ == "of" and noun.head.head.dep_ == "pobj":
        noun = noun.head.head
    verb = noun.head.head
    apart = noun.ent_type_ in _SETTINGS or noun.lemma_.lower() in _WORDS.settings
    if apart and verb.pos_ in ("VERB", "AUX") and noun.head.dep_ == "prep" and noun.head.i > verb.i:
        with_.head = verb


def _free_object(noun: Token) -> None:
    """In 'dismissed as "groundless" claims by Peru' the claims are dismissed, and called groundless."""
    mark = noun.head
    verb = mark.head
    between = list(noun.doc[mark.i + 1 : noun.i])
    if verb.pos_ != "VERB" or any(c.dep_ == "dobj" for c in verb.children) or len(between) < 3:
        return
    quoted = [t for t in between if t.tag_ in ("JJ", "NN", "VBN") and t.head.i == noun.i]
    if (
        between[0].text not in ('"', "'")
        or between[-1].text not in ('"', "'")
        or len(quoted) != len(between) - 2
    ):
        return
    noun.head, noun.dep_ = verb, "dobj"
    quoted[-1].head, quoted[-1].dep_ = mark, "pobj"
