"""Claims that only wrap another: "announced that it would leave" is the leaving, planned and attributed.

claims.md gives the inner claim with `attributed_to` the speaker, and neither a `say` nor a `pledge` beside it.
The other way round, working together that is only promised or agreed on belongs to the promise, and the "pass"
of "voted to pass" to the vote; what a vote removes somebody from is no measure.
"""

from collections.abc import Sequence

from verbale.reading.draft import Draft

_WRAPPERS = frozenset({"pledge", "say"})
_VOTED = frozenset({"dismiss", "appoint"})
_PROMISES = frozenset({"pledge", "agree"})


def without_shells(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts less the pledges and statements whose content is itself a claim among them.

    >>> pledge = Draft("pledge", "pledge.announce-will", (1, 2), topic=(2, 9))
    >>> leaving = Draft("leave", "leave.body", (4, 5))
    >>> [draft.type for draft in without_shells([pledge, leaving])]
    ['leave']
    """
    promises = [d for d in drafts if d.type in _PROMISES]
    changes = [d for d in drafts if d.type in _VOTED]
    drafts = [d for d in drafts if d.row != "adopt.vote-to" or not any(_holds(d.object, c) for c in changes)]
    measures = [d for d in drafts if d.type == "adopt"]
    kept = [d for d in drafts if not _is_content(d, promises, measures)]
    triggers = sorted(draft.trigger[0] for draft in kept)
    return tuple(d for d in kept if d.type not in _WRAPPERS or not _wraps(d, triggers))


def _is_content(draft: Draft, promises: Sequence[Draft], measures: Sequence[Draft]) -> bool:
    """Whether a draft is only what another one promises or adopts."""
    if draft.type == "cooperate":
        return any(_holds(other.topic or other.object, draft) for other in promises)
    if draft.type == "adopt":
        return any(_holds(other.object, draft) and other.actor == draft.actor for other in measures)
    return False


def _holds(span: tuple[int, int] | None, draft: Draft) -> bool:
    return span is not None and span[0] <= draft.trigger[0] < span[1]


def _wraps(draft: Draft, triggers: Sequence[int]) -> bool:
    if draft.topic is None:
        return False
    start, end = draft.topic
    return any(start <= trigger < end and trigger != draft.trigger[0] for trigger in triggers)
