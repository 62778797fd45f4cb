"""Near-duplicates: the same agency text in ten papers is one source and nine copies."""

import hashlib
import re
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from rensa import RMinHash
from sqlalchemy import Connection, Row, bindparam, delete, insert, select, union_all

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

UNDATED = 0
"""The day of a report that has none, as its bands are kept."""

_SEQUENCE = 4
_BANDS, _ROWS = 25, 4
_SEED = 20
_WORD = re.compile(r"\w+")
_PACK = struct.Struct(f"<{_ROWS}I")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a text is recognised by: its sequences of words, and hashes that texts much like it share some of."""

    sequences: frozenset[str]
    bands: tuple[int, ...]


def take_fingerprint(text: str) -> Fingerprint:
    """The fingerprint of a text; that of one without words recognises nothing.

    >>> len(take_fingerprint("The minister resigned on Monday.").bands), take_fingerprint("…").bands
    (25, ())
    """
    sequences = list_sequences(text)
    return Fingerprint(sequences, tuple(sorted(set(compute_bands(sequences)))))


def find_original(conn: Connection, report: Report, fingerprint: Fingerprint) -> str | None:
    """The first report of which this one is a copy; None where it is the first itself.

    Does not find a copy that kept less than about 60 % of the text. Reports that came out weeks before or after are
    not looked at, so that the cost does not grow with the size of the record.
    """
    if not fingerprint.bands:
        return None
    found = [
        (-similarity, row.recorded_at, row.id)
        for row in _find_candidates(conn, report, fingerprint.bands)
        if (similarity := _compare(fingerprint.sequences, list_sequences(row.text)))
    ]
    return min(found)[2] if found else None


def _compare(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """How much two texts have in common; 0 where that is too little for a copy."""
    similarity = len(ours & theirs) / len(ours | theirs)
    least = SHORT_SIMILARITY if min(len(ours), len(theirs)) < SHORT else SIMILARITY
    return similarity if similarity >= least else 0.0


_r, _b, _g = t.reports.c, t.report_bands.c, t.readings.c
_OURS: Final = _b.band.in_(bindparam("bands", expanding=True))
_SHARED: Final = select(_b.reading_key).where(_OURS)
_NEAR: Final = union_all(
    _SHARED.where(_b.day.between(bindparam("first"), bindparam("last"))), _SHARED.where(_b.day == UNDATED)
)
_TEXTS: Final = (
    select(_r.id, _r.text, _r.recorded_at)
    .join_from(t.readings, t.reports, _r.id == _g.report_id)
    .where(_g.key.in_(bindparam("keys", expanding=True)), _r.id != bindparam("report"))
    .where(_r.copy_of.is_(None), _r.redacted_at.is_(None))
)
_KEEP: Final = insert(t.report_bands)


def _find_candidates(conn: Connection, report: Report, bands: Sequence[int]) -> Iterable[Row[Any]]:
    """First reports that share a band with this one and came out about the same time.

    In two steps: together the databases would begin with all reports that are no copies.
    """
    given: dict[str, Any] = {"bands": list(bands)}
    if report.published:
        first, last = (day.toordinal() for day in _around(report.published))
        given |= {"first": first, "last": last}
    keys = sorted(set(conn.execute(_NEAR if report.published else _SHARED, given).scalars()))
    return conn.execute(_TEXTS, {"keys": keys, "report": report.id}) if keys else ()


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


def keep_bands(conn: Connection, report: Report, reading_key: int, fingerprint: Fingerprint) -> None:
    """Make a first report one that copies of it are found by, with the text and the day that it has now.

    `reading_key` is any of its readings.
    """
    rows = [{"band": band, "day": _number(report), "reading_key": reading_key} for band in fingerprint.bands]
    if rows:
        conn.execute(_KEEP, rows)


def drop_bands(conn: Connection, report_id: str) -> None:
    """Let no copies of a report be found any more, or not by what it said before."""
    own = select(_g.key).where(_g.report_id == report_id)
    conn.execute(delete(t.report_bands).where(_b.reading_key.in_(own)))


def _number(report: Report) -> int:
    return report.published.toordinal() if report.published else UNDATED


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
