"""Every bad input gives one error that says what was found, where, and what to do; the rest go on."""

import io
import json
from datetime import date
from pathlib import Path

import pytest

from verbale.errors import ReportError
from verbale.model import Report
from verbale.sources import Origin, SourceOptions, read_paths, read_stream

GOOD = "The foreign minister of Norway met her colleague from Kenya."
TODAY = date(2024, 6, 11)
OPTIONS = SourceOptions(today=TODAY)


def read_all(*paths: Path, options: SourceOptions = OPTIONS) -> list[Report | ReportError]:
    return list(read_paths(paths, options))


def read_bytes(
    tmp_path: Path, name: str, content: bytes, options: SourceOptions = OPTIONS
) -> Report | ReportError:
    path = tmp_path / name
    path.write_bytes(content)
    (result,) = read_all(path, options=options)
    return result


def assert_error(result: Report | ReportError, slug: str, *words: str) -> None:
    assert isinstance(result, ReportError), result
    assert result.slug == slug
    for word in words:
        assert word in result.message, result.message


def test_missing_file(tmp_path: Path) -> None:
    (result,) = read_all(tmp_path / "none.txt")
    assert_error(result, "missing-file", "none.txt does not exist", "check the path")
    assert result.to_dict()["report"] == str(tmp_path / "none.txt")


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The tests may run as root, whom no file mode keeps out.
    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "secret.txt"
    path.write_text(GOOD)
    monkeypatch.setattr(Path, "open", refuse)
    (result,) = read_all(path)
    assert_error(result, "unreadable-file", "secret.txt cannot be read: permission denied", "check")


