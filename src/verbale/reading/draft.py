"""Drafts: claims while they are being put together, with parties as indices into the cast."""

from dataclasses import dataclass, replace
from typing import Any

from verbale.model import Office, Place, Status, TraceStep, When


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before it gets ids and offsets; `trigger`, `object`, `topic` and `quote` are token spans, half-open.

    `row` names the row of the lexicon, or the step, that proposed it; `confidence` is the judge's, None without one.
    """

    type: str
    row: str
    trigger: tuple[int, int]
    actor: tuple[int, ...] = ()
    recipient: tuple[int, ...] = ()
    mode: str | None = None
    office: Office | None = None
    object: tuple[int, int] | None = None
    topic: tuple[int, int] | None = None
    quote: tuple[int, int] | None = None
    when: When | None = None
    place: Place | None = None
    negated: bool = False
    status: Status = Status.HAPPENED
    attributed_to: tuple[int, ...] = ()
    trace: tuple[TraceStep, ...] = ()
    confidence: float | None = None

    def noted(self, step: str, note: str, **changes: Any) -> "Draft":
        """The draft with `changes` made and a line in its trace that says which step made them, and why.

        >>> Draft("meet", "meet.with", (3, 4)).noted("factuality", "row will", status=Status.PLANNED).status.value
        'planned'
        """
        return replace(self, trace=(*self.trace, TraceStep(step, note)), **changes)
