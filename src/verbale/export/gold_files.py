"""Reviewed reports as annotated ones: what people decided about claims becomes a gold set (docs/gold.md)."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from verbale.record.queries.claim_rows import ClaimRow, PartyRow
from verbale.record.queries.report import ReportView

Fields = dict[str, Any]


def write_gold(reports: Iterable[tuple[ReportView, Sequence[ClaimRow]]], folder: Path) -> int:
    """Write one file a report into a folder, which is made if it is not there; returns how many.

    Args:
        reports: each with the claims that stand after review (`settle_claims`).
        folder: files of the same reports in it are overwritten.
    """
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for view, claims in reports:
        text = json.dumps(make_gold(view, claims), ensure_ascii=False, indent=1) + "\n"
        (folder / name_file(view.id)).write_text(text, "utf-8")
        count += 1
    return count


def name_file(report_id: str) -> str:
    """A file name for any id; a few letters of its hash keep ids apart that look alike in file names.

    >>> name_file("wire:7/a")
    'wire_7_a-0bb5060a.json'
    """
    words = re.sub(r"[^A-Za-z0-9.-]+", "_", report_id).strip("._")[:80]
    return f"{words}-{sha256(report_id.encode()).hexdigest()[:8]}.json"


def make_gold(view: ReportView, claims: Sequence[ClaimRow]) -> Fields:
    """A report in the form of docs/gold.md; actors that only rejected claims speak of stay, for they were found."""
    report = view.to_dict()
    actors = [
        {"id": a.ref, "name": a.name, "kind": a.kind, "country": a.country, "aliases": list(a.aliases)}
        for a in view.actors
    ]
    new = _name_new(claims, {a.ref for a in view.actors})
    actors += [
        {"id": id_, "name": party.name, "kind": party.kind, "country": party.country, "aliases": []}
        for party, id_ in new.items()
    ]
    keys = ("id", "title", "publisher", "url", "published", "language", "text")
    return {
        "report": {key: report[key] for key in keys},
        "actors": actors,
        "claims": [_make_claim(claim, new) for claim in claims],
    }


def _name_new(claims: Sequence[ClaimRow], taken: set[str]) -> dict[PartyRow, str]:
    """Ids of those whom only corrections name."""
    added = dict.fromkeys(party for claim in claims for party in _list_parties(claim) if not party.ref)
    free = (
        id_
        for id_ in (f"new{number}" for number in range(1, len(added) + len(taken) + 1))
        if id_ not in taken
    )
    return dict(zip(added, free, strict=False))


def _list_parties(claim: ClaimRow) -> Iterator[PartyRow]:
    yield from (*claim.actor, *claim.recipient, *claim.attributed_to)


def _make_claim(claim: ClaimRow, new: dict[PartyRow, str]) -> Fields:
    whole = claim.to_dict()
    roles = {
        role: [party.ref or new[party] for party in getattr(claim, role)]
        for role in ("actor", "recipient", "attributed_to")
    }
    keys = (
        "type",
        "mode",
        *roles,
        "object",
        "office",
        "topic",
        "quote",
        "when",
        "place",
        "negated",
        "status",
    )
    when = {end: whole["when"][end] for end in ("start", "end")} if whole["when"] else None
    dated = when if when and any(when.values()) else None
    return {**{key: whole[key] for key in keys}, **roles, "when": dated, "evidence": claim.evidence[2]}
