"""When a predicate happened: by its own date, the headline present, or a date carried over."""

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc, Token

from verbale.model import Interval, When
from verbale.reading.times.attaching import attach_time, expressions_in
from verbale.reading.times.calendar import one_day
from verbale.reading.times.expression import TimeExpression, lies_ahead
from verbale.reading.times.grammar import load_words
from verbale.reading.times.headline import default_when, is_headline_present
from verbale.reading.times.sharing import is_set_in_event
from verbale.reading.times.story import Story
from verbale.reading.times.tense import verb_tense
from verbale.reading.times.thread import is_named_again, main_clause

_VERBAL = frozenset(["VERB", "AUX"])
_OPENERS = frozenset(
    ["after", "following", "over", "against", "despite", "since", "amid", "for", "of", "during", "on"]
)


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
    is_future = is_future and not _is_done(doc[trigger], story)
    attached = attach_time(doc, trigger, _possible(doc[trigger], story))
    if attached is not None and (attached.when.interval or not story.in_present):
        return None if is_future and _is_announced(doc[trigger], attached, story) else attached.when
    since = _since_clause(doc[trigger], story) or _hours_off(doc[trigger], story)
    if since is None and is_future:
        since = _upcoming(doc[trigger], story)
    if since is not None or is_future or (is_state and not _is_uttered(doc[trigger])):
        return since
    if story.in_present:
        return default_when(doc, trigger, story.published) or _minutes_after_news(doc[trigger], story)
    return _carried_over(doc[trigger], story)


def _upcoming(noun: Token, story: Story) -> When | None:
    """The day ahead that belongs to a planned deed, not to the verb: "discussed Roe's visit to Peru next month"."""
    if noun.pos_ != "NOUN" or story.published is None or verb_tense(noun.sent.root) != "past":
        return None
    ahead = [e for e in _possible(noun, story) if e.start > noun.i and lies_ahead(e, story.published)]
    return ahead[0].when if len(ahead) == 1 else None


def _hours_off(verb: Token, story: Story) -> When | None:
    """The day of what happened hours before or after: "hours before the jet crashed on Friday, Peru fired missiles"."""
    for clause in verb.children:
        if clause.dep_ != "advcl" or not any(c.lower_ in ("before", "after") for c in clause.children):
            continue
        if any(t.lemma_ in load_words("short_spells") for c in clause.children for t in (c, *c.children)):
            found = attach_time(verb.doc, clause.i, _possible(clause, story))
            return found.when if found is not None else None
    return None


def _minutes_after_news(verb: Token, story: Story) -> When | None:
    """The day of the news for what came within hours of it: "*Within minutes of* the announcement, unions sued"."""
    if story.published is None or verb_tense(verb) != "past":
        return None
    for child in verb.lefts:
        inside = expressions_in(story.expressions, child.left_edge.i, child.right_edge.i + 1)
        if any(e.kind != "distance" and e.when.interval for e in inside):
            continue
        words = {t.lower_ for t in child.subtree}
        spell = next((t for t in child.subtree if t.lemma_ in load_words("short_spells")), None)
        if spell is not None and words & {"within", "later", "after"} and "before" not in words:
            return When(one_day(story.published), spell.text)
    return None


def _is_done(token: Token, story: Story) -> bool:
    """Whether a plan or a demand is told as an act that was done: "issued a warrant", "orders the arrest"."""
    if token.pos_ != "VERB" or token.dep_ not in ("ROOT", "conj", "relcl"):
        return False
    if token.tag_ == "VBD" and not any(c.dep_ in ("aux", "auxpass") for c in token.children):
        return True
    if token.dep_ == "conj" and verb_tense(token.head) == "future":
        return False
    return story.in_present and token.tag_ in ("VBZ", "VBP") and is_headline_present(token)


def _is_announced(token: Token, attached: TimeExpression, story: Story) -> bool:
    """Whether the date is that of the announcement: "announced a withdrawal on Sunday"."""
    span = attached.when.interval
    if token.pos_ != "NOUN" or span is None or span.end is None or story.published is None:
        return False
    return span.end < story.published and attached.kind != "modifier"


def _is_uttered(token: Token) -> bool:
    """Whether a state is told as a speech act, which happens: "underscored her support"."""
    speech = load_words("exchange_verbs")
    if token.pos_ in _VERBAL:
        return token.tag_ == "VBD" and token.lemma_ in speech
    verb = token.head
    return token.lemma_ in load_words("expressive_nouns") and verb.tag_ == "VBD" and verb.lemma_ in speech


def _possible(token: Token, story: Story) -> Sequence[TimeExpression]:
    """The expressions of the sentence that can date `token`, going by its tense.

    What is told in the past lies not ahead; what is told in the headline present is not of the past days
    named behind its other circumstances ("charges ten people over the protests last week").
    """
    nearby = expressions_in(story.expressions, token.sent.start, token.sent.end)
    if story.published is None or token.pos_ not in _VERBAL or not nearby:
        return nearby
    if verb_tense(token) == "past" and not (story.in_present and is_headline_present(token)):
        return [e for e in nearby if not lies_ahead(e, story.published)]
    if story.in_present and is_headline_present(token):
        return [e for e in nearby if not _is_circumstance(e, token, story.published)]
    return nearby


def _is_circumstance(expression: TimeExpression, verb: Token, published: date) -> bool:
    span = expression.when.interval
    if span is None or span.end is None or expression.start < verb.i:
        return False
    if span.end >= published:
        return _is_counted(expression, verb)
    return any(t.lower_ in _OPENERS for t in verb.doc[verb.i + 1 : expression.start])


def _is_counted(expression: TimeExpression, verb: Token) -> bool:
    """Whether the stretch only says how often: "survives the fifth vote this year", "for the first time this month"."""
    ranked = verb.doc[verb.i + 1 : expression.start]
    return (expression.days or 0) > 1 and any(
        t.tag_ == "JJ" and (t.ent_type_ == "ORDINAL" or t.lower_ in ("first", "second", "third"))
        for t in ranked
    )


def _since_clause(token: Token, story: Story) -> When | None:
    """The open interval that a clause with "since" gives: "has run it since she took office in May"."""
    for child in token.children if token.pos_ in _VERBAL else ():
        opener = (
            child if child.dep_ == "prep" else next((c for c in child.children if c.dep_ == "mark"), None)
        )
        if opener is None or opener.lower_ != "since":
            continue
        parts = ("pcomp", "pobj")
        clause = next((c for c in child.children if c.dep_ in parts), None) if opener is child else child
        found = attach_time(token.doc, clause.i, story.expressions) if clause is not None else None
        if found is not None and found.when.interval is not None:
            return When(Interval(found.when.interval.start, None), found.when.text)
    return None


def _carried_over(token: Token, story: Story) -> When | None:
    """The date that the sentence of `token` took over, if its main clause tells of `token`; else the date
    that the event was told with before ("the attack").
    """
    found = story.carried.get(token.sent.start)
    if found is not None and _is_told_by_main_clause(token):
        return found
    if token.pos_ == "NOUN" and is_named_again(token):
        return story.event_date(token.lemma_, token.i)
    return None


def _is_told_by_main_clause(token: Token) -> bool:
    root = main_clause(token.sent)
    for _ in range(6):
        if token.i == root.i:
            return True
        if token.pos_ in _VERBAL:
            if token.dep_ == "relcl" and is_set_in_event(token):
                return True
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
