"""Reports in, readings out: order, errors, jobs, the stamp."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from verbale import pipeline
from verbale.errors import BadDateError, DateOutOfRangeError, MissingTextError, ReportError
from verbale.model import Reading, Report, derive_report_id
from verbale.pipeline import BATCH, Reader, read, reader_version
from verbale.settings import Settings

TEXT = "Kenya recalled its ambassador from Norway on Monday."


def reports(count: int) -> list[Report]:
    return [
        Report(f"r{number}", f"Finance Minister Anna Kowalska resigned. Note {number}.")
        for number in range(count)
    ]


def ids(found: Iterator[Reading | ReportError]) -> list[str]:
    return [item.report.id if isinstance(item, Reading) else item.report_id for item in found]


MIXED: list[Report | ReportError] = [
    MissingTextError("e0", "no text"),
    *reports(20),
    MissingTextError("e1", "no text"),
    MissingTextError("e2", "no text"),
    Report("last", TEXT),
]
ORDER = ["e0", *(f"r{number}" for number in range(20)), "e1", "e2", "last"]


@pytest.mark.parametrize("jobs", [None, 1, 2])
def test_readings_come_in_order_with_errors_in_their_places(reader: Reader, jobs: int | None) -> None:
    found = list(reader.read_many(iter(MIXED), jobs=jobs))
    assert ids(iter(found)) == ORDER
    errors = [[item.to_dict() for item in items if isinstance(item, ReportError)] for items in (found, MIXED)]
    assert errors[0] == errors[1]


def test_jobs_of_the_settings_are_taken() -> None:
    assert ids(Reader(Settings(jobs=2)).read_many(MIXED)) == ORDER


def test_nothing_in_nothing_out(reader: Reader) -> None:
    assert list(reader.read_many([])) == []


def test_the_first_reading_is_there_at_once_and_the_rest_in_batches(reader: Reader) -> None:
    taken = []

    def source() -> Iterator[Report]:
        for report in reports(100):
            taken.append(report.id)
            yield report

    found = reader.read_many(source(), jobs=1)
    next(found)
    assert len(taken) == 1
    next(found)
    assert len(taken) == 1 + BATCH


def test_one_and_many_read_alike(reader: Reader) -> None:
    report = Report("r", TEXT, published=date(2024, 6, 11))
    assert list(reader.read_many([report])) == [reader.read(report)]


def test_read_takes_what_is_known_of_the_report() -> None:
    published = date(2024, 6, 11)
    reading = read(TEXT, published=published, title="Recall", publisher="The Post", url="https://post.test/1")
    assert reading.report == Report(
        derive_report_id(TEXT, published), TEXT, "Recall", "The Post", "https://post.test/1", published
    )
    assert reading.reader_version == reader_version()


def test_an_id_that_is_given_stays() -> None:
    assert read(TEXT, id="mine").report.id == "mine"


def test_derived_ids_tell_texts_and_days_apart() -> None:
    found = {
        derive_report_id("a"),
        derive_report_id("b"),
        derive_report_id("a", date(2024, 6, 11)),
        derive_report_id("a", date(2024, 6, 12)),
    }
    assert len(found) == 4


def test_the_stamp_is_of_the_shipped_tables() -> None:
    names = {name for name, _ in pipeline._data_files()}
    assert {"/claim_types.yaml", "/places.tsv", "/en/arguments.yaml", "/en/predicates/meet.yaml"} <= names
    assert not any(name.endswith((".py", ".pyc")) for name in names)


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"en/words.yaml": "a: [b, c]"}, False),
        ({"en/more.yaml": ""}, False),
        ({"en/words.pyc": "compiled"}, True),
    ],
)
def test_the_stamp_changes_with_the_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, str], same: bool
) -> None:
    monkeypatch.setattr(pipeline, "data_path", lambda: tmp_path)
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "words.yaml").write_text("a: [b]")
    before = reader_version.__wrapped__()
    for name, content in change.items():
        (tmp_path / name).write_text(content)
    assert (reader_version.__wrapped__() == before) is same


def test_the_stamp_does_not_confuse_names_with_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamps = set()
    for name, content in [("ab", "c"), ("a", "bc"), ("abc", "")]:
        folder = tmp_path / name
        folder.mkdir()
        (folder / name).write_text(content)
        monkeypatch.setattr(pipeline, "data_path", lambda folder=folder: folder)
        stamps.add(reader_version.__wrapped__())
    assert len(stamps) == 3


@pytest.mark.parametrize(
    "published",
    [date(2024, 6, 11), datetime(2024, 6, 11, 9, 30, tzinfo=UTC), "2024-06-11", "2024-06-11T09:30:00Z"],
)
def test_a_report_is_dated_by_a_day_or_its_text(published: date | str) -> None:
    reading = read(TEXT, published=published)

    assert reading.report.published == date(2024, 6, 11)
    assert reading.report.id == derive_report_id(TEXT, date(2024, 6, 11))


@pytest.mark.parametrize(
    ("published", "error"), [("11 June", BadDateError), (date(1750, 1, 1), DateOutOfRangeError)]
)
def test_a_day_that_cannot_be_is_refused(published: date | str, error: type[ReportError]) -> None:
    with pytest.raises(error):
        read(TEXT, published=published)
