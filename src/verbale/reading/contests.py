"""One sentence, one contest: who won is no candidate any more, and one result is given once."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from verbale.reading.draft import Draft

_BY_TITLE = "contest.candidate"
_SHARES = frozenset({"contest.share"})


def settle_contests(drafts: Sequence[Draft], doc: Doc) -> list[Draft]:
    """The drafts in order, those `contest` ones left out or joined that another of the same sentence makes needless.

    A share of the vote beside another contest tells nothing more. A candidate who wins, loses or is elected is no
    `run` of its own; nor is a campaign that is given up. Two results of one mode for the same actors are one claim.
    """
    decided = {(_sentence(d, doc), d.actor[:1]) for d in drafts if _decides(d)}
    decided |= {
        (_sentence(d, doc), d.recipient[:1]) for d in drafts if d.type == "appoint" and d.mode == "elect"
    }
    quit_ = {(_sentence(d, doc), d.actor) for d in drafts if _is_run(d) and d.negated}
    told = {_sentence(d, doc) for d in drafts if d.type == "contest" and d.row not in _SHARES}
    told |= {_sentence(d, doc) for d in drafts if d.type == "appoint" and d.mode == "elect"}
    kept: list[Draft] = []
    at: dict[tuple[int, str | None, tuple[int, ...]], int] = {}
    for draft in drafts:
        where = _sentence(draft, doc)
        if draft.row in _SHARES and where in told:
            continue
        if draft.row == _BY_TITLE and (where, draft.actor[:1]) in decided and len(draft.actor) == 1:
            continue
        if _is_run(draft) and not draft.negated and (where, draft.actor) in quit_:
            continue
        key = (where, draft.mode, draft.actor)
        if draft.type == "contest" and key in at:
            kept[at[key]] = _joined(kept[at[key]], draft)
            continue
        if draft.type == "contest":
            at[key] = len(kept)
        kept.append(draft)
    return [_against_loser(draft, kept, doc) for draft in kept]


def _against_loser(draft: Draft, drafts: Sequence[Draft], doc: Doc) -> Draft:
    """A win with the one who concedes or comes second in the same sentence as the beaten side."""
    if not _decides(draft) or draft.mode != "win" or draft.recipient:
        return draft
    where = _sentence(draft, doc)
    here = [d for d in drafts if _decides(d) and _sentence(d, doc) == where and d is not draft]
    if len(here) != 1 or here[0].mode != "lose" or set(here[0].actor) & set(draft.actor):
        return draft
    return draft.noted("contests", "lost by the other side in the same sentence", recipient=here[0].actor)


def _sentence(draft: Draft, doc: Doc) -> int:
    start: int = doc[draft.trigger[0]].sent.start
    return start


def _decides(draft: Draft) -> bool:
    return draft.type == "contest" and draft.mode in ("win", "lose") and not draft.negated


def _is_run(draft: Draft) -> bool:
    return draft.type == "contest" and draft.mode == "run"


def _joined(one: Draft, other: Draft) -> Draft:
    """The first of two drafts of one result, with whom only the second names as beaten."""
    return one if one.recipient else replace(one, recipient=other.recipient)
