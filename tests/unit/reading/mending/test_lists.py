"""Lists of names, and subjects that "and" joins."""

from verbale.reading.mending.lists import join_lists
from verbale.reading.parse import load_model


def subjects(text: str, verb: str) -> list[str]:
    """The subject of a verb with its conjuncts."""
    token = next(token for token in load_model()(text) if token.text == verb)
    first = next(child for child in token.children if child.dep_ in ("nsubj", "nsubjpass"))
    return [first.text, *(t.text for t in first.conjuncts)]


def test_a_list_of_states_is_one_subject() -> None:
    text = "Bahrain, Colombia, Latvia, and Liberia are elected as members of the council."
    assert subjects(text, "elected") == ["Bahrain", "Colombia", "Latvia", "Liberia"]


def test_a_town_and_its_state_are_no_list() -> None:
    doc = load_model()("Roe visited Paris, France, and Rome in May.")
    france = next(token for token in doc if token.text == "France")
    france.dep_ = "appos"
    join_lists(doc)
    assert france.dep_ == "appos"


def test_two_subjects_that_and_joins_are_one() -> None:
    text = "Kyrgyz President Sadyr Japarov and Tajik President Emomali Rahmon sign a deal to end the border dispute."
    assert subjects(text, "sign") == ["Japarov", "Rahmon"]


def test_a_heading_whose_root_stands_before_the_dash_stays_a_tree() -> None:
    text = "China–United States trade war, 2025 United States trade war with Canada and Mexico"
    doc = load_model()(text)
    assert all(token.sent.root.head.i == token.sent.root.i for token in doc)
    assert all(span.root.i in range(len(doc)) for span in doc.ents)
    assert all(len(list(token.ancestors)) < len(doc) for token in doc)
