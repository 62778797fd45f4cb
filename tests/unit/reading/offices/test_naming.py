from verbale.model import Kind
from verbale.reading.mention import Mention
from verbale.reading.offices import name_holders
from verbale.reading.parse import load_model


def test_an_organisation_in_a_holders_place_is_a_person() -> None:
    doc = load_model()("President Patrice Talon of Benin signed it.")
    taken_for_a_body = Mention(1, 3, 2, Kind.BODY, "Patrice Talon")
    (person,) = name_holders(doc, [taken_for_a_body])
    assert (person.kind, person.name) == (Kind.PERSON, "Patrice Talon")


def test_a_ministry_stays_a_body() -> None:
    doc = load_model()("The president, Defence Ministry staff said, left.")
    ministry = Mention(3, 5, 4, Kind.BODY, "Defence Ministry")
    assert name_holders(doc, [ministry]) == (ministry,)


def test_a_single_name_before_its_title() -> None:
    doc = load_model()("Zembo, leader of the Rapid Defence Front, spoke.")
    assert [(m.name, m.kind) for m in name_holders(doc, [])][:1] == [("Zembo", Kind.PERSON)]
