from verbale.lexicon.nouns import load_nouns, split_name
from verbale.lexicon.territories import load_territories


def test_countries_of_institutions_and_people_are_codes_of_the_table() -> None:
    nouns, territories = load_nouns(), load_territories()
    codes = {i.country for i in nouns.institutions.values()} | set(nouns.known_people.values())
    assert [
        code for code in sorted(codes - {None, "su"}, key=str) if territories.by_code(str(code)) is None
    ] == []


def test_aliases_lead_to_the_same_institution() -> None:
    institutions = load_nouns().institutions
    assert institutions["UN"] is institutions["UnitedNations"]


def test_plurals_lead_to_their_singular() -> None:
    humans = load_nouns().humans
    assert (humans["allies"], humans["men"], humans["protesters"]) == ("ally", "man", "protester")


def test_names_split_as_the_tokeniser_does() -> None:
    assert split_name("People's Party (Left)") == ["People", "'s", "Party", "(", "Left", ")"]


def test_no_word_is_both_head_of_a_body_and_of_none() -> None:
    nouns = load_nouns()
    assert not set(nouns.body_heads) & nouns.not_bodies
