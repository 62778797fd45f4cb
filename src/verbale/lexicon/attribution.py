"""Words that cite somebody, as data: verbs of speech, nouns of speech, "according to".

    - id: say
      verbs: [say, state]
      content: [clause, quote]
      neutral: true
      examples: ["{Marin} said the cabinet had [fallen]."]
      counterexamples: ["Marin said she was tired and [left] Oslo."]

`content` names what holds the words cited: `clause` (finite complement), `quote`, `object`, `infinitive`, `gerund`,
`main` (the clause that the cue hangs on: "according to") or a preposition (`for`: "thanked him for leading").
In examples the speaker stands in {braces}, the predicate cited in [brackets].
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from verbale.errors import DataError
from verbale.lexicon.tables import load_table

_KEYS = {"id", "verbs", "nouns", "phrases", "content", "neutral", "examples", "counterexamples"}


@dataclass(frozen=True, slots=True)
class SpeechRow:
    """One way to cite; `neutral`: it says nothing but that something was said (a `say` claim where no other fits)."""

    id: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    neutral: bool = False
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SpeechLexicon:
    """All rows, by the lemma of a verb or noun and by phrase.

    `documents`: nouns that speak for whoever issues them. `outlets`: nouns that a name stands before. `announcing`:
    verbs that cite their subject for what they announce, even where they are the predicate themselves. `particled`:
    verbs that speak only with a particle.
    """

    rows: tuple[SpeechRow, ...]
    verbs: Mapping[str, SpeechRow]
    nouns: Mapping[str, SpeechRow]
    phrases: Mapping[str, SpeechRow]
    documents: frozenset[str]
    outlets: frozenset[str]
    announcing: frozenset[str]
    particled: frozenset[str]


@cache
def load_speech(language: str = "en") -> SpeechLexicon:
    """The speech words of a language, checked.

    Raises:
        DataError: a row has an unknown key, no content or examples, or a word stands in two rows.

    >>> load_speech().verbs["announce"].neutral
    True
    """
    content = load_table(language, "attribution.yaml")
    rows = tuple(_read_row(given) for given in content["rows"])
    verbs, nouns, phrases = (_index(rows, kind) for kind in ("verbs", "nouns", "phrases"))
    lists = (frozenset(content[key]) for key in ("documents", "outlets", "announcing", "particled"))
    return SpeechLexicon(rows, verbs, nouns, phrases, *lists)


def _read_row(given: Mapping[str, Any]) -> SpeechRow:
    where = f"attribution.yaml, row {given.get('id', '?')}"
    unknown = sorted(set(given) - _KEYS)
    if unknown:
        raise DataError(f"{where}: unknown key {unknown[0]!r}; see verbale.lexicon.attribution for the keys")
    if not given.get("content") or not given.get("examples"):
        raise DataError(f"{where}: a row needs content and examples")
    lists = {key: tuple(given.get(key, ())) for key in sorted(_KEYS - {"id", "neutral"})}
    return SpeechRow(id=given["id"], neutral=bool(given.get("neutral", False)), **lists)


def _index(rows: tuple[SpeechRow, ...], kind: str) -> dict[str, SpeechRow]:
    found: dict[str, SpeechRow] = {}
    for row in rows:
        for word in getattr(row, kind):
            if word in found:
                raise DataError(
                    f"attribution.yaml: {word!r} stands in {found[word].id!r} and {row.id!r}; keep one"
                )
            found[word] = row
    return found
