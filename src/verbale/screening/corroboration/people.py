"""Who a party is in a list: entries that surely mean the same person, body or state."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from verbale.record.registers.countries import country_code
from verbale.record.registers.lookup import Found, find_candidates
from verbale.record.registers.name_keys import name_words
from verbale.record.registers.versions import Version
from verbale.record.wording.names import country_name
from verbale.screening.corroboration.statement import Party
from verbale.screening.corroboration.verdict import Standing, Verdict
from verbale.screening.levels import FAINT, SURE, is_bare
from verbale.screening.scorer import score_entries
from verbale.screening.screen import Query, screen_name

_SCHEMATA = {"person": "Person", "body": "Organization"}


@dataclass(frozen=True, slots=True)
class Identified:
    """An entry that a party is, and how far that goes.

    `certain` is False where it may bear a claim out but not contradict it: two entries of the list fit as
    well, or the list has one of that name of another country. `elsewhere` is True in the second case: the country
    of a report's person is read off the words around him, which may be those of somebody else.
    """

    found: Found
    certain: bool = True
    elsewhere: bool = False


def find_party(conn: Connection, party: Party, versions: Sequence[Version]) -> tuple[Identified, ...]:
    """The entries of these versions that are the party, the best first; none where that is not sure.

    An entry that several of the versions have comes once, of the first of them.

    Raises:
        MissingExtraError: the extra `screening` is not installed.
    """
    if not versions:
        return ()
    if party.kind == "state":
        return _mark(_find_state(conn, party, versions))
    if party.kind not in _SCHEMATA:
        return ()
    found = _find_sure(conn, party, versions)
    if found or party.country is None:
        return _mark(found)
    return _mark(_find_sure(conn, replace(party, country=None), versions), elsewhere=True)


def weigh(verdict: Verdict, who: Identified, target: Party) -> Verdict:
    """The verdict as far as it is sure who is meant.

    Where the list has one of that name of another country, only a day that agrees bears the claim out.
    """
    if who.elsewhere:
        there = ", ".join(country_name(code) for code in who.found.entry.countries)
        note = f"{verdict.note}; the register has {there} for {target.name}, the report {country_name(target.country)}"
        verdict = replace(verdict, note=note)
    unsure = verdict.standing is Standing.CONTRADICTED and not who.certain
    undated = verdict.standing is Standing.BORNE_OUT and who.elsewhere and not verdict.tolerance_days
    if unsure and not who.elsewhere:
        verdict = replace(verdict, note=f"{verdict.note}; the register has several of that name")
    return replace(verdict, standing=Standing.NOT_COVERED) if unsure or undated else verdict


def is_absent(conn: Connection, party: Party, version: Version) -> bool:
    """Whether a version surely has nobody who may be the party, of whatever country he is.

    Not where only a surname is known, nor where an entry is so much as faintly like.

    Raises:
        MissingExtraError: the extra `screening` is not installed.
    """
    if party.kind not in _SCHEMATA or (party.kind == "person" and is_bare(party.all_names)):
        return False
    query = Query(party.name, party.names, _SCHEMATA[party.kind])
    entries = [found.entry for found in find_candidates(conn, query.all_names, [version])]
    return all(score.score < FAINT for score in score_entries(query.subject(), entries))


def _find_sure(conn: Connection, party: Party, versions: Sequence[Version]) -> list[Found]:
    """Entries that score as the same person or body."""
    query = Query(party.name, party.names, _SCHEMATA[party.kind], party.country)
    matches = screen_name(conn, query, versions=versions, each_version=False)
    return [match.found for match in matches if match.score.score >= SURE]


def _find_state(conn: Connection, party: Party, versions: Sequence[Version]) -> list[Found]:
    """Entries named as the state: names of states are known, so that they are the same or not."""
    known = {name_words(name) for name in party.all_names}
    candidates = find_candidates(conn, party.all_names, versions, each_version=False)
    return [
        found
        for found in candidates
        if any(name_words(name) in known for name in found.entry.names)
        or (party.country is not None and country_code(found.entry.name) == party.country)
    ]


def _mark(found: Sequence[Found], *, elsewhere: bool = False) -> tuple[Identified, ...]:
    """The entries, each once a list, of the first version that has it, with whether the list has but one."""
    first: dict[tuple[str, str], Found] = {}
    for one in found:
        known = first.setdefault((one.version.name, one.entry.id), one)
        if (one.version.issued, one.version.key) < (known.version.issued, known.version.key):
            first[one.version.name, one.entry.id] = one
    lists = [name for name, _ in first]
    return tuple(
        Identified(one, certain=not elsewhere and lists.count(one.version.name) == 1, elsewhere=elsewhere)
        for one in first.values()
    )
