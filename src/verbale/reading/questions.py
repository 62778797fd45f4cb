"""What the judge is asked: a predicate with its parties, the type that was proposed, and how the grammar came to it."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from verbale.reading.arguments import is_passive
from verbale.reading.draft import Draft
from verbale.reading.mention import Cast
from verbale.reading.predicates import Candidate

WEAK = "weak.any"


@dataclass(frozen=True, slots=True)
class Question:
    """Tokens of the trigger and of the parties' heads, the proposed type (None: any), and features of the grammar."""

    trigger: int
    actor: tuple[int, ...]
    recipient: tuple[int, ...]
    type: str | None
    features: tuple[str, ...]


def ask_candidate(doc: Doc, cast: Cast, candidate: Candidate) -> Question:
    """The question whether a candidate is a claim, and of which type."""
    row = candidate.row
    actor = tuple(f.token for f in candidate.actor)
    recipient = tuple(f.token for f in candidate.recipient)
    slots = [f"actor by {f.slot}" for f in candidate.actor[:1]]
    slots += [f"recipient by {f.slot}" for f in candidate.recipient[:1]]
    kinds = _kinds(cast, "actor", candidate.parties("actor")) + _kinds(cast, "recipient", candidate.parties("recipient"))
    features = (f"row {row.id}", *slots, *kinds, *_construction(doc, candidate.trigger, actor, recipient))
    return Question(candidate.trigger, actor, recipient, None if row.id == WEAK else row.type, features)


def ask_statement(doc: Doc, cast: Cast, draft: Draft, speakers: Iterable[int]) -> Question:
    """The question whether a quoted statement is a claim of its own."""
    trigger = draft.trigger[0]
    heads = tuple(speakers)
    features = [f"row {draft.row}", *_kinds(cast, "actor", draft.actor), *_construction(doc, trigger, heads, ())]
    features.append("quoted" if draft.quote else "unquoted")
    return Question(trigger, heads, (), draft.type, tuple(features))


def _kinds(cast: Cast, role: str, parties: tuple[int, ...]) -> list[str]:
    if not parties:
        return [f"no {role}"]
    return [f"{role} is {kind}" for kind in sorted({cast.actors[a].kind.value for a in parties})]


def _construction(doc: Doc, trigger: int, actor: tuple[int, ...], recipient: tuple[int, ...]) -> list[str]:
    token: Token = doc[trigger]
    found = [f"lemma {token.lemma_.lower()}", f"tag {token.tag_}", f"dep {token.dep_}", f"head {token.head.pos_}"]
    if token.pos_ == "VERB" and is_passive(token):
        found.append("passive")
    found += [f"{role} {doc[at].pos_}" for role, heads in (("actor", actor), ("recipient", recipient)) for at in heads[:1]]
    found += [f"many {role}s" for role, heads in (("actor", actor), ("recipient", recipient)) if len(heads) > 1]
    if not actor or min(actor) >= token.sent.start:
        return found
    return [*found, "actor outside"]
