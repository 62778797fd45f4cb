"""Rows matched on parses built by hand, with a cast built by hand."""

from collections.abc import Callable
from typing import Any

import pytest
from spacy.tokens import Doc

from verbale.lexicon.predicates import PredicateLexicon, Row
from verbale.model import Actor, Kind
from verbale.reading.mention import Cast
from verbale.reading.parties import stand_for
from verbale.reading.predicates import Candidate, find_candidates

Build = Callable[[str], Doc]
P, S, B, G = Kind.PERSON, Kind.STATE, Kind.BODY, Kind.GROUP


def cast_of(doc: Doc, **kinds: Kind) -> Cast:
    """A cast in which each word named is an actor of its own, of that kind."""
    actors = tuple(Actor(f"a{n}", name, kind) for n, (name, kind) in enumerate(kinds.items(), start=1))
    names = list(kinds)
    return Cast(actors, {t.i: (names.index(t.text),) for t in doc if t.text in kinds})


def lexicon_of(*rows: Row) -> PredicateLexicon:
    def index(kind: str) -> dict[str, tuple[Row, ...]]:
        lemmas = {lemma for row in rows for lemma in getattr(row, kind)}
        return {
            lemma: tuple(sorted((r for r in rows if lemma in getattr(r, kind)), key=lambda r: -r.weight))
            for lemma in lemmas
        }

    return PredicateLexicon(rows, index("verb"), index("noun"), index("adjective"))


def match(doc: Doc, cast: Cast, *rows: Row) -> list[Candidate]:
    return list(find_candidates(doc, cast, lexicon_of(*rows)))


def said(candidate: Candidate, cast: Cast) -> tuple[str, list[str], list[str]]:
    names = [[cast.actors[a].name for a in candidate.parties(role)] for role in ("actor", "recipient")]
    return candidate.row.id, names[0], names[1]


THANKED = "Peru/NNP/nsubj/thanked thanked/VBD/ROOT/-/thank Chile/NNP/dobj/thanked"
HELD = (
    "Peru/NNP/nsubj/held held/VBD/ROOT/-/hold talks/NNS/dobj/held with/IN/prep/held Chile/NNP/pobj/with "
    "on/IN/prep/talks fishing/NN/pobj/on"
)
THANK = Row("praise.thank", "praise", verb=("thank",), actor=("subj",), recipient=("obj",))


def test_a_row_fires_with_its_parties_and_the_slots_they_came_from(build_doc: Build) -> None:
    doc = build_doc(THANKED)
    (found,) = match(doc, cast_of(doc, Peru=S, Chile=S), THANK)
    assert (found.trigger, found.row) == (1, THANK)
    assert [(f.token, f.actors, f.slot) for f in (*found.actor, *found.recipient)] == [
        (0, (0,), "subj"),
        (2, (1,), "obj"),
    ]


@pytest.mark.parametrize(
    ("parse", "row", "fires"),
    [
        (THANKED, {}, True),
        (THANKED, {"requires": ("actor", "recipient")}, True),
        (THANKED, {"voice": "active"}, True),
        (THANKED, {"voice": "passive"}, False),
        (THANKED, {"particle": "off"}, False),
        (THANKED + " off/RP/prt/thanked", {"particle": "off"}, True),
        (THANKED, {"requires": ("actor", "for")}, False),
        (THANKED + " for/IN/prep/thanked help/NN/pobj/for", {"requires": ("actor", "for")}, True),
        (THANKED, {"where": {"obj": frozenset({"chile"})}}, True),
        (THANKED, {"where": {"obj": frozenset({"*"})}}, True),
        (THANKED, {"where": {"obj": frozenset({"brazil"})}}, False),
        (THANKED, {"where": {"for": frozenset({"*"})}}, False),
        (THANKED, {"unless": {"obj": frozenset({"chile"})}}, False),
        (THANKED, {"unless": {"obj": frozenset({"*"})}}, False),
        (THANKED, {"unless": {"for": frozenset({"*"})}}, True),
        (THANKED, {"kinds": {"actor": frozenset({"state"})}}, True),
        (THANKED, {"kinds": {"actor": frozenset({"person"})}}, False),
        (THANKED, {"requires": ("object",)}, False),
        (THANKED, {"requires": ("topic",), "topic": ("obj",)}, True),
        (THANKED, {"requires": ("two",)}, False),
        (THANKED, {"requires": ("two",), "actor": ("subj", "obj"), "recipient": ()}, True),
        (THANKED, {"verb": ("greet",)}, False),
    ],
)
def test_conditions_of_a_row(build_doc: Build, parse: str, row: dict[str, Any], fires: bool) -> None:
    doc = build_doc(parse)
    given = {"verb": ("thank",), "actor": ("subj",), "recipient": ("obj",), **row}
    assert bool(match(doc, cast_of(doc, Peru=S, Chile=S), Row("r", "praise", **given))) is fires


