"""Factuality: whether a predicate is told as happened, denied, planned, alleged, called for, or as mere content.

From the predicate the walk climbs the dependency parse. At each node it reads the cues that hang on it; the link
to the next node says whether those further up still reach the predicate (`reading/factuality_scope.py`).
"""

from dataclasses import dataclass

from spacy.tokens import Doc

from verbale.lexicon.factuality import CueRow
from verbale.model import Status
from verbale.reading.factuality_scope import Reach, climb, object_signs
from verbale.reading.factuality_signs import (
    Sign,
    find_signs,
    stands_as_idea,
    stands_in_heading,
    stands_in_question,
)

_DEPTH = 12
_ORDER = (Status.ALLEGED, Status.CALLED_FOR, Status.PLANNED)


@dataclass(frozen=True, slots=True)
class Factuality:
    """How a predicate stands in the report.

    `suppressed`: it is told only as what somebody demands, pledges, asks or aims at, and yields no claim.
    `cues`: what decided, innermost first: the id of the row and the token of the cue.
    """

    negated: bool = False
    status: Status = Status.HAPPENED
    suppressed: bool = False
    cues: tuple[tuple[str, int], ...] = ()


def assess(doc: Doc, trigger: int) -> Factuality:
    """The factuality of the predicate whose head is the token `trigger`.

    Does not look at the predicate's own meaning: "failed" as a trigger is no negation of itself.

    >>> from verbale.reading.parse import load_model
    >>> doc = load_model()("Peru has not joined the embargo and will ask Chile to leave.")
    >>> assess(doc, 3).negated, assess(doc, 8).status.value, assess(doc, 11).suppressed
    (True, 'planned', True)
    """
    signs: list[Sign] = object_signs(doc[trigger])
    node, reach = doc[trigger], Reach.ALL
    operator: Sign | None = None
    for _ in range(_DEPTH):
        here = find_signs(node, own=node.i == trigger) if reach is not Reach.CLAUSE else []
        seen = {sign.token for sign in signs}
        here = [sign for sign in here if sign.token not in seen]
        if reach is Reach.STATUS:
            here = [sign for sign in here if sign.row.category != "negated"]
        signs = _merge(signs, operator, here)
        step = climb(node, reach)
        if step is None:
            break
        node, reach, operator = step.head, step.reach, step.operator
        if operator is not None and not _is_open(operator.row):
            signs.append(operator)
    return _conclude(doc, trigger, signs)


def _is_open(row: CueRow) -> bool:
    return row.category == "open"


def _merge(signs: list[Sign], operator: Sign | None, here: list[Sign]) -> list[Sign]:
    """`signs` with those found at a node; a negation of the operator that stands there changes what it means."""
    negations = [sign for sign in here if sign.row.category == "negated"]
    if operator is None or not negations or operator not in signs:
        return signs + here
    others = [sign for sign in here if sign.row.category != "negated"]
    if len(negations) % 2 == 0:
        return signs + others
    rest = [sign for sign in signs if sign is not operator]
    return rest + _negated_operator(operator, negations[0]) + others


def _negated_operator(operator: Sign, negation: Sign) -> list[Sign]:
    meant = operator.row.under_negation
    if meant == "factual" or (meant is None and operator.row.category == "negated"):
        return []
    if meant == "suppressed" or (meant is None and operator.row.category in ("alleged", "called_for")):
        return [Sign(operator.row, operator.token, suppresses=True)]
    return [operator, negation]


def _left_open(signs: list[Sign]) -> bool:
    """Whether a refusal to rule something out, or to deny it, leaves open whether it is so."""
    negations = [
        sign.row for sign in signs if sign.row.category == "negated" and sign.row.scope == "operator"
    ]
    return len(negations) > 1 and any(row.under_negation == "suppressed" for row in negations)


def _paired(doc: Doc, signs: list[Sign]) -> list[Sign]:
    """`signs` with "neither ... nor" as the one negation that it is."""
    words = {doc[sign.token].lower_ for sign in signs}
    if not {"neither", "nor"} <= words:
        return signs
    return [sign for sign in signs if doc[sign.token].lower_ != "nor"]


def _conclude(doc: Doc, trigger: int, signs: list[Sign]) -> Factuality:
    found = {sign.row.category for sign in signs}
    signs = _paired(doc, signs)
    negated = sum(sign.row.category == "negated" and not sign.suppresses for sign in signs) % 2 == 1
    status = next((status for status in _ORDER if status.value in found), Status.HAPPENED)
    suppressed = any(sign.suppresses or sign.row.suppresses for sign in signs) or _left_open(signs)
    cues = tuple((sign.row.id, sign.token) for sign in signs)
    if stands_in_question(doc, trigger):
        suppressed, cues = True, (*cues, ("question", trigger))
    if stands_as_idea(doc[trigger]):
        suppressed, cues = True, (*cues, ("idea", trigger))
    if stands_in_heading(doc, trigger):
        suppressed, cues = True, (*cues, ("heading", trigger))
    return Factuality(negated, status, suppressed, cues)
