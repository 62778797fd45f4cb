"""What the judge is told of a proposal: its row and type, its parties, and the construction it stands in."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from verbale.reading.arguments import is_passive
from verbale.reading.draft import Draft
from verbale.reading.mention import Cast
from verbale.reading.predicates import Candidate

_MARKS = frozenset({"mark", "aux", "auxpass"})
_DEEPEST = 4
_LENGTH_STEP = 12


def describe_candidate(doc: Doc, cast: Cast, candidate: Candidate) -> tuple[str, ...]:
    """The features of a row's candidate."""
    row, roles = candidate.row, (candidate.actor, candidate.recipient)
    slots = [
        f"{role} by {found[0].slot}"
        for role, found in zip(("actor", "recipient"), roles, strict=True)
        if found
    ]
    kinds = [k for role in ("actor", "recipient") for k in _kinds(cast, role, candidate.parties(role))]
    actor, recipient = ([filler.token for filler in found] for found in roles)
    return (f"row {row.id}", *slots, *_describe(doc, candidate.trigger, row.type, kinds, actor, recipient))


def describe_statement(doc: Doc, cast: Cast, draft: Draft, speakers: Sequence[int]) -> tuple[str, ...]:
    """The features of a `say` draft, said by the mentions at `speakers`."""
    kinds = [*_kinds(cast, "actor", draft.actor), "no recipient"]
    quoted = "quoted" if draft.quote else "unquoted"
    return (f"row {draft.row}", quoted, *_describe(doc, draft.trigger[0], draft.type, kinds, speakers, ()))


def _kinds(cast: Cast, role: str, parties: Sequence[int]) -> list[str]:
    if not parties:
        return [f"no {role}"]
    return [f"{role} is {kind}" for kind in sorted({cast.actors[a].kind.value for a in parties})]


def _describe(
    doc: Doc, trigger: int, type_: str, kinds: Sequence[str], actor: Sequence[int], recipient: Sequence[int]
) -> Iterator[str]:
    token = doc[trigger]
    passive = ["passive"] if token.pos_ == "VERB" and is_passive(token) else []
    yield f"type {type_}"
    yield from kinds
    yield from passive
    yield from (
        f"type {type_}, {feature}" for feature in (*kinds, *passive, f"tag {token.tag_}", f"dep {token.dep_}")
    )
    yield from _construction(token)
    for role, heads in (("actor", actor), ("recipient", recipient)):
        if heads:
            yield f"{role} {doc[heads[0]].pos_}"
        if len(heads) > 1:
            yield f"many {role}s"
    if actor and min(actor) < token.sent.start:
        yield "actor outside"


def _construction(token: Token) -> Iterator[str]:
    sentence = token.sent
    yield f"lemma {token.lemma_.lower()}"
    yield f"tag {token.tag_}"
    yield f"dep {token.dep_}"
    yield f"under {token.head.pos_}"
    yield f"under {token.head.lemma_.lower()}"
    yield f"depth {_depth(token)}"
    yield f"length {min(_DEEPEST, len(sentence) // _LENGTH_STEP)}"
    yield "first sentence" if sentence.start == 0 else "later sentence"
    objects = [child.lemma_.lower() for child in token.children if child.dep_ == "dobj"]
    yield from (f"object {lemma}" for lemma in objects)
    if not objects and token.pos_ == "VERB":
        yield "no object"
    yield from (f"mark {child.lower_}" for child in token.children if child.dep_ in _MARKS)


def _depth(token: Token) -> int:
    """How many heads stand above the token, counted up to a few."""
    depth, at = 0, token
    while at.head.i != at.i and depth < _DEEPEST:
        at = at.head
        depth += 1
    return depth
