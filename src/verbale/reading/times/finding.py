"""Finding the time expressions of a report and resolving them to intervals of days."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from spacy.tokens import Doc

from verbale.model import Interval, When
from verbale.reading.times.calendar import add_days
from verbale.reading.times.expression import TimeExpression, TimeKind
from verbale.reading.times.grammar import Composition, Grammar, Rule, load_grammar, load_words
from verbale.reading.times.resolving import resolve_slots
from verbale.reading.times.setting import Setting, Slots
from verbale.reading.times.standing import is_modifier, stands_as_time
from verbale.reading.times.tense import Tense, clause_head, expression_tense, verb_right_before

_HINT = re.compile(
    r"day|night|morning|noon|evening|week|month|year|decade|centur|quarter|half|spring|summer|autumn|fall|winter"
    r"|overnight|holy|\d|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|christmas|epiphany|hours|tomorrow",
    re.IGNORECASE,
)


_NEWS_DAYS = 7
"""How old the day can be that a report tells the news of."""

_REACH = 48
"""How many characters before its first telling word an expression can begin ("the early hours of ...")."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A match of one rule, tied to tokens but not yet resolved."""

    start: int
    end: int
    head: int
    rule: Rule
    slots: Slots


def find_times(doc: Doc, published: date | None) -> tuple[TimeExpression, ...]:
    """All time expressions of `doc` in order, resolved against `published` and the dates told before them.

    Args:
        doc: a parsed report (tags, dependencies and sentences).
        published: the day the report came out; None leaves relative expressions unresolved.
    """
    grammar, found = load_grammar(), []
    anchor: date | None = None
    hits = list(_find_hits(doc, grammar))
    skip = -1
    for k, hit in enumerate(hits):
        if k == skip:
            continue
        told = _near(anchor, published) if _is_news(doc, hit) else anchor
        setting = Setting(published, told, _tense_of(doc, hit))
        partner = _find_partner(doc, hit, hits[k + 1]) if k + 1 < len(hits) else None
        if partner is not None:
            skip = k + 1
            expression = _resolve_pair(doc, hit, partner, setting)
        else:
            expression = _resolve_one(doc, grammar, hit, setting)
        if expression is None:
            continue
        found.append(expression)
        anchor = _next_anchor(anchor, expression)
    return tuple(found)


def _find_hits(doc: Doc, grammar: Grammar) -> Iterator[_Hit]:
    text = doc.text
    for sentence in doc.sents:
        low, high = sentence.start_char, sentence.end_char
        hint = _HINT.search(text, low, high)
        if hint is None:
            continue
        low = max(low, hint.start() - _REACH)
        token = sentence.start
        for match in grammar.expression.finditer(text, low, high):
            while token < sentence.end - 1 and doc[token].idx + len(doc[token]) <= match.start():
                token += 1
            stop = token + 1
            while stop < sentence.end and doc[stop].idx < match.end():
                stop += 1
            hit = _read_hit(doc, grammar, match, token, stop)
            if hit is not None:
                yield hit


def _read_hit(doc: Doc, grammar: Grammar, match: re.Match[str], start: int, end: int) -> _Hit | None:
    index = int((match.lastgroup or "r0")[1:])
    rule = grammar.rules[index]
    if rule.kind == "none":
        return None
    head = _find_head(doc, start, end)
    if not stands_as_time(doc, start, end, rule.bare):
        return None
    return _Hit(start, end, head, rule, grammar.read_slots(match, index))


def _find_head(doc: Doc, start: int, end: int) -> int:
    """The token of the span whose own head lies outside it, the last such one that is no punctuation."""
    outside = [i for i in range(start, end) if not start <= doc[i].head.i < end or doc[i].head.i == i]
    named = [i for i in outside if not doc[i].is_punct]
    return (named or outside or [end - 1])[-1]


def _tense_of(doc: Doc, hit: _Hit) -> Tense:
    if _ends_what_lasts(doc, hit):
        return "future"
    verb = verb_right_before(doc, hit.start)
    if verb is not None:
        return expression_tense(verb, modifies=False)
    return expression_tense(doc[hit.head], modifies=is_modifier(doc, hit.start, hit.end, hit.head))


def _ends_what_lasts(doc: Doc, hit: _Hit) -> bool:
    """Whether it is the end of what was ordered to last: "remanded until June 15", "extended it till May"."""
    opener = doc[hit.start - 1].lower_ if hit.start > 0 else ""
    if opener not in ("until", "till"):
        return False
    return clause_head(doc[hit.head]).lemma_ in load_words("lasting_verbs")


