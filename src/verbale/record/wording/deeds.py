"""The verb of a claim's sentence with what it governs, active or passive."""

from typing import Final

from verbale.record.queries.claim_rows import ClaimRow
from verbale.record.wording.articles import restore_article
from verbale.record.wording.details import shorten
from verbale.record.wording.verbs import Wording, load_wording, say_verb

_PREPOSITIONS: Final = (
    " on",
    " of",
    " to",
    " against",
    " with",
    " from",
    " towards",
    " between",
    " at",
    " for",
)


def has_passive(type: str) -> bool:
    """Whether a claim of a type is told of the recipient where nobody is said to act.

    >>> has_passive("prosecute"), has_passive("visit")
    (True, False)
    """
    row = load_wording().get(type)
    return row is not None and row.passive is not None


def say_passive(claim: ClaimRow) -> str:
    """What was done to those who come first: "was arrested", "are to be honoured"."""
    row = load_wording()[claim.type]
    done = say_verb(claim.type, claim.mode) if row.passive == "as past" else row.passive
    many = len(claim.recipient) > 1
    was, denied = "were" if many else "was", "not " if claim.negated else ""
    match claim.status:
        case "planned":
            return f"{'are' if many else 'is'} {denied}to be {done}"
        case "called_for":
            return f"should {denied}be {done}"
        case "alleged":
            return f"allegedly {was} {denied}{done}"
        case _:
            return f"{was} {denied}{done}"


def say_deed(claim: ClaimRow, *, alone: bool) -> tuple[str, str]:
    """The verb, and the object that follows it at once."""
    row = load_wording().get(claim.type)
    follows = alone and row is not None and row.follows == "object"
    direct = shorten(restore_article(claim.object, claim.evidence[2])) if follows and claim.object else ""
    mode = claim.mode or ("" if row is None else _find_mode(row, claim.trigger[2]))
    verb = say_verb(claim.type, mode, claim.status, negated=claim.negated, alone=alone)
    if claim.type == "demand" and not alone and (claim.topic or "").startswith("to "):
        verb = verb.replace("demand of", "call on").replace("demanded of", "called on")
    if alone and not direct:
        verb = _drop_preposition(verb, claim) + _add_election(claim)
    return _fit(verb, direct, claim) if direct else (verb, "")


def _fit(verb: str, direct: str, claim: ClaimRow) -> tuple[str, str]:
    """Verb and object where the object says what the verb would say again, or wants a word before it."""
    match claim.type:
        case "sanction" | "lift_sanction" if "sanction" in direct:
            return verb.removesuffix(" sanctions on"), direct
        case "sanction" | "lift_sanction":
            return verb, f"({direct})"
        case "deploy":
            return verb.removesuffix(" forces"), direct
        case "agree":
            return verb, f"on {direct}"
        case "oppose" if direct.startswith("to "):
            return verb.replace("opposed", "refused").replace("oppose", "refuse"), direct
        case "contest" if claim.mode not in ("win", "lose"):
            return verb, f"for {direct}"
        case _:
            return verb, direct


def _find_mode(row: Wording, trigger: str) -> str | None:
    """The way of a deed that the report's verb tells where the claim has no mode: "pardoned", "releasing"."""
    said = trigger.lower()
    return next((mode for mode in row.beside if said.startswith(mode.removesuffix("e"))), None)


def _add_election(claim: ClaimRow) -> str:
    """What is run for, won or lost where the report names nothing."""
    named = claim.type != "contest" or claim.office or claim.topic or claim.quote
    return "" if named else " an election" if claim.mode in ("win", "lose") else " in an election"


def _drop_preposition(verb: str, claim: ClaimRow) -> str:
    """A verb that nothing follows: "imposed sanctions", "cut ties"."""
    if claim.type == "visit" and claim.place:
        return verb
    ending = next((end for end in _PREPOSITIONS if verb.endswith(end)), "")
    return verb.removesuffix(ending)
