import pytest

from verbale.model import Kind
from verbale.reading.mention import Mention
from verbale.reading.mentions import find_mentions
from verbale.reading.parse import load_model


def found(text: str) -> dict[str, Mention]:
    """The mentions of a text that are no pronouns, by name."""
    return {m.name: m for m in find_mentions(load_model()(text)) if m.form != "pronoun"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Finnish Prime Minister Anna Berg met reporters on Monday.", "Anna Berg"),
        ("The minister thanked Mr. Osei for the visit.", "Osei"),
        ("Foreign minister Karim al-Hadi flew to Oslo.", "Karim al-Hadi"),
        ("Crown Prince Faisal bin Turki received the envoy.", "Faisal bin Turki"),
        ("His spokesman, Daniel Roth, denied it.", "Daniel Roth"),
        ("Israel's defence minister Israel Katz spoke in Haifa.", "Israel Katz"),
    ],
)
def test_a_person_has_a_name_without_titles(text: str, name: str) -> None:
    assert found(text)[name].kind is Kind.PERSON


def test_a_name_found_once_is_found_everywhere() -> None:
    text = "Kenyan activist Beatrice Odhiambo was freed. Odhiambo thanked her lawyers. Supporters of Odhiambo cheered."
    mentions = [m for m in find_mentions(load_model()(text)) if m.name == "Odhiambo"]
    assert [m.kind for m in mentions] == [Kind.PERSON, Kind.PERSON]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Norwegian government rejected the plan.", "no"),
        ("The government of Peru rejected the plan.", "pe"),
        ("Kenyan authorities arrested him.", "ke"),
        ("The Kremlin denied the report.", "ru"),
        ("Belgrade said that it would vote against the text.", "rs"),
        ("Talks with Tehran will resume.", "ir"),
    ],
)
def test_a_government_is_its_state(text: str, code: str) -> None:
    assert [m.country for m in found(text).values() if m.kind is Kind.STATE] == [code]


def test_a_capital_where_something_happens_is_no_state() -> None:
    assert not [m for m in found("They met in Belgrade on Monday.").values() if m.kind is Kind.STATE]


def test_a_government_without_a_country_is_left_to_coreference() -> None:
    mention = found("The government resigned.")["government"]
    assert (mention.kind, mention.country, mention.form) == (Kind.STATE, None, "description")


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The Constitutional Court of Albania struck the law down.", "Constitutional Court of Albania", "al"),
        ("Spain's Supreme Court heard the case.", "Spain's Supreme Court", "es"),
        ("The Jordanian interior ministry closed the office.", "Jordanian interior ministry", "jo"),
        ("A court in Argentina sentenced him.", "court in Argentina", "ar"),
        ("Ministers from NATO met in Riga.", "NATO", None),
        ("The Ministry of Foreign Affairs summoned the envoy.", "Ministry of Foreign Affairs", None),
        ("Hezbollah fired rockets.", "Hezbollah", "lb"),
        ("Brussels opened proceedings against Hungary.", "European Union", "eu"),
        ("Police detained two men.", "Police", None),
    ],
)
def test_a_body_keeps_its_name_and_country(text: str, name: str, country: str | None) -> None:
    mention = found(text)[name]
    assert (mention.kind, mention.country) == (Kind.BODY, country)


@pytest.mark.parametrize(
    "text", ["He swam to the left bank.", "They signed the Ottawa Treaty.", "He lives in the West Bank."]
)
def test_things_with_capital_letters_are_no_bodies(text: str) -> None:
    assert not [m for m in found(text).values() if m.kind is Kind.BODY]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Turkish anti-government protesters blocked the road.", "Turkish anti-government protesters", "tr"),
        ("Leaders in Serbia opposed the text.", "Leaders in Serbia", "rs"),
        ("More than 300 supporters of the party marched.", "More than 300 supporters of the party", None),
        ("EU foreign ministers met in Vienna.", "EU foreign ministers", "eu"),
        ("Eleven people were injured.", "Eleven people", None),
        ("Five pro-Russian activists were arrested.", "Five pro-Russian activists", None),
        ("Israeli forces entered the town.", "Israeli forces", "il"),
    ],
)
def test_a_group_has_its_modifiers_and_country(text: str, name: str, country: str | None) -> None:
    mention = found(text)[name]
    assert (mention.kind, mention.country) == (Kind.GROUP, country)


def test_people_of_a_country_are_a_group() -> None:
    assert found("Croatians voted on Sunday.")["Croatians"].country == "hr"


def test_an_empty_it_is_no_mention() -> None:
    doc = load_model()("It is likely that the talks will fail. It rejected the offer.")
    assert [m.head for m in find_mentions(doc) if m.form == "pronoun"] == [9]


def test_heads_are_unique_and_spans_hold_them() -> None:
    text = "Serbia's Deputy Prime Minister, Ivan Petrovic, met members of the German parliament and the UN Security Council."
    mentions = find_mentions(load_model()(text))
    assert len({m.head for m in mentions}) == len(mentions)
    assert all(m.start <= m.head < m.end for m in mentions)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "!", "The", "'s", "of the", "A. B. C.", "- - -"])
def test_odd_texts_yield_nothing_and_raise_nothing(text: str) -> None:
    assert all(m.start < m.end for m in find_mentions(load_model()(text)))
