"""Places in a parsed report: the expressions that name them, and which belongs to a predicate.

A place is what a preposition puts a happening into ("in Munich, Germany", "at the White House", "in the
Serbian capital"), or what a verb of movement has for its object ("visited Kyiv"). A nationality is no place.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from verbale.lexicon.arguments import load_argument_words
from verbale.lexicon.places import load_place_words
from verbale.lexicon.territories import load_territories
from verbale.model import Place
from verbale.reading.place_names import is_town, object_of, read_place_name, read_said_before

_WITHIN_CLAUSE = frozenset(
    ("pobj", "prep", "dobj", "dative", "nsubj", "nsubjpass", "attr", "conj", "appos", "agent", "compound",
     "oprd", "nmod", "poss", "pcomp", "acomp", "npadvmod")
)  # fmt: skip
_PREPOSITIONAL = frozenset(("prep", "dative", "pcomp"))
_ARGUMENTS = frozenset(("dobj", "nsubj", "nsubjpass", "pobj", "attr"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_MAX_STEPS = 12
_SUBJECT_STEPS = 10


@dataclass(frozen=True, slots=True)
class PlaceExpression:
    """Words that name a place: tokens `start` to `end`, head `head`, and what they were resolved to.

    `preposition` is in lower case, "" for the object of a verb of movement; `anchor` is the token that the
    expression depends on: the verb or noun that the preposition modifies, or the verb of movement.
    """

    start: int
    end: int
    head: int
    place: Place
    preposition: str
    anchor: int


def find_places(doc: Doc) -> tuple[PlaceExpression, ...]:
    """The place expressions of a report, in the order of the text.

    Places that no table knows are kept without coordinates where the parser takes them for places; "the
    country" is the one named last before it in its sentence; "there" stays out.
    """
    countries = _list_countries(doc)
    found = [expression for token in doc for expression in _read_at(token, countries)]
    return tuple(_complete(found))


def _list_countries(doc: Doc) -> tuple[str, ...]:
    """The countries that a report names, each once: the context in which its towns are looked up."""
    territories = load_territories()
    found: dict[str, None] = {}
    for entity in doc.ents:
        if entity.label_ in ("GPE", "NORP"):
            territory = territories.by_name(entity.text) or territories.by_demonym(entity.text)
            if territory:
                found[territory.code] = None
    return tuple(found)


def _read_at(token: Token, countries: tuple[str, ...]) -> Iterator[PlaceExpression]:
    """The place expression that begins with the preposition `token`, or is the object `token` itself."""
    words = load_place_words()
    if token.dep_ in _PREPOSITIONAL and token.lower_ in words.prepositions:
        head, preposition, anchor = object_of(token), token.lower_, _anchor_of(token)
    elif token.dep_ in ("dobj", "npadvmod") and token.head.lemma_ in words.entering:
        head, preposition, anchor = token, "", token.head.i
    else:
        return
    if head is None:
        return
    is_goal = preposition in words.direction and _is_motion(token.doc[anchor], preposition)
    name = read_place_name(head, countries, "in" if is_goal else preposition) or read_said_before(head)
    if name:
        yield PlaceExpression(name.start, name.end, head.i, name.place, preposition, anchor)


def _is_motion(anchor: Token, preposition: str) -> bool:
    """Whether the anchor is a movement, or a verb that begins one: "launched an offensive into Syria"."""
    motion = load_place_words().motion
    if anchor.lemma_.lower() in motion:
        return True
    return preposition == "into" and any(
        c.dep_ == "dobj" and c.lemma_.lower() in motion for c in anchor.children
    )


def _anchor_of(preposition: Token) -> int:
    """The token that the prepositional phrase modifies; that of the outer one in "from inside Syria"."""
    head = preposition.head
    while head.dep_ == "prep" and head.i == preposition.i - 1:
        preposition, head = head, head.head
    return head.i


def _complete(found: Sequence[PlaceExpression]) -> Iterator[PlaceExpression]:
    """The expressions, each once: "Azaz in Syria" is Azaz, of Syria; "the Astoria Palace in Oslo" is Oslo."""
    heads = {i: at for at, e in enumerate(found) for i in (*range(e.start, e.end), e.head)}
    outer: dict[int, str] = {}
    towns: dict[int, Place] = {}
    inner: set[int] = set()
    for at, expression in enumerate(found):
        holder = heads.get(expression.anchor)
        if holder is not None and holder != at:
            inner.add(at)
            outer.setdefault(holder, expression.place.country or "")
            if expression.preposition == "in" and is_town(expression.place):
                towns.setdefault(holder, expression.place)
    for at, expression in enumerate(found):
        if at in inner:
            continue
        place = expression.place
        if at in towns and not is_town(place) and place.country in (None, towns[at].country):
            yield replace(expression, place=towns[at])
        elif place.country is None and place.lat is None and outer.get(at):
            yield replace(expression, place=replace(place, country=outer[at]))
        else:
            yield expression


def attach_place(doc: Doc, trigger: int, expressions: Sequence[PlaceExpression]) -> Place | None:
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
    return best[2] if best else None


def _rank(expression: PlaceExpression, trigger: Token) -> int | None:
    """How far the expression stands from the trigger, 0 for directly on it; None if it is not its place."""
    anchor = trigger.doc[expression.anchor]
    if not _is_locative(expression, anchor):
        return None
    steps = _steps_up(anchor, trigger)
    if trigger.lemma_.lower() in load_place_words().words and steps != 0:
        return 40 if _opens_sentence(expression, trigger) else None
    if steps is not None:
        return steps
    for rank, verb in _carriers(trigger):
        steps = _steps_up(anchor, verb)
        if steps is not None and steps < _SUBJECT_STEPS:
            return rank + steps
    return 40 if _opens_sentence(expression, trigger) else None


def _is_locative(expression: PlaceExpression, anchor: Token) -> bool:
    """Whether the preposition says where; "to" and "from" do so with movement only."""
    words = load_place_words()
    if expression.preposition in words.locative or not expression.preposition:
        return True
    if _is_motion(anchor, expression.preposition) or _follows_motion(expression, anchor.doc):
        return True
    return expression.preposition in words.surface and expression.place.country is None


def _follows_motion(expression: PlaceExpression, doc: Doc) -> bool:
    """Whether the noun right before the preposition is a movement that the parser passed over: "airstrikes on Homs"."""
    start = expression.start
    while start and doc[start].lower_ != expression.preposition:
        start -= 1
    before = doc[start - 1] if start else None
    return before is not None and before.pos_ == "NOUN" and before.lemma_ in load_place_words().motion


def _steps_up(anchor: Token, trigger: Token) -> int | None:
    """Steps from the anchor up to the trigger within one clause, None where the way leaves it."""
    steps = 0
    while anchor.i != trigger.i:
        if anchor.dep_ not in _WITHIN_CLAUSE or anchor.pos_ in ("VERB", "AUX") or steps > _MAX_STEPS:
            return None
        steps += _SUBJECT_STEPS if anchor.dep_ in _SUBJECTS else 1
        anchor = anchor.head
    return steps


def _carriers(trigger: Token) -> Iterator[tuple[int, Token]]:
    """The verbs whose place the trigger shares, with the rank of each."""
    for child in trigger.children:
        if child.dep_ == "relcl" and trigger.pos_ == "NOUN" and _tells_of_noun(child):
            yield 10, child
    trigger = _whole(trigger)
    head = trigger.head
    if trigger.dep_ in _ARGUMENTS:
        verb = head.head if head.dep_ == "prep" else head
        yield 15, verb
        trigger, head = verb, verb.head
    has_subject = any(child.dep_ in _SUBJECTS for child in trigger.children)
    if trigger.dep_ in ("conj", "xcomp", "advcl") and not has_subject:
        yield 20, head
        if head.dep_ == "conj" and not any(child.dep_ in _SUBJECTS for child in head.children):
            yield 25, head.head
    for child in trigger.children:
        if child.dep_ == "conj" and _shares_place(child, trigger):
            yield 25, child


def _tells_of_noun(clause: Token) -> bool:
    """Whether a relative clause has its noun for subject: "protests that killed ten people in Lima"."""
    subjects = [c for c in clause.children if c.dep_ in _SUBJECTS]
    return bool(subjects) and all(c.tag_ in ("WDT", "WP") for c in subjects)


def _whole(noun: Token) -> Token:
    """The head of a phrase that only says how many: "a series of protests" is held where it is held."""
    words = load_argument_words()
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        outer = noun.head.head
        if outer.lemma_.lower() not in words.collectives | words.quantities:
            break
        noun = outer
    return noun


def _shares_place(clause: Token, trigger: Token) -> bool:
    """Whether a coordinated clause shares its place: it has no subject, or is passive as well.

    "Two were killed and ten were injured in clashes in Lima" happened in one place.
    """
    subjects = [child.dep_ for child in clause.children if child.dep_ in _SUBJECTS]
    is_passive = any(child.dep_ == "nsubjpass" for child in trigger.children)
    return not subjects or (is_passive and subjects == ["nsubjpass"])


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
