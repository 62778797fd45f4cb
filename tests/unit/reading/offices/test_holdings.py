import pytest

from verbale.model import Office
from verbale.reading.offices import find_holdings, same_office, titles_in


def _held(scene):
    return [
        (scene.doc[h.holder].text, h.office.title, h.former, h.begins is not None)
        for h in find_holdings(scene, titles_in(scene))
    ]


@pytest.mark.parametrize(
    ("text", "holder", "title", "former", "begins"),
    [
        ("Ana Petrovic is the foreign minister of Serbia.", "Petrovic", "foreign minister", False, False),
        (
            "Ana Petrovic was finance minister of Serbia until May.",
            "Petrovic",
            "finance minister",
            True,
            False,
        ),
        ("Ana Petrovic has been mayor of Lyon since 2019.", "Petrovic", "mayor", False, False),
        ("Ana Petrovic became prime minister of Serbia in May.", "Petrovic", "prime minister", False, True),
        ("Ana Petrovic was sworn in as president of Serbia.", "Petrovic", "president", False, True),
        (
            "Ana Petrovic previously served as ambassador to France.",
            "Petrovic",
            "ambassador to France",
            True,
            False,
        ),
        (
            "She met Ana Petrovic, who is the Serbian foreign minister.",
            "Petrovic",
            "foreign minister",
            False,
            False,
        ),
        (
            "It happened during Ana Petrovic's tenure as finance minister.",
            "Petrovic",
            "finance minister",
            True,
            False,
        ),
        ("The prime minister of Serbia is Ana Petrovic.", "Petrovic", "prime minister", False, False),
        ("Ana Petrovic heads the finance ministry.", "Petrovic", "minister", False, False),
        ("They met the agency, led by Ana Petrovic.", "Petrovic", "leader", False, False),
    ],
)
def test_verbs(scene_of, text, holder, title, former, begins):
    assert (holder, title, former, begins) in _held(scene_of(text, "Ana Petrovic"))


@pytest.mark.parametrize(
    "text",
    [
        "Ana Petrovic would be the first foreign minister to do so.",
        "Ana Petrovic became the first minister to visit Baku.",
        "Ana Petrovic leads the race.",
        "Ana Petrovic works as an actor.",
        "Ana Petrovic is the highest ranking U.S. official in town.",
    ],
)
def test_what_is_no_holding(scene_of, text):
    assert _held(scene_of(text, "Ana Petrovic")) == []


def test_who_succeeds_whom(scene_of):
    scene = scene_of(
        "Luka Novak succeeds Ana Petrovic as Croatia's foreign minister.", "Luka Novak", "Ana Petrovic"
    )
    (holding,) = find_holdings(scene, titles_in(scene))
    assert scene.doc[holding.holder].text == "Novak"
    assert holding.predecessor is not None
    assert scene.doc[holding.predecessor].text == "Petrovic"


def test_two_persons_take_two_offices_in_turn(scene_of):
    text = "Joan Hart and Tom Reed are inaugurated as president and vice president of the United States."
    scene = scene_of(text, "Joan Hart", "Tom Reed")
    assert [(name, title) for name, title, *_ in _held(scene)] == [
        ("Hart", "president"),
        ("Reed", "vice president"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Office("Foreign Minister", None, "rs"), Office("minister", None, "rs"), True),
        (Office("ministers", None, "rs"), Office("minister", None, None), True),
        (Office("president", None, "rs"), Office("president", None, "hr"), False),
        (Office("president", "Senate", "us"), Office("president", "House", "us"), False),
        (Office("Vice President", None, "us"), Office("President", None, "us"), False),
        (Office("finance minister", None, "rs"), Office("foreign minister", None, "rs"), False),
    ],
)
def test_same_office(one, other, same):
    assert same_office(one, other) is same
    assert same_office(other, one) is same
