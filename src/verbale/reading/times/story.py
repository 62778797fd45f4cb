"""What the sentences of a report share about time: its narrative tense and the dates that carry over.

News gives a date once and goes on: "On Monday the two presidents met in Baku. They discussed ..." The second
sentence happened on Monday too; so did "the meeting" wherever it is named again.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc, Span, Token

from verbale.model import When
from verbale.reading.times.attaching import expressions_in
from verbale.reading.times.expression import TimeExpression, lies_ahead
from verbale.reading.times.finding import find_times
from verbale.reading.times.headline import is_headline_present, is_misread_verb
from verbale.reading.times.tense import is_present_perfect, verb_tense
from verbale.reading.times.thread import Thread, follow, main_clause

_VERBAL = frozenset(["VERB", "AUX"])


@dataclass(frozen=True, slots=True)
class Story:
    """The time expressions of a report and what its sentences share.

    `in_present`: it is told in the headline present, as digests are. `carried` maps the first token of a
    sentence that names no date to the date it takes over from the sentences before. `events` maps the lemma
    of an event told with a date ("rally") to the places where it is and the dates, in order.
    """

    published: date | None
    expressions: tuple[TimeExpression, ...] = ()
    in_present: bool = False
    carried: Mapping[int, When] = field(default_factory=dict)
    events: Mapping[str, tuple[tuple[int, When], ...]] = field(default_factory=dict)

    def event_date(self, lemma: str, before: int) -> When | None:
        """The date of the event called `lemma` as last told before token `before`, None where it was not."""
        told = self.events.get(lemma, ())
        place = bisect_left(told, before, key=lambda t: t[0])
        return told[place - 1][1] if place else None


def read_story(doc: Doc, published: date | None) -> Story:
    """The time expressions of `doc`, its narrative tense, and the dates its sentences take over.

    Args:
        doc: the parsed report.
        published: the day it came out, None where unknown.
    """
    expressions = find_times(doc, published)
    thread = Thread()
    if expressions:
        for sentence in doc.sents:
            follow(thread, sentence, _told(sentence, expressions, published))
    events = {lemma: tuple(told) for lemma, told in thread.events.items()}
    return Story(published, expressions, is_told_in_present(doc), thread.carried, events)


def is_told_in_present(doc: Doc) -> bool:
    """Whether the first sentence with a tense is in the headline present ("Peru elects a president")."""
    for sentence in doc.sents:
        root = sentence.root
        if root.pos_ not in _VERBAL:
            if is_misread_verb(root):
                return True
            continue
        if is_headline_present(root) or verb_tense(root) == "present" or _opens_in_present(root):
            return True
        if verb_tense(root) == "past" and not is_present_perfect(root):
            return False
    return False


def _opens_in_present(root: Token) -> bool:
    """Whether the parser took a clause with "after" for the main one: "Troops clash after a man was shot"."""
    return any(
        c.dep_ in ("ccomp", "advcl") and c.i < root.i and c.tag_ in ("VBZ", "VBP") and is_headline_present(c)
        for c in root.children
        if not any(g.dep_ == "mark" for g in c.children)
    ) and any(g.lower_ == "after" for g in root.children)


def _told(
    sentence: Span, expressions: Sequence[TimeExpression], published: date | None
) -> Sequence[TimeExpression]:
    """The expressions of a sentence that can date its main clause: what is told in the past lies not ahead."""
    found = expressions_in(expressions, sentence.start, sentence.end)
    if published is None or verb_tense(main_clause(sentence)) != "past":
        return found
    return [e for e in found if not lies_ahead(e, published)]
