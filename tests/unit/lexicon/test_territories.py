"""Territories: who is meant by a name, a demonym, a capital, a metonym."""

import time

import pytest

from verbale.lexicon.territories import load_territories


@pytest.fixture(scope="module")
def territories():
    return load_territories()


def test_all_territories_of_rigour_are_there(territories):
    assert len(territories.all) == 619
    assert len({t.code for t in territories.all}) == 619


def test_every_parent_is_a_territory(territories):
    assert not [t.code for t in territories.all if t.parent and territories.by_code(t.parent) is None]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Russia", "ru"),
        ("the Russian Federation", "ru"),
        ("U.S.", "us"),
        ("the States", "us"),
        ("Britain", "gb"),
        ("Türkiye", "tr"),
        ("Turkiye", "tr"),
        ("DR Congo", "cd"),
        ("Côte d’Ivoire", "ci"),
        ("Burma", "mm"),
        ("Holland", "nl"),
        ("Republika Srpska", "ba-srp"),
        ("Somaliland", "so-som"),
        ("Transnistria", "md-pmr"),
        ("Northern Cyprus", "cy-trnc"),
        ("State of Palestine", "ps"),
        ("the Soviet Union", "suhh"),
        ("East Germany", "dd"),
        ("the EU", "eu"),
        ("Kosovo", "xk"),
        ("Kursk region", "ru-krs"),
        ("GEORGIA", "ge"),
    ],
)
def test_by_name(territories, name, code):
    assert territories.by_name(name).code == code


@pytest.mark.parametrize(
    "word", ["us", "turkey", "chad", "jordan", "the", "", "Moscow", "Washington", "Victoria"]
)
def test_common_words_and_seats_of_government_are_no_names(territories, word):
    assert territories.by_name(word) is None


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Serbian", "rs"),
        ("Serbs", "rs"),
        ("Bosnian Serb", "ba-srp"),
        ("South Korean", "kr"),
        ("Dutch", "nl"),
        ("Frenchmen", "fr"),
        ("Emirati", "ae"),
        ("Malian", "ml"),
        ("Nigerien", "ne"),
        ("Nigerian", "ng"),
        ("Scottish", "gb-sct"),
        ("Swiss", "ch"),
        ("Poles", "pl"),
        ("Danes", "dk"),
    ],
)
def test_by_demonym(territories, word, code):
    assert territories.by_demonym(word).code == code


def test_a_people_is_no_adjective(territories):
    assert territories.resolve_adjective("Poles") is None
    assert territories.by_demonym("polish") is None


def test_every_country_with_people_has_a_demonym_and_a_capital(territories):
    states = [t for t in territories.all if t.kind == "country" and len(t.code) == 2]
    empty = {"bv", "gs", "hm", "io", "tf", "um", "aq", "cc", "cx", "nf", "wf", "pm"}
    assert not [t.code for t in states if not t.adjectives and t.code not in empty]
    independent = [
        t for t in states if t.parent is None and t.code not in empty | {"gg", "je", "gi", "im", "sh"}
    ]
    assert not [t.code for t in independent if t.capital is None]


def test_capitals_and_metonyms(territories):
    assert territories.by_capital("Belgrade").code == "rs"
    assert territories.by_capital("Brussels").code == "eu"
    assert territories.by_capital("Springfield") is None
    assert territories.by_metonym("the Kremlin").code == "ru"
    assert territories.by_metonym("Elysee").code == "fr"


def test_the_european_union_is_a_body(territories):
    assert territories.by_code("eu").kind == "body"


def test_longest_match_over_tokens(territories):
    words = ["Guinea", "-", "Bissau", "and", "South", "Korean", "ships"]
    first = territories.longest_at(words, 0)
    assert (first.territory.code, first.end, first.use) == ("gw", 3, "name")
    second = territories.longest_at(words, 4)
    assert (second.territory.code, second.end, second.use) == ("kr", 6, "adjective")
    assert territories.longest_at(words, 6) is None


def test_candidates_give_both_georgias(territories):
    assert [t.code for t in territories.candidates("Georgia")] == ["ge", "us-ga"]


def test_abbreviations_after_a_comma(territories):
    assert territories.by_abbreviation("Tex.").code == "us-tx"
    assert territories.by_abbreviation("TX", "us").code == "us-tx"
    assert territories.by_name("Ore.") is None


def test_loading_is_quick():
    load_territories.cache_clear()
    start = time.process_time()
    load_territories()
    assert time.process_time() - start < 0.4
