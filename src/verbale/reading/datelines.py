"""Datelines, before the first sentence of a line: "GENEVA (AP) —", "MOSCOW, June 10. /TASS/.", "Nairobi, 12 May -"."""

import re
from functools import lru_cache

from spacy.tokens import Doc

from verbale.lexicon.places import resolve_place
from verbale.lexicon.territories import load_territories

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_AGENCY = r"(?:\([A-Za-z][^()\n]{1,40}\)|/[A-Za-z ]{2,20}/)"
_CAPITALS = r"[A-Z][A-Z'’.\-]+(?:[ /][A-Z][A-Z'’.\-]+){0,3}"
_NAME = r"[A-Z][\w'’.\-]+(?: [A-Z][\w'’.\-]+){0,2}"
_REGION = r"(?:, [A-Z][A-Za-z. ]{1,24}?)?"
_DATE = rf"(?:,? {_WEEKDAY}{_DAY})"
_END = r"(?:(?: ?(?:--|–|:)| -|\.)\s+| ?—\s*)(?=[\"“‘'A-Z])"

_DATELINE = re.compile(
    rf"^[ \t]*(?:{_CAPITALS}{_REGION}(?:{_DATE}\.?(?: {_AGENCY})?|\.? {_AGENCY})?"
    rf"|{_NAME}{_REGION}(?:{_DATE}\.?(?: {_AGENCY})?|\.? {_AGENCY})){_END}",
    re.MULTILINE,
)
_STOPPED = re.compile(rf"(?:{_AGENCY}|{_DAY})\.\s+$|[—–:\-]\s+$|—$")
_BARE = re.compile(rf"\s*(?P<town>{_CAPITALS}(?=\. )|{_NAME}(?=: ))[.:] (?=[\"“‘'A-Z])")


@lru_cache(maxsize=4)
def find_datelines(text: str) -> tuple[tuple[int, int], ...]:
    """Where datelines begin and end in a text, in characters; the end is where the first sentence begins.

    A place in capitals wants a dash or a colon behind it, one in small letters a date or an agency as well. A town
    that opens the text, known for one, is a dateline with a full stop ("KAMPALA.") or a colon ("Muscat:") alone.

    >>> text = "GENEVA (AP) — The council met."
    >>> [text[end:] for _, end in find_datelines(text)]
    ['The council met.']
    >>> find_datelines("Geneva is where the council met - as always.")
    ()
    """
    spans = [f.span() for f in _DATELINE.finditer(text) if _STOPPED.search(f.group())]
    bare = None if spans and spans[0][0] == 0 else _BARE.match(text)
    if bare and _is_town(bare["town"]):
        spans.insert(0, bare.span())
    return tuple(spans)


def _is_town(name: str) -> bool:
    """Whether a table knows a name for a seat of government or another town, and not for a country."""
    town = name.title()
    is_seat = load_territories().by_capital(town) is not None
    return is_seat or load_territories().by_name(town) is None and resolve_place(town) is not None


def dateline_tokens(doc: Doc) -> frozenset[int]:
    """The tokens that stand in datelines."""
    spans = (doc.char_span(start, end, alignment_mode="contract") for start, end in find_datelines(doc.text))
    return frozenset(token.i for span in spans if span is not None for token in span)