@pytest.mark.parametrize(("kind", "fires"), [(P, False), (S, False), (G, True)])
def test_meetings_take_two_or_a_group(build_doc: Build, kind: Kind, fires: bool) -> None:
    doc = build_doc("they/PRP/nsubj/met met/VBD/ROOT/-/meet")
    row = Row("meet", "meet", verb=("meet",), actor=("subj", "with"), requires=("two",))
    assert bool(match(doc, cast_of(doc, they=kind), row)) is fires


def test_parties_of_symmetric_types_come_from_all_slots(build_doc: Build) -> None:
    doc = build_doc(HELD)
    cast = cast_of(doc, Peru=S, Chile=S)
    row = {"verb": ("hold",), "actor": ("subj", "with"), "topic": ("obj.on",)}
    (together,) = match(doc, cast, Row("r", "meet", **row))
    (first,) = match(doc, cast, Row("r", "praise", **row))
    assert said(together, cast)[1] == ["Peru", "Chile"]
    assert said(first, cast)[1] == ["Peru"]
    assert [doc[a:b].text for a, b in [together.topic or (0, 0)]] == ["fishing"]


def test_a_row_needs_its_actor_to_be_in_the_cast(build_doc: Build) -> None:
    doc = build_doc(THANKED)
    assert not match(doc, cast_of(doc, Chile=S), THANK)


def test_the_actor_is_not_his_own_recipient(build_doc: Build) -> None:
    doc = build_doc(THANKED)
    cast = Cast((Actor("a1", "Peru", S),), {0: (0,), 2: (0,)})
    (found,) = match(doc, cast, THANK)
    assert found.recipient == ()


def test_of_competing_rows_the_weightiest_that_fits_speaks(build_doc: Build) -> None:
    doc = build_doc(HELD)
    cast = cast_of(doc, Peru=S, Chile=S)
    general = Row("general", "pledge", verb=("hold",), actor=("subj",))
    talks = Row("talks", "meet", verb=("hold",), actor=("subj",), where={"obj": frozenset({"talks"})})
    rally = Row("rally", "protest", verb=("hold",), actor=("subj",), where={"obj": frozenset({"rally"})})
    beside = Row("beside", "visit", verb=("hold",), actor=("subj",), adds=True)
    assert [c.row.id for c in match(doc, cast, general, talks, rally)] == ["talks"]
    assert [c.row.id for c in match(doc, cast, general, rally)] == ["general"]
    assert {c.row.id for c in match(doc, cast, talks, beside)} == {"talks", "beside"}


@pytest.mark.parametrize(
    ("parse", "trigger", "fires"),
    [
        ("raids/NNS/ROOT/-/raid by/IN/prep/raids Peru/NNP/pobj/by", "noun", True),
        ("raids/NNS/ROOT/-/raid by/IN/prep/raids Peru/NNP/pobj/by", "verb", False),
        ("Peru/NNP/nsubj/raids raids/VBZ/ROOT/-/raid Chile/NNP/dobj/raids", "verb", True),
        ("Peru/NNP/nsubj/is is/VBZ/ROOT/-/be raid/JJ/acomp/is", "adjective", True),
    ],
)
def test_triggers_are_of_their_part_of_speech(
    build_doc: Build, parse: str, trigger: str, fires: bool
) -> None:
    doc = build_doc(parse)
    row = Row("r", "attack", **{trigger: ("raid",)}, actor=("subj",))
    assert bool(match(doc, cast_of(doc, Peru=S), row)) is fires


