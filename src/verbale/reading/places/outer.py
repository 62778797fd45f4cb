"""What a place lies in, said after it: "Munich, Germany", "Sorab in southwestern Pakistan"."""

from collections.abc import Iterator

from spacy.tokens import Doc

from verbale.lexicon.places import resolve_place, whole_of
from verbale.lexicon.territories import load_territories
from verbale.reading.places.spans import PLACE_LABELS, join_words, name_span, object_of

_MAX_OUTER = 3


def read_outer(doc: Doc, name: str, end: int) -> tuple[int, tuple[str, ...]]:
    """What the place lies in, named after commas or "in", and where those words end.

    "In Geneva, Russia said" names two things: the outer name must hold the place or be set off by commas.
    """
    parts: list[str] = []
    for start, stop in _comma_names(doc, end):
        parts.append(join_words(doc, start, stop))
        if is_region(parts[-1]):
            return (stop, tuple(parts)) if _holds(name, tuple(parts), doc, stop) else (end, ())
    if parts and resolve_place(name) is None and resolve_place(parts[0]):
        return end, (parts[0],)
    return (end, ()) if parts else (end, _region_after(doc, end))


def _region_after(doc: Doc, end: int) -> tuple[str, ...]:
    """The region or state that "in" names right after a place: "in Sorab in southwestern Pakistan"."""
    at = end + 1 if end < len(doc) and doc[end].text == "," else end
    if at >= len(doc) or doc[at].lower_ != "in" or doc[at].sent.start > end - 1:
        return ()
    head = object_of(doc[at])
    if head is None or head.pos_ != "PROPN" or head.ent_type_ not in PLACE_LABELS:
        return ()
    name = join_words(doc, *name_span(head))
    return (whole_of(name),) if is_region(name) else ()


def _comma_names(doc: Doc, end: int) -> Iterator[tuple[int, int]]:
    """The runs of proper names that follow `end`, each after a comma."""
    for _ in range(_MAX_OUTER):
        if end + 1 >= len(doc) or doc[end].text != ",":
            return
        start = stop = end + 1
        while stop < len(doc) and (doc[stop].pos_ == "PROPN" or (stop > start and _joins(doc, stop))):
            stop += 1
        if stop == start or (stop < len(doc) and doc[stop].text == "'s"):
            return
        yield start, stop
        end = stop


def _joins(doc: Doc, at: int) -> bool:
    """Whether a hyphen or "of the" goes on with a name: "Baden-Baden", "Democratic Republic of the Congo"."""
    if doc[at].text == "-":
        return True
    behind = doc[at + 1] if at + 1 < len(doc) else None
    return behind is not None and (
        (doc[at].lower_ == "of" and (behind.pos_ == "PROPN" or behind.lower_ == "the"))
        or (doc[at].lower_ == "the" and behind.pos_ == "PROPN" and doc[at - 1].lower_ == "of")
    )


def is_region(text: str) -> bool:
    """Whether it names a state, a subdivision or a part of one: "Peru", "Tex.", "southwestern Pakistan"."""
    territories = load_territories()
    whole = whole_of(text)
    return bool(territories.candidates(whole)) or territories.by_abbreviation(whole) is not None


def _holds(name: str, parts: tuple[str, ...], doc: Doc, last: int) -> bool:
    """Whether the place lies in the region named last, or, being unknown, is set off as if it did."""
    inside = resolve_place(", ".join((name, *parts)))
    if inside and inside.lat is not None:
        return True
    return last >= len(doc) or doc[last].is_punct or doc[last].is_space
