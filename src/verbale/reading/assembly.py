"""Put the reading together: actors that take part, claims with ids, evidence and offsets into the text as given."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from verbale.model import Actor, Claim, TextSpan
from verbale.reading.confidence import estimate_confidence
from verbale.reading.draft import Draft
from verbale.reading.mention import Cast
from verbale.reading.normalise import NormalisedText
from verbale.reading.parse import Parsed

_OUTER = "\"'()[],;:–—- \n"
_ARTICLES = {"the", "a", "an"}


def assemble(
    parsed: Parsed, cast: Cast, drafts: Sequence[Draft]
) -> tuple[tuple[Actor, ...], tuple[Claim, ...]]:
    """The actors that the drafts name, renumbered in order of first mention, and the drafts as claims."""
    used = sorted({a for d in drafts for a in (*d.actor, *d.recipient, *d.attributed_to)})
    ids = {index: f"a{number}" for number, index in enumerate(used, start=1)}
    actors = tuple(
        replace(cast.actors[i], id=ids[i], mentions=_given(cast.actors[i], parsed.text)) for i in used
    )
    claims = tuple(_claim(f"c{n}", draft, parsed, ids) for n, draft in enumerate(drafts, start=1))
    return actors, claims


def _given(actor: Actor, text: NormalisedText) -> tuple[tuple[int, int], ...]:
    return tuple(text.span_given(start, end) for start, end in actor.mentions)


def _claim(id_: str, draft: Draft, parsed: Parsed, ids: dict[int, str]) -> Claim:
    doc = parsed.doc
    sentence = doc[draft.trigger[0]].sent
    return Claim(
        id=id_,
        type=draft.type,
        evidence=_span(parsed, sentence.start_char, sentence.end_char),
        trigger=_span(parsed, doc[draft.trigger[0]].idx, _end(doc, draft.trigger[1])),
        mode=draft.mode,
        actor=_ids(draft.actor, ids),
        recipient=_ids(draft.recipient, ids),
        object=_words(doc, draft.object),
        office=draft.office,
        topic=_words(doc, draft.topic),
        quote=_words(doc, draft.quote),
        when=draft.when,
        place=draft.place,
        negated=draft.negated,
        status=draft.status,
        attributed_to=_ids(draft.attributed_to, ids),
        confidence=estimate_confidence(draft),
        trace=draft.trace,
    )


def _ids(indices: Iterable[int], ids: dict[int, str]) -> tuple[str, ...]:
    return tuple(ids[i] for i in indices)


def _end(doc: Doc, end: int) -> int:
    last = doc[end - 1]
    return last.idx + len(last.text)


def _span(parsed: Parsed, start: int, end: int) -> TextSpan:
    """The span of the text as given, without white space at its ends."""
    text = parsed.text.text
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    first, last = parsed.text.span_given(start, end)
    return TextSpan(first, last, parsed.report.text[first:last])


def _words(doc: Doc, span: tuple[int, int] | None) -> str | None:
    """The words of a token span on one line, without a leading article and outer punctuation."""
    if span is None or span[0] >= span[1]:
        return None
    start, end = span
    while end - start > 1 and doc[start].lower_ in _ARTICLES:
        start += 1
    return " ".join(doc[start:end].text.split()).strip(_OUTER) or None