def test_support_verbs_of_a_row_lend_its_noun_their_subject(build_doc: Build) -> None:
    doc = build_doc("Peru/NNP/nsubj/fancied fancied/VBD/ROOT/-/fancy raids/NNS/dobj/fancied/raid")
    cast = cast_of(doc, Peru=S)
    row = {"noun": ("raid",), "actor": ("subj",)}
    assert not match(doc, cast, Row("r", "attack", **row))
    assert match(doc, cast, Row("r", "attack", support=("fancy",), **row))


@pytest.mark.parametrize(
    ("parse", "head", "kinds", "names"),
    [
        ("Peru/NNP/ROOT/-", "Peru", {"Peru": S}, ["Peru"]),
        (
            "hundreds/NNS/ROOT/-/hundred of/IN/prep/hundreds troops/NNS/pobj/of",
            "hundreds",
            {"troops": G},
            ["troops"],
        ),
        ("fear/NN/ROOT/- of/IN/prep/fear troops/NNS/pobj/of", "fear", {"troops": G}, []),
        ("pact/NN/ROOT/- ,/,/punct/pact Nato/NNP/appos/pact", "pact", {"Nato": B}, ["Nato"]),
        (
            "minister/NN/ROOT/- ,/,/punct/minister Kos/NNP/appos/minister",
            "minister",
            {"minister": Kind.OFFICE, "Kos": P},
            ["Kos"],
        ),
        ("party/NN/ROOT/- ,/,/punct/party Kos/NNP/appos/party", "party", {"party": B, "Kos": P}, ["party"]),
        (
            "Benin/NNP/ROOT/- ,/,/punct/Benin Togo/NNP/appos/Benin and/CC/cc/Togo Ghana/NNP/conj/Togo",
            "Benin",
            {"Benin": S, "Togo": S, "Ghana": S},
            ["Benin", "Togo", "Ghana"],
        ),
        ("Kos/NNP/ROOT/- ,/,/punct/Kos Vida/NNP/appos/Kos", "Kos", {"Kos": P, "Vida": P}, ["Kos"]),
    ],
)
def test_whom_a_noun_phrase_stands_for(
    build_doc: Build, parse: str, head: str, kinds: dict[str, Kind], names: list[str]
) -> None:
    doc = build_doc(parse)
    cast = cast_of(doc, **kinds)
    token = next(t for t in doc if t.text == head)
    assert [cast.actors[a].name for _, actors in stand_for(token, cast) for a in actors] == names


def test_candidates_come_in_order_of_the_text(build_doc: Build) -> None:
    doc = build_doc(THANKED + " and/CC/cc/thanked praised/VBD/conj/thanked/praise Brazil/NNP/dobj/praised")
    cast = cast_of(doc, Peru=S, Chile=S, Brazil=S)
    praise = Row("praise", "praise", verb=("praise",), actor=("subj",), recipient=("obj",))
    assert [said(c, cast) for c in match(doc, cast, praise, THANK)] == [
        ("praise.thank", ["Peru"], ["Chile"]),
        ("praise", ["Peru"], ["Brazil"]),
    ]


def test_a_party_named_twice_is_one_party(build_doc: Build) -> None:
    doc = build_doc("Kos/NNP/nsubj/met and/CC/cc/Kos he/PRP/conj/Kos met/VBD/ROOT/-/meet Vida/NNP/dobj/met")
    cast = Cast((Actor("a1", "Kos", P), Actor("a2", "Vida", P)), {0: (0,), 2: (0,), 4: (1,)})
    (found,) = match(doc, cast, Row("r", "meet", verb=("meet",), actor=("subj", "obj"), requires=("two",)))
    assert found.parties("actor") == (0, 1)
