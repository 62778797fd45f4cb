"""Near-duplicates: the same agency text in ten papers is one source and nine copies."""

import hashlib
import re
import struct
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from rensa import RMinHash
from sqlalchemy import Connection, Row, delete, insert, or_, select

from verbale.model import Report
from verbale.record import tables as t
from verbale.record.rows import clean

SIMILARITY = 0.6
"""Least share of word sequences in common (Jaccard) for two reports to be one text.

In the Wikinews, White House and current-events corpora different reports share at most 0.36, 0.30 and 0.52;
a reprint with every thirtieth word changed shares 0.77, one that lost its last third 0.67.
"""
SHORT_SIMILARITY = 0.9
"""The same for reports of fewer than `SHORT` sequences, where one more word in common weighs much."""
SHORT = 40
WITHIN = timedelta(days=7)
"""How far apart copies may be published: the same words weeks later are a ritual, not a reprint."""

_SEQUENCE = 4
_BANDS, _ROWS = 25, 4
_SEED = 20
_WORD = re.compile(r"\w+")
_PACK = struct.Struct(f"<{_ROWS}I")


def find_original(conn: Connection, report: Report) -> str | None:
    """The first report of which this one is a copy; None where it is the first itself.

    Does not find a copy that kept less than about 60 % of the text.
    """
    ours = list_sequences(report.text)
    if not ours:
        return None
    found = [
        (-similarity, row.recorded_at, row.id)
        for row in _find_candidates(conn, report, compute_bands(ours))
        if (similarity := _compare(ours, list_sequences(row.text)))
    ]
    return min(found)[2] if found else None


def _compare(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """How much two texts have in common; 0 where that is too little for a copy."""
    similarity = len(ours & theirs) / len(ours | theirs)
    least = SHORT_SIMILARITY if min(len(ours), len(theirs)) < SHORT else SIMILARITY
    return similarity if similarity >= least else 0.0


def _find_candidates(conn: Connection, report: Report, bands: Iterable[int]) -> Iterable[Row[Any]]:
    """First reports that share a band with this one and came out about the same time."""
    r, b = t.reports.c, t.report_bands.c
    shared = select(b.report_id).where(b.band.in_(list(bands)))
    query = select(r.id, r.text, r.recorded_at).where(
        r.id.in_(shared), r.id != report.id, r.copy_of.is_(None), r.redacted_at.is_(None)
    )
    if report.published:
        query = query.where(or_(r.published.is_(None), r.published.between(*_around(report.published))))
    return conn.execute(query)


def _around(day: date) -> tuple[date, date]:
    """The first and last day on which a copy may come out."""
    start = day - min(WITHIN, day - date.min)
    return start, day + min(WITHIN, date.max - day)


def list_sequences(text: str) -> frozenset[str]:
    """The sequences of four words in a text, without case and punctuation; its words where it is shorter.

    >>> sorted(list_sequences("The minister resigned on Monday."))
    ['minister resigned on monday', 'the minister resigned on']
    """
    words = _WORD.findall(clean(text).lower())
    size = min(_SEQUENCE, len(words))
    return frozenset(" ".join(words[i : i + size]) for i in range(len(words) - size + 1) if size)


def compute_bands(sequences: frozenset[str]) -> list[int]:
    """Signed 64-bit hashes of the parts of a text's MinHash signature.

    Two texts that have 60 % in common share at least one with a probability of 97 %, with 80 % of 99.999 %.
    """
    if not sequences:
        return []
    minhash = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    minhash.update(sorted(sequences))
    signature = minhash.digest()
    return [_hash_band(band, signature[band * _ROWS : (band + 1) * _ROWS]) for band in range(_BANDS)]


def _hash_band(band: int, values: list[int]) -> int:
    digest = hashlib.blake2b(bytes([band]) + _PACK.pack(*values), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def keep_bands(conn: Connection, report: Report) -> None:
    """Make a first report one that copies of it are found by, with the text that it has now."""
    conn.execute(delete(t.report_bands).where(t.report_bands.c.report_id == report.id))
    bands = sorted(set(compute_bands(list_sequences(report.text))))
    if bands:
        rows = [{"band": band, "report_id": report.id} for band in bands]
        conn.execute(insert(t.report_bands), rows)


def mark_reprints(conn: Connection, original: str, claims: list[dict[str, Any]]) -> None:
    """Name in each claim of a copy the claim of the first report that it repeats word by word."""
    c = t.claims.c
    theirs = select(c.id, c.type, c.mode, c.status, c.negated, c.trigger_text, c.evidence_text).where(
        c.report_id == original, c.superseded_at.is_(None)
    )
    known = {tuple(row)[1:]: row.id for row in conn.execute(theirs.order_by(c.key.desc()))}
    said = ("type", "mode", "status", "negated", "trigger_text", "evidence_text")
    for claim in claims:
        claim["reprint_of"] = known.get(tuple(claim[name] for name in said))
