"""The grammar of time expressions: data/en/times.yaml as one compiled regular expression."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_SLOT = re.compile(r"%([a-z]+)(\d?)")
_GROUP = re.compile(r"\(\?P<([a-z0-9]+)>")


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of times.yaml: the normalisation it calls, its kind, and on what words it may stand bare.

    `future`: it counts only in a clause about the future. `examples` and `counterexamples` are what
    the tests run.
    """

    name: str
    resolve: str
    kind: str
    bare: str | None
    future: bool
    examples: tuple[Mapping[str, str], ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Composition:
    """How a word before an expression ("since", "by") makes an interval with an open end of it."""

    words: tuple[str, ...]
    kind: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules in one expression; `slots` maps each of its groups to the rule's own name for it."""

    expression: re.Pattern[str]
    rules: tuple[Rule, ...]
    slots: tuple[tuple[tuple[str, str], ...], ...]
    compositions: Mapping[str, tuple[Composition, ...]]

    def read_slots(self, match: re.Match[str], index: int) -> dict[str, str]:
        """The filled slots of a match of rule number `index`, under the names its row uses."""
        found = ((own, match.group(group)) for group, own in self.slots[index])
        return {own: text for own, text in found if text is not None}


@cache
def _load_table(language: str) -> Mapping[str, Any]:
    path = files("verbale.data") / language / "times.yaml"
    table: Mapping[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return table


@cache
def load_grammar(language: str = "en") -> Grammar:
    """The grammar of `language` (ISO 639-1), compiled once a process."""
    table = _load_table(language)
    rows = table["rules"]
    parts = [_name_groups(_fill(row["pattern"], table["patterns"]), k) for k, row in enumerate(rows)]
    joined = "|".join(f"(?P<r{k}>{part})" for k, (part, _) in enumerate(parts))
    return Grammar(
        expression=re.compile(rf"(?<![\w$€£#@/'’.-])(?:{joined})(?![\w%]|[-/,.]\d)", re.IGNORECASE),
        rules=tuple(_read_rule(row) for row in rows),
        slots=tuple(slots for _, slots in parts),
        compositions=_read_compositions(table["compositions"]),
    )


def _fill(pattern: str, patterns: Mapping[str, str]) -> str:
    return _SLOT.sub(lambda m: f"(?P<{m[1]}{m[2]}>{patterns[m[1]]})", pattern)


def _name_groups(pattern: str, index: int) -> tuple[str, tuple[tuple[str, str], ...]]:
    slots = tuple((f"r{index}_{name}", name) for name in _GROUP.findall(pattern))
    return _GROUP.sub(lambda m: f"(?P<r{index}_{m[1]}>", pattern), slots


def _read_rule(row: Mapping[str, Any]) -> Rule:
    examples, counter = row.get("examples") or (), row.get("not") or ()
    return Rule(
        name=str(row["name"]),
        resolve=str(row["resolve"]),
        kind=str(row["kind"]),
        bare=str(row["bare"]) if "bare" in row else None,
        future=bool(row.get("future", False)),
        examples=tuple({k: str(v) for k, v in e.items()} for e in examples),
        counterexamples=tuple(str(c) for c in counter),
    )


def _read_compositions(
    rows: Mapping[str, Mapping[str, str]],
) -> dict[str, tuple[Composition, ...]]:
    by_last: dict[str, list[Composition]] = {}
    for words, row in rows.items():
        parts = tuple(words.split())
        by_last.setdefault(parts[-1], []).append(
            Composition(parts, row["kind"], row.get("start"), row.get("end"))
        )
    return {last: tuple(sorted(found, key=lambda c: -len(c.words))) for last, found in by_last.items()}


@cache
def load_words(name: str, language: str = "en") -> frozenset[str]:
    """A list of words of times.yaml ("light_verbs", "sharing_verbs")."""
    return frozenset(_load_table(language)["words"][name])


@cache
def load_numbers(name: str, language: str = "en") -> Mapping[str, Any]:
    """A table of times.yaml from words to numbers ("months", "weekdays", "ordinals"), in lower case."""
    table: Mapping[str, Any] = _load_table(language)["normalisation"][name]
    return table
