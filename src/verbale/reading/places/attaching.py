"""Which place belongs to a predicate: the nearest that its clause, or a clause it shares, puts it in."""

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from verbale.lexicon.places import load_place_words
from verbale.model import Place
from verbale.reading.places.carriers import SUBJECTS, find_carriers
from verbale.reading.places.expression import PlaceExpression
from verbale.reading.places.movement import is_motion

_WITHIN_CLAUSE = frozenset(
    ("pobj", "prep", "dobj", "dative", "nsubj", "nsubjpass", "attr", "conj", "appos", "agent", "compound",
     "oprd", "nmod", "poss", "pcomp", "acomp", "npadvmod")
)  # fmt: skip
_MAX_STEPS = 12
_SUBJECT_STEPS = 10
_BODY_STEPS = 3


def attach_place(
    doc: Doc, trigger: int, expressions: Sequence[PlaceExpression], *, is_event: bool = False
) -> Place | None:
    """The place of the predicate at token `trigger`, None where its clause names none.

    The nearest of: a phrase on the predicate itself; on one of its arguments; on the verb that carries a
    nominal predicate ("held talks in Doha"); on the clause that it shares its subject with ("flew to Doha to
    meet ..."); at the head of the sentence ("In Doha, ..."). Places inside other clauses do not count.
    """
    token = doc[trigger]
    sentence = token.sent
    first = bisect_left(expressions, sentence.start, key=lambda e: e.start)
    best: tuple[int, int, Place] | None = None
    for expression in expressions[first:]:
        if expression.start >= sentence.end:
            break
        rank = _rank(expression, token)
        if rank is not None and (best is None or (rank, abs(expression.start - trigger)) < best[:2]):
            best = (rank, abs(expression.start - trigger), expression.place)
    if best is not None:
        return best[2]
    found = _place_of_where(token, expressions, first)
    if found is None and is_event and sentence.root.lemma_ in load_place_words().scenes:
        return _only_place(token, expressions[first:])
    return found


def _only_place(token: Token, expressions: Sequence[PlaceExpression]) -> Place | None:
    """The place of the only expression of the sentence that says where anything happened."""
    found = None
    for expression in expressions:
        if expression.start >= token.sent.end:
            break
        if not _is_locative(expression, token.doc[expression.anchor]):
            continue
        if found is not None and found.name != expression.place.name:
            return None
        found = expression.place
    return found


def _place_of_where(token: Token, expressions: Sequence[PlaceExpression], first: int) -> Place | None:
    """The place that "where" takes up: "in Niamey, where they signed", "met in Oslo for talks where they signed"."""
    where = _where(token)
    if where is None:
        return None
    last = bisect_left(expressions, where.i, lo=first, key=lambda e: e.start)
    near = [e for e in expressions[first:last] if 0 <= where.i - e.end <= 1]
    noun = where.head.head
    if near or where.head.dep_ != "relcl" or noun.pos_ != "NOUN":
        return near[-1].place if near else None
    return attach_place(token.doc, noun.i, expressions[first:last])


def _where(token: Token) -> Token | None:
    """The "where" that opens the clause of the predicate."""
    for _ in range(_MAX_STEPS):
        if token.pos_ in ("VERB", "AUX"):
            found = next((c for c in token.children if c.lower_ == "where" and c.i < token.i), None)
            if found is not None:
                return found
            if token.dep_ not in ("conj", "xcomp", "advcl"):
                return None
        elif token.dep_ not in _WITHIN_CLAUSE:
            return None
        token = token.head
    return None


def _rank(expression: PlaceExpression, trigger: Token) -> int | None:
    """How far the expression stands from the trigger, 0 for directly on it; None if it is not its place."""
    anchor = trigger.doc[expression.anchor]
    if not _is_locative(expression, anchor) or _is_origin(expression, trigger):
        return None
    steps = _steps_up(anchor, trigger)
    if trigger.lemma_.lower() in load_place_words().words and steps != 0:
        return 40 if _opens_sentence(expression, trigger) else None
    if steps is not None:
        return steps
    for rank, verb in find_carriers(trigger):
        steps = _steps_up(anchor, verb)
        if steps is not None and steps < _SUBJECT_STEPS:
            return rank + steps
    return 40 if _opens_sentence(expression, trigger) else None


def _is_locative(expression: PlaceExpression, anchor: Token) -> bool:
    """Whether the preposition says where; "to" and "from" do so with movement only."""
    words = load_place_words()
    if expression.preposition in words.locative or not expression.preposition:
        return True
    if is_motion(anchor, expression.preposition) or _follows_motion(expression, anchor.doc):
        return True
    return expression.preposition in words.surface and expression.place.country is None


def _is_origin(expression: PlaceExpression, trigger: Token) -> bool:
    """Whether it is where an arrival set out: "arrived on Sunday from Luanda"."""
    return expression.preposition == "from" and trigger.lemma_.lower() in load_place_words().arriving


def _follows_motion(expression: PlaceExpression, doc: Doc) -> bool:
    """Whether the noun right before the preposition is a movement that the parser passed over: "airstrikes on Homs"."""
    start = expression.start
    while start and doc[start].lower_ != expression.preposition:
        start -= 1
    before = doc[start - 1] if start else None
    return before is not None and before.pos_ == "NOUN" and before.lemma_ in load_place_words().motion


def _steps_up(anchor: Token, trigger: Token) -> int | None:
    """Steps from the anchor up to the trigger within one clause, None where the way leaves it."""
    steps = _BODY_STEPS if anchor.pos_ == "PROPN" and anchor.ent_type_ == "ORG" else 0
    seated = load_place_words().seated
    while anchor.i != trigger.i:
        if anchor.dep_ == "amod" and anchor.i > anchor.head.i:
            steps, anchor = steps + 1, anchor.head
            continue
        if anchor.dep_ in SUBJECTS and anchor.lemma_.lower() in seated:
            return None
        if anchor.dep_ not in _WITHIN_CLAUSE or anchor.pos_ in ("VERB", "AUX") or steps > _MAX_STEPS:
            return None
        steps += _SUBJECT_STEPS if anchor.dep_ in SUBJECTS else 1
        anchor = anchor.head
    return steps


def _opens_sentence(expression: PlaceExpression, trigger: Token) -> bool:
    """Whether the expression heads the sentence, and the trigger stands in its main clause."""
    sentence = trigger.sent
    if expression.start - sentence.start > 2 or expression.preposition not in load_place_words().locative:
        return False
    while trigger.i != sentence.root.i:
        if trigger.dep_ not in _WITHIN_CLAUSE and trigger.dep_ != "xcomp":
            return False
        trigger = trigger.head
    return True
