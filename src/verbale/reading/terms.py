"""When an office was held: "since 2019", "from 2011 to 2014", "until March" beside its title or its verb."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from verbale.lexicon.titles import load_titles
from verbale.model import Interval, When
from verbale.reading.draft import Draft
from verbale.reading.mention import Cast
from verbale.reading.offices import Holding
from verbale.reading.times import Story, TimeExpression, attach_time, expressions_in
from verbale.reading.times.tense import verb_tense

_STRETCHES = frozenset({"since", "until", "range"})
_VERBAL = frozenset({"VERB", "AUX"})
_LEAST_DAYS = 28
_LONGEST_PLACE = 6
_STATES_OF_POWER = frozenset({"office", "power"})


def date_holding(doc: Doc, holding: Holding, story: Story) -> When | None:
    """The stretch of time that the report gives for an office held, None where it gives none.

    A title has what follows it ("finance minister from 2011 to 2014"); a verb has what dates it, a single day
    or week aside ("was the minister on Monday" tells no tenure).
    """
    trigger = doc[holding.trigger]
    if trigger.pos_ in _VERBAL or trigger.lower_ in load_titles().tenure_nouns:
        found = _date_of_service(doc, trigger, story)
        if found is not None:
            return found.when
    after = _date_after_title(doc, holding, story)
    return after.when if after is not None else None


def _date_of_service(doc: Doc, trigger: Token, story: Story) -> TimeExpression | None:
    found = attach_time(doc, trigger.i, story.expressions)
    if found is None or found.when.interval is None:
        return None
    if found.kind in _STRETCHES:
        return found
    past = trigger.tag_ in ("VBD", "VBN", "VBG") or trigger.pos_ == "NOUN"
    return found if past and found.kind == "point" and (found.days or 0) >= _LEAST_DAYS else None


def _date_after_title(doc: Doc, holding: Holding, story: Story) -> TimeExpression | None:
    """The expression right after a title that stands after its holder, or is said without one."""
    sentence = doc[holding.holder].sent
    for found in expressions_in(story.expressions, holding.end, min(holding.end + 3, sentence.end)):
        between = [doc[i].lower_ for i in range(holding.end, found.start)]
        if found.when.interval is None or not set(between) <= {"in", "during", "(", ","}:
            return None
        if found.kind in _STRETCHES and "," not in between:
            return found
        behind = holding.holder < holding.start
        long = found.kind == "point" and (found.days or 0) >= _LEAST_DAYS
        return found if behind and long and between in (["in"], ["during"], ["("]) else None
    return _date_after_place(doc, holding, story)


def _date_after_place(doc: Doc, holding: Holding, story: Story) -> TimeExpression | None:
    """The stretch after a title and its place: "was a council chairman in Upper Norland between 2008 and 2011"."""
    if holding.end >= len(doc) or doc[holding.end].lower_ != "in":
        return None
    end = min(holding.end + _LONGEST_PLACE, doc[holding.holder].sent.end)
    for found in expressions_in(story.expressions, holding.end, end):
        names = doc[holding.end + 1 : found.start]
        named = len(names) > 0 and all(t.text[:1].isupper() for t in names)
        return found if named and found.kind in _STRETCHES and found.when.interval is not None else None
    return None


def date_posts_held(doc: Doc, story: Story, cast: Cast, tenures: Sequence[Draft]) -> tuple[Draft, ...]:
    """The tenures with the dates of clauses that name no office: "he had held the post since April 2018"."""
    dated = list(tenures)
    for found in story.expressions:
        if found.kind not in _STRETCHES or found.when.interval is None:
            continue
        verb = _verb_of_power(doc, found)
        held = verb is not None and verb_tense(verb) != "future"
        subject = _subject(verb) if verb is not None and held else None
        for actor in cast.at(subject.i) if subject is not None else ():
            _date_last(dated, actor, found, doc)
    return tuple(dated)


def _verb_of_power(doc: Doc, found: TimeExpression) -> Token | None:
    """The verb in "held the post since", "has been in office since", "has been in power from"."""
    noun = doc[found.start - 1] if found.start else None
    if noun is None or noun.pos_ != "NOUN" or noun.head.i == noun.i:
        return None
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ == "hold" and noun.lower_ in load_titles().posts:
        return verb
    if noun.dep_ == "pobj" and noun.lower_ in _STATES_OF_POWER and verb.lower_ == "in":
        return verb.head
    return None


def _subject(verb: Token) -> Token | None:
    """Whom the clause is about: its subject, or the name that "in power since 1994" stands beside."""
    if verb.pos_ in ("PROPN", "NOUN"):
        return verb
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and subject.tag_ in ("WP", "WDT"):
        return verb.head
    return subject


def _date_last(dated: list[Draft], actor: int, found: TimeExpression, doc: Doc) -> None:
    """Date the office of `actor` that the report named last before the expression."""
    before = [
        k
        for k, t in enumerate(dated)
        if t.actor == (actor,) and t.trigger[0] < found.start and not _is_dated(t)
    ]
    if before:
        words = doc[found.start : found.end].text
        dated[before[-1]] = dated[before[-1]].noted("times", f"held {words!r}", when=found.when)


def _is_dated(tenure: Draft) -> bool:
    return tenure.when is not None and tenure.row != "offices.former"


def is_told_dead(name: Token) -> bool:
    """Whether the clause around a person's name tells his death: "the murder of", "died", "was killed"."""
    ends = load_titles().ends_of_life
    above = name.head
    if name.dep_ == "poss" or (name.dep_ == "pobj" and above.lower_ == "of"):
        return (above if name.dep_ == "poss" else above.head).lemma_ in ends
    if name.dep_ not in ("nsubj", "nsubjpass") or above.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return False
    passive = any(c.dep_ == "auxpass" for c in above.children)
    denied = any(c.dep_ == "neg" or c.tag_ == "MD" for c in above.children)
    return above.lemma_ in ends and not denied and passive == (above.lemma_ != "die")


def join_terms(one: When | None, other: When | None) -> When | None:
    """What two mentions of one tenure say together: the stretch that is told goes before "former".

    >>> from datetime import date
    >>> former = When(Interval(None, date(2024, 6, 12)), "former")
    >>> join_terms(former, When(Interval(date(2019, 1, 1), None), "since 2019")).to_dict()
    {'start': '2019-01-01', 'end': '2024-06-12', 'text': 'since 2019'}
    >>> join_terms(None, former) == former
    True
    """
    first, second = one.interval if one else None, other.interval if other else None
    if first is None or second is None:
        return one if second is None else other
    if first.start and second.start:
        return one if first.end or not second.end else other
    if first.start is None and second.start is None:
        return one
    told, began, ended = (one, first, second) if first.start else (other, second, first)
    if told is None or began.start is None or ended.end is None or began.end or began.start > ended.end:
        return told
    return When(Interval(began.start, ended.end), told.text)
