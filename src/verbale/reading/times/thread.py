"""The thread of time through a report: the date it is at, and the sentences that go on with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from verbale.model import When
from verbale.reading.times.attaching import attach_time
from verbale.reading.times.expression import TimeExpression
from verbale.reading.times.grammar import load_words
from verbale.reading.times.tense import verb_tense

_PRONOUNS = frozenset(["he", "she", "they", "it", "we", "both"])
_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "nsubjpass", "nsubj", "attr", "pobj")
_VERBAL = frozenset(["VERB", "AUX"])
_GOING_ON = frozenset(["add", "continue"])
_LONGEST = 7
_REACH = 10


@dataclass(slots=True)
class Thread:
    """The date the report is at: what it told last, of whom, whether that was a meeting, and the names in it."""

    last: When | None = None
    subject: str = ""
    meeting: When | None = None
    present: set[str] = field(default_factory=set)
    carried: dict[int, When] = field(default_factory=dict)
    events: dict[str, list[tuple[int, When]]] = field(default_factory=dict)
    by_subject: dict[str, tuple[int, When]] = field(default_factory=dict)
    count: int = 0


def main_clause(sentence: Span) -> Token:
    """The verb that tells of the event: the content of a saying put behind it ("Two *were killed*, police said")."""
    root = sentence.root
    if root.lemma_ not in load_words("saying_verbs"):
        return root
    return next((c for c in root.lefts if c.dep_ == "ccomp" and c.pos_ in _VERBAL and not _quotes(c)), root)


def _quotes(content: Token) -> bool:
    """Whether a clause is given in somebody's own words."""
    start = content.left_edge.i
    return any(t.text in ('"', "“", "”") for t in content.doc[max(0, start - 1) : content.right_edge.i + 1])


def follow(thread: Thread, sentence: Span, expressions: Sequence[TimeExpression]) -> None:
    """Move the thread over one sentence: begin at a date it names, take one over, or let go of it."""
    root = main_clause(sentence)
    thread.count += 1
    if root.pos_ not in _VERBAL:
        return
    own = attach_time(sentence.doc, root.i, expressions)
    if own is not None:
        _begin(thread, root, own)
        return
    if verb_tense(root) != "past" or _is_perfect(root):
        return
    found = _taken_over(thread, root)
    if found is None:
        thread.last = None
        return
    thread.carried[sentence.start] = thread.last = found
    thread.subject = _subject_name(root) or thread.subject
    _remember(thread, root, found)


def _begin(thread: Thread, root: Token, own: TimeExpression) -> None:
    """Put the thread at the date a sentence names itself, where it is near enough to go on from."""
    narrow = own.kind in ("point", "range", "relative") and (own.days or 99) <= _LONGEST
    thread.last = own.when if narrow and verb_tense(root) == "past" else None
    thread.subject = _subject_name(root)
    if thread.last is not None:
        thread.meeting = thread.last if _tells_of_meeting(root) else None
        thread.present = {t.lower_ for t in root.sent if t.pos_ == "PROPN"}
        _remember(thread, root, thread.last)


def _remember(thread: Thread, root: Token, when: When) -> None:
    """Keep the date for the event that the verb, its subject or its object names."""
    thread.events.setdefault(root.lemma_, []).append((root.i, when))
    if thread.subject:
        thread.by_subject[thread.subject] = (thread.count, when)
    for child in root.children:
        noun = child
        if child.dep_ == "prep" and child.lower_ in ("in", "at", "during", "for"):
            noun = next((c for c in child.children if c.dep_ == "pobj"), child)
        if noun.pos_ == "NOUN" and noun.dep_ in _OBJECTS and not noun.ent_type_:
            thread.events.setdefault(noun.lemma_, []).append((noun.i, when))


def _tells_of_meeting(root: Token) -> bool:
    words = load_words("meeting_words")
    if root.lemma_ in words:
        return True
    return any(c.lemma_ in words for c in root.subtree if c.pos_ in ("VERB", "NOUN") and c.i < root.i + 12)


