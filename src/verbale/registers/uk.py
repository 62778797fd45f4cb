"""The UK sanctions list of the Foreign, Commonwealth & Development Office, as CSV: one row a name and address."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from verbale.errors import RegisterError
from verbale.registers.dates import parse_date
from verbale.registers.options import LoadOptions
from verbale.registers.rows import BadRow, Entry, Facts, Listing, Row
from verbale.registers.text_files import read_csv

_SCHEMATA = {"individual": "Person", "entity": "Organization", "ship": "Vessel"}
_HEADINGS_WITHIN = 5


@dataclass(slots=True)
class _Designation:
    """What the rows of one designation say together."""

    line: int
    row: dict[str, str]
    facts: Facts = field(default_factory=Facts)
    positions: dict[str, None] = field(default_factory=dict)


def load_uk(paths: Sequence[Path], options: LoadOptions) -> Iterator[Row]:
    """The designations of the list; rows of one designation follow each other or not.

    Raises:
        RegisterError: a file cannot be opened or has no headings of the UK list.
    """
    for path in paths:
        found: dict[str, _Designation] = {}
        for line, row in _read_rows(path, options):
            try:
                _take(row, line, found, options)
            except ValueError as error:
                yield BadRow(str(path), line, str(error))
        for designation in found.values():
            try:
                yield _entry(designation)
            except ValueError as error:
                yield BadRow(str(path), designation.line, str(error))


def _read_rows(path: Path, options: LoadOptions) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows by heading (in small letters without signs); the line with the date of issue before them is passed over."""
    headings: list[str] = []
    for line, row in read_csv(path, options.encoding):
        if headings:
            cells = dict(zip(headings, (*row, *[""] * (len(headings) - len(row))), strict=False))
            same = len(row) == len(headings)
            fault = "" if same else f"{len(row)} fields where there are {len(headings)} headings"
            yield line, cells | {"": fault}
            continue
        tidy = [_heading(cell) for cell in row]
        if "unique id" in tidy and "name 6" in tidy:
            headings = tidy
        elif line > _HEADINGS_WITHIN:
            break
    if not headings:
        raise RegisterError(
            f"{path}: no headings of the UK sanctions list ('Unique ID', 'Name 6') in its first lines"
        )


def _heading(text: str) -> str:
    """A heading in the form that stays when its signs change.

    >>> _heading("Nationality(/ies)"), _heading("D.O.B")
    ('nationalityies', 'dob')
    """
    return " ".join(re.sub(r"[^a-z0-9 ]", "", text.lower()).split())


def _take(row: dict[str, str], line: int, found: dict[str, _Designation], options: LoadOptions) -> None:
    """Add a row to its designation.

    Raises:
        ValueError: no id, or a row of another length than the headings.
    """
    if row[""]:
        raise ValueError(row[""])
    number = row["unique id"].strip()
    if not number:
        raise ValueError("a row without 'Unique ID'")
    designation = found.setdefault(number, _Designation(line, row))
    facts = designation.facts
    name = " ".join(row.get(f"name {part}", "") for part in range(1, 7))
    weak = "low" in row.get("alias strength", "").lower() or "weak" in row.get("alias strength", "").lower()
    facts.add_name(name, weak=weak)
    if row.get("name type", "").lower().startswith("primary") and name.strip():
        tidy = " ".join(name.split())
        facts.names = {tidy: None, **facts.names}
    facts.add_name(row.get("name nonlatin script", ""))
    facts.births.update(dict.fromkeys(b for b in map(parse_date, _split(row.get("dob", ""))) if b))
    countries = _split(row.get("nationalityies", "") or row.get("nationality", ""))
    if row.get("designation type", row.get("individual entity ship", "")).lower() != "individual":
        countries += [row.get("address country", "")]
    facts.countries.update(dict.fromkeys(options.countries(*countries)))
    designation.positions.update(dict.fromkeys(_split(row.get("position", ""))))
    for heading in (
        "passport number",
        "national identifier number",
        "business registration numbers",
        "imo number",
    ):
        facts.identifiers.update({(heading, value): None for value in _split(row.get(heading, ""))})


def _split(text: str) -> list[str]:
    """Several values of one cell: `(1) Serbia (2) Russia`, `a|b`, or one."""
    return [part.strip() for part in re.split(r"\(\d+\)|\|", text) if part.strip()]


def _entry(designation: _Designation) -> Entry:
    """The entry of a designation.

    Raises:
        ValueError: no name in any of its rows.
    """
    row, facts = designation.row, designation.facts
    kind = row.get("designation type") or row.get("individual entity ship") or ""
    return Entry(
        id=row["unique id"].strip(),
        schema=_SCHEMATA.get(kind.strip().lower(), "LegalEntity"),
        names=facts.strong_names(),
        weak_names=facts.weak_names(),
        countries=tuple(facts.countries),
        birth_dates=tuple(facts.births),
        gender=row.get("gender", "").lower() or None,
        topics=("sanction",),
        positions=tuple(designation.positions),
        identifiers=tuple(facts.identifiers),
        notes=row.get("other information") or None,
        listings=(
            Listing(
                programme=row.get("regime name") or None,
                authority="gb",
                listed_on=parse_date(row.get("date designated")),
                reference=row.get("un reference number") or row.get("ofsi group id") or None,
                reason=row.get("uk statement of reasons") or None,
            ),
        ),
        line=designation.line,
    )
