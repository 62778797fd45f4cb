"""Cues of factuality as data: words that negate, plan, allege, call for, or take back what they govern.

The vocabulary is ConText's (trigger, category, direction, termination, look-alike), with scope by syntax:

    - id: negated.fail
      category: negated
      scope: operator
      words: [fail, neglect]
      via: [xcomp]
      examples: ["Parliament failed to [agree] on a budget."]
      counterexamples: ["The government fell after it [agreed] to the terms."]

`scope` says where the cue stands: `modifier` (a dependent of the predicate), `argument` (a determiner or pronoun
in its subject or object), `operator` (it governs the predicate through one of the links in `via`), `preposition`
(it heads the prepositional phrase the predicate is in), `mark` (it opens the predicate's clause),
`condition` (it opens a clause that hangs on the predicate) or `lead` (the words right before the predicate).
A link is a dependency label, `/to` added for an infinitive, `of:` put before it for what a preposition stands between.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from verbale.errors import DataError
from verbale.lexicon.tables import load_table

CATEGORIES = ("negated", "planned", "alleged", "called_for", "factual", "open")
SCOPES = ("modifier", "argument", "operator", "preposition", "mark", "condition", "lead")
_KEYS = {"id", "category", "scope", "words", "via", "tags", "suppresses", "under_negation", "unless_next", "next",
         "governs", "spares", "examples", "counterexamples"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CueRow:
    """One cue; see the module's docstring for `category`, `scope` and `via`.

    `suppresses`: what it governs is told as content only and yields no claim. `under_negation`: the category that
    the cue has when it is itself negated (None: the general rule). `unless_next`: words that make it a look-alike
    when they follow it. `next`: words one of which must follow it ("rule *out*"). `tags`: Penn tags the cue must
    have, () for any. `governs` / `spares`: lemmas of the word below it that it acts on only / never (() for no such
    condition); of a modifier, the word beside it: "the [report] was false".
    """

    id: str
    category: str
    scope: str
    words: tuple[str, ...]
    via: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    suppresses: bool = False
    under_negation: str | None = None
    unless_next: frozenset[str] = frozenset()
    next: frozenset[str] = frozenset()
    governs: frozenset[str] = frozenset()
    spares: frozenset[str] = frozenset()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """All cues by scope and word; the carriers are verbs without a modality of their own.

    "No agreement was reached": *reach* carries whatever is said of it over to the noun "agreement".
    """

    rows: tuple[CueRow, ...]
    by_scope: Mapping[str, Mapping[str, tuple[CueRow, ...]]]
    object_carriers: frozenset[str] = field(default_factory=frozenset)
    subject_carriers: frozenset[str] = field(default_factory=frozenset)
    phrase_carriers: frozenset[str] = field(default_factory=frozenset)


@cache
def load_cues(language: str = "en") -> CueLexicon:
    """The cues of factuality of a language, checked.

    Raises:
        DataError: a row has an unknown key, category or scope, a doubled id, or no examples.

    >>> load_cues().by_scope["modifier"]["never"][0].category
    'negated'
    """
    content = load_table(language, "factuality.yaml")
    rows = tuple(_read_row(given) for given in content["rows"])
    doubled = sorted({row.id for row in rows if sum(row.id == other.id for other in rows) > 1})
    if doubled:
        raise DataError(f"factuality.yaml: the id {doubled[0]!r} stands twice; give each row its own")
    by_scope = {scope: _index(row for row in rows if row.scope == scope) for scope in SCOPES}
    carriers = content["carriers"]
    return CueLexicon(
        rows,
        by_scope,
        frozenset(carriers["of_object"]),
        frozenset(carriers["of_subject"]),
        frozenset(carriers["of_phrase"]),
    )


def _read_row(given: Mapping[str, Any]) -> CueRow:
    where = f"factuality.yaml, row {given.get('id', '?')}"
    unknown = sorted(set(given) - _KEYS)
    if unknown:
        raise DataError(f"{where}: unknown key {unknown[0]!r}; see verbale.lexicon.factuality for the keys")
    if given.get("category") not in CATEGORIES or given.get("scope") not in SCOPES:
        raise DataError(f"{where}: category must be one of {CATEGORIES} and scope one of {SCOPES}")
    if not given.get("words") or not given.get("examples"):
        raise DataError(f"{where}: a row needs words and examples")
    row = dict(given)
    row.update({key: tuple(given.get(key, ())) for key in ("words", "examples", "counterexamples")})
    row.update(
        {
            key: frozenset(given.get(key, ()))
            for key in ("via", "tags", "unless_next", "next", "governs", "spares")
        }
    )
    return CueRow(**row)


def _index(rows: Any) -> dict[str, tuple[CueRow, ...]]:
    found: dict[str, tuple[CueRow, ...]] = {}
    for row in rows:
        for word in row.words:
            key = word.split()[-1] if row.scope == "lead" else word
            found[key] = (*found.get(key, ()), row)
    return found
