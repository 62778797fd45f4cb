"""Somebody held against all that there is: the entries of lists, and the people and bodies of the record."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from verbale.record.queries.names import Named, find_named
from verbale.record.registers.lookup import Found, find_candidates
from verbale.record.registers.versions import Version
from verbale.registers import Entry
from verbale.screening.levels import is_bare
from verbale.screening.scorer import Score, Subject, score_entries

NAMES = 10
"""Names of somebody who is looked for that are looked up in the record: those given first."""

_PERSONS = frozenset({"Person", "LegalEntity", "Thing"})
_SCHEMATA = {"person": "Person", "state": "PublicBody", "body": "Organization"}


@dataclass(frozen=True, slots=True)
class Scored:
    """An entry of a list or somebody of the record, how alike he is, and whether that may count as a match.

    `surely_named` is False where all that is known of a person who is looked for is a bare surname.
    """

    source: Found | Named
    score: Score
    surely_named: bool


def match_subject(
    conn: Connection, subject: Subject, versions: Sequence[Version], *, in_record: bool = True
) -> list[Scored]:
    """Who may be meant, the likeliest first.

    Args:
        conn: a connection that reads.
        subject: who is looked for.
        versions: the lists to look in.
        in_record: look among the people and bodies of the record too.

    Raises:
        MissingExtraError: the extra `screening` is not installed.
    """
    found: list[Found | Named] = [*find_candidates(conn, subject.names, versions)] if versions else []
    entries = [each.entry for each in found if isinstance(each, Found)]
    for named in _find_in_record(conn, subject) if in_record else ():
        found.append(named)
        entries.append(as_entry(named))
    scores = score_entries(subject, entries)
    named_surely = subject.schema not in _PERSONS or not is_bare(subject.names)
    scored = [Scored(source, score, named_surely) for source, score in zip(found, scores, strict=True)]
    return sorted(scored, key=lambda each: -each.score.score)


def as_entry(named: Named) -> Entry:
    """Somebody of the record as what lists have, to be compared by.

    >>> as_entry(Named("identity:1", "Ana Petrović", "person", "rs", ("A. Petrović",), 3)).names
    ('Ana Petrović', 'A. Petrović')
    """
    names = tuple(dict.fromkeys((named.name, *named.names)))
    countries = (named.country,) if named.country else ()
    return Entry(named.id, _SCHEMATA.get(named.kind, "LegalEntity"), names, countries=countries)


def _find_in_record(conn: Connection, subject: Subject) -> list[Named]:
    """Those of the record who go by one of the names, each once."""
    found: dict[str, Named] = {}
    for name in subject.names[:NAMES]:
        for each in find_named(conn, name):
            found.setdefault(each.id, each)
    return list(found.values())
