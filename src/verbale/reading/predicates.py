"""Match the lexicon's rows on the parse: which predicates say a claim, and what fills their roles."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from verbale.lexicon.arguments import load_argument_words
from verbale.lexicon.predicates import PredicateLexicon, Row
from verbale.model import Kind
from verbale.reading.arguments import Arguments, content_of, is_passive, titles_of
from verbale.reading.mention import Cast
from verbale.reading.parties import stand_for

SYMMETRIC = frozenset({"meet", "call", "negotiate", "agree", "cooperate"})
_PLURAL = frozenset({Kind.GROUP})


@dataclass(frozen=True, slots=True)
class Filler:
    """One party: the head token in the text, the actors of the cast that it stands for, the slot it came from."""

    token: int
    actors: tuple[int, ...]
    slot: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that fired on a trigger token, with its parties and the token spans of its object and topic.

    `actor` and `recipient` are the same where they do it to each other.
    """

    row: Row
    trigger: int
    actor: tuple[Filler, ...] = ()
    recipient: tuple[Filler, ...] = ()
    object: tuple[int, int] | None = None
    topic: tuple[int, int] | None = None

    def parties(self, role: str) -> tuple[int, ...]:
        """Indices of the actors in `role` ("actor" or "recipient"), each once, in order."""
        return tuple(dict.fromkeys(a for filler in getattr(self, role) for a in filler.actors))


def find_candidates(doc: Doc, cast: Cast, lexicon: PredicateLexicon) -> tuple[Candidate, ...]:
    """Every row that fires, by trigger; of competing rows on one trigger the weightiest that fits."""
    found: list[Candidate] = []
    for token in doc:
        rows = _rows_for(token, lexicon)
        if rows and not _names_body(token, cast):
            found += _match_trigger(token, rows, cast)
    return tuple(found)


def _names_body(token: Token, cast: Cast) -> bool:
    """Whether a noun is part of a name, and tells no deed: "the Belt and Road [Initiative]"."""
    return token.pos_ == "PROPN" and any(cast.actors[a].kind is Kind.BODY for a in cast.at(token.i))


def _rows_for(token: Token, lexicon: PredicateLexicon) -> Sequence[Row]:
    pos = token.pos_
    if pos in ("VERB", "AUX"):
        return lexicon.verbs.get(token.lemma_.lower(), ())
    if (token.text == "March" and _is_month(token)) or _is_undone(token):
        return ()
    if pos in ("NOUN", "PROPN"):
        return lexicon.nouns.get(token.lemma_.lower(), ())
    if pos == "ADJ":
        return lexicon.adjectives.get(token.lemma_.lower(), ())
    return ()


def _is_undone(token: Token) -> bool:
    """Whether a hyphen joins "non" to a noun, which then says that it is not done: "non-recognition"."""
    return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "non"


def _is_month(token: Token) -> bool:
    """Whether "March" is the month: in a date, or after a preposition ("in March")."""
    return token.ent_type_ == "DATE" or (token.i > 0 and token.nbor(-1).tag_ == "IN")


def _match_trigger(token: Token, rows: Sequence[Row], cast: Cast) -> Iterator[Candidate]:
    arguments: dict[tuple[str, ...], Arguments] = {}
    spoken = False
    for row in rows:
        if spoken and not row.adds:
            continue
        if row.support not in arguments:
            support = load_argument_words().support.union(row.support)
            arguments[row.support] = Arguments(token, support)
        candidate = _match(row, arguments[row.support], cast)
        if candidate is not None:
            spoken = spoken or not row.adds
            yield candidate


def _match(row: Row, arguments: Arguments, cast: Cast) -> Candidate | None:
    if not _fits(row, arguments):
        return None
    together = row.type in SYMMETRIC
    actor = _fill(row, "actor", arguments, cast, together=together or "two" in row.requires)
    taken = {a for filler in actor for a in filler.actors}
    recipient = tuple(
        f
        for f in _fill(row, "recipient", arguments, cast, together=together)
        if not taken.issuperset(f.actors)
    )
    if not recipient and not together and len(taken) > 1 and _is_mutual(row, arguments):
        recipient = actor
    found = Candidate(
        row,
        arguments.trigger.i,
        actor,
        recipient,
        _phrase(row.object, arguments),
        _phrase(row.topic, arguments),
    )
    return found if all(_filled(need, found, arguments, cast) for need in row.requires) else None


def _is_mutual(row: Row, arguments: Arguments) -> bool:
    """Whether the actors do it to "each other" or "one another", or each of them to "the other"."""
    subjects = arguments.slot("subj")
    every = any(c.lower_ == "each" for t in (arguments.trigger, *subjects) for c in (t, *t.children))
    before = ("each", "the") if every else ("each",)
    return any(
        (token.lower_ == "other" and token.i > 0 and token.nbor(-1).lower_ in before)
        or (token.lower_ == "another" and token.i > 0 and token.nbor(-1).lower_ == "one")
        for slot in row.recipient
        if "." not in slot
        for token in arguments.slot(slot)
    )


def _fits(row: Row, arguments: Arguments) -> bool:
    if row.particle and not any(
        c.lower_ in row.particle and c.dep_ in ("prt", "prep", "advmod") for c in arguments.trigger.children
    ):
        return False
    if row.voice and (row.voice == "passive") != is_passive(arguments.trigger):
        return False
    return all(_has(arguments, slot, words) for slot, words in row.where.items()) and not any(
        _has(arguments, slot, words) for slot, words in row.unless.items()
    )


def _has(arguments: Arguments, slot: str, words: frozenset[str]) -> bool:
    fillers = [t for t in arguments.slot(slot) if t.text != "March" or not _is_month(t)]
    if "*" in words:
        return any(t.ent_type_ not in ("DATE", "TIME") for t in fillers)
    return any(
        t.lemma_.lower() in words
        or any(c.lemma_.lower() in words for c in content_of(t))
        or any(title.lower_ in words for title in titles_of(t))
        for t in fillers
    )


def _fill(row: Row, role: str, arguments: Arguments, cast: Cast, *, together: bool) -> tuple[Filler, ...]:
    kinds = row.kinds.get(role)
    found: dict[int, Filler] = {}
    for slot in getattr(row, role):
        for token in arguments.slot(slot):
            for head, actors in stand_for(token, cast):
                if head not in found and (not kinds or any(cast.actors[a].kind in kinds for a in actors)):
                    found[head] = Filler(head, actors, slot)
        if found and not together:
            break
    return tuple(found.values())


def _phrase(slots: Iterable[str], arguments: Arguments) -> tuple[int, int] | None:
    """The token span of what fills the first filled slot."""
    for slot in slots:
        heads = [t for t in arguments.slot(slot) if t.ent_type_ not in ("DATE", "TIME")]
        if heads:
            return min(t.left_edge.i for t in heads), max(t.right_edge.i for t in heads) + 1
    return None


def _filled(need: str, candidate: Candidate, arguments: Arguments, cast: Cast) -> bool:
    if need in ("actor", "recipient"):
        return bool(getattr(candidate, need))
    if need == "any":
        return bool(candidate.actor or candidate.recipient)
    if need == "two":
        parties = candidate.parties("actor")
        return len(parties) > 1 or any(cast.actors[a].kind in _PLURAL for a in parties)
    if need == "pair":
        return len(candidate.parties("actor")) > 1
    if need == "office":
        return True
    if need in ("object", "topic"):
        return getattr(candidate, need) is not None
    return bool(arguments.slot(need))
