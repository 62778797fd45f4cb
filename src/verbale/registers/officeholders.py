"""Tables of office-holders, as CSV: person, position, country, start, end, Wikidata id."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from verbale.errors import RegisterError
from verbale.registers.dates import parse_date
from verbale.registers.options import LoadOptions
from verbale.registers.rows import MAX_NAME, BadRow, Row, Tenure
from verbale.registers.text_files import read_table

COLUMNS = ("person", "position", "country", "start", "end", "wikidata", "organization")
"""What can be mapped to columns of the file; the first two are needed."""

_USUAL = {
    "person": ("person", "officeholderLabel", "name", "holder"),
    "position": ("position", "positionLabel", "office", "title", "role"),
    "country": ("country", "countryLabel", "country_code"),
    "start": ("start", "start_date", "start_year", "from"),
    "end": ("end", "end_date", "end_year", "until", "to"),
    "wikidata": ("wikidata", "personID", "officeholder", "wikidata_id", "qid"),
    "organization": ("organization", "body", "party"),
}


def load_officeholders(paths: Sequence[Path], options: LoadOptions) -> Iterator[Row]:
    """The tenures of the files. Columns that `options.columns` does not map are found by their usual names.

    Raises:
        RegisterError: a file cannot be opened, or has no column for person or position.
    """
    for path in paths:
        columns: dict[str, str] = {}
        for line, row in read_table(path, options.encoding):
            if not columns and "" not in row:
                columns = _map_columns(row, path, options)
            try:
                yield _tenure(row, columns, line, options)
            except ValueError as error:
                yield BadRow(str(path), line, str(error))


def _map_columns(row: Mapping[str, str], path: Path, options: LoadOptions) -> dict[str, str]:
    """Which column of the file holds what.

    Wikidata's exports have the label of a thing beside its id: where both are there, the label is meant.
    """
    found = {}
    for what in COLUMNS:
        asked = options.columns.get(what)
        if asked and asked not in row:
            raise RegisterError(f"{path} has no column {asked!r} for {what}: it has {', '.join(row)}")
        usual = (name for name in _USUAL[what] if name in row and not _is_id(what, name, row))
        column = asked or next(usual, None)
        if column:
            found[what] = column
    missing = [what for what in COLUMNS[:2] if what not in found]
    if missing:
        raise RegisterError(
            f"{path} has no column for {' or '.join(missing)} (it has {', '.join(row)}): name it, as in "
            f"--column {missing[0]}=NAME"
        )
    return found


def _is_id(what: str, name: str, row: Mapping[str, str]) -> bool:
    """Whether a column holds Wikidata ids where names are wanted."""
    return what != "wikidata" and f"{name}Label" in row


def _tenure(row: Mapping[str, str], columns: Mapping[str, str], line: int, options: LoadOptions) -> Tenure:
    """One tenure.

    Raises:
        ValueError: a row of another length, no person or position, a date that is none.
    """
    if "" in row:
        raise ValueError(row[""])
    values = {what: row[column].strip() for what, column in columns.items()}
    if not values["person"] or not values["position"]:
        raise ValueError("no person or no position")
    if max(len(values["person"]), len(values["position"])) > MAX_NAME:
        raise ValueError(f"a name or position longer than {MAX_NAME} characters")
    for end in ("start", "end"):
        if values.get(end) and not parse_date(values[end]):
            raise ValueError(f"{values[end][:40]!r} is no date: write 2024-05-02, 2024-05 or 2024")
    wikidata = values.get("wikidata", "").rpartition("/")[2]
    return Tenure(
        holder=values["person"],
        position=values["position"],
        country=next(iter(options.countries(values.get("country"))), options.country),
        organization=values.get("organization") or None,
        start=parse_date(values.get("start")),
        end=parse_date(values.get("end")),
        wikidata=wikidata if wikidata[:1] == "Q" else None,
        line=line,
    )
