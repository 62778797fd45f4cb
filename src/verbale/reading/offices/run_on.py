"""Names that run on after a title's complement: "Minister of Defence Ann Roe", "Mayor of Lodz Jan Kowal"."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from verbale.lexicon.places import resolve_place
from verbale.lexicon.territories import load_territories
from verbale.lexicon.titles import load_titles
from verbale.model import Kind
from verbale.reading.mention import Mention

_NAME_TAGS = frozenset({"NNP", "NN", "JJ", "VBN"})
_COMMON = frozenset({"NN", "NNS", "CD"})


def name_start(doc: Doc, start: int, end: int) -> int | None:
    """Where the name begins in the run of tokens `start` to `end` after "of"; None where it holds no name.

    The name is the last two or three capitals, with nothing among them that a body or a field is called by, after
    a word that closes the complement ("Defence", "Senate", "Elections") or after a place.
    """
    if end < len(doc) and doc[end].tag_ in _COMMON and not doc[end].is_sent_start:
        return None
    known = _known_words()
    first = end
    while first > start and _is_name_word(doc, first - 1) and doc[first - 1].lower_ not in known:
        first -= 1
    if 2 <= end - first <= 3 and first > start:
        return first if _closes(doc, first - 1) else None
    if first == start and end - start > 2:
        return _after_place(doc, start, end)
    return None


@cache
def _known_words() -> frozenset[str]:
    lexicon = load_titles()
    return lexicon.portfolios | lexicon.institutions | lexicon.ranks | frozenset(lexicon.nouns)


def _is_name_word(doc: Doc, at: int) -> bool:
    token = doc[at]
    return token.text[:1].isupper() and not token.text.isupper() and token.tag_ in _NAME_TAGS


def _closes(doc: Doc, at: int) -> bool:
    """Whether a complement may end with a word: a field, a body or a plural, and no adjective or article."""
    token, lexicon = doc[at], load_titles()
    if token.tag_ == "NNPS":
        return True
    closing = token.lower_.removesuffix("s") in lexicon.portfolios or token.lower_ in (
        lexicon.portfolios | lexicon.institutions
    )
    return (
        closing
        and token.tag_ in ("NN", "NNS", "NNP")
        and token.lower_ not in ("national", "foreign", "public")
    )


def _after_place(doc: Doc, start: int, end: int) -> int | None:
    """Where the name begins after the longest place that leaves two or three words for it, after the title of one."""
    nouns = [
        noun for token in doc[max(0, start - 3) : start] if (noun := load_titles().nouns.get(token.lower_))
    ]
    if not any(noun.scope == "place" or noun.named for noun in nouns):
        return None
    for cut in range(end - 2, max(start, end - 4), -1):
        name = doc[start:cut].text
        if resolve_place(name) is not None and not load_territories().longest_at([doc[cut].text], 0):
            return cut
    return None


def split_mentions(doc: Doc, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, the names of persons freed that were drawn into what their title is of: "Elections Ann Roe"."""
    found: list[Mention] = []
    for mention in mentions:
        cut = _cut_of(doc, mention)
        if cut is None:
            found.append(mention)
            continue
        person = doc[cut : mention.end]
        found.append(Mention(cut, mention.end, person.root.i, Kind.PERSON, person.text))
        if mention.kind is Kind.BODY and doc[cut - 1].lower_ in load_titles().institutions:
            body = doc[mention.start : cut]
            found.append(replace(mention, end=cut, head=body.root.i, name=body.text))
    return found


def _cut_of(doc: Doc, mention: Mention) -> int | None:
    if (
        mention.form != "name"
        or mention.kind not in (Kind.PERSON, Kind.BODY)
        or mention.end - mention.start < 3
    ):
        return None
    at = mention.start - 1
    while at > max(0, mention.start - 3) and doc[at].lower_ not in ("of", "for"):
        at -= 1
    if at < 1 or doc[at].lower_ not in ("of", "for") or not doc[mention.start].text[:1].isupper():
        return None
    titled = any(token.lower_ in load_titles().nouns for token in doc[max(0, at - 4) : at])
    return name_start(doc, mention.start, mention.end) if titled else None
