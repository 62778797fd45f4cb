"""What a report's sentences hand on to one another about time: its narrative tense and the dates that carry over.

News gives a date once and goes on: "On Monday the two presidents met in Baku. They discussed ..." The second
sentence happened on Monday too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc, Span, Token

from verbale.model import When
from verbale.reading.times.attaching import attach_time
from verbale.reading.times.expression import TimeExpression
from verbale.reading.times.finding import find_times
from verbale.reading.times.grammar import load_words
from verbale.reading.times.headline import is_headline_present
from verbale.reading.times.tense import verb_tense

_PRONOUNS = frozenset(("he", "she", "they", "it", "we", "both"))
_ADDING = frozenset(("also", "further", "furthermore", "additionally", "together"))
_SUBJECTS = ("nsubj", "nsubjpass")
_LONGEST = 7


@dataclass(frozen=True, slots=True)
class Story:
    """The time expressions of a report and what its sentences share.

    `in_present`: it is told in the headline present, as digests are. `carried` maps the first token of a
    sentence that names no date to the date it takes over from the sentences before.
    """

    published: date | None
    expressions: tuple[TimeExpression, ...] = ()
    in_present: bool = False
    carried: Mapping[int, When] = field(default_factory=dict)


@dataclass(slots=True)
class _Thread:
    """The date the report is at: what it told last, of whom, and whether that was a meeting or a call."""

    last: When | None = None
    subject: str = ""
    meeting: When | None = None


def read_story(doc: Doc, published: date | None) -> Story:
    """The time expressions of `doc`, its narrative tense, and the dates its sentences take over.

    Args:
        doc: the parsed report.
        published: the day it came out, None where unknown.
    """
    expressions = find_times(doc, published)
    return Story(published, expressions, is_told_in_present(doc), _carry_dates(doc, expressions))


def is_told_in_present(doc: Doc) -> bool:
    """Whether the first sentence with a tense is in the headline present ("Peru elects a president")."""
    for sentence in doc.sents:
        root = sentence.root
        if root.pos_ not in ("VERB", "AUX"):
            if len(sentence) < 6 or any(t.tag_ == "VBD" for t in sentence):
                continue
            return True
        if is_headline_present(root) or (root.tag_ == "VB" and verb_tense(root) == "present"):
            return True
        if verb_tense(root) == "past" and not any(c.lower_ in ("has", "have") for c in root.children):
            return False
    return False


def _carry_dates(doc: Doc, expressions: tuple[TimeExpression, ...]) -> dict[int, When]:
    carried: dict[int, When] = {}
    thread = _Thread()
    if not expressions:
        return carried
    for sentence in doc.sents:
        root = _main_verb(sentence)
        if root is None:
            continue
        own = attach_time(doc, root.i, expressions)
        if own is not None:
            _begin(thread, root, own)
        elif (found := _taken_over(thread, root)) is not None:
            carried[sentence.start] = found
            thread.last = found
            thread.subject = _subject_name(root) or thread.subject
        else:
            thread.last = None
    return carried


def _main_verb(sentence: Span) -> Token | None:
    return sentence.root if sentence.root.pos_ in ("VERB", "AUX") else None


def _begin(thread: _Thread, root: Token, own: TimeExpression) -> None:
    """Put the thread at the date that a sentence names itself, where that date is near enough to go on from."""
    narrow = own.kind in ("point", "range", "relative") and (own.days or 99) <= _LONGEST
    past = verb_tense(root) == "past"
    thread.last = own.when if narrow and past else None
    thread.subject = _subject_name(root)
    if thread.last is not None:
        thread.meeting = own.when if _tells_of_meeting(root) else None


def _tells_of_meeting(root: Token) -> bool:
    words = load_words("meeting_words")
    return any(t.lemma_ in words for t in root.subtree if t.i <= root.i + 12 and t.pos_ in ("VERB", "NOUN"))


def _taken_over(thread: _Thread, root: Token) -> When | None:
    """The date that an undated sentence goes on with, None where it starts something new."""
    if verb_tense(root) != "past" or _is_perfect(root):
        return None
    subject = next((c for c in root.children if c.dep_ in _SUBJECTS), None)
    if thread.last is not None and subject is not None:
        if subject.lower_ in _PRONOUNS or _adds(root) or _name_of(subject) == thread.subject:
            return thread.last
    if thread.meeting is not None and root.lemma_ in load_words("exchange_verbs"):
        return thread.meeting
    return None


def _adds(root: Token) -> bool:
    return any(c.lower_ in _ADDING for c in root.children) or root.lemma_ in ("add", "continue")


def _is_perfect(root: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in ("has", "have", "had", "'ve") for c in root.children)


def _subject_name(root: Token) -> str:
    subject = next((c for c in root.children if c.dep_ in _SUBJECTS), None)
    return _name_of(subject) if subject is not None else ""


def _name_of(subject: Token) -> str:
    return subject.lower_ if subject.pos_ == "PROPN" else "the " + subject.lemma_
