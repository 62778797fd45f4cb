"""The headline present: news told in the simple present happened on the day of the report."""

from datetime import date

from spacy.tokens import Doc, Token

from verbale.model import When
from verbale.reading.times.calendar import one_day

_PRESENT = frozenset(("VBZ", "VBP"))
_VERBAL = frozenset(("VERB", "AUX"))


def default_when(doc: Doc, trigger: int, published: date | None) -> When | None:
    """The day of the report for an undated event told in the headline present, None for all others.

    "X signs a treaty", "Y is elected", and participles that hang on such a verb ("..., killing five")
    happened on `published`; the words of the result are the verb's. The past tense and the perfect say
    nothing of the day. Whether the predicate is a state, which has no day, is for the caller to know.
    """
    if published is None:
        return None
    verb = _present_verb(doc[trigger])
    return When(one_day(published), verb.text) if verb is not None else None


def _present_verb(token: Token) -> Token | None:
    """The verb in the headline present that tells of the event at `token`."""
    for _ in range(8):
        if token.pos_ not in _VERBAL:
            if token.head.i == token.i or token.dep_ in (
                "relcl",
                "pobj",
                "poss",
                "appos",
            ):
                return None
            token = token.head
            continue
        if is_headline_present(token):
            return token
        if not _follows_main(token):
            return None
        token = token.head
    return None


def is_headline_present(verb: Token) -> bool:
    """Whether `verb` is a simple present, active or passive, as headlines use it."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if verb.tag_ in _PRESENT:
        return not helpers
    if verb.tag_ == "VBN" and len(helpers) == 1:
        return helpers[0].lower_ in ("is", "are", "'s", "gets", "get")
    return False


def _follows_main(verb: Token) -> bool:
    """Whether a form without a tense of its own takes its time from the verb it hangs on."""
    if verb.dep_ == "conj":
        return verb.tag_ in ("VBG", "VBN", "VB", "VBP") and not any(
            c.dep_ == "aux" for c in verb.children
        )
    return (
        verb.tag_ == "VBG"
        and verb.dep_ in ("advcl", "acl", "xcomp", "pcomp")
        and verb.head.i < verb.i
    )
