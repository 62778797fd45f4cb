"""When somebody came into an office that another clause names: "Roe, sworn in on Wednesday", "took office in 1999"."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from verbale.lexicon.titles import load_titles
from verbale.model import When
from verbale.reading.draft import Draft
from verbale.reading.mention import Cast
from verbale.reading.times import Story, TimeExpression, attach_time
from verbale.reading.times.tense import verb_tense

_POINTS = frozenset({"point", "relative", "modifier"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_REACH = 6


def date_beginnings(doc: Doc, story: Story, cast: Cast, tenures: Sequence[Draft]) -> tuple[Draft, ...]:
    """The tenures, those without a date begun on the day that a clause without a title tells."""
    dated = list(tenures)
    for found in story.expressions:
        verb = _verb_of_entry(doc, found)
        if verb is None or attach_time(doc, verb.i, story.expressions) != found:
            continue
        for actor in cast.at(_whose(verb).i):
            _begin(dated, actor, verb, found, doc)
    return tuple(dated)


def _verb_of_entry(doc: Doc, found: TimeExpression) -> Token | None:
    """The verb around a date that says that an office begins: "took office", "sworn in", "came to power"."""
    if found.kind not in _POINTS or found.when.interval is None or found.when.interval.start is None:
        return None
    verb = doc[found.head]
    for _ in range(_REACH):
        if verb.pos_ == "VERB":
            break
        verb = verb.head
    nouns = load_titles().entries.get(verb.lemma_)
    if nouns is None or verb_tense(verb) != "past" or any(c.dep_ == "neg" for c in verb.children):
        return None
    if not nouns:
        return verb if verb.tag_ == "VBN" else None
    objects = [c for c in verb.children if c.dep_ in ("dobj", "prep")]
    objects += [g for c in objects for g in c.children if g.dep_ == "pobj"]
    return verb if any(noun.lemma_ in nouns for noun in objects) else None


def _whose(verb: Token) -> Token:
    """Who comes into the office: the subject, the name right before "who", what a participle stands beside."""
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if subject is None:
        return verb.head
    if subject.tag_ not in ("WP", "WDT"):
        return subject
    before = verb.doc[max(0, subject.i - 1 - (verb.doc[subject.i - 1].text == ","))]
    return before if before.pos_ == "PROPN" else verb.head


def _begin(dated: list[Draft], actor: int, verb: Token, found: TimeExpression, doc: Doc) -> None:
    """Begin the office of `actor` that the report named last before the clause, or named in its sentence."""
    for k in range(len(dated) - 1, -1, -1):
        tenure = dated[k]
        if tenure.actor != (actor,) or tenure.trigger[0] >= verb.sent.end:
            continue
        if tenure.when is None and tenure.row == "offices.title" and found.when.interval is not None:
            words = doc[found.start : found.end].text
            when = When(replace(found.when.interval, end=None), found.when.text)
            dated[k] = tenure.noted("times", f"begun {words!r}", when=when)
        return
