"""OFAC's lists as CSV: SDN.CSV (also CONS_PRIM.CSV) with ALT, ADD and SDN_COMMENTS beside it.

Layout: https://ofac.treasury.gov/specially-designated-nationals-list-data-formats-data-schemas. The files have no
header; one that somebody added is passed over.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from verbale.errors import RegisterError
from verbale.registers.ofac_remarks import natural_order, read_remarks
from verbale.registers.options import LoadOptions
from verbale.registers.rows import BadRow, Entry, Facts, Listing, Row
from verbale.registers.text_files import END_OF_FILE, read_csv

_SCHEMATA = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane", "": "Organization"}
_WIDTHS = {12: "entries", 6: "addresses", 5: "aliases", 2: "comments"}


@dataclass(slots=True)
class _Beside:
    """What ALT, ADD and SDN_COMMENTS say of each entry."""

    aliases: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    countries: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    comments: dict[str, str] = field(default_factory=lambda: defaultdict(str))


def load_ofac_csv(paths: Sequence[Path], options: LoadOptions) -> Iterator[Row]:
    """The entries of SDN.CSV with what the other files, told by their number of columns, say of them.

    Raises:
        RegisterError: a file cannot be opened, is no CSV of OFAC's, or none of them has the entries.
    """
    beside, lists = _Beside(), []
    for path in paths:
        what = _what_it_is(path, options)
        if what == "entries":
            lists.append(path)
        else:
            yield from _read_beside(path, what, beside, options)
    if not lists:
        raise RegisterError(f"{paths[0]}: none of the files is SDN.CSV (12 columns); give it too")
    for path in lists:
        yield from _read_entries(path, beside, options)


def _what_it_is(path: Path, options: LoadOptions) -> str:
    """Which of OFAC's files it is, by the width of its first row."""
    for line, row in read_csv(path, options.encoding):
        if len(row) not in _WIDTHS:
            raise RegisterError(
                f"{path}, line {line}: {len(row)} columns, where SDN.CSV has 12, ADD.CSV 6, ALT.CSV 5 and "
                "SDN_COMMENTS.CSV 2; name the right kind of register or file"
            )
        return _WIDTHS[len(row)]
    raise RegisterError(f"{path} is empty: download it anew")


def _read_beside(path: Path, what: str, beside: _Beside, options: LoadOptions) -> Iterator[BadRow]:
    """Take in a file that says more of the entries; rows that break its layout come out."""
    width = next(number for number, name in _WIDTHS.items() if name == what)
    for line, row in read_csv(path, options.encoding):
        number = row[0].strip()
        if number == END_OF_FILE or (line == 1 and not number.isdigit()):
            continue
        if len(row) != width or not number.isdigit():
            yield BadRow(
                str(path), line, f"{len(row)} fields beginning with {number[:20]!r}: {width} are needed"
            )
        elif what == "aliases":
            beside.aliases[number].append(_value(row[3]))
        elif what == "addresses":
            beside.countries[number].append(_value(row[4]))
        else:
            beside.comments[number] += row[1]


def _read_entries(path: Path, beside: _Beside, options: LoadOptions) -> Iterator[Row]:
    """The entries of SDN.CSV."""
    for line, row in read_csv(path, options.encoding):
        number = row[0].strip()
        if number == END_OF_FILE or (line == 1 and not number.isdigit()):
            continue
        try:
            yield _entry(row, line, beside, options)
        except ValueError as error:
            yield BadRow(str(path), line, str(error))


def _entry(row: list[str], line: int, beside: _Beside, options: LoadOptions) -> Entry:
    """One entry.

    Raises:
        ValueError: the row breaks the layout.
    """
    if len(row) != 12 or not row[0].strip().isdigit():
        raise ValueError(
            f"{len(row)} fields beginning with {row[0][:20]!r}: 12 are needed, the first a number"
        )
    number, name, kind, programmes, title, flag, remarks = (
        _value(row[column]) for column in (0, 1, 2, 3, 4, 9, 11)
    )
    schema = _SCHEMATA.get(kind.lower(), "LegalEntity")
    facts = Facts()
    facts.add_name(natural_order(name, schema))
    for alias in beside.aliases.get(number, ()):
        facts.add_name(natural_order(alias, schema))
    remarks += beside.comments.get(number, "")
    gender = read_remarks(remarks, facts, options, schema)
    places = [flag, *beside.countries.get(number, ())] if schema != "Person" else [flag]
    facts.countries.update(dict.fromkeys(options.countries(*places)))
    return Entry(
        id=number,
        schema=schema,
        names=facts.strong_names(),
        weak_names=facts.weak_names(),
        countries=tuple(facts.countries),
        birth_dates=tuple(facts.births) if schema == "Person" else (),
        gender=gender,
        topics=("sanction",),
        positions=(title,) if title and schema == "Person" else (),
        identifiers=tuple(facts.identifiers),
        notes=remarks or None,
        listings=tuple(Listing(programme=programme, authority="us") for programme in _programmes(programmes)),
        line=line,
    )


def _programmes(text: str) -> tuple[str, ...]:
    """The programmes of an entry; OFAC writes several as `NPWMD] [IFSR`."""
    return tuple(part.strip(" []") for part in text.split("] [") if part.strip(" []")) or ("SDN",)


def _value(text: str) -> str:
    """A field without OFAC's sign for nothing.

    >>> _value("-0- "), _value(" SDGT")
    ('', 'SDGT')
    """
    tidy = text.strip()
    return "" if tidy == "-0-" else tidy
