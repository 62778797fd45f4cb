"""Words of the weak proposals: which tokens may be predicates at all, and where their parties stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from verbale.lexicon.predicates import Row
from verbale.lexicon.tables import load_table


@dataclass(frozen=True, slots=True)
class WeakWords:
    """`endings`: of nouns that name events. `never`: lemmas that are no predicate. Slots in the order they are tried.

    `row`: what proposes; `rows`: by type, what a proposal becomes when the judge says its type.
    """

    endings: tuple[str, ...]
    never: frozenset[str]
    verb_actor: tuple[str, ...]
    verb_recipient: tuple[str, ...]
    noun_actor: tuple[str, ...]
    noun_recipient: tuple[str, ...]
    row: Row
    rows: Mapping[str, Row]


@cache
def load_weak_words(language: str = "en") -> WeakWords:
    """The table `weak.yaml` of a language.

    >>> "subj" in load_weak_words().verb_actor
    True
    """
    given = load_table(language, "weak.yaml")
    return WeakWords(
        endings=tuple(given["endings"]),
        never=frozenset(given["never"]),
        verb_actor=tuple(given["verb_actor"]),
        verb_recipient=tuple(given["verb_recipient"]),
        noun_actor=tuple(given["noun_actor"]),
        noun_recipient=tuple(given["noun_recipient"]),
        row=Row("weak.any", "say", requires=("any",)),
        rows={type_: _row(type_, fields) for type_, fields in given["rows"].items()},
    )


def _row(type_: str, fields: Mapping[str, Any]) -> Row:
    return Row(f"weak.{type_}", type_, **{k: tuple(v) if isinstance(v, list) else v for k, v in fields.items()})
