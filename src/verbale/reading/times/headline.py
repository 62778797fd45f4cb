"""The headline present: news told in the simple present happened on the day of the report."""

from datetime import date

from spacy.tokens import Doc, Token

from verbale.model import When
from verbale.reading.times.calendar import one_day
from verbale.reading.times.grammar import load_words

_PRESENT = frozenset(("VBZ", "VBP"))
_VERBAL = frozenset(("VERB", "AUX"))
_DEPENDENT = frozenset(["advcl", "acl", "xcomp", "pcomp", "conj", "ccomp", "dep"])
_AROUND = frozenset(("in", "during", "at", "amid", "through", "by", "with", "as", "amidst", "via"))


def default_when(doc: Doc, trigger: int, published: date | None) -> When | None:
    """The day of the report for an undated event told in the headline present, None for all others.

    "X signs a treaty", "Y is elected", and what hangs on such a verb ("..., killing five", "with police
    arresting ten", "gather to protest") happened on `published`; the words of the result are the verb's.
    The past tense and the perfect say nothing of the day. Whether the report is told in the headline
    present at all (`is_told_in_present`) and whether the predicate is a state, which has no day, is for the
    caller to know.
    """
    if published is None:
        return None
    verb = _present_verb(doc[trigger])
    return When(one_day(published), verb.text) if verb is not None else None


def _present_verb(token: Token) -> Token | None:
    """The verb in the headline present that tells of the event at `token`."""
    for _ in range(10):
        if token.pos_ in _VERBAL:
            if is_headline_present(token):
                return None if _tells_a_state(token) else token
            above = (
                _issuing(token)
                or _undergone(token)
                or (token.head if _follows_main(token) else _made_by(token))
            )
        elif is_misread_verb(token):
            return token
        else:
            above = _governor(token)
        if above is None or above.i == token.i:
            return None
        token = above
    return None


def is_headline_present(verb: Token) -> bool:
    """Whether `verb` is a simple present, active or passive, as headlines use it."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if verb.tag_ in _PRESENT or (verb.tag_ == "VB" and verb.dep_ in ("ROOT", "conj")):
        return not helpers
    if verb.tag_ in ("VBN", "VBD") and len(helpers) == 1:
        return helpers[0].lower_ in ("is", "are", "'s", "gets", "get")
    return False


def _tells_a_state(verb: Token) -> bool:
    """Whether a present verb says how things are: "faces charges", "who leads the party", "who is accused"."""
    if verb.lemma_ in load_words("state_verbs"):
        return True
    return verb.dep_ == "relcl" and (
        verb.tag_ in _PRESENT or verb.lemma_ in load_words("standing_participles")
    )


def is_misread_verb(token: Token) -> bool:
    """Whether a noun at the head of a sentence must be a verb: "Portugal summons the ambassador"."""
    if token.dep_ != "ROOT" or token.pos_ not in ("NOUN", "PROPN") or not token.is_lower:
        return False
    left = [c for c in token.lefts if c.dep_ in ("compound", "nsubj", "amod", "nmod", "poss", "conj", "cc")]
    return bool(left) and token.i - token.sent.start > 1 and any(c.i > token.i for c in token.children)


def _follows_main(verb: Token) -> bool:
    """Whether a form without a tense of its own takes its time from the verb it hangs on."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.tag_ == "VBG":
        return verb.dep_ in _DEPENDENT and helpers <= {"being"}
    if verb.tag_ == "VBN":
        if verb.dep_ == "acl":
            return verb.head.dep_ == "pobj" and verb.head.head.lower_ == "with"
        return (
            verb.dep_ in ("pcomp", "conj", "dep", "ccomp", "advcl")
            and helpers <= {"being"}
            and (verb.dep_ not in ("ccomp", "advcl") or bool(helpers))
        )
    if verb.tag_ == "VB":
        return verb.dep_ in ("advcl", "xcomp", "conj") and helpers <= {"to"}
    return False


def _issuing(participle: Token) -> Token | None:
    """The verb that issues what a participle tells the content of: "*approves* a bill banning the party"."""
    noun = participle.head
    told = (
        participle.tag_ == "VBG" and participle.dep_ == "acl" and noun.lemma_ in load_words("measure_nouns")
    )
    return noun.head if told and noun.dep_ in ("dobj", "nsubjpass") else None


def _undergone(participle: Token) -> Token | None:
    """The "have" by which somebody undergoes a deed: "becomes the first to *have* sanctions placed on him"."""
    above = participle.head.head
    is_undergone = (
        participle.tag_ == "VBN" and participle.dep_ == "acl" and participle.head.dep_ in ("dobj", "nsubj")
    )
    return above if is_undergone and above.tag_ == "VB" and above.lemma_ in ("have", "get", "see") else None


def _made_by(verb: Token) -> Token | None:
    """The "becomes" that says a deed is done: "becomes the first state *to ratify* the treaty"."""
    above = verb.head.head
    is_deed = verb.tag_ == "VB" and verb.dep_ in ("relcl", "acl") and verb.head.dep_ in ("attr", "dobj")
    return above if is_deed and above.lemma_ == "become" else None


def _governor(token: Token) -> Token | None:
    """The word whose time a noun shares: its verb, or the verb that is set in it ("killed in clashes")."""
    above = token.head
    if token.lemma_ in load_words("frame_nouns"):
        return None
    if token.dep_ in ("nsubj", "nsubjpass", "conj", "acomp"):
        return above
    if token.dep_ in ("dobj", "attr", "oprd"):
        shared = load_words("light_verbs") | load_words("sharing_verbs")
        return above if above.lemma_ in shared or token.lemma_ in load_words("expressive_nouns") else None
    if token.dep_ == "pobj" and above.lower_ in _AROUND:
        return above.head
    if token.dep_ == "pobj" and above.lower_ == "of" and above.head.lemma_ in load_words("quantity_nouns"):
        return above.head
    if token.dep_ == "prep" and token.lower_ in ("with", "in", "as", "by", "before"):
        return above
    return None
