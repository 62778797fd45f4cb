"""Places: which one is meant, and where it lies."""

import gc
import time

import pytest

from verbale.lexicon.places import is_site, load_gazetteer, make_key, resolve_place


@pytest.mark.parametrize(
    ("name", "countries", "country"),
    [
        ("Georgia", (), "ge"),
        ("Georgia", ("us",), "us"),
        ("Georgia", ("us", "ge"), "ge"),
        ("Atlanta, Georgia", (), "us"),
        ("Tbilisi, Georgia", (), "ge"),
        ("Paris", ("us",), "fr"),
        ("Paris, Texas", (), "us"),
        ("Paris, Tex.", (), "us"),
        ("St. Petersburg", (), "ru"),
        ("St. Petersburg", ("us",), "us"),
        ("Saint Petersburg", ("ru", "us"), "ru"),
        ("Birmingham", ("gb",), "gb"),
        ("Birmingham", ("us",), "us"),
        ("London", ("ca",), "gb"),
        ("Victoria, British Columbia", (), "ca"),
        ("the White House", (), "us"),
        ("Camp David", (), "us"),
        ("northern Gaza", (), "ps"),
        ("eastern Ukraine", (), "ua"),
        ("Kiev", (), "ua"),
        ("Al-Fallujah", (), "iq"),
        ("Hong Kong", (), "hk"),
        ("New York", (), "us"),
        ("MUNICH", (), "de"),
        ("Republika Srpska", (), "ba"),
        ("Goyang", (), "kr"),
    ],
)
def test_country(name, countries, country):
    assert resolve_place(name, countries=countries).country == country


def test_name_stays_as_written():
    assert resolve_place("the port of Odessa").name == "port of Odessa"
    assert resolve_place("Munich, Germany").name == "Munich"


def test_coordinates_are_those_of_the_town():
    place = resolve_place("Paris, Texas")
    assert (place.lat, place.lon) == pytest.approx((33.66, -95.56), abs=0.05)


def test_new_york_is_the_city_and_texas_the_state():
    assert resolve_place("New York").lat == pytest.approx(40.71, abs=0.1)
    assert resolve_place("Texas").lat == pytest.approx(31, abs=1)


def test_a_country_lies_where_its_people_live():
    fiji = resolve_place("Fiji")
    assert fiji.lat == pytest.approx(-17.8, abs=0.5)
    assert abs(fiji.lon) > 176


def test_a_town_no_table_knows_has_the_country_that_it_is_said_to_lie_in():
    place = resolve_place("Zwingenburgshausen, Austria")
    assert (place.country, place.lat) == ("at", None)


def test_the_sea_belongs_to_no_country():
    assert resolve_place("the Black Sea").country is None
    assert is_site("the Black Sea")
    assert not is_site("Lyon")


@pytest.mark.parametrize("text", ["", "the minister", "turkey", "Zwingenburgshausen", ","])
def test_no_place(text):
    assert resolve_place(text) is None


def test_keys_fold_what_writers_vary():
    assert make_key("Deir al-Zor") == make_key("deir al zor")
    assert make_key("St Petersburg") == make_key("Saint Petersburg")


def test_loading_is_quick():
    """What it costs by itself: neither what other threads do meanwhile, nor the garbage of the tests before."""
    load_gazetteer.cache_clear()
    gc.collect()
    start = time.thread_time()
    load_gazetteer()
    assert time.thread_time() - start < 0.6
