"""Whether words that look like a date are one where they stand, and whether they only modify a noun."""

from spacy.tokens import Doc, Token

_PREPOSITIONS = (
    "in since until till by from to between during through throughout before after of for on as than"
)
_TIME_WORDS = frozenset(_PREPOSITIONS.split()) | frozenset(
    ["and", "or", "early", "late", "mid", "around", "about", "circa", "year", "next", "last", "this", "that"]
)
_LAWS = frozenset(("Act", "Bill", "Ordinance", "Order", "Regulations", "Rules", "Code", "Charter", "Decree"))
_AMBIGUOUS_MONTHS = frozenset(("May", "March", "August", "April", "June"))
_SEASON_OPENERS = frozenset(("in", "during", "since", "until", "by", "through", "for", "over", "of", "from"))


def stands_as_time(doc: Doc, start: int, end: int, bare: str | None) -> bool:
    """Whether the tokens are a time where they stand; only rules marked `bare` can be mistaken."""
    if bare is None or (any(c.isdigit() for c in doc[start : end - 1].text) and bare != "year"):
        return _no_habit(doc, start)
    if bare == "month":
        return _month_stands(doc, start, end)
    if bare == "quarter":
        return _before(doc, start) in ("in", "during", "for", "since", "by", "until")
    if bare == "season":
        return _season_stands(doc, start, end)
    return _year_stands(doc, start, end)


def _no_habit(doc: Doc, start: int) -> bool:
    return start == 0 or doc[start - 1].lower_ not in ("every", "each")


def _month_stands(doc: Doc, start: int, end: int) -> bool:
    token, before = doc[end - 1], _before(doc, start)
    if end - start > 1:
        return True
    if token.ent_type_ == "PERSON" or token.tag_ == "MD":
        return False
    if before in _TIME_WORDS or (_after(doc, end) == "'s" and before not in ("", "mrs.")):
        return True
    return token.text not in _AMBIGUOUS_MONTHS and token.ent_type_ == "DATE"


def _season_stands(doc: Doc, start: int, end: int) -> bool:
    first = doc[start].lower_
    if any(c.isdigit() for c in doc[end - 1].text):
        return True
    if first in ("last", "this", "next", "early", "late", "mid"):
        return True
    if first in ("the", "spring", "summer", "autumn", "fall", "winter"):
        noun = doc[end - 1]
        return _before(doc, start) in _SEASON_OPENERS and not _has_of(doc, end) and noun.dep_ == "pobj"
    return True


def _has_of(doc: Doc, end: int) -> bool:
    return _after(doc, end) in ("of", "in")


def _year_stands(doc: Doc, start: int, end: int) -> bool:
    token, before = doc[end - 1], _before(doc, start)
    if end - start > 1:
        return True
    if _names_a_law(doc, start):
        return False
    if before in (
        "resolution",
        "article",
        "law",
        "act",
        "no.",
        "decree",
        "flight",
        "section",
        "number",
        "#",
    ):
        return False
    if token.ent_type_ == "DATE" or (before in _TIME_WORDS and token.head.pos_ == "ADP"):
        return not _counts(token)
    if before == "(" or _after(doc, end) == "'s":
        return True
    return (
        token.dep_ in ("nummod", "compound", "amod", "nmod")
        and token.head.tag_ in ("NN", "NNP", "NNPS")
        and (token.head.i > token.i)
    )


def _names_a_law(doc: Doc, start: int) -> bool:
    """Whether the year is the last word of a law's name: "the Public Holidays (Amendment) Bill, 2015"."""
    at = start - 2 if _before(doc, start) == "," else start - 1
    return at > 0 and doc[at].text in _LAWS and (doc[at - 1].text[0].isupper() or doc[at - 1].text == ")")


def _counts(token: Token) -> bool:
    """Whether it is a number of things and no year, as in "2000 troops"."""
    return (
        token.dep_ == "nummod"
        and token.head.tag_ == "NNS"
        and token.head.i == token.i + 1
        and (_before(token.doc, token.i) not in ("the", "'s", "its", "their", "his", "her"))
    )


def is_modifier(doc: Doc, start: int, end: int, head: int) -> bool:
    """Whether the expression belongs to a noun beside it: "Monday's attack", "the 2020 election"."""
    token = doc[head]
    if token.dep_ not in ("poss", "compound", "nummod", "amod", "nmod") or start <= token.head.i < end:
        return False
    return token.head.i >= end and token.head.pos_ in ("NOUN", "PROPN")


def _before(doc: Doc, start: int) -> str:
    return doc[start - 1].lower_ if start > 0 else ""


def _after(doc: Doc, end: int) -> str:
    return doc[end].lower_ if end < len(doc) else ""