def _taken_over(thread: Thread, root: Token) -> When | None:
    """The date that an undated sentence goes on with, None where it starts something new."""
    subject = next((c for c in root.children if c.dep_ in _SUBJECTS), None)
    if _looks_back(root):
        return None
    if (after := _told_right_after(thread, root)) is not None:
        return after
    if thread.meeting is None and _merely_says(root):
        return thread.last if root.lemma_ in _GOING_ON else None
    if thread.last is not None and subject is not None and _goes_on(thread, root, subject):
        return thread.last
    if subject is not None and (found := _told_of(thread, _name_of(subject))):
        return found
    for child in root.children:
        if child.dep_ == "prep" and child.lower_ in ("during", "at", "in", "following"):
            found = _told_date(thread, next((c for c in child.children if c.dep_ == "pobj"), None))
            if found is not None:
                return found
    if subject is not None and subject.pos_ == "NOUN" and (found := _told_date(thread, subject)):
        return found
    if thread.last is not None and subject is not None and _elaborates(root, subject):
        return thread.last
    if thread.meeting is not None and root.lemma_ in load_words("exchange_verbs"):
        return thread.meeting if subject is None or _takes_part(thread, subject) else None
    return None


def _told_right_after(thread: Thread, root: Token) -> When | None:
    """The day of a known event that a sentence goes on from: "*After the vote*, the envoy said"."""
    for child in root.children:
        if child.i < root.i and child.lower_ in ("after", "following") and child.dep_ in ("prep", "advcl"):
            found = _told_date(thread, next((c for c in child.children if c.dep_ in _OBJECTS), None))
            span = found.interval if found is not None else None
            if span is not None and span.start is not None and span.start == span.end:
                return found
    return None


def _takes_part(thread: Thread, subject: Token) -> bool:
    """Whether the subject was told of in the meeting: "the two leaders", a name said there, no other body."""
    return subject.pos_ != "PROPN" or subject.lower_ in thread.present


def _elaborates(root: Token, subject: Token) -> bool:
    """Whether a sentence of the same paragraph tells what somebody known did, not what somebody says."""
    start = root.sent.start
    if start == 0 or "\n" in root.doc[start - 1].text or _speaks(root):
        return False
    return root.pos_ == "VERB" and not any(c.lower_ in ("a", "an", "another") for c in subject.children)


def _merely_says(root: Token) -> bool:
    """Whether a sentence only gives words of somebody, who may have said them on any day."""
    return root.lemma_ in load_words("saying_verbs") and root.tag_ == "VBD"


def _speaks(root: Token) -> bool:
    return root.lemma_ in load_words("saying_verbs") or root.lemma_ in load_words("appeal_verbs")


def _told_of(thread: Thread, name: str) -> When | None:
    """The date of what the same person or body was told to have done a few sentences before."""
    told = thread.by_subject.get(name)
    return told[1] if told and thread.count - told[0] <= _REACH else None


def _told_date(thread: Thread, noun: Token | None) -> When | None:
    """The date of an event named again with "the", "this" or "that"."""
    if noun is None or noun.pos_ != "NOUN" or not is_named_again(noun):
        return None
    told = thread.events.get(noun.lemma_)
    return told[-1][1] if told else None


def is_named_again(noun: Token) -> bool:
    """Whether the noun is presented as known: "the rally", "that meeting"."""
    return any(
        c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those") for c in noun.children
    )


def _looks_back(root: Token) -> bool:
    return any(
        c.lower_ in ("earlier", "previously", "once", "originally", "reportedly") for c in root.children
    )


def _goes_on(thread: Thread, root: Token, subject: Token) -> bool:
    if subject.lower_ in _PRONOUNS or _name_of(subject) == thread.subject:
        return True
    return root.lemma_ in _GOING_ON


def _is_perfect(root: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in ("has", "have", "had", "'ve") for c in root.children)


def _subject_name(root: Token) -> str:
    subject = next((c for c in root.children if c.dep_ in _SUBJECTS), None)
    return _name_of(subject) if subject is not None and subject.lower_ not in _PRONOUNS else ""


def _name_of(subject: Token) -> str:
    return subject.lower_ if subject.pos_ == "PROPN" else "the " + subject.lemma_
