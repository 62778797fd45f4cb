"""Readings as rows of the tables."""

import hashlib
from datetime import datetime
from typing import Any

from verbale.model import Actor, Claim, Reading, Report
from verbale.record.ids import derive_claim_ids
from verbale.record.json_text import to_json

Row = dict[str, Any]

_UNKEEPABLE = {0: "\ufffd"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def clean(text: str) -> str:
    r"""The text with what no database keeps (NUL, half surrogate pairs) as U+FFFD; offsets stay.

    >>> clean("a\x00b") == "a\ufffdb"
    True
    """
    if text.isascii() and "\0" not in text:
        return text
    return text.translate(_UNKEEPABLE)


def hash_content(report: Report) -> str:
    """SHA-256 (hex) of all that a report says, its metadata too."""
    values = to_json([*report.to_dict().values(), report.text])
    return hashlib.sha256(values.encode("utf-8", "surrogatepass")).hexdigest()


def report_row(report: Report) -> Row:
    """Columns of `reports` and `report_versions` that come from the report itself."""
    return {
        "title": clean(report.title),
        "publisher": clean(report.publisher),
        "url": clean(report.url),
        "published": report.published,
        "language": report.language,
        "text": clean(report.text),
        "content_hash": hash_content(report),
    }


def actor_rows(reading: Reading, reading_key: int, first_key: int, now: datetime) -> list[Row]:
    """Rows of `actors`, keys counted up from `first_key`."""
    offices: dict[str, list[Row]] = {}
    for claim in reading.claims:
        if claim.type == "hold_office" and claim.office and not claim.negated:
            for ref in claim.actor:
                offices.setdefault(ref, []).append(_held_office(claim))
    return [
        _actor_row(actor, reading.report.id, reading_key, key, now) | {"offices": offices.get(actor.id, [])}
        for key, actor in enumerate(reading.actors, first_key)
    ]


def _held_office(claim: Claim) -> Row:
    """An office as the reading says it is held: title, body, country, when and how that stands."""
    office = claim.office.to_dict() if claim.office else {}
    when = claim.when.to_dict() if claim.when else {"start": None, "end": None}
    return {
        **{name: value and clean(value) for name, value in office.items()},
        "start": when["start"],
        "end": when["end"],
        "status": claim.status.value,
    }


def _actor_row(actor: Actor, report_id: str, reading_key: int, key: int, now: datetime) -> Row:
    return {
        "key": key,
        "reading_key": reading_key,
        "report_id": report_id,
        "ref": actor.id,
        "name": clean(actor.name),
        "kind": actor.kind.value,
        "country": actor.country,
        "aliases": [clean(alias) for alias in actor.aliases],
        "mentions": [list(mention) for mention in actor.mentions],
        "recorded_at": now,
    }


def claim_rows(reading: Reading, reading_key: int, first_key: int, now: datetime) -> list[Row]:
    """Rows of `claims`, keys counted up from `first_key`."""
    ids = derive_claim_ids(reading)
    fixed = {
        "reading_key": reading_key,
        "report_id": reading.report.id,
        "reprint_of": None,
        "first_recorded_at": now,
        "recorded_at": now,
    }
    return [
        {"key": key, "id": claim_id, **fixed, **_said(claim), **_where_and_when(claim), **_words(claim)}
        for key, (claim_id, claim) in enumerate(zip(ids, reading.claims, strict=True), first_key)
    ]


def _said(claim: Claim) -> Row:
    """What is claimed, and how it stands."""
    office = claim.office
    return {
        "ref": claim.id,
        "type": claim.type,
        "mode": claim.mode,
        "status": claim.status.value,
        "negated": claim.negated,
        "object": _clean_or_none(claim.object),
        "topic": _clean_or_none(claim.topic),
        "quote": _clean_or_none(claim.quote),
        "office_title": _clean_or_none(office.title) if office else None,
        "office_body": _clean_or_none(office.body) if office else None,
        "office_country": office.country if office else None,
        "confidence": claim.confidence,
    }


def _where_and_when(claim: Claim) -> Row:
    """Columns of time and place."""
    interval = claim.when.interval if claim.when else None
    place = claim.place
    return {
        "when_start": interval.start if interval else None,
        "when_end": interval.end if interval else None,
        "when_text": clean(claim.when.text) if claim.when else None,
        "place_name": clean(place.name) if place else None,
        "place_country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
    }


def _words(claim: Claim) -> Row:
    """The words of the report that say it."""
    return {
        "evidence_start": claim.evidence.start,
        "evidence_end": claim.evidence.end,
        "evidence_text": clean(claim.evidence.text),
        "trigger_start": claim.trigger.start,
        "trigger_end": claim.trigger.end,
        "trigger_text": clean(claim.trigger.text),
    }


def _clean_or_none(text: str | None) -> str | None:
    return None if text is None else clean(text)


def party_rows(reading: Reading, claims: list[Row], actors: list[Row]) -> list[Row]:
    """Rows of `parties` for claims and actors that have their keys."""
    keys = {actor["ref"]: actor["key"] for actor in actors}
    return [
        {"claim_key": row["key"], "role": role, "position": position, "actor_key": keys[ref]}
        for row, claim in zip(claims, reading.claims, strict=True)
        for role, refs in (
            ("actor", claim.actor),
            ("recipient", claim.recipient),
            ("attributed_to", claim.attributed_to),
        )
        for position, ref in enumerate(refs)
    ]
