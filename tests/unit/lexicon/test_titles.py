import pytest

from verbale.lexicon.leaders import load_leaders
from verbale.lexicon.territories import load_territories
from verbale.lexicon.titles import load_titles, pluralise


def test_plurals_carry_the_rules_of_their_singular() -> None:
    nouns = load_titles().nouns
    assert nouns["spokeswomen"].word == "spokeswoman"
    assert nouns["spokeswomen"].plural
    assert nouns["leaders"].anchored == nouns["leader"].anchored


@pytest.mark.parametrize(
    ("noun", "plural"), [("deputy", "deputies"), ("alderman", "aldermen"), ("sen.", "sens.")]
)
def test_pluralise(noun: str, plural: str) -> None:
    assert pluralise(noun) == plural


def test_a_word_is_either_held_or_former() -> None:
    lexicon = load_titles()
    assert not lexicon.former & lexicon.held


def test_every_country_of_a_leader_is_a_territory() -> None:
    leaders = load_leaders()
    unknown = {code for code in leaders.names.values() if load_territories().by_code(code) is None}
    assert unknown == set()


def test_a_surname_of_two_countries_tells_nothing() -> None:
    leaders = load_leaders()
    assert leaders.country_of("Cristina Fernández de Kirchner") == "ar"
    assert leaders.country_of("Singh") == "in"
    assert leaders.country_of("Kim") is None
    assert leaders.country_of("") is None
