"""Documents as PDF: whole, the same each time, and deaf to what strangers write."""

import re
from datetime import date

from verbale.export.dossiers.document import Document, Entry, Part
from verbale.export.dossiers.pdf import write_pdf
from verbale.record.queries.lines import Source

SOURCE = Source("The Wire", "Ministers meet", "https://example.org/a", date(2024, 6, 11))
ODD = '#panic("x") = $ [*_`\\ "” </a> \u202e Вучић'


def make(text: str, *sources: Source) -> Document:
    entry = Entry("3 June 2024", text, sources, 2, ("one outlet",))
    return Document(
        "Aleksandar Vulin", ("Person, Serbia",), (Part("Meetings", (entry,), "More are left out."),)
    )


def test_it_is_a_pdf_with_the_same_bytes_each_time() -> None:
    document = make("Vulin met Nikolai Patrushev", SOURCE)
    made = write_pdf(document)
    assert made.startswith(b"%PDF-")
    assert made.rstrip().endswith(b"%%EOF")
    assert write_pdf(document) == made != write_pdf(make("Vulin met nobody", SOURCE))


def test_words_of_strangers_are_words() -> None:
    assert write_pdf(make(ODD, Source(ODD, ODD, "javascript:alert(1)", None))).startswith(b"%PDF-")


def test_sources_lead_to_the_web() -> None:
    made = write_pdf(make("Vulin met Patrushev", SOURCE, Source("The Post", "", "javascript:alert(1)", None)))
    assert b"https://example.org/a" in made
    assert b"javascript" not in made


def test_many_lines_go_over_many_pages() -> None:
    part = Part("Meetings", tuple(Entry(f"{nth} June 2024", "They met.") for nth in range(200)))
    pages = re.search(rb"/Type\s*/Pages\s*/Count (\d+)", write_pdf(Document("Ann", (), (part,))))
    assert pages
    assert int(pages[1]) > 3
