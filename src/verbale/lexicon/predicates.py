"""Predicate rows: the grammar of claims as data, one file a claim type in `data/en/predicates/`.

A row names its trigger (verb, noun or adjective lemmas), the slots that fill each role, and what must hold:

    - id: meet.with
      verb: [meet, confer]
      actor: [subj, with, obj]
      examples: ["Marin met with her Estonian counterpart in Tallinn."]

Slots of a verb: `subj`, `obj`, `iobj`, `attr`, `adv`, `aux`, any preposition (`with`), `that` (finite complement),
`duty` (one that tells what is to be done), `inf`, `ing`, `when` (what happened at the time), `prt` (the particles
and adverbs after it: "backed [out]").
Slots of a noun: `subj` (possessor, `by`, demonym or the subject of its support verb), `poss`, `mod` (premodifiers),
`lent` (the subject of its support verb only), `anti` ("anti-government"), `defended` (whom the sentence supports
against it), `det`, `verb` and `prep` (the verb or preposition that governs it), `bearer` (who is what the noun
says), `self`, `clause` (subject of the clause it stands in), any preposition.
`sentence`, of either, is every word of its sentence, for `where` and `unless`.
`obj.holder` is whoever owns or does the thing that fills `obj` ("condemned Russia's strikes": Russia);
`that.subj` is the subject of the complement clause. A role takes the first slot that yields actors;
symmetric types take all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from verbale.errors import DataError
from verbale.lexicon.tables import data_path, load_table

_LISTS = (
    "verb",
    "noun",
    "adjective",
    "particle",
    "actor",
    "recipient",
    "object",
    "topic",
    "requires",
    "support",
)
_MAPS = ("where", "unless", "kinds")
_PLAIN = (
    *("id", "mode", "status", "negated", "office", "adds", "voice", "split"),
    *("examples", "counterexamples"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One construction that says a claim of `type`; see the module's docstring for slots.

    `particle`: one of these must stand with the verb ("turn down").
    `requires`: roles that must be filled; `two`: two actors or a group, `pair`: two actors. `where` / `unless`:
    lemmas that the head of a slot must / must not have ("*" for anything at all). `kinds`: the kinds of actor a
    role takes. `support`: verbs beside the general ones that lend a noun their subject. `adds`: fires beside other
    rows of the same trigger. `voice`: active or passive only. `office`: the predicate takes an office phrase.
    `split`: one claim for each actor of this role.
    """

    id: str
    type: str
    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    adjective: tuple[str, ...] = ()
    particle: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    mode: str | None = None
    status: str | None = None
    negated: bool = False
    office: bool = False
    adds: bool = False
    voice: str | None = None
    split: str | None = None
    requires: tuple[str, ...] = ("actor",)
    support: tuple[str, ...] = ()
    where: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unless: Mapping[str, frozenset[str]] = field(default_factory=dict)
    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    examples: tuple[Any, ...] = ()
    counterexamples: tuple[str, ...] = ()

    @property
    def weight(self) -> int:
        """How much the row asks for: of the rows that one trigger fires, the weightiest speaks."""
        asked = len(self.where) + bool(self.particle) + ("two" in self.requires)
        return 2 * asked + len(self.requires) + bool(self.voice)


@dataclass(frozen=True, slots=True)
class PredicateLexicon:
    """All rows, by the lemma of their trigger."""

    rows: tuple[Row, ...]
    verbs: Mapping[str, tuple[Row, ...]]
    nouns: Mapping[str, tuple[Row, ...]]
    adjectives: Mapping[str, tuple[Row, ...]]


@cache
def load_predicates(language: str = "en") -> PredicateLexicon:
    """The rows of a language, checked.

    Raises:
        DataError: a file has an unknown key, a doubled id, a list that it does not define, or a row without an id,
            a trigger or examples.

    >>> [row.id for row in load_predicates().verbs["confer"] if row.type == "meet"][:1]
    ['meet.with']
    """
    rows: list[Row] = []
    names = sorted(file.name for file in data_path(language, "predicates").iterdir())
    for name in names:
        if name.endswith(".yaml"):
            rows += _read_rows(name, load_table(language, "predicates", name))
    _check_ids(rows)
    return PredicateLexicon(tuple(rows), *(_index(rows, kind) for kind in ("verb", "noun", "adjective")))


def _read_rows(file: str, content: Mapping[str, Any]) -> list[Row]:
    shared = content.get("defaults", {})
    lists = content.get("lists", {})
    return [_read_row(file, content["type"], {**shared, **row}, lists) for row in content["rows"]]


def _read_row(file: str, type_: str, given: Mapping[str, Any], lists: Mapping[str, list[str]]) -> Row:
    unknown = set(given) - {*_LISTS, *_MAPS, *_PLAIN}
    where = f"{file}, row {given.get('id', '?')}"
    if unknown:
        raise DataError(f"{where}: unknown key {min(unknown)!r}; see verbale.lexicon.predicates for the keys")
    if "id" not in given:
        raise DataError(f"{where}: a row needs an id, such as '{type_}.with'")
    if not any(given.get(kind) for kind in ("verb", "noun", "adjective")) or not given.get("examples"):
        raise DataError(f"{where}: a row needs a trigger (verb, noun or adjective) and examples")
    row: dict[str, Any] = {"type": type_, **given}
    row.update({key: tuple(_named(given[key], lists, where)) for key in _LISTS if key in given})
    for key in _MAPS:
        if key in given:
            row[key] = {slot: frozenset(_named(words, lists, where)) for slot, words in given[key].items()}
    row["examples"] = tuple(given["examples"])
    row["counterexamples"] = tuple(given.get("counterexamples", ()))
    return Row(**row)


def _named(words: str | list[str], lists: Mapping[str, list[str]], where: str) -> list[str]:
    """Words with `@name` replaced by the file's list of that name."""
    found: list[str] = []
    for word in [words] if isinstance(words, str) else words:
        if not word.startswith("@"):
            found.append(word)
        elif word[1:] in lists:
            found += lists[word[1:]]
        else:
            raise DataError(
                f"{where}: no list {word[1:]!r} under `lists`; define it there or write the words out"
            )
    return found


def _check_ids(rows: list[Row]) -> None:
    seen: set[str] = set()
    for row in rows:
        if row.id in seen:
            raise DataError(f"row id {row.id!r} stands twice in data/en/predicates; ids must be unique")
        seen.add(row.id)


def _index(rows: list[Row], kind: str) -> dict[str, tuple[Row, ...]]:
    index: dict[str, list[Row]] = {}
    for row in rows:
        for lemma in getattr(row, kind):
            index.setdefault(lemma, []).append(row)
    return {lemma: tuple(sorted(found, key=lambda r: -r.weight)) for lemma, found in index.items()}
