"""Texts cut for marking: every character once, whatever the spans."""

from hypothesis import given
from hypothesis import strategies as st

from verbale.web.marking import Span, mark_paragraphs

TEXTS = st.text(alphabet="ab \n", max_size=60)
SPANS = st.lists(
    st.builds(
        Span,
        st.integers(-2, 62),
        st.integers(-2, 62),
        st.sampled_from(("evidence", "trigger", "mention")),
        st.sampled_from(("c1", "c2", "a1")),
    ),
    max_size=12,
)


@given(TEXTS, SPANS)
def test_the_paragraphs_are_the_lines_of_the_text(text: str, spans: list[Span]) -> None:
    lines = [
        "".join(piece.text for run in line for piece in run.pieces) for line in mark_paragraphs(text, spans)
    ]
    assert lines == [line for line in text.split("\n") if line.strip()]


@given(TEXTS, SPANS)
def test_a_claim_begins_once_at_most(text: str, spans: list[Span]) -> None:
    begun = [claim for line in mark_paragraphs(text, spans) for run in line for claim in run.first_of]
    assert len(begun) == len(set(begun))


def test_of_nested_mentions_the_inner_one_counts() -> None:
    spans = [Span(0, 19, "mention", "body"), Span(0, 6, "mention", "state")]
    [[run]] = mark_paragraphs("Serbia's government", spans)
    assert [(piece.text, piece.actor) for piece in run.pieces] == [
        ("Serbia", "state"),
        ("'s government", "body"),
    ]


def test_evidence_in_two_paragraphs_is_marked_in_both() -> None:
    lines = mark_paragraphs("He came\nand went.", [Span(0, 17, "evidence", "c1")])
    assert [[run.claims for run in line] for line in lines] == [[("c1",)], [("c1",)]]
    assert [run.first_of for line in lines for run in line] == [("c1",), ()]