def test_device_that_fails_while_being_read() -> None:
    class Failing(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            raise OSError(5, "Input/output error")

    (result,) = read_paths(["-"], OPTIONS, io.BufferedReader(Failing()))
    assert_error(result, "unreadable-file", "standard input cannot be read: input/output error")


def test_path_with_nul_byte() -> None:
    (result,) = read_paths(["a\0b.txt"], OPTIONS)
    assert_error(result, "unreadable-file", "cannot be read")


def test_empty_folder(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text(GOOD)
    (result,) = read_all(tmp_path)
    assert_error(result, "empty-folder", str(tmp_path), "has no files in it", "name a folder")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "Office"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (bytes(range(256)) * 8, "binary"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.jsonl", "a.dat"])
def test_binary_file(tmp_path: Path, name: str, content: bytes, word: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    results = read_all(path)
    assert_error(results[0], "binary-file", name, word)
    assert len(results) == 1


@pytest.mark.parametrize("encoding", ["cp1252", "cp1251", "utf-16-le"])
def test_wrong_encoding_is_named(tmp_path: Path, encoding: str) -> None:
    sentence = {
        "cp1252": "Der Präsident traf die Außenministerin Österreichs und die Königin für Gespräche.",
        "cp1251": "Президент встретился с послом и министром иностранных дел в Москве.",
        "utf-16-le": GOOD,
    }[encoding]
    result = read_bytes(tmp_path, "a.txt", ("Line one.\n" + sentence).encode(encoding))
    assert_error(result, "wrong-encoding", "a.txt is not UTF-8", "looks like", "--encoding")


def test_encoding_given_is_used(tmp_path: Path) -> None:
    options = SourceOptions(encoding="cp1252")
    result = read_bytes(tmp_path, "a.txt", "The café of the minister was closed.".encode("cp1252"), options)
    assert isinstance(result, Report)
    assert "café" in result.text


def test_unknown_encoding(tmp_path: Path) -> None:
    result = read_bytes(tmp_path, "a.txt", GOOD.encode(), SourceOptions(encoding="utf-88"))
    assert_error(result, "wrong-encoding", "no encoding is called 'utf-88'")


@pytest.mark.parametrize("content", [b"", b" \r\n\t\n", "\ufeff\u00a0\u200b".encode()])
def test_empty_text(tmp_path: Path, content: bytes) -> None:
    assert_error(read_bytes(tmp_path, "a.txt", content), "empty-text", "a.txt is empty", "give the text")


@pytest.mark.parametrize(
    "text", ["2024-06-11", "...!?", "Resigned.", "\U0001f600 \U0001f600", "\x01\x02 - \x03 -- 12"]
)
def test_no_sentence(text: str) -> None:
    (result,) = read_stream(
        io.BytesIO(json.dumps({"id": "r1", "text": text}).encode()), Origin("a.json"), OPTIONS
    )
    assert_error(result, "no-sentence", "has no sentence", "give the text")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministre des Affaires étrangères a rencontré jeudi ses homologues à Bruxelles.", "French"),
        ("Министр иностранных дел встретился с послом в Москве.", "Russian"),
        ("外交部长会见了大使。 双方 讨论了 合作。", "Chinese"),
        ("El presidente se reunió con la ministra en Madrid el lunes por la tarde.", "Spanish"),
    ],
)
def test_other_language(tmp_path: Path, text: str, language: str) -> None:
    assert_error(read_bytes(tmp_path, "a.txt", text.encode()), "language-unsupported", language, "--force")
    assert isinstance(read_bytes(tmp_path, "a.txt", text.encode(), SourceOptions(force=True)), Report)


def test_language_declared_by_the_report_is_believed() -> None:
    row = {"id": "r1", "text": GOOD, "language": "de"}
    (result,) = read_stream(io.BytesIO(json.dumps(row).encode()), Origin("a.json"), OPTIONS)
    assert_error(result, "language-unsupported", "r1", "German")


@pytest.mark.parametrize(
    "text",
    [
        "Kaja Kallas visits Tbilisi.",
        "Erdoğan calls Aliyev.",
        "Gunmen kill seven soldiers in Borno State, Nigeria.",
        "Vetëvendosje wins Kosovo election, Kurti says.",
        "SEOUL",
        "President of São Tomé and Príncipe Carlos Vila Nova dismisses cabinet.",
    ],
)
def test_short_english_with_foreign_names_is_english(text: str) -> None:
    (result,) = read_stream(io.BytesIO(f"{text} Minister resigns.".encode()), Origin("a"), OPTIONS)
    assert isinstance(result, Report)


def test_invalid_json_line_is_numbered_and_the_rest_go_on(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(
        f'{{"id": "a", "text": "{GOOD}"}}\n\n{{"id": "b", "text: \n{{"id": "c", "text": "{GOOD}"}}\n'
    )
    first, bad, last = read_all(path)
    assert isinstance(first, Report)
    assert first.id == "a"
    assert_error(bad, "invalid-json", "wire.jsonl, line 3 is not valid JSON", "column", "correct it")
    assert bad.report_id == f"{path}, line 3"
    assert isinstance(last, Report)
    assert last.id == "c"


def test_invalid_json_file_names_the_line(tmp_path: Path) -> None:
    result = read_bytes(tmp_path, "a.json", b'{\n "id": "a",\n "text": oops\n}')
    assert_error(result, "invalid-json", "a.json is not valid JSON", "line 3, column 10")


def test_json_nested_too_deeply(tmp_path: Path) -> None:
    assert_error(read_bytes(tmp_path, "a.json", b"[" * 200_000), "invalid-json", "nested too deeply")


@pytest.mark.parametrize("line", ["[1, 2]", '"text"', "null", "3"])
def test_line_that_is_no_object(tmp_path: Path, line: str) -> None:
    result = read_bytes(tmp_path, "a.jsonl", line.encode())
    assert_error(result, "invalid-json", "a.jsonl, line 1 is", "not an object")


def test_missing_text(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(f'{{"id": "r7", "title": "No text"}}\n{{"id": "r8", "text": "{GOOD}"}}\n')
    bad, good = read_all(path)
    assert_error(bad, "missing-text", "line 1 (r7) has no `text`", "add the text")
    assert bad.to_dict()["report"] == "r7"
    assert isinstance(good, Report)


@pytest.mark.parametrize(
    "fields",
    [{"text": 3}, {"text": ["a"]}, {"title": {}}, {"id": [1]}, {"id": True}, {"published": 20240611}],
)
def test_wrong_type(tmp_path: Path, fields: dict[str, object]) -> None:
    result = read_bytes(tmp_path, "a.json", json.dumps({"text": GOOD, **fields}).encode())
    assert_error(result, "wrong-field-type", f"`{next(iter(fields))}` is a", "not a string")


@pytest.mark.parametrize("value", ["yesterday", "11/06/2024", "2024-13-01", "2023-02-29", "2024", "20240611"])
def test_bad_date(tmp_path: Path, value: str) -> None:
    result = read_bytes(
        tmp_path, "a.json", json.dumps({"id": "r1", "text": GOOD, "published": value}).encode()
    )
    assert_error(result, "bad-date", "(r1)", repr(value), "write it as 2024-06-11")


@pytest.mark.parametrize(("value", "word"), [("2024-06-13", "future"), ("1799-12-31", "before 1800")])
def test_date_out_of_range(tmp_path: Path, value: str, word: str) -> None:
    result = read_bytes(tmp_path, "a.json", json.dumps({"text": GOOD, "published": value}).encode())
    assert_error(result, "date-out-of-range", value, word, "correct the date")


@pytest.mark.parametrize("value", ["2024-06-12", "1800-01-01"])
def test_dates_at_the_edge_are_read(tmp_path: Path, value: str) -> None:
    result = read_bytes(tmp_path, "a.json", json.dumps({"text": GOOD, "published": value}).encode())
    assert isinstance(result, Report)


def test_ten_megabytes_of_text(tmp_path: Path) -> None:
    result = read_bytes(tmp_path, "a.txt", b"The minister resigned. " * 450_000)
    assert_error(result, "text-too-long", "a.txt is longer than 1,000,000 characters", "VERBALE_MAX_CHARS")


def test_text_just_too_long_counts_its_characters() -> None:
    row = json.dumps({"text": "The ministers met. " * 60_000}).encode()
    (result,) = read_stream(io.BytesIO(row), Origin("a.json"), OPTIONS)
    assert_error(result, "text-too-long", "1,140,000 characters", "split it")


def test_line_too_long_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text('{"text": "' + "x" * 5000 + '"}\n' + json.dumps({"id": "b", "text": GOOD}))
    long, good = read_all(path, options=SourceOptions(max_bytes=1000))
    assert_error(long, "text-too-long", "line 1 is longer than 1,000 bytes")
    assert isinstance(good, Report)
    assert good.id == "b"


@pytest.mark.parametrize(
    "text",
    [
        "The minister\x00\x07 met the\x1b[31m envoy of the union.",
        "“The minister met the envoy, he said. 'The end of the war",
        "the minister of the union and " * 10_000 + "the envoy met.",
        "The \ud800 minister of the union.",
    ],
)
def test_strange_but_readable_text(text: str) -> None:
    row = json.dumps({"id": "r1", "text": text}).encode()
    (result,) = read_stream(io.BytesIO(row), Origin("a.json"), OPTIONS)
    assert isinstance(result, Report)
    assert result.text == text


def test_files_without_reports(tmp_path: Path) -> None:
    assert_error(read_bytes(tmp_path, "a.jsonl", b"\n \n"), "empty-text", "holds no report")
    assert_error(read_bytes(tmp_path, "a.json", b"[]"), "empty-text", "holds no report")


def test_page_without_article(tmp_path: Path) -> None:
    result = read_bytes(tmp_path, "a.html", b"<html><body><script>var a = 1;</script></body></html>")
    assert_error(result, "empty-text", "holds no article text")


def test_one_bad_file_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "c.txt").write_text(GOOD + " They spoke.")
    kinds = [isinstance(result, Report) for result in read_all(tmp_path)]
    assert kinds == [True, False, True]
