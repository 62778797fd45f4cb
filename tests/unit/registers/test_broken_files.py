"""Broken files: a bad row is named and the rest come; a bad file is an error with its place."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbale.errors import RegisterError
from verbale.registers import KINDS, BadRow, LoadOptions, Row, Tenure, load_rows

Write = Callable[[str, str], Path]


def load_samples() -> ModuleType:
    spec = importlib.util.spec_from_file_location("register_samples", Path(__file__).with_name("samples.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


samples = load_samples()

FILES = {
    "ofac-csv": ("ofac", samples.SDN_CSV),
    "ofac-xml": ("ofac", samples.SDN_XML),
    "ofac-advanced": ("ofac", samples.SDN_ADVANCED),
    "un": ("un", samples.UN_XML),
    "eu": ("eu", samples.EU_XML),
    "uk": ("uk", samples.UK_CSV),
    "unga-wide": ("unga", samples.UNGA_WIDE),
    "unga-long": ("unga", samples.UNGA_LONG),
    "unga-library": ("unga", samples.UNGA_LIBRARY),
    "officeholders": ("officeholders", samples.OFFICEHOLDERS),
    "ftm": ("ftm", samples.FTM),
}


def try_to_load(kind: str, path: Path) -> tuple[list[Row], str | None]:
    """The rows until the error that ended the file, and that error."""
    rows: list[Row] = []
    try:
        rows.extend(load_rows(kind, [path]))
    except RegisterError as error:
        return rows, str(error)
    return rows, None


XML = [name for name, (_, text) in FILES.items() if text.lstrip().startswith("<")]
CSV = [name for name in FILES if name not in XML and name != "ftm"]


def test_every_kind_has_a_sample() -> None:
    assert {kind for kind, _ in FILES.values()} == set(KINDS)


@pytest.mark.parametrize("name", FILES)
@given(st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_damage_is_rows_or_one_error(name: str, tmp_path: Path, data: st.DataObject) -> None:
    kind, text = FILES[name]
    raw = bytearray(text.encode())
    cut = data.draw(st.integers(0, len(raw)), label="cut at")
    del raw[cut:]
    for _ in range(data.draw(st.integers(0, 3), label="damages")):
        at = data.draw(st.integers(0, len(raw)), label="at")
        raw[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=6), label="with")
    path = tmp_path / "damaged"
    path.write_bytes(raw)
    rows, error = try_to_load(kind, path)
    assert error is None or "damaged" in error
    assert all(row.message and row.line >= 0 for row in rows if isinstance(row, BadRow))


@pytest.mark.parametrize("name", XML)
def test_truncated_xml_is_an_error_with_its_line(name: str, write: Write) -> None:
    kind, text = FILES[name]
    with pytest.raises(RegisterError, match=r"line \d+, column \d+"):
        list(load_rows(kind, [write("cut.xml", text[: len(text) - 20])]))


@pytest.mark.parametrize("name", [*CSV, "ftm"])
def test_a_list_cut_off_in_a_row_is_an_error_with_its_line(name: str, write: Write) -> None:
    kind, text = FILES[name]
    text = text.rstrip("\r\n\x1a")
    last = text.rindex("\n") + 1
    _, error = try_to_load(kind, write("cut", text[: last + 5]))
    assert error
    assert f"cut, line {text[:last].count(chr(10)) + 1}: " in error
    assert try_to_load(kind, write("whole", text))[1] is None, "the end of the last line may be missing"


@pytest.mark.parametrize("name", XML)
def test_xml_bombs_are_refused_before_they_go_off(name: str, write: Write) -> None:
    kind, text = FILES[name]
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE x [<!ENTITY l0 "lol">{entities}]>'
    head, _, rest = text.partition("?>") if text.startswith("<?xml") else ("", "", text)
    with pytest.raises(RegisterError, match="declares dtds"):
        list(load_rows(kind, [write("bomb.xml", f"{head}?>{bomb}{rest}")]))


@pytest.mark.parametrize("name", CSV)
def test_a_quotation_mark_never_closed_is_an_error_with_its_line(name: str, write: Write) -> None:
    kind, text = FILES[name]
    lines = text.splitlines(keepends=True)
    line = len(lines) - 2 if name == "ofac-csv" else len(lines) - 1
    lines[line] = '"' + lines[line]
    with pytest.raises(RegisterError, match=rf"line {line + 1}: .*quotation mark"):
        list(load_rows(kind, [write("open.csv", "".join(lines))]))


@pytest.mark.parametrize("name", CSV)
def test_another_encoding_is_an_error_with_its_line(name: str, tmp_path: Path) -> None:
    kind, text = FILES[name]
    path = tmp_path / "latin.csv"
    path.write_bytes(text.encode() + "Vučić,".encode("cp1250"))
    with pytest.raises(RegisterError, match=r"line \d+: not utf-8 .*--encoding"):
        list(load_rows(kind, [path]))


def test_entities_in_utf16_are_not_taken_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "list.jsonl"
    path.write_bytes(samples.FTM.encode("utf-16"))
    rows, _ = try_to_load("ftm", path)
    assert rows
    assert all(isinstance(row, BadRow) for row in rows)
    assert "line 1: not UTF-8" in str(rows[0])


@pytest.mark.parametrize("name", FILES)
def test_a_field_of_ten_megabytes(name: str, write: Write) -> None:
    kind, text = FILES[name]
    huge = text.replace("Hronec", "H" * 10_000_000, 1).replace("HRONEC", "H" * 10_000_000, 1)
    huge = huge.replace("SVK", "S" * 10_000_000) if huge == text else huge
    rows, error = try_to_load(kind, write("huge", huge))
    bad = [row for row in rows if isinstance(row, BadRow)]
    assert bad or (error and "huge, line" in error)
    assert all(row.line > 0 for row in bad)


def test_bad_rows_are_named_and_the_rest_load(write: Write, options: LoadOptions) -> None:
    text = samples.FTM + 'not json\n[1, 2]\n{"id": "x", "schema": "Person", "properties": {}}\n'
    text += '{"id": "y", "schema": "Sanction", "properties": {}}\n'
    rows = list(load_rows("ftm", [write("e.jsonl", text)], options))
    assert [(row.line, row.message.split(":")[0]) for row in rows if isinstance(row, BadRow)] == [
        (7, "no JSON (Expecting value, column 1)"),
        (8, "no FollowTheMoney entity"),
        (9, "an entry without a name"),
        (10, "a Sanction without `entity`"),
    ]
    assert len(rows) == 9


def test_a_table_row_of_another_length_is_named(write: Write) -> None:
    rows = list(load_rows("officeholders", [write("o.csv", samples.OFFICEHOLDERS + "Minister,Jan\n")]))
    assert str(rows[-1]).endswith("o.csv, line 4: 2 fields where the header has 5")
    assert len(rows) == 3


def test_missing_file() -> None:
    for kind in KINDS:
        with pytest.raises(RegisterError, match="cannot be read"):
            list(load_rows(kind, [Path("/nowhere/list")]))


def test_a_file_of_another_kind_is_an_error(write: Write) -> None:
    path = write("x.csv", "a,b,c\n1,2,3\n")
    for kind in ("ofac", "un", "uk", "unga", "officeholders"):
        with pytest.raises(RegisterError):
            list(load_rows(kind, [path]))


def test_line_ends_of_old_are_named(write: Write) -> None:
    _, error = try_to_load("uk", write("old.csv", samples.UK_CSV.replace("\n", "\r")))
    assert error
    assert "old.csv, line 1: lines end with a carriage return alone" in error


def test_a_row_of_the_uk_list_of_another_length_is_named(write: Write) -> None:
    rows, _ = try_to_load("uk", write("uk.csv", samples.UK_CSV + "11/07/2023,RUS9003\n"))
    (bad,) = [row for row in rows if isinstance(row, BadRow)]
    assert (bad.line, bad.message) == (6, "2 fields where there are 20 headings")


def test_a_number_where_an_organisation_should_be_is_passed_over(write: Write) -> None:
    line = '{"id": "m", "schema": "Membership", "properties": {"member": ["a"], "organization": 5, "post": ["x"]}}'
    (membership,), error = try_to_load("ftm", write("m.jsonl", line + "\n"))
    assert error is None
    assert isinstance(membership, Tenure)
    assert (membership.holder_id, membership.post_id) == ("a", "x")


def test_an_id_longer_than_any_is_a_fault(write: Write) -> None:
    text = samples.EU_XML.replace("EU.901.1", "EU.901." + "1" * 2_000)
    rows, error = try_to_load("eu", write("eu.xml", text))
    assert error is None
    (bad,) = [row for row in rows if isinstance(row, BadRow)]
    assert "an id of 2007 characters" in bad.message
    assert len(rows) == 2
