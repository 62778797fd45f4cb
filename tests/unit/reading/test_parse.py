import pytest
from spacy.language import Language

from verbale.model import Report
from verbale.reading import parse
from verbale.reading.parse import CHUNK_CHARS, Parsed, load_model, parse_reports

SENTENCE = "Foreign Minister Ana Kos met with her counterpart in Riga. "


def parse_all(*texts: str, nlp: Language | None = None) -> list[Parsed]:
    reports = [Report(f"r{number}", text) for number, text in enumerate(texts)]
    return list(parse_reports(reports, nlp or load_model()))


def sentences(text: str) -> list[str]:
    return [sentence.text.strip() for sentence in parse_all(text)[0].doc.sents]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kos resigned\nPeru left", ["Kos resigned", "Peru left"]),
        ("Kos resigned\r\n\r\nPeru left", ["Kos resigned", "Peru left"]),
        ("Talks between Peru and\nChile began.", ["Talks between Peru and", "Chile began."]),
        ("Kos resigned. Peru left.", ["Kos resigned.", "Peru left."]),
    ],
)
def test_a_line_ends_a_sentence(text: str, found: list[str]) -> None:
    assert sentences(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Peru left.",
        "“Peru’s”\r\nleft.",
        SENTENCE * 400,
        "x" * 20_000,
        "word " * 5_000,
        "line\n" * 4_000,
    ],
    ids=["empty", "blank", "short", "messy", "long", "one-word", "no-sentence", "lines"],
)
def test_the_doc_is_the_normalised_text(text: str) -> None:
    parsed = parse_all(text)[0]
    assert parsed.doc.text == parsed.text.text
    assert all(parsed.text.text[token.idx : token.idx + len(token)] == token.text for token in parsed.doc)


@pytest.mark.parametrize(
    ("unit", "end"),
    [(SENTENCE, ". "), (SENTENCE[:-1] + "\n", "\n"), ("word ", " "), ("x", "x")],
    ids=["sentences", "lines", "words", "one-word"],
)
def test_long_texts_are_cut_where_it_hurts_least(unit: str, end: str) -> None:
    text = unit * (4 * CHUNK_CHARS // len(unit))
    pieces = list(parse._cut(text))
    assert "".join(pieces) == text
    assert len(pieces) > 2
    assert all(piece.endswith(end) for piece in pieces)
    assert all(0 < len(piece) <= CHUNK_CHARS * 3 // 2 for piece in pieces)


def test_a_line_end_is_a_better_cut_than_a_later_sentence_end() -> None:
    text = SENTENCE * 100 + "\n" + SENTENCE * 400
    assert next(parse._cut(text)).endswith("\n")


def test_pieces_are_read_like_the_whole() -> None:
    parsed = parse_all(SENTENCE * 400)[0]
    found = [sentence.text.strip() for sentence in parsed.doc.sents]
    assert found == [SENTENCE.strip()] * 400


def test_reports_come_back_in_order_whatever_their_length() -> None:
    texts = ["Peru left.", SENTENCE * 400, "", "Chile stayed.", *["Kos resigned."] * 20]
    parsed = parse_all(*texts)
    assert [item.report.id for item in parsed] == [f"r{number}" for number in range(len(texts))]
    assert [item.report.text for item in parsed] == texts
    assert [item.doc.text.strip() for item in parsed] == [text.strip() for text in texts]


def test_a_report_is_read_alike_in_any_company() -> None:
    alone = parse_all("Kos met Vida.")[0].doc
    among = parse_all("Peru left.", "Kos met Vida.", SENTENCE)[1].doc
    assert [(t.text, t.tag_, t.dep_, t.head.i) for t in alone] == [
        (t.text, t.tag_, t.dep_, t.head.i) for t in among
    ]


def test_reports_are_taken_as_needed() -> None:
    taken = []

    def reports():
        for number in range(100):
            taken.append(number)
            yield Report(f"r{number}", "Peru left.")

    next(parse_reports(reports(), load_model(), batch_size=4))
    assert len(taken) <= 8


def test_the_model_is_loaded_once() -> None:
    assert load_model() is load_model()
    assert [
        name for name in load_model().pipe_names if name in ("verbale_lines", "parser", "verbale_verbs")
    ] == ["verbale_lines", "parser", "verbale_verbs"]


def test_a_model_that_is_not_there() -> None:
    with pytest.raises(OSError, match="no_such_model"):
        load_model("no_such_model")
