"""Whose move it was: "Rome condemned the decision" is aimed at whoever took the decision told of before.

Words for and against often name only the deed, by a definite noun that takes up what was just told. The nearest
earlier claim that somebody else did is then the deed, and its actor the recipient.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from verbale.lexicon.arguments import load_argument_words
from verbale.reading.composing import Context
from verbale.reading.draft import Draft
from verbale.reading.parties import actors_at

_WORDS = frozenset({"criticise", "deny", "oppose", "praise", "accuse"})
_STATES = frozenset({"hold_office", "belong"})
_TALK = frozenset({"say", "warn", "demand", "praise", "criticise", "support", "deny"})
_SAYING = frozenset({"say", "accuse", "criticise", "demand", "warn"})
_TIES = frozenset({"align", "belong", "join", "leave"})
_GRIEVANCES = frozenset({"demand", "accuse", "criticise"})
_POINTING = frozenset({"the", "this", "these", "that", "those", "such"})
_TAKING_UP = frozenset({"npadvmod", "appos"})
_PRONOUNS = frozenset({"it", "this", "that"})
_RULINGS = frozenset({"order", "ruling", "verdict", "judgment", "judgement", "ban"})
_DECISIONS = _RULINGS | {"move", "decision", "step", "announcement", "measure"}
_NO_DECISIONS = frozenset(
    {"meet", "call", "visit", "attend", "protest", "negotiate", "cooperate", "honour", "contest"}
)
_OWN_DOERS = frozenset({"in", "by", "from"})
_JUDGEMENTS = frozenset({"accuse.call", "accuse.as"})
_REACH = 3


def bridge_recipients(context: Context, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts, those without recipient that judge a deed or words told before given who did or said it."""
    ordered = sorted(drafts, key=lambda d: d.trigger)
    return tuple(_bridge(context, draft, ordered) for draft in ordered)


def _bridge(context: Context, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    doc = context.doc
    if draft.type == "align" and not draft.recipient:
        return _align(doc, draft, drafts)
    if draft.type == "protest" and not draft.recipient:
        return _protest(doc, draft, drafts)
    if draft.type not in _WORDS or draft.recipient or not draft.actor:
        return draft
    noun = _judged(doc, draft)
    if noun is None or _accused_by_nobody(doc, draft, drafts):
        return _unaimed(draft)
    doers = _doers(doc, draft, noun, drafts) or _speakers(context, draft, noun)
    if not doers:
        return _unaimed(draft)
    return replace(draft.noted("bridging", f"{noun.text!r} takes up an earlier claim"), recipient=doers)


def _unaimed(draft: Draft) -> Draft:
    """What is called a wrong, but nobody's, is only criticised: "called the raid a violation of the truce"."""
    if draft.row not in _JUDGEMENTS:
        return draft
    return replace(draft.noted("bridging", "accuses nobody"), type="criticise")


def _align(doc: Doc, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """With whom: "has not aligned its policy with the bloc's and has not joined its sanctions" names it once."""
    start = doc[draft.trigger[0]].sent.start
    for other in drafts:
        if (
            start <= other.trigger[0] < draft.trigger[0]
            and other.type in _TIES
            and other.actor == draft.actor
        ):
            if other.recipient:
                return replace(draft.noted("bridging", "as in the same sentence"), recipient=other.recipient)
    return draft


def _protest(doc: Doc, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Against whom: those of whom the same people demand something, or whom they accuse, in the same sentence."""
    sentence = doc[draft.trigger[0]].sent
    for other in drafts:
        if (
            sentence.start <= other.trigger[0] < sentence.end
            and other.type in _GRIEVANCES
            and other.actor == draft.actor
            and other.recipient
        ):
            return replace(draft.noted("bridging", "whom they address"), recipient=other.recipient)
    return draft


def _judged(doc: Doc, draft: Draft) -> Token | None:
    """The definite noun that names the deed, None where it is no such noun."""
    span = draft.object or draft.topic
    if span is None:
        return None
    words = load_argument_words()
    root: Token = doc[span[0] : span[1]].root
    if root.lemma_ in ("be", "amount") and draft.row not in _JUDGEMENTS:
        root = next((c for c in root.children if c.dep_ == "nsubj" and c.lower_ != "it"), root)
    if root.lower_ in _PRONOUNS and root.pos_ in ("PRON", "DET"):
        return root
    if any(c.dep_ == "prep" and c.lower_ in _OWN_DOERS for c in root.children):
        return None
    pointing = any(c.dep_ == "det" and c.lower_ in _POINTING for c in root.children)
    pointing = pointing or root.dep_ in _TAKING_UP
    return root if pointing and root.lemma_.lower() in words.deeds | words.assertions else None


def _accused_by_nobody(doc: Doc, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a sentence accuses those who deny it and names no accuser: "Roe, accused of fraud, denied it"."""
    sentence = doc[draft.trigger[0]].sent
    return draft.type == "deny" and any(
        other.type == "accuse" and not other.actor and other.recipient == draft.actor
        for other in drafts
        if sentence.start <= other.trigger[0] < sentence.end
    )


def _doers(doc: Doc, draft: Draft, noun: Token, drafts: Sequence[Draft]) -> tuple[int, ...]:
    """The actors of the nearest earlier claim that fits what the noun takes up."""
    denied = draft.type == "deny" and noun.lower_ in _PRONOUNS
    said = denied or noun.lemma_.lower() in load_argument_words().assertions
    decided = noun.lemma_.lower() in _DECISIONS
    passed = 0
    at = doc[draft.trigger[0]].sent.start
    for earlier in reversed([d for d in drafts if d.trigger < draft.trigger]):
        if earlier.type in _STATES or not earlier.actor or (earlier.type in _TALK and not said):
            continue
        start = doc[earlier.trigger[0]].sent.start
        passed += start != at
        at = start
        if passed > (1 if noun.lower_ in _PRONOUNS else _REACH):
            return ()
        if decided and (earlier.type in _NO_DECISIONS or doc[earlier.trigger[0]].dep_ == "relcl"):
            continue
        doers = earlier.attributed_to if said and earlier.attributed_to else earlier.actor
        if said and not earlier.attributed_to and earlier.type not in _SAYING:
            continue
        if set(doers).isdisjoint(draft.actor):
            return doers
    return ()


def _speakers(context: Context, draft: Draft, noun: Token) -> tuple[int, ...]:
    """The actors of the nearest words cited before that a noun takes up, not farther than the sentence before."""
    sentence = noun.sent.start
    if noun.lemma_.lower() not in load_argument_words().assertions or not sentence:
        return ()
    earliest = context.doc[sentence - 1].sent.start
    for attribution in reversed(context.attributions.found):
        if earliest <= attribution.cue < draft.trigger[0]:
            found = actors_at(context.doc, attribution.speakers, context.cast)
            if found and set(found).isdisjoint(draft.actor):
                return found
    return ()
