"""Roll calls of the UN General Assembly, in the layouts of Voeten's UNVotes and of the UN Digital Library."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from verbale.errors import RegisterError
from verbale.registers.dates import parse_date
from verbale.registers.options import LoadOptions
from verbale.registers.rows import BadRow, RollCall, Row
from verbale.registers.text_files import read_csv, read_table

BODY = "United Nations General Assembly"
_CODES = {"1": "for", "2": "abstain", "3": "against", "8": "absent", "9": None}
_LETTERS = {"y": "for", "n": "against", "a": "abstain", "x": "absent", "": "absent"}


_Titles = Mapping[str, Mapping[str, str]]
_Reader = Callable[[Path, _Titles, LoadOptions], Iterator[Row]]


@dataclass(slots=True)
class _Open:
    """A roll call of which more rows may come."""

    id: str
    date: str
    symbol: str | None
    title: str | None
    line: int
    votes: dict[str, str] = field(default_factory=dict)


def load_unga(paths: Sequence[Path], options: LoadOptions) -> Iterator[Row]:
    """The roll calls of the files, told by their headings; a file of symbols and titles belongs to all.

    Voeten's files are wide (one row a roll call, one column a state) or long (`rcid,ccode,vote` with
    `Country` or `Countryname`); the Digital Library's has one row a state and vote. Rows of one roll call
    must follow each other.

    Raises:
        RegisterError: a file cannot be opened, or has the headings of none of these.
    """
    titles: dict[str, Mapping[str, str]] = {}
    votes: list[tuple[Path, _Reader]] = []
    for path in paths:
        headings = _headings(path, options)
        if "undl_id" in headings:
            votes.append((path, _read_library))
        elif "rcid" in headings and ({"vote", "member"} & headings):
            votes.append((path, _read_long))
        elif "rcid" in headings and {"unres", "short", "descr"} & headings and "usa" not in headings:
            titles.update((row.get("rcid", ""), row) for _, row in read_table(path, options.encoding))
        elif "rcid" in headings:
            votes.append((path, _read_wide))
        else:
            raise RegisterError(
                f"{path}: no roll calls of UNVotes (`rcid`) or the UN Digital Library (`undl_id`)"
            )
    if not votes:
        raise RegisterError(f"{paths[0]}: symbols without roll calls; give the file of votes too")
    for path, read in votes:
        yield from read(path, titles, options)


def _headings(path: Path, options: LoadOptions) -> set[str]:
    """The headings of a file in small letters."""
    for _, row in read_csv(path, options.encoding):
        return {cell.strip().lower() for cell in row}
    return set()


def _read_wide(path: Path, titles: _Titles, options: LoadOptions) -> Iterator[Row]:
    """One row a roll call, a column for each state under its code of three letters."""
    states: dict[str, str] = {}
    for line, row in read_table(path, options.encoding):
        if not states and "" not in row:
            states = {name: code for name in row if len(name) == 3 for code in options.countries(name)}
        try:
            opened = _open(_whole(row), line, titles)
            opened.votes = {states[name]: vote for name in states if (vote := _vote(row[name]))}
            yield _close(opened)
        except ValueError as error:
            yield BadRow(str(path), line, str(error))


def _whole(row: dict[str, str]) -> dict[str, str]:
    """The row, where it has as many fields as the header.

    Raises:
        ValueError: it has not.
    """
    if "" in row:
        raise ValueError(row[""])
    return row


def _open(row: Mapping[str, str], line: int, titles: _Titles) -> _Open:
    """A roll call of UNVotes with what the file of titles says of it.

    Raises:
        ValueError: no id or no date.
    """
    number = row.get("rcid", "").strip()
    about = titles.get(number, {})
    day = parse_date(row.get("date") or about.get("date"))
    if not number or not day or len(day) != 10:
        raise ValueError(
            f"roll call {number or '?'} without rcid or date: add the column, or give the file of titles"
        )
    symbol = about.get("unres") or row.get("unres") or row.get("resolution") or ""
    title = about.get("short") or about.get("descr") or row.get("short") or row.get("descr") or ""
    return _Open(number, day, symbol.strip() or None, title.strip() or None, line)


def _vote(text: str) -> str | None:
    """A vote of UNVotes in words; None for one who was no member.

    Raises:
        ValueError: no code of UNVotes.
    """
    code = text.strip().removesuffix(".0")
    if code in ("", "NA"):
        return None
    if code not in _CODES:
        raise ValueError(f"{text!r} is no vote: 1 is for, 2 abstains, 3 is against, 8 is absent, 9 no member")
    return _CODES[code]


def _read_long(path: Path, titles: _Titles, options: LoadOptions) -> Iterator[Row]:
    """One row a state and vote, as UNVotes itself is."""

    def _take(row: dict[str, str], line: int) -> tuple[_Open, str, str | None]:
        """The roll call of a row, the state and its vote."""
        named = [row.get(name) for name in ("country_code", "Country", "Countryname", "country", "iso3c")]
        return _open(row, line, titles), _state(named, options), _vote(row.get("vote", ""))

    return _gather(path, _take, options)


def _read_library(path: Path, _titles: _Titles, options: LoadOptions) -> Iterator[Row]:
    """One row a state and vote, as the UN Digital Library exports them."""

    def _take(row: dict[str, str], line: int) -> tuple[_Open, str, str | None]:
        """The roll call of a row, the state and its vote."""
        number, day = row.get("undl_id", "").strip(), parse_date(row.get("date"))
        letter = row.get("ms_vote", "").strip().lower()
        if not number or not day or len(day) != 10 or letter not in _LETTERS:
            raise ValueError(
                f"a row without undl_id, date or vote (ms_vote is {letter!r}: Y, N, A or X is needed)"
            )
        opened = _Open(number, day, row.get("resolution") or None, _short(row.get("title", "")), line)
        return opened, _state([row.get("ms_code"), row.get("ms_name")], options), _LETTERS[letter]

    return _gather(path, _take, options)


def _state(named: Sequence[str | None], options: LoadOptions) -> str:
    """The code of the state that one of these names.

    Raises:
        ValueError: none does.
    """
    codes = options.countries(*named)
    if not codes:
        raise ValueError(f"no state is called {next((name for name in named if name), '')[:60]!r}")
    return codes[0]


def _gather(
    path: Path,
    take: Callable[[dict[str, str], int], tuple[_Open, str, str | None]],
    options: LoadOptions,
) -> Iterator[Row]:
    """Put rows of one state each together into roll calls."""
    opened: _Open | None = None
    for line, row in read_table(path, options.encoding):
        try:
            found, state, vote = take(_whole(row), line)
        except ValueError as error:
            yield BadRow(str(path), line, str(error))
            continue
        if opened and opened.id != found.id:
            yield _close(opened)
            opened = None
        opened = opened or found
        if vote:
            opened.votes[state] = vote
    if opened:
        yield _close(opened)


def _short(title: str) -> str | None:
    """The title without what the catalogue adds (": resolution / adopted by the General Assembly")."""
    return title.split(" : resolution /", maxsplit=1)[0].strip() or None


def _close(opened: _Open) -> RollCall:
    """The roll call as it stands."""
    return RollCall(
        id=opened.id,
        date=opened.date,
        body=BODY,
        votes=tuple(sorted(opened.votes.items())),
        symbol=opened.symbol,
        title=opened.title,
        line=opened.line,
    )
