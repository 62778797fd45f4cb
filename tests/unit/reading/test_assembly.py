from datetime import date

import pytest

from verbale.model import Actor, Kind, Report
from verbale.reading.assembly import assemble
from verbale.reading.draft import Draft
from verbale.reading.mention import Cast
from verbale.reading.parse import Parsed, load_model, parse_reports

TEXT = "Rain fell.\r\n“Kos’s envoy met the Vida\u00ad dele\u00adgation,” Peru said.\r\n"


@pytest.fixture(scope="module")
def parsed() -> Parsed:
    return next(parse_reports([Report("r", TEXT, published=date(2024, 6, 11))], load_model()))


def token(parsed: Parsed, word: str) -> int:
    return next(t.i for t in parsed.doc if t.text == word)


def cast_of(parsed: Parsed, *names: str) -> Cast:
    """A cast whose mentions are offsets into the normalised text, as coreference gives them."""
    mentions = {name: parsed.doc[token(parsed, name)] for name in names}
    return Cast(
        tuple(
            Actor(f"x{n}", name, Kind.PERSON, mentions=((t.idx, t.idx + len(t)),))
            for n, (name, t) in enumerate(mentions.items())
        )
    )


def test_actors_that_take_part_are_numbered_in_their_order(parsed: Parsed) -> None:
    cast = cast_of(parsed, "Rain", "Kos", "envoy", "Peru")
    at = token(parsed, "met")
    drafts = [
        Draft("meet", "r", (at, at + 1), actor=(2,), attributed_to=(3,)),
        Draft("say", "r", (at, at + 1), actor=(1,)),
    ]
    actors, claims = assemble(parsed, cast, drafts)
    assert [(actor.id, actor.name) for actor in actors] == [("a1", "Kos"), ("a2", "envoy"), ("a3", "Peru")]
    assert [claim.id for claim in claims] == ["c1", "c2"]
    assert (claims[0].actor, claims[0].attributed_to, claims[1].actor) == (("a2",), ("a3",), ("a1",))


def test_offsets_are_those_of_the_text_as_given(parsed: Parsed) -> None:
    at = token(parsed, "delegation")
    actors, (claim,) = assemble(
        parsed, cast_of(parsed, "Vida", "Peru"), [Draft("say", "r", (at, at + 1), actor=(0, 1))]
    )
    assert claim.trigger.text == "dele\u00adgation"
    assert claim.evidence.text == "“Kos’s envoy met the Vida\u00ad dele\u00adgation,” Peru said."
    for span in (claim.trigger, claim.evidence):
        assert TEXT[span.start : span.end] == span.text
    assert [TEXT[start:end] for actor in actors for start, end in actor.mentions] == ["Vida", "Peru"]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("the", "delegation", "Vida delegation"),
        ("met", "met", "met"),
        ("delegation", "Peru", 'delegation," Peru'),
        ("the", "the", "the"),
    ],
)
def test_words_are_without_article_and_outer_punctuation(
    parsed: Parsed, first: str, last: str, words: str
) -> None:
    span = token(parsed, first), token(parsed, last) + 1
    _, (claim,) = assemble(parsed, Cast(), [Draft("meet", "r", (1, 2), topic=span)])
    assert claim.topic == words


@pytest.mark.parametrize("span", [None, (3, 3), (5, 3)])
def test_no_words(parsed: Parsed, span: tuple[int, int] | None) -> None:
    _, (claim,) = assemble(parsed, Cast(), [Draft("meet", "r", (1, 2), object=span)])
    assert claim.object is None


def test_nothing_comes_of_nothing(parsed: Parsed) -> None:
    assert assemble(parsed, cast_of(parsed, "Kos"), []) == ((), ())
