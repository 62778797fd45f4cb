"""Quotations: words between quotation marks, over sentences and paragraphs, told as speech or as quoted words."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

_MARKS = {'"', "''", "``"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_CLOSERS = {",", ".", "!", "?"}
_SPEECH_WORDS = 4


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens `start` to `end`, quotation marks included.

    `is_speech`: a clause or more that somebody spoke; otherwise single quoted words ("a so-called "reset"").
    `is_closed`: False where the closing mark is missing; the quotation then ends with its paragraph.
    """

    start: int
    end: int
    is_speech: bool
    is_closed: bool = True


def find_quotations(doc: Doc) -> tuple[Quotation, ...]:
    """The quotations of a report in order; they never overlap.

    A quotation whose next paragraph opens with a mark again goes on there. Single marks are left alone: they are
    mostly apostrophes.

    >>> import spacy
    >>> doc = spacy.blank("en")('"We leave," she said of the "reset" of the walls. "It is')
    >>> [(q.start, q.end, q.is_closed) for q in find_quotations(doc)]
    [(0, 5, True), (9, 12, True), (16, 19, False)]
    """
    spans = [span for span in _spans(doc) if span[1] > span[0] + 1]
    return tuple(Quotation(start, end, _is_speech(doc, start, end), closed) for start, end, closed in spans)


def _spans(doc: Doc) -> Iterator[tuple[int, int, bool]]:
    opened: int | None = None
    for token in doc:
        if opened is not None and _ends_paragraph(token) and not _goes_on(doc, token.i):
            yield opened, token.i, False
            opened = None
        if token.text not in _MARKS:
            continue
        if opened is None:
            opened = token.i if _may_open(token) else None
        elif _may_close(token):
            yield opened, token.i + 1, True
            opened = None
        elif not _opens_paragraph(token):
            yield opened, token.i, False
            opened = token.i
    if opened is not None:
        yield opened, len(doc), False


def _ends_paragraph(token: Token) -> bool:
    return token.is_space and "\n" in token.text


def _goes_on(doc: Doc, line_end: int) -> bool:
    """Whether the next paragraph opens with a mark."""
    at = line_end + 1
    while at < len(doc) and doc[at].is_space:
        at += 1
    return at < len(doc) and doc[at].text in _MARKS


def _opens_paragraph(token: Token) -> bool:
    return token.i == 0 or _ends_paragraph(token.doc[token.i - 1])


def _space_before(token: Token) -> bool:
    if token.i == 0:
        return True
    before = token.doc[token.i - 1]
    return before.is_space or bool(before.whitespace_) or before.text in ("(", "[", "-", "–", "—", "'")


def _may_open(token: Token) -> bool:
    return _space_before(token) or not token.whitespace_


def _may_close(token: Token) -> bool:
    """A mark closes unless it clearly opens: space before it and none after."""
    return not (_space_before(token) and not token.whitespace_ and token.i + 1 < len(token.doc))


def _is_speech(doc: Doc, start: int, end: int) -> bool:
    inner = [t for t in doc[start + 1 : end] if not t.is_space and t.text not in _MARKS]
    if not inner:
        return False
    words = sum(t.is_alpha for t in inner)
    finite = any(t.tag_ in _FINITE for t in inner)
    return (finite and words > 1) or (words >= _SPEECH_WORDS and inner[-1].text in _CLOSERS)
