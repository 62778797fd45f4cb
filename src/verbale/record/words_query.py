"""What a person types into a search field, as either database understands it."""

import re
from dataclasses import dataclass

from verbale.errors import SearchError
from verbale.record.words import list_words

_TERM = re.compile(r'(-?)(?:"([^"]*)"|([^\s"]+))')
MOST_TERMS = 50
"""Words and phrases in one query; more is hardly meant and slow."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand next to each other; `prefix`: the last one only begins so."""

    words: tuple[str, ...]
    prefix: bool = False

    def to_fts5(self) -> str:
        """As FTS5 writes it."""
        return f'"{" ".join(self.words)}"' + ("*" if self.prefix else "")

    def to_tsquery(self) -> str:
        """As a tsquery."""
        last = len(self.words) - 1
        return " <-> ".join(
            f"'{word}'" + (":*" if self.prefix and nth == last else "") for nth, word in enumerate(self.words)
        )


@dataclass(frozen=True, slots=True)
class WordsQuery:
    """`wanted` are groups, one term of each of which must be there; none of `unwanted` may."""

    wanted: tuple[tuple[Term, ...], ...]
    unwanted: tuple[Term, ...] = ()

    def to_fts5(self) -> str:
        """As FTS5's MATCH takes it."""
        groups = " AND ".join("(" + " OR ".join(t.to_fts5() for t in group) + ")" for group in self.wanted)
        return (
            groups
            if not self.unwanted
            else (f"({groups}) NOT (" + " OR ".join(t.to_fts5() for t in self.unwanted) + ")")
        )

    def to_tsquery(self) -> str:
        """As PostgreSQL's tsquery."""
        groups = ["(" + " | ".join(f"({t.to_tsquery()})" for t in group) + ")" for group in self.wanted]
        return " & ".join(groups + [f"!({t.to_tsquery()})" for t in self.unwanted])


def parse_words(text: str) -> WordsQuery:
    """The query that a text means: all words, `"these words together"`, `this OR that`, `-without`, `begin*`.

    Raises:
        SearchError: a quotation mark that is not closed, an OR without two sides, or no word to look for.

    >>> parse_words('sanction* "foreign minister" -Serbia').to_fts5()
    '(("sanction"*) AND ("foreign minister")) NOT ("serbia")'
    >>> parse_words("met OR called").to_tsquery()
    "(('met') | ('call'))"
    """
    if text.count('"') % 2:
        raise SearchError(
            f"search {text!r} has a quotation mark that is not closed: add one, or leave it out"
        )
    wanted: list[list[Term]] = []
    unwanted: list[Term] = []
    joins = False
    for minus, phrase, word in _TERM.findall(text):
        if word == "OR" and not minus:
            if joins or not wanted:
                raise SearchError(f"search {text!r} has an OR without a word on either side: give both")
            joins = True
            continue
        term = _make_term(phrase or word)
        if term is None:
            continue
        if minus:
            unwanted.append(term)
        elif joins:
            wanted[-1].append(term)
        else:
            wanted.append([term])
        joins = False
    _check(text, wanted, unwanted, joins=joins)
    return WordsQuery(tuple(map(tuple, wanted)), tuple(unwanted))


def _make_term(text: str) -> Term | None:
    """The term of one word or phrase; None where it has neither letter nor digit."""
    words = list_words(text)
    return Term(tuple(words), text.endswith("*")) if words else None


def _check(text: str, wanted: list[list[Term]], unwanted: list[Term], *, joins: bool) -> None:
    if joins:
        raise SearchError(f"search {text!r} ends with OR: give a word behind it")
    if not wanted and unwanted:
        raise SearchError(f"search {text!r} only says what is not wanted: give a word to look for too")
    if not wanted:
        raise SearchError(f"search {text!r} has no word to look for: give letters or digits")
    if sum(map(len, wanted)) + len(unwanted) > MOST_TERMS:
        raise SearchError(f"the search has more than {MOST_TERMS} words: give fewer")
