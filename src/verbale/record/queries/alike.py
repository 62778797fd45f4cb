"""Which claims make one line: those of one event, and those that say the same of the same days."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from verbale.record.queries.claim_rows import ClaimRow
from verbale.record.queries.events import Event, find_speaker
from verbale.record.wording.sentences import say_claim
from verbale.record.words import list_words


def group_alike(
    claims: Iterable[ClaimRow], events: Mapping[str, Event], subject: str | None = None
) -> dict[str, tuple[ClaimRow, ...]]:
    """The claims of each line by its name, which is the event's where it has one; the claim that speaks for it first.

    Args:
        claims: as reviewers left them.
        events: by id, those that the claims tell of.
        subject: an identity that is named first.
    """
    groups: dict[str, list[ClaimRow]] = defaultdict(list)
    for claim in claims:
        groups[_name(claim, subject, events)].append(claim)
    fuller = _fold_poorer(groups, events, subject)
    return {name: _gather(group, events.get(name)) for name, group in fuller.items()}


def _name(claim: ClaimRow, subject: str | None, events: Mapping[str, Event]) -> str:
    """What claims share that make one line: the event, else day and sentence."""
    if claim.event in events:
        return str(claim.event)
    return f"{claim.when_start} {claim.when_end} {say_claim(claim, subject).casefold()}"


def _fold_poorer(
    groups: Mapping[str, Sequence[ClaimRow]], events: Mapping[str, Event], subject: str | None
) -> dict[str, list[ClaimRow]]:
    """The groups, those put with a fuller one that say the same of the same days in fewer words: "criticised him"."""
    kept = {name: list(group) for name, group in groups.items()}
    alike: dict[object, list[str]] = defaultdict(list)
    for name, (claim, *_) in groups.items():
        if name not in events:
            bare = replace(claim, object=None, topic=None, quote=None)
            days = (claim.when_start, claim.when_end, claim.published)
            alike[days, say_claim(bare, subject)].append(name)
    for names in alike.values():
        names.sort(key=lambda name: (-len(_list_details(kept[name][0])), name))
        for at, name in enumerate(names):
            words = _list_details(kept[name][0])
            fuller = next(
                (each for each in names[:at] if each in kept and words <= _list_details(kept[each][0])), None
            )
            if fuller:
                kept[fuller] += kept.pop(name)
    return kept


def _list_details(claim: ClaimRow) -> frozenset[str]:
    """The words of object, topic and quote."""
    return frozenset(list_words(f"{claim.object or ''} {claim.topic or ''} {claim.quote or ''}"))


def _gather(group: Sequence[ClaimRow], event: Event | None) -> tuple[ClaimRow, ...]:
    """The claims of a line: those of the event, in the values that reviewers gave them; the speaker first."""
    if event is None:
        first = sorted(group, key=lambda claim: (claim.published or date.max, claim.id))
        return tuple(sorted(first, key=lambda claim: -len(_list_details(claim))))
    seen = {claim.id: claim for claim in group}
    speaker = seen.get(event.speaker.id) or find_speaker(group)
    rest = (seen.get(claim.id, claim) for claim in event.claims if claim.id != speaker.id)
    return (speaker, *(claim for claim in rest if not (claim.review and claim.review.verdict == "reject")))
