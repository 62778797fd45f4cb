"""A report's text cut into pieces that a page can mark: evidence, trigger words, mentions.

Spans may nest and overlap as they like; every character of the text comes out once, in order.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (half-open) of a text that are `kind` of whatever `ref` names.

    `kind` is "evidence", "trigger" (of a claim) or "mention" (of an actor).
    """

    start: int
    end: int
    kind: str
    ref: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words under the same marks: claims whose trigger they are, the actor they mention (the innermost)."""

    text: str
    triggers: tuple[str, ...] = ()
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive pieces that are evidence for the same claims; `first_of` are those that begin here."""

    pieces: tuple[Piece, ...]
    claims: tuple[str, ...] = ()
    first_of: tuple[str, ...] = ()


def mark_paragraphs(text: str, spans: Iterable[Span]) -> list[list[Run]]:
    """The paragraphs of a text (its lines that are not blank), each as runs of pieces.

    >>> spans = [Span(0, 14, "evidence", "c1"), Span(4, 7, "trigger", "c1"), Span(0, 3, "mention", "a1")]
    >>> [line] = mark_paragraphs("Ana met Martin.", spans)
    >>> [(run.claims, [piece.text for piece in run.pieces]) for run in line]
    [(('c1',), ['Ana', ' ', 'met', ' Martin']), ((), ['.'])]
    """
    kept = [span for span in spans if 0 <= span.start < span.end <= len(text)]
    seen: set[str] = set()
    paragraphs = []
    for line in _cut(text, kept):
        runs = []
        for claims, cuts in groupby(line, key=lambda cut: cut[1]):
            first_of = tuple(claim for claim in claims if claim not in seen)
            seen.update(claims)
            runs.append(Run(tuple(piece for piece, _ in cuts), claims, first_of))
        if any(piece.text.strip() for run in runs for piece in run.pieces):
            paragraphs.append(runs)
    return paragraphs


def _cut(text: str, spans: list[Span]) -> Iterable[list[tuple[Piece, tuple[str, ...]]]]:
    """Lines of the text as pieces, each with the claims that it is evidence for."""
    starts, ends = defaultdict(list), defaultdict(list)
    for span in spans:
        starts[span.start].append(span)
        ends[span.end].append(span)
    breaks = [at for at, char in enumerate(text) if char == "\n"]
    cuts = sorted({0, len(text), *starts, *ends, *breaks, *(at + 1 for at in breaks)})
    line: list[tuple[Piece, tuple[str, ...]]] = []
    active: dict[Span, None] = {}
    for start, end in pairwise(cuts):
        for span in ends[start]:
            active.pop(span, None)
        active.update(dict.fromkeys(starts[start]))
        if text[start:end] == "\n":
            yield line
            line = []
        else:
            line.append(_piece(text[start:end], active))
    yield line


def _piece(text: str, active: Iterable[Span]) -> tuple[Piece, tuple[str, ...]]:
    """A piece of text under the spans that are open there."""
    refs = defaultdict(dict)  # type: defaultdict[str, dict[str, None]]
    narrow: Span | None = None
    for span in active:
        refs[span.kind][span.ref] = None
        if span.kind == "mention" and (narrow is None or span.end - span.start < narrow.end - narrow.start):
            narrow = span
    piece = Piece(text, tuple(refs["trigger"]), narrow.ref if narrow else None)
    return piece, tuple(refs["evidence"])
