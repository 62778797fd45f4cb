"""Parties told in passing beside a name: "Roe (D-Ohio)", "Roe, a Republican", "Republican Rep. Roe"."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from verbale.lexicon.titles import load_titles

_LETTERS = {"R": "Republican Party", "D": "Democratic Party"}
_NOUNS = {"republican": "Republican Party", "democrat": "Democratic Party"}
_ADJECTIVES = {"republican": "Republican Party", "democratic": "Democratic Party"}
_RIVALS = frozenset({"challenger", "rival", "opponent"})
_ARTICLES = frozenset({"a", "an", "the"})
_COUNTRY = "us"
_FAR = 7
"""Tokens between "Republican" and the name ("Republican U.S. Sen. Roe", "Democratic challenger, former mayor Roe")."""


class Affiliation(NamedTuple):
    """The token that tells a party, the last token of the person's name, the party's name and country."""

    token: int
    person: int
    name: str
    country: str | None


def find_affiliations(doc: Doc, is_person: Callable[[int], bool]) -> Iterator[Affiliation]:
    """Every party that a letter, an acronym in brackets or one word tells of a named person.

    Args:
        doc: the report's parse.
        is_person: whether a token lies within a person's name.
    """
    for token in doc:
        lower = token.lower_
        if token.text in _LETTERS:
            found = _of_letter(token, is_person)
        elif lower in _NOUNS or lower in _ADJECTIVES:
            found = _of_word(token, is_person)
        elif token.text.isupper() and token.text.isalpha():
            found = _of_acronym(token, is_person)
        else:
            found = None
        if found:
            yield found


def tells_states_party(doc: Doc, at: int) -> bool:
    """Whether the mark of an American party begins at token `at`: "(D-Ohio)", ", R-Texas"."""
    words = [token.text for token in doc[at : at + 4]]
    return (
        len(words) == 4
        and words[0] in (",", "(")
        and words[1] in (*_LETTERS, "I")
        and words[2] in ("-", "–")
        and words[3][:1].isupper()
    )


def _of_letter(letter: Token, is_person: Callable[[int], bool]) -> Affiliation | None:
    before = letter.i - 2
    if before < 0 or not tells_states_party(letter.doc, letter.i - 1) or not is_person(before):
        return None
    return Affiliation(letter.i, before, _LETTERS[letter.text], _COUNTRY)


def _of_acronym(word: Token, is_person: Callable[[int], bool]) -> Affiliation | None:
    """In "Joan Roe (NDK, Lira)" the bracket tells party and seat."""
    doc, before = word.doc, word.i - 2
    if before < 0 or word.i + 2 >= len(doc) or not 2 <= len(word.text) <= 7:
        return None
    seated = doc[word.i + 1].text == "," and doc[word.i + 2].text[:1].isupper()
    if doc[word.i - 1].text != "(" or not seated or not is_person(before):
        return None
    return Affiliation(word.i, before, word.text, None)


def _of_word(word: Token, is_person: Callable[[int], bool]) -> Affiliation | None:
    person = _described(word, is_person) if word.lower_ in _NOUNS else None
    if person is not None:
        return Affiliation(word.i, person, _NOUNS[word.lower_], _COUNTRY)
    if word.lower_ in _ADJECTIVES:
        person = _named_after(word, is_person)
        if person is not None:
            return Affiliation(word.i, person, _ADJECTIVES[word.lower_], _COUNTRY)
    return None


def _described(noun: Token, is_person: Callable[[int], bool]) -> int | None:
    """Who is called so: "Roe, a Texas Republican", "Roe is a Democrat"."""
    if not any(c.lower_ in _ARTICLES or c.dep_ == "poss" for c in noun.children) or noun.tag_ in (
        "NNS",
        "NNPS",
    ):
        return None
    if noun.dep_ == "appos" and is_person(noun.head.i):
        return noun.head.i
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        subject = next((c for c in noun.head.children if c.dep_ == "nsubj"), None)
        return subject.i if subject is not None and is_person(subject.i) else None
    return None


def _named_after(adjective: Token, is_person: Callable[[int], bool]) -> int | None:
    """Whose title follows: "Republican Sen. Joan Roe", "Democratic challenger Joan Roe"."""
    doc, nouns = adjective.doc, load_titles().nouns
    titled = False
    for at in range(adjective.i + 1, min(adjective.i + _FAR, adjective.sent.end)):
        token = doc[at]
        if is_person(at):
            return _last_of_name(at, adjective.sent.end, is_person) if titled else None
        noun = nouns.get(token.lower_)
        sits = noun is not None and noun.scope == "member" and noun.word != "member" and not noun.plural
        if token.lower_ in _RIVALS or sits:
            titled = True
        elif token.pos_ not in ("PROPN", "NOUN", "ADJ", "PUNCT") or token.lower_ in ("party", "and"):
            return None
    return None


def _last_of_name(at: int, end: int, is_person: Callable[[int], bool]) -> int:
    while at + 1 < end and is_person(at + 1):
        at += 1
    return at
