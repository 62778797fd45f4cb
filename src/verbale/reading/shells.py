"""Claims that only wrap another: "announced that it would leave" is the leaving, planned and attributed.

claims.md gives the inner claim with `attributed_to` the speaker, and neither a `say` nor a `pledge` beside it.
"""

from collections.abc import Sequence

from verbale.reading.draft import Draft

_WRAPPERS = frozenset({"pledge", "say"})


def without_shells(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts less the pledges and statements whose content is itself a claim among them.

    >>> pledge = Draft("pledge", "pledge.announce-will", (1, 2), topic=(2, 9))
    >>> leaving = Draft("leave", "leave.body", (4, 5))
    >>> [draft.type for draft in without_shells([pledge, leaving])]
    ['leave']
    """
    triggers = sorted(draft.trigger[0] for draft in drafts)
    return tuple(d for d in drafts if d.type not in _WRAPPERS or not _wraps(d, triggers))


def _wraps(draft: Draft, triggers: Sequence[int]) -> bool:
    if draft.topic is None:
        return False
    start, end = draft.topic
    return any(start <= trigger < end and trigger != draft.trigger[0] for trigger in triggers)
