"""Which date a predicate gets: its own, the day of the report, one carried over, or none."""

from datetime import date

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from verbale.reading.times import attach_time, default_when, read_story, resolve_when

WEDNESDAY = date(2024, 6, 12)

ATTACHED = [
    ("The king met the premier in Oslo on Monday and signed a treaty.", "met", "2024-06-10"),
    ("The king met the premier in Oslo on Monday and signed a treaty.", "signed", "2024-06-10"),
    ("On Monday, the king met the premier and signed a treaty.", "signed", "2024-06-10"),
    ("The police said on Tuesday that the mayor had fled.", "said", "2024-06-11"),
    ("The police said on Tuesday that the mayor had fled.", "fled", None),
    ("Nobody claimed Monday's attack.", "attack", "2024-06-10"),
    ("The rebels attacked the port on Sunday, killing five people.", "killing", "2024-06-09"),
    ("The minister, who was arrested in 2019, resigned on Friday.", "arrested", "2019-01-01"),
    ("The minister, who was arrested in 2019, resigned on Friday.", "resigned", "2024-06-07"),
    ("The two presidents held talks on Sunday.", "talks", "2024-06-09"),
    ("The ministry agreed to reopen the embassy next week.", "reopen", "2024-06-17"),
    ("The ministry agreed to reopen the embassy next week.", "agreed", None),
    ("They last spoke in April, when he met the king in Oslo.", "met", "2024-04-01"),
    ("Norway has not joined the sanctions over the invasion of Kuwait in August 1990.", "joined", None),
    ("The ministry said on Monday it would reply.", "said", "2024-06-10"),
    ("The ministry said on Monday it would reply.", "reply", None),
    ("The mayor quit on Monday, a day after he was charged.", "charged", "2024-06-09"),
    ("On Sunday the king made a call in which he thanked the premier.", "thanked", "2024-06-09"),
    ("Thousands of people rallied in the square on Saturday.", "people", "2024-06-08"),
]

DEFAULTS = [
    ("Norway signs a treaty with Iceland.", "signs", "2024-06-12"),
    ("A former mayor is arrested in Oslo.", "arrested", "2024-06-12"),
    ("A bomb destroys a hall in Oslo, killing two guards.", "killing", "2024-06-12"),
    ("Norway signed a treaty with Iceland.", "signed", None),
    ("Norway has signed a treaty with Iceland.", "signed", None),
    ("Norway will sign a treaty with Iceland.", "sign", None),
]


def _token(doc: Doc, word: str) -> int:
    return next(t.i for t in doc if t.text == word)


@pytest.mark.parametrize(("text", "word", "start"), ATTACHED)
def test_attached(nlp: Language, text: str, word: str, start: str | None) -> None:
    doc = nlp(text)
    when = resolve_when(doc, _token(doc, word), read_story(doc, WEDNESDAY))
    assert (when.to_dict()["start"] if when else None) == start


@pytest.mark.parametrize(("text", "word", "start"), DEFAULTS)
def test_headline_present(nlp: Language, text: str, word: str, start: str | None) -> None:
    doc = nlp(text)
    when = default_when(doc, _token(doc, word), WEDNESDAY)
    assert (when.to_dict()["start"] if when else None) == start


def test_headline_present_needs_a_day_of_publication(nlp: Language) -> None:
    doc = nlp("Norway signs a treaty with Iceland.")
    assert default_when(doc, 1, None) is None


def test_present_in_a_report_told_in_the_past_is_no_headline(nlp: Language) -> None:
    doc = nlp("The envoys met on Monday. The treaty bans all arms sales.")
    assert resolve_when(doc, _token(doc, "bans"), read_story(doc, WEDNESDAY)) is None


def test_states_take_no_default(nlp: Language) -> None:
    doc = nlp("Norway backs the treaty with Iceland.")
    assert resolve_when(doc, _token(doc, "backs"), read_story(doc, WEDNESDAY), is_state=True) is None


def test_plans_take_no_default(nlp: Language) -> None:
    doc = nlp("Norway votes on a plan that will ban the party.")
    assert resolve_when(doc, _token(doc, "ban"), read_story(doc, WEDNESDAY), is_future=True) is None


def test_the_act_that_plans_has_a_day(nlp: Language) -> None:
    doc = nlp("A Norwegian court issues a warrant for the mayor.")
    when = resolve_when(doc, _token(doc, "issues"), read_story(doc, WEDNESDAY), is_future=True)
    assert when is not None
    assert when.to_dict()["start"] == "2024-06-12"


def test_pronoun_goes_on_with_the_day_told_before(nlp: Language) -> None:
    doc = nlp("The president spoke with the king on Monday. He thanked him for his help.")
    when = resolve_when(doc, _token(doc, "thanked"), read_story(doc, WEDNESDAY))
    assert when is not None
    assert when.to_dict() == {"start": "2024-06-10", "end": "2024-06-10", "text": "Monday"}


def test_new_subject_starts_something_new(nlp: Language) -> None:
    doc = nlp("The rebels attacked the port on Monday. A court in Oslo convicted a banker.")
    assert resolve_when(doc, _token(doc, "convicted"), read_story(doc, WEDNESDAY)) is None


def test_event_named_again_keeps_its_day(nlp: Language) -> None:
    doc = nlp("A rally was held in Oslo on Sunday. Two ministers criticised the rally.")
    places = [t.i for t in doc if t.text == "rally"]
    when = resolve_when(doc, places[-1], read_story(doc, WEDNESDAY))
    assert when is not None
    assert when.to_dict()["start"] == "2024-06-09"


def test_since_clause_opens_an_interval(nlp: Language) -> None:
    doc = nlp("Police have arrested dozens of people since the protests began in May.")
    when = resolve_when(doc, _token(doc, "arrested"), read_story(doc, WEDNESDAY))
    assert when is not None
    assert (when.to_dict()["start"], when.to_dict()["end"]) == ("2024-05-01", None)


def test_no_expression_is_attached_across_sentences(nlp: Language) -> None:
    doc = nlp("It rained on Monday. The mayor resigned.")
    story = read_story(doc, WEDNESDAY)
    assert attach_time(doc, _token(doc, "resigned"), story.expressions) is None


def test_paragraph_goes_on_with_its_day(nlp: Language) -> None:
    doc = nlp("The rebels attacked the port on Monday. The navy fired at their boats.")
    when = resolve_when(doc, _token(doc, "fired"), read_story(doc, WEDNESDAY))
    assert when is not None
    assert when.to_dict()["start"] == "2024-06-10"


def test_what_was_said_earlier_keeps_no_day(nlp: Language) -> None:
    doc = nlp("The king spoke in Oslo on Monday. He said earlier that he was ill.")
    assert resolve_when(doc, _token(doc, "said"), read_story(doc, WEDNESDAY)) is None


def test_digest_state_has_no_day(nlp: Language) -> None:
    doc = nlp("The court frees the mayor, who faces ten charges.")
    assert resolve_when(doc, _token(doc, "faces"), read_story(doc, WEDNESDAY)) is None
