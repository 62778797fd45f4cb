"""The same claim said again in one report is given once, with the fuller sentence."""

from collections.abc import Iterable

from verbale.model import Interval, When
from verbale.reading.draft import Draft
from verbale.reading.offices import same_office
from verbale.reading.terms import join_terms

_ONE_EVENT = frozenset({"meet", "call", "visit", "negotiate", "agree", "attend", "cooperate"})
_WORDS = frozenset(
    {
        "accuse",
        "demand",
        "pledge",
        "warn",
        "criticise",
        "praise",
        "deny",
        "support",
        "oppose",
        "restrict",
        "say",
    }
)
_ONE_SIDED = frozenset({"protest", "attack", "prosecute"})
_NEAR = 40
_BESIDE = 3
_ONE_BLOW = "attack.killed-in-strike"
_REPLACED = "leave.replaced"
_BY_OFFICE = frozenset({"hold_office", "appoint", "dismiss", "leave_office"})


def merge_drafts(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The drafts in order of the text, each claim once.

    Two drafts are one claim when type, mode, negation and status agree, their dates do not clash, and the parties
    are the same; for meetings and the like also where the parties of one are all among those of the other.
    """
    kept: list[Draft] = []
    sharing: dict[tuple[str, int], list[int]] = {}
    for draft in sorted(drafts, key=lambda d: (d.trigger, d.type)):
        keys = [(draft.type, party) for party in (*draft.actor, *draft.recipient)] or [(draft.type, -1)]
        rivals = sorted({i for key in keys for i in sharing.get(key, ())})
        at = next((i for i in rivals if _is_same(kept[i], draft)), None)
        if at is None:
            at = len(kept)
            kept.append(draft)
        else:
            kept[at] = _fuller(kept[at], draft)
        for key in keys:
            places = sharing.setdefault(key, [])
            if at not in places[-1:]:
                places.append(at)
    return tuple(sorted(_without_ends(kept), key=lambda d: (d.trigger, d.type)))


def _without_ends(drafts: list[Draft]) -> list[Draft]:
    """The drafts but for offices that only "replaced" says to have ended, where the holder is dismissed or resigns."""
    out = {(d.recipient, d.status) for d in drafts if d.type == "dismiss" and not d.negated}
    out |= {(d.actor, d.status) for d in drafts if d.mode == "resign" and not d.negated}
    return [d for d in drafts if d.row != _REPLACED or d.negated or (d.actor, d.status) not in out]


def _is_same(one: Draft, other: Draft) -> bool:
    if _is_one_shot(one, other):
        return True
    if one.negated != other.negated or one.status != other.status or one.mode != other.mode:
        return False
    if one.type in _BY_OFFICE:
        return _same_tenure(one, other)
    if one.trigger == other.trigger or not _dates_agree(one.when, other.when):
        return one.trigger == other.trigger and one.actor == other.actor and one.recipient == other.recipient
    if (one.actor, one.recipient) == (other.actor, other.recipient):
        if one.type in _WORDS:
            return one.topic is None and one.object is None
        if one.type in _ONE_EVENT:
            return True
        if one.type == "sanction" and (one.when is None) != (other.when is None):
            return False
        return one.object is None or other.object is None
    if one.row == other.row == _ONE_BLOW and one.actor == other.actor:
        return other.trigger[0] - one.trigger[0] < _NEAR
    if one.type in _ONE_SIDED and abs(one.trigger[0] - other.trigger[0]) < _NEAR and _fills(one, other):
        return True
    return one.type in _ONE_EVENT and _holds(one, other)


def _is_one_shot(one: Draft, other: Draft) -> bool:
    """Whether the two are one deed told twice: "shot and killed a soldier"."""
    return (
        {one.mode, other.mode} == {"strike", "kill"}
        and one.type == other.type == "attack"
        and bool(one.actor)
        and (one.actor, one.recipient) == (other.actor, other.recipient)
        and (one.negated, one.status) == (other.negated, other.status)
        and abs(one.trigger[0] - other.trigger[0]) <= _BESIDE
    )


def _same_tenure(one: Draft, other: Draft) -> bool:
    if (one.actor, one.recipient) != (other.actor, other.recipient) and one.type != "dismiss":
        return False
    if one.recipient != other.recipient:
        return False
    if one.office is None or other.office is None:
        return one.type != "hold_office"
    return same_office(one.office, other.office)


def _holds(one: Draft, other: Draft) -> bool:
    """Whether the parties of one of the two are all among those of the other."""
    mine, theirs = ({*d.actor, *d.recipient} for d in (one, other))
    return bool(mine & theirs) and (mine <= theirs or theirs <= mine)


def _fills(one: Draft, other: Draft) -> bool:
    """Whether the two name the same party on one side, and one of them less than the other on the other side."""
    if one.actor == other.actor:
        return _within(one.recipient, other.recipient)
    return one.recipient == other.recipient and _within(one.actor, other.actor)


def _within(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return {*one} <= {*other} or {*other} <= {*one}


def _dates_agree(one: When | None, other: When | None) -> bool:
    first, second = one.interval if one else None, other.interval if other else None
    if first is None or second is None:
        return True
    return (first.end is None) == (second.end is None) and _overlap(first, second)


def _overlap(one: Interval, other: Interval) -> bool:
    return not (
        (one.end and other.start and one.end < other.start)
        or (other.end and one.start and other.end < one.start)
    )


def _fuller(one: Draft, other: Draft) -> Draft:
    """The first of two drafts of one claim unless the second names more; what only the other has is added."""
    best, rest = (other, one) if _weight(other) > _weight(one) else (one, other)
    changes: dict[str, object] = {
        name: getattr(rest, name)
        for name in ("object", "topic", "quote", "when", "place", "office")
        if getattr(best, name) is None and getattr(rest, name) is not None
    }
    if _is_one_shot(one, other):
        changes["mode"] = "kill"
    if best.type == "hold_office" and "offices.begins" not in (best.row, rest.row):
        changes["when"] = join_terms(best.when, rest.when)
    return best.noted("duplicates", f"said again at token {rest.trigger[0]}", **changes)


def _weight(draft: Draft) -> int:
    return 2 * len(draft.actor) + 2 * len(draft.recipient) + (draft.when is not None)
