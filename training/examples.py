"""Proposals of the grammar on annotated reports, each with the annotated claims of its type that it would be."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from verbale import Report
from verbale.gold.matching import compare_claims, overlaps
from verbale.reading.composing import Context
from verbale.reading.draft import Draft
from verbale.reading.parse import load_model, parse_reports
from verbale.reading.questions import describe_candidate, describe_statement
from verbale.reading.reader import find_drafts, propose, survey_report

Parties = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True)
class Example:
    """One proposal; `matches` are the indices of the annotated claims of its report that it would be."""

    report: str
    type: str
    features: tuple[str, ...]
    matches: tuple[int, ...]

    @property
    def right(self) -> bool:
        """Whether it is some annotated claim."""
        return bool(self.matches)


@dataclass
class Gold:
    """How many claims are annotated, and (right, said) by type of what the reader says without asking the judge."""

    claims: int = 0
    others: dict[str, tuple[int, int]] = field(default_factory=dict)

    def count(self, type_: str, *, right: bool) -> None:
        """Add one such claim."""
        before = self.others.get(type_, (0, 0))
        self.others[type_] = (before[0] + right, before[1] + 1)


def read_examples(folders: Iterable[Path]) -> tuple[list[Example], Gold]:
    """All proposals on the annotated reports in `folders`, one JSON file a report."""
    paths = [path for folder in folders for path in sorted(folder.glob("*.json"))]
    files = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    total = Gold(sum(len(gold["claims"]) for gold in files))
    examples: list[Example] = []
    for gold, parsed in zip(files, parse_reports(map(_report, files), load_model()), strict=True):
        context = survey_report(parsed)
        drafts = find_drafts(context)
        asked: set[tuple[int, str]] = set()
        for trigger, type_, features, parties in _proposals(context, drafts):
            text = context.doc[trigger].sent.text
            found = tuple(_matches(context, type_, parties, text, gold))
            examples.append(Example(parsed.report.id, type_, features, found))
            asked.add((trigger, type_))
        _count_others([d for d in drafts if (d.trigger[0], d.type) not in asked], context, gold, total)
    return examples, total


def _report(gold: Mapping[str, Any]) -> Report:
    fields = gold["report"]
    day = fields.get("published")
    return Report(fields["id"], fields["text"], published=date.fromisoformat(day) if day else None)


def _proposals(
    context: Context, drafts: tuple[Draft, ...]
) -> Iterator[tuple[int, str, tuple[str, ...], Parties]]:
    doc, cast = context.doc, context.cast
    triggers = set()
    for c in propose(context):
        triggers.add(c.trigger)
        yield (
            c.trigger,
            c.row.type,
            describe_candidate(doc, cast, c),
            (c.parties("actor"), c.parties("recipient")),
        )
    speakers = {attribution.cue: attribution.speakers for attribution in context.attributions}
    for draft in drafts:
        at = draft.trigger[0]
        if draft.type == "say" and at not in triggers:
            features = describe_statement(doc, cast, draft, speakers.get(at, ()))
            yield at, "say", features, (draft.actor, draft.recipient)


def _actors(context: Context, indices: tuple[int, ...]) -> dict[str, dict[str, Any]]:
    return {
        str(i): {"name": a.name, "aliases": list(a.aliases), "kind": a.kind.value, "country": a.country}
        for i in indices
        for a in [context.cast.actors[i]]
    }


def _matches(
    context: Context, type_: str, parties: Parties, text: str, gold: Mapping[str, Any]
) -> Iterator[int]:
    """Annotated claims that the proposal would be; its office is taken as right, since other means find it."""
    known = {a["id"]: a for a in gold["actors"]}
    mine = _actors(context, (*parties[0], *parties[1]))
    actor, recipient = (list(map(str, indices)) for indices in parties)
    read = {"type": type_, "actor": actor, "recipient": recipient, "evidence": text}
    for at, claim in enumerate(gold["claims"]):
        if claim["type"] == type_ and overlaps(claim["evidence"], text):
            if compare_claims(claim, {**read, "office": claim.get("office")}, known, mine).core:
                yield at


def _count_others(drafts: list[Draft], context: Context, gold: Mapping[str, Any], total: Gold) -> None:
    known = {a["id"]: a for a in gold["actors"]}
    left = list(gold["claims"])
    for draft in drafts:
        read = {
            "type": draft.type,
            "actor": list(map(str, draft.actor)),
            "recipient": list(map(str, draft.recipient)),
            "office": {"title": draft.office.title} if draft.office else None,
        }
        mine = _actors(context, (*draft.actor, *draft.recipient))
        hit = next((c for c in left if compare_claims(c, read, known, mine).core), None)
        if hit is not None:
            left.remove(hit)
        total.count(draft.type, right=hit is not None)
