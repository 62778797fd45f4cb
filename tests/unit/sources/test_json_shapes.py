"""JSON of other corpora, and FollowTheMoney entities."""

import io
import json
from datetime import date

import pytest

from verbale.errors import FieldMapError, ReportError
from verbale.model import Report
from verbale.sources import Origin, SourceOptions, read_stream
from verbale.sources.fields import corpora, parse_fields

GOOD = "The foreign minister of Norway met her colleague from Kenya."


def read_rows(
    *rows: object, fields: tuple[str, ...] = (), date_format: str = ""
) -> list[Report | ReportError]:
    raw = "\n".join(map(json.dumps, rows)).encode()
    return list(
        read_stream(io.BytesIO(raw), Origin("in"), SourceOptions(fields=parse_fields(fields, date_format)))
    )


ROWS = {
    "cc_news": {"text": GOOD, "domain": "w.example", "date": "2024-06-11 12:05:44", "title": "T"},
    "news-please": {"maintext": GOOD, "source_domain": "w.example", "date_publish": "2024-06-11 08:00:00", "title": "T"},
    "newsapi": {"content": GOOD, "source": {"id": None, "name": "w.example"}, "publishedAt": "2024-06-11T08:00:00Z", "title": "T"},
    "newspaper": {"text": GOOD, "source_url": "w.example", "publish_date": "2024-06-11", "title": "T"},
    "realnews": {"text": GOOD, "domain": "w.example", "publish_date": "06-11-2024", "title": "T"},
    "signal1m": {"id": "x", "content": GOOD, "source": "w.example", "published": "2024-06-11T10:17:53Z", "title": "T"},
    "trafilatura": {"raw_text": GOOD, "source-hostname": "w.example", "date": "2024-06-11", "title": "T"},
    "webz": {"uuid": "x", "text": GOOD, "thread": {"site": "w.example"}, "published": "2024-06-11T03:00:00.000+03:00",
             "language": "english", "title": "T"},
}  # fmt: skip


def test_every_corpus_has_an_example_here() -> None:
    assert set(ROWS) == set(corpora())


@pytest.mark.parametrize("corpus", ROWS)
def test_fields_of_known_corpora(corpus: str) -> None:
    (report,) = read_rows(ROWS[corpus], fields=(corpus,))
    assert isinstance(report, Report), report
    assert (report.text, report.title, report.publisher, report.published) == (
        GOOD,
        "T",
        "w.example",
        date(2024, 6, 11),
    )


def test_own_fields_win_over_a_corpus_and_alternatives_are_tried_in_order() -> None:
    rows = [{"lead": GOOD, "date": 1718064000}, {"body": "", "lead": GOOD, "date": 1718064000000}]
    for result in read_rows(*rows, fields=("cc_news", "text=body|lead"), date_format="epoch"):
        assert isinstance(result, Report)
        assert (result.text, result.published) == (GOOD, date(2024, 6, 11))


def test_paragraphs_in_a_list_are_one_text() -> None:
    (report,) = read_rows({"body": [GOOD, GOOD]}, fields=("text=body",))
    assert isinstance(report, Report)
    assert report.text == f"{GOOD}\n\n{GOOD}"


def test_date_in_another_format_is_told() -> None:
    (error,) = read_rows({"text": GOOD, "published": "11.6.24"}, date_format="%m-%d-%Y")
    assert isinstance(error, ReportError)
    assert error.slug == "bad-date"


@pytest.mark.parametrize("given", ["no-such-corpus", "body=text", "=x"])
def test_wrong_mapping(given: str) -> None:
    with pytest.raises(FieldMapError):
        parse_fields([given])


def article(**properties: object) -> dict[str, object]:
    return {"id": "ftm-1", "schema": "Article", "properties": properties, "datasets": ["wire"]}


def test_article_entity() -> None:
    (report,) = read_rows(
        article(title=["Talks", "Talks in Oslo"], bodyText=[GOOD], publisher=["The Wire"], language=["eng"],
                sourceUrl=["https://w.example/1"], publishedAt=["2024-06", "2024-06-11T08:00:00"])
    )  # fmt: skip
    assert report == Report("ftm-1", GOOD, "Talks", "The Wire", "https://w.example/1", date(2024, 6, 11))


def test_entities_that_hold_no_text_are_passed_over_among_those_that_do() -> None:
    person = {"id": "p", "schema": "Person", "properties": {"name": ["Ola Nordmann"]}}
    (report, error) = read_rows(person, article(bodyText=[GOOD]), article(title=["Only a title"]))
    assert isinstance(report, Report)
    assert isinstance(error, ReportError)
    assert error.slug == "missing-text"


def test_article_in_another_language_is_refused() -> None:
    (error,) = read_rows(article(bodyText=[GOOD], language=["fra"]))
    assert isinstance(error, ReportError)
    assert error.slug == "language-unsupported"
