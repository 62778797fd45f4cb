"""Which loader reads which kind of register."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from verbale.errors import RegisterError
from verbale.registers.options import LoadOptions
from verbale.registers.rows import Row

Loader = Callable[[Sequence[Path], LoadOptions], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class RegisterKind:
    """A kind of register: its name in commands, what it is, whose measures it lists (a country code)."""

    name: str
    title: str
    authority: str | None = None


KINDS = {
    kind.name: kind
    for kind in (
        RegisterKind("ftm", "FollowTheMoney entities, JSON lines (OpenSanctions, Aleph)"),
        RegisterKind(
            "ofac", "OFAC's SDN list: SDN.CSV with ALT, ADD, SDN_COMMENTS; SDN.XML; SDN_ADVANCED.XML", "us"
        ),
        RegisterKind("un", "Consolidated list of the UN Security Council, XML", "un"),
        RegisterKind("eu", "Consolidated financial sanctions list of the EU, XML FSF 1.1", "eu"),
        RegisterKind("uk", "UK sanctions list, CSV", "gb"),
        RegisterKind(
            "unga", "Roll calls of the UN General Assembly, CSV of UNVotes or the UN Digital Library"
        ),
        RegisterKind("officeholders", "Office-holders with their dates, CSV"),
    )
}
"""All kinds by name."""


def load_rows(kind: str, paths: Sequence[Path], options: LoadOptions | None = None) -> Iterator[Row]:
    """The rows of a register's files, one by one; a bad row comes as `BadRow` in its place.

    Raises:
        RegisterError: an unknown kind; a file that cannot be opened or is not of that kind at all.

    >>> next(iter(load_rows("swiss", [Path("list.xml")])))
    Traceback (most recent call last):
    verbale.errors.RegisterError: no kind of register is called 'swiss': choose ftm, ofac, un, eu, uk, unga, ...
    """
    if kind not in KINDS:
        raise RegisterError(f"no kind of register is called {kind!r}: choose {', '.join(KINDS)}")
    if not paths:
        raise RegisterError(f"no file: name the files of the {kind} register")
    return _loader(kind, paths)(paths, options or LoadOptions())


def _loader(kind: str, paths: Sequence[Path]) -> Loader:
    """The loader of a kind; OFAC's files are told apart by their beginning."""
    # Imported when asked for: those for XML need defusedxml, which the core install does not have.
    if kind == "ofac":
        return _ofac_loader(paths[0])
    if kind in ("un", "eu"):
        from verbale.registers.eu import load_eu  # noqa: PLC0415
        from verbale.registers.un import load_un  # noqa: PLC0415

        return load_un if kind == "un" else load_eu
    from verbale.registers.ftm import load_ftm  # noqa: PLC0415
    from verbale.registers.officeholders import load_officeholders  # noqa: PLC0415
    from verbale.registers.uk import load_uk  # noqa: PLC0415
    from verbale.registers.unga import load_unga  # noqa: PLC0415

    plain: dict[str, Loader] = {
        "ftm": load_ftm,
        "uk": load_uk,
        "unga": load_unga,
        "officeholders": load_officeholders,
    }
    return plain[kind]


def _ofac_loader(path: Path) -> Loader:
    """OFAC's loader for a file.

    Raises:
        RegisterError: it cannot be opened.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(4096)
    except OSError as error:
        raise RegisterError(f"{path} cannot be read: {error.strerror}; check the path") from error
    if not head.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"<"):
        from verbale.registers.ofac_csv import load_ofac_csv  # noqa: PLC0415

        return load_ofac_csv
    if b"<sdnList" in head:
        from verbale.registers.ofac_xml import load_ofac_xml  # noqa: PLC0415

        return load_ofac_xml
    from verbale.registers.ofac_advanced import load_ofac_advanced  # noqa: PLC0415

    return load_ofac_advanced
