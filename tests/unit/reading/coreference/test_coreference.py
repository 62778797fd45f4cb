import pytest

from verbale.model import Actor, Kind
from verbale.reading.coreference import resolve_cast
from verbale.reading.mention import Cast
from verbale.reading.mentions import find_mentions
from verbale.reading.offices import find_titles
from verbale.reading.parse import load_model


def cast_of(text: str) -> Cast:
    """The cast of a text."""
    doc = load_model()(text)
    mentions = find_mentions(doc)
    return resolve_cast(doc, mentions, find_titles(doc, mentions))


def named(cast: Cast, name: str) -> Actor:
    """The one actor of this name."""
    (actor,) = [a for a in cast.actors if a.name == name]
    return actor


def meant(text: str, word: str, nth: int = 0) -> list[str]:
    """The names of the actors that the nth `word` of a text stands for."""
    doc = load_model()(text)
    mentions = find_mentions(doc)
    cast = resolve_cast(doc, mentions, find_titles(doc, mentions))
    token = [t.i for t in doc if t.text == word][nth]
    return [cast.actors[i].name for i in cast.at(token)]


def test_surname_title_and_pronoun_are_one_person() -> None:
    text = "Estonian Foreign Minister Katrin Saar met reporters. Saar said she was glad. The minister left."
    actor = named(cast_of(text), "Katrin Saar")
    assert [text[a:b] for a, b in actor.mentions] == ["Katrin Saar", "Saar", "she", "minister"]
    assert (actor.country, actor.aliases) == ("ee", ("Saar",))


def test_brothers_with_one_surname_stay_two() -> None:
    cast = cast_of("Senator Paul Moreau resigned. His brother Luc Moreau did not. Moreau gave no reason.")
    assert [a.name for a in cast.actors if a.kind is Kind.PERSON] == ["Paul Moreau", "Luc Moreau"]
    assert "Moreau" in named(cast, "Paul Moreau").aliases


def test_spellings_with_and_without_accents_are_one() -> None:
    cast = cast_of("President Tomáš Dvořák met Anna Berg. Dvorak thanked her.")
    assert named(cast, "Tomáš Dvořák").aliases == ("Dvorak",)


def test_an_acronym_in_brackets_is_an_alias() -> None:
    cast = cast_of("The National Audit Council (NAC) fined the firm. The NAC gave no reason.")
    assert named(cast, "National Audit Council").aliases == ("NAC",)


def test_a_state_is_one_actor_whatever_stands_for_it() -> None:
    cast = cast_of("Serbia voted against. The Serbian government gave no reason. Belgrade said nothing.")
    assert [(a.name, a.country, len(a.mentions)) for a in cast.actors] == [("Serbia", "rs", 3)]


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        (
            "The Constitutional Court of Albania ruled on Monday. The court gave no reason.",
            "court",
            ["Constitutional Court of Albania"],
        ),
        ("Hamas fired rockets at Israel. The group said it would go on.", "group", ["Hamas"]),
        ("Anna Berg met Karl Roth in Vienna. They agreed to meet again.", "They", ["Anna Berg", "Karl Roth"]),
        (
            "Anna Berg met Karl Roth in Vienna. The two leaders discussed trade.",
            "leaders",
            ["Anna Berg", "Karl Roth"],
        ),
        ("France and Spain signed it. Both countries praised it.", "countries", ["France", "Spain"]),
        ("Protesters who threw stones were arrested.", "who", ["Protesters"]),
        ("The protesters marched. Police chased them.", "them", ["protesters"]),
        ("The Bundestag, which passed the law, will meet again.", "which", ["Bundestag"]),
        ("Kenya's president William Odera resigned. The government fell.", "government", ["Kenya"]),
        (
            "The Latvian president, Karl Roth, signed the law. The president thanked parliament.",
            "president",
            ["Karl Roth"],
        ),
    ],
)
def test_descriptions_and_pronouns_point_back(text: str, word: str, names: list[str]) -> None:
    nth = 1 if word == "president" else 0
    assert meant(text, word, nth) == names


def test_him_is_not_the_subject_of_its_own_verb() -> None:
    assert meant("Karl Roth praised Peter Lund. John Smith met him.", "him") != ["John Smith"]


def test_him_is_not_the_subject_that_his_verb_shares() -> None:
    assert meant("John Smith spoke with Karl Roth to congratulate him.", "him") == ["Karl Roth"]
    assert meant("John Smith asked Karl Roth to call him.", "him") == ["John Smith"]


def test_a_deed_that_somebody_is_praised_for_is_his() -> None:
    assert meant("John Smith congratulated Karl Roth on his election.", "his") == ["Karl Roth"]
    assert meant("John Smith met Karl Roth in his office.", "his") == ["John Smith"]


def test_she_is_no_man() -> None:
    assert meant("Anna Berg spoke to John Smith. John Smith smiled. She left.", "She") == ["Anna Berg"]


def test_an_office_said_of_somebody_is_not_he() -> None:
    text = "Polish prime minister Karl Roth resigned. Peter Lund became prime minister."
    assert meant(text, "minister", 1) != ["Karl Roth"]


def test_an_officer_of_an_international_body_has_no_country() -> None:
    cast = cast_of("NATO Secretary General Jan Visser flew to Germany. He met the German chancellor.")
    assert named(cast, "Jan Visser").country is None


def test_actors_are_numbered_in_order_of_first_mention() -> None:
    cast = cast_of("Spain criticised Hungary. Anna Berg, a lawyer, disagreed with Spain.")
    assert [a.id for a in cast.actors] == [f"a{n}" for n in range(1, len(cast.actors) + 1)]
    assert [min(a.mentions) for a in cast.actors] == sorted(min(a.mentions) for a in cast.actors)


def test_every_token_of_a_name_stands_for_the_person() -> None:
    assert meant("Karl Roth resigned.", "Karl") == meant("Karl Roth resigned.", "Roth") == ["Karl Roth"]


def test_an_empty_text_has_no_cast() -> None:
    assert cast_of("") == Cast((), {})


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("General Asim Raza met reporters. The general said he was glad.", "general"),
        ("Prime Minister Asim Raza met reporters. Critics accused the premier of lying.", "premier"),
        ("Peru's President Asim Raza met reporters. The leader said he was glad.", "leader"),
        ("Rebel commander Asim Raza met reporters. The commander said he was glad.", "commander"),
    ],
)
def test_a_title_alone_means_who_was_named_with_it(text: str, word: str) -> None:
    assert meant(text, word, -1) == ["Asim Raza"]


def test_a_leader_of_others_is_not_the_one_named() -> None:
    text = "President Asim Raza met reporters. The rebel leader said he was glad."
    assert meant(text, "leader") != ["Asim Raza"]
