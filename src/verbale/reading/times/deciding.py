"""When a predicate happened, by all a report tells: its own date, the headline present, dates carried over."""

from spacy.tokens import Doc, Token

from verbale.model import When
from verbale.reading.times.attaching import attach_time
from verbale.reading.times.grammar import load_words
from verbale.reading.times.headline import default_when
from verbale.reading.times.story import Story
from verbale.reading.times.tense import verb_tense

_VERBAL = frozenset(("VERB", "AUX"))


def resolve_when(
    doc: Doc, trigger: int, story: Story, *, is_state: bool = False, is_future: bool = False
) -> When | None:
    """When the predicate at token `trigger` happened, None where the report does not say.

    Its own date comes first; an event without one happened on the day of a report told in the headline
    present, or on the day that the sentences before it were about.

    Args:
        doc: the parsed report.
        trigger: index of the token that carries the predicate; for a speech act told by its content
            ("We must leave," she said) the verb of saying.
        story: what `read_story` made of the whole report.
        is_state: the predicate holds rather than happens ("is a candidate"): only its own date counts.
        is_future: the predicate is planned or called for: only its own date counts.
    """
    attached = attach_time(doc, trigger, story.expressions)
    if attached is not None:
        return attached.when
    if is_state or is_future:
        return None
    if story.in_present:
        return default_when(doc, trigger, story.published)
    return _carried_over(doc[trigger], story)


def _carried_over(token: Token, story: Story) -> When | None:
    """The date that the sentence of `token` took over, if `token` belongs to what its main clause tells."""
    found = story.carried.get(token.sent.start)
    return found if found is not None and _is_told_by_main_clause(token) else None


def _is_told_by_main_clause(token: Token) -> bool:
    root = token.sent.root
    for _ in range(6):
        if token.i == root.i:
            return True
        if token.pos_ in _VERBAL:
            if token.dep_ not in ("conj", "xcomp") and not (token.dep_ == "advcl" and token.tag_ == "VBG"):
                return False
            if token.dep_ == "conj" and verb_tense(token) != "past":
                return False
        elif token.dep_ not in ("nsubj", "nsubjpass", "conj") and not _is_told_object(token):
            return False
        token = token.head
    return False


def _is_told_object(noun: Token) -> bool:
    if noun.dep_ not in ("dobj", "attr", "pobj", "prep"):
        return False
    return noun.lemma_ in load_words("expressive_nouns") or noun.head.lemma_ in load_words("light_verbs")
