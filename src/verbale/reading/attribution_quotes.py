"""Whose words a quotation is: the cue beside it, a colon before it, or whoever spoke last."""

from bisect import bisect_left
from dataclasses import dataclass, field

from spacy.tokens import Doc

from verbale.reading.arguments import surface_subject
from verbale.reading.quotations import Quotation

Range = tuple[int, int]
Cue = tuple[int, tuple[int, ...]]

_NEAR = 14
_COLON_REACH = 60


@dataclass(slots=True)
class Cited:
    """Quotations by the cue that cites them, and those without one: (place, speakers, range)."""

    by_cue: dict[int, tuple[Range, ...]] = field(default_factory=dict)
    without_cue: list[tuple[int, tuple[int, ...], Range]] = field(default_factory=list)


def cite_quotations(doc: Doc, quotations: tuple[Quotation, ...], cues: list[Cue]) -> Cited:
    """Give every quotation of speech to a speaker where one can be made out.

    `cues`: token and speakers of each word of speech, in order of the text.
    """
    cited = Cited()
    last: tuple[int, ...] = ()
    last_end = -1
    for quotation in quotations:
        if not quotation.is_speech:
            continue
        span = (quotation.start, quotation.end)
        cue = _nearest_cue(doc, quotation, cues)
        if cue is not None:
            cited.by_cue[cue[0]] = (*cited.by_cue.get(cue[0], ()), span)
            last = cue[1] or last
        else:
            speakers = _before_colon(doc, quotation.start) or (
                last if _follows(doc, quotation, last_end) else ()
            )
            if speakers:
                cited.without_cue.append((quotation.start, speakers, span))
                last = speakers
        last_end = quotation.end
    return cited


def _nearest_cue(doc: Doc, quotation: Quotation, cues: list[Cue]) -> Cue | None:
    """The cue with a speaker nearest to the quotation, outside of it, in the sentence it ends or starts in."""
    low = _sentence_start(doc, quotation.start, quotation.start - _NEAR)
    high = _sentence_end(doc, quotation.end - 1, quotation.end + _NEAR)
    best: tuple[int, Cue] | None = None
    for at in _window(cues, low, high):
        cue = cues[at]
        if quotation.start <= cue[0] < quotation.end or not cue[1] or _parted(doc, quotation, cue[0]):
            continue
        distance = quotation.start - cue[0] if cue[0] < quotation.start else cue[0] - quotation.end
        if best is None or distance < best[0]:
            best = distance, cue
    return best[1] if best else None


def _parted(doc: Doc, quotation: Quotation, cue: int) -> bool:
    """Whether a semicolon stands between a cue and a quotation, which is then another's or comes later."""
    between = doc[cue : quotation.start] if cue < quotation.start else doc[quotation.end : cue]
    return any(t.text == ";" for t in between)


def _window(cues: list[Cue], low: int, high: int) -> range:
    return range(bisect_left(cues, (low, ())), bisect_left(cues, (high, ())))


def _sentence_start(doc: Doc, at: int, limit: int) -> int:
    while at > max(0, limit) and not doc[at].is_sent_start:
        at -= 1
    return at


def _sentence_end(doc: Doc, at: int, limit: int) -> int:
    at += 1
    while at < min(len(doc), limit) and not doc[at].is_sent_start:
        at += 1
    return at


def _before_colon(doc: Doc, start: int) -> tuple[int, ...]:
    """The subject of the clause that a colon before the quotation ends."""
    if start == 0 or doc[start - 1].text != ":":
        return ()
    for at in range(start - 2, max(-1, start - _COLON_REACH), -1):
        token = doc[at]
        if token.pos_ in ("VERB", "AUX") and token.dep_ in ("ROOT", "conj", "ccomp"):
            return tuple(t.i for t in surface_subject(token))
        if token.is_sent_start:
            break
    return ()


def _follows(doc: Doc, quotation: Quotation, last_end: int) -> bool:
    """Whether a quotation goes on with the last one: it opens a sentence, at most one sentence after that one."""
    if last_end < 0:
        return False
    sentences = 0
    for at in range(last_end, quotation.start):
        sentences += bool(doc[at].is_sent_start)
        if sentences > 1:
            return False
    opens = quotation.start
    return bool(doc[opens].is_sent_start) or (opens > 0 and doc[opens - 1].is_space)