def _near(anchor: date | None, published: date | None) -> date | None:
    """The last day told of, where it can be that of the news: within a week of the report."""
    if anchor is None or published is None or abs((published - anchor).days) > _NEWS_DAYS:
        return None
    return anchor


def _is_news(doc: Doc, hit: _Hit) -> bool:
    """Whether it says how long after something the news of the day came: "The statement came a week after ..."."""
    verb = clause_head(doc[hit.head])
    return hit.rule.kind == "distance" and (verb.lemma_ == "come" or verb.head.lemma_ == "come")


def _resolve_one(doc: Doc, grammar: Grammar, hit: _Hit, setting: Setting) -> TimeExpression | None:
    if hit.rule.future and setting.tense != "future":
        return None
    span = resolve_slots(hit.rule.resolve, hit.slots, setting)
    kind, start = cast("TimeKind", hit.rule.kind), hit.start
    if is_modifier(doc, hit.start, hit.end, hit.head):
        kind = "modifier"
    elif composition := _find_composition(doc, grammar, hit):
        start -= len(composition.words)
        kind = cast("TimeKind", composition.kind)
        span = _open_end(span, composition)
    return TimeExpression(
        start,
        hit.end,
        hit.head,
        When(span, doc[start : hit.end].text),
        kind,
        hit.rule.name,
    )


def _find_composition(doc: Doc, grammar: Grammar, hit: _Hit) -> Composition | None:
    if hit.start == 0:
        return None
    at = hit.start - 1
    if doc[at].lower_ == "the" and at > 0:
        at -= 1
    for composition in grammar.compositions.get(doc[at].lower_, ()):
        first = at + 1 - len(composition.words)
        if first >= 0 and all(doc[first + k].lower_ == w for k, w in enumerate(composition.words)):
            return composition if at == hit.start - 1 else None
    return None


def _open_end(span: Interval | None, composition: Composition) -> Interval | None:
    if span is None:
        return None
    return Interval(_edge(span, composition.start), _edge(span, composition.end))


def _edge(span: Interval, name: str | None) -> date | None:
    if name == "start":
        return span.start
    if name == "end":
        return span.end
    if name == "before" and span.start:
        return add_days(span.start, -1)
    if name == "after" and span.end:
        return add_days(span.end, 1)
    return None


_JOINERS = {
    "to": "from",
    "until": "from",
    "till": "from",
    "through": "from",
    "and": "between",
}


def _find_partner(doc: Doc, hit: _Hit, other: _Hit) -> _Hit | None:
    """The expression that ends the range which `hit` begins ("from May to July", "November and December")."""
    if other.start != hit.end + 1:
        return None
    joiner = doc[hit.end].lower_
    opener = doc[hit.start - 1].lower_ if hit.start > 0 else ""
    if opener in ("from", "between") and _JOINERS.get(joiner):
        return other
    if joiner in ("through", "–", "-") or (joiner == "to" and opener == "since"):
        return other
    if joiner != "and" or hit.rule.name != other.rule.name:
        return None
    if hit.rule.name == "weekday":
        return other
    return other if hit.rule.name == "month" and opener in ("in", "on", "over") else None


def _resolve_pair(doc: Doc, hit: _Hit, other: _Hit, setting: Setting) -> TimeExpression | None:
    last = resolve_slots(other.rule.resolve, other.slots, setting)
    lent = last.end.year if last and last.end and "year" in other.slots else setting.year
    first = resolve_slots(hit.rule.resolve, hit.slots, replace(setting, year=lent))
    if first and last and first.start and last.end and first.start > last.end:
        first = resolve_slots(hit.rule.resolve, hit.slots, replace(setting, year=last.end.year - 1))
    opener = doc[hit.start - 1].lower_ if hit.start > 0 else ""
    start = hit.start - 1 if opener in ("from", "between") else hit.start
    span = _join(first, last)
    return TimeExpression(
        start,
        other.end,
        hit.head,
        When(span, doc[start : other.end].text),
        "range",
        hit.rule.name,
    )


def _join(first: Interval | None, last: Interval | None) -> Interval | None:
    if first is None or last is None or first.start is None or last.end is None:
        return None
    return Interval(first.start, last.end) if first.start <= last.end else None


def _next_anchor(anchor: date | None, expression: TimeExpression) -> date | None:
    """The day that the next relative expression counts from: the start of the last point in time named."""
    span = expression.when.interval
    if (
        span is None
        or span.start is None
        or expression.kind in ("since", "until", "duration", "vague", "modifier", "distance")
    ):
        return anchor
    return span.start
