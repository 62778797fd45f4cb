"""Every construction that yields arguments, on Docs built by hand (`word/TAG/dep/head[/lemma]`)."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from spacy.tokens import Doc, Token

from verbale.reading.arguments import (
    Arguments,
    conjuncts,
    governing_verb,
    holder_of,
    is_passive,
    slot_of_noun,
)

Build = Callable[[str], Doc]


def at(doc: Doc, word: str) -> Token:
    return next(token for token in doc if token.text == word)


def words(tokens: tuple[Token, ...]) -> list[str]:
    return [token.text for token in tokens]


ACTIVE = "Peru/NNP/nsubj/thanked thanked/VBD/ROOT/-/thank Chile/NNP/dobj/thanked"
PASSIVE = (
    "Chile/NNP/nsubjpass/thanked was/VBD/auxpass/thanked/be thanked/VBN/ROOT/-/thank by/IN/agent/thanked "
    "Peru/NNP/pobj/by"
)
WITHOUT_AGENT = "Kos/NNP/nsubjpass/arrested was/VBD/auxpass/arrested/be arrested/VBN/ROOT/-/arrest"
PERFECT = "police/NNS/nsubj/arrested have/VBP/aux/arrested arrested/VBN/ROOT/-/arrest Kos/NNP/dobj/arrested"
TWO_EACH = (
    "Peru/NNP/nsubj/thanked and/CC/cc/Peru Chile/NNP/conj/Peru thanked/VBD/ROOT/-/thank "
    "Brazil/NNP/dobj/thanked ,/,/punct/Brazil Cuba/NNP/conj/Brazil and/CC/cc/Cuba Haiti/NNP/conj/Cuba"
)
IMPERSONAL = "Thank/VB/ROOT/-/thank Peru/NNP/dobj/Thank"

SIMPLE = [
    (ACTIVE, "thanked", "subj", ["Peru"]),
    (ACTIVE, "thanked", "obj", ["Chile"]),
    (ACTIVE, "thanked", "by", []),
    (PASSIVE, "thanked", "subj", ["Peru"]),
    (PASSIVE, "thanked", "obj", ["Chile"]),
    (WITHOUT_AGENT, "arrested", "subj", []),
    (WITHOUT_AGENT, "arrested", "obj", ["Kos"]),
    (PERFECT, "arrested", "subj", ["police"]),
    (PERFECT, "arrested", "obj", ["Kos"]),
    (PERFECT, "arrested", "aux", ["have"]),
    (TWO_EACH, "thanked", "subj", ["Peru", "Chile"]),
    (TWO_EACH, "thanked", "obj", ["Brazil", "Cuba", "Haiti"]),
    (IMPERSONAL, "Thank", "subj", []),
]

REDUCED_PASSIVE = "officials/NNS/ROOT/- accused/VBN/acl/officials/accuse of/IN/prep/accused fraud/NN/pobj/of"
REDUCED_ACTIVE = "troops/NNS/ROOT/- guarding/VBG/acl/troops/guard the/DT/det/border border/NN/dobj/guarding"
WHO = "minister/NN/ROOT/- who/WP/nsubj/met met/VBD/relcl/minister/meet Kos/NNP/dobj/met"
WHO_CONJ = WHO + " and/CC/cc/met thanked/VBD/conj/met/thank Vida/NNP/dobj/thanked"
THAT_OBJECT = "plan/NN/ROOT/- that/WDT/dobj/rejected Peru/NNP/nsubj/rejected rejected/VBD/relcl/plan/reject"
BARE_OBJECT = "plan/NN/ROOT/- Peru/NNP/nsubj/rejected rejected/VBD/relcl/plan/reject"
BACKED = "Rwanda/NNP/npadvmod/backed -/HYPH/punct/backed backed/VBN/amod/rebels/back rebels/NNS/ROOT/-"
PARTICIPLE = "jailed/VBN/amod/editor/jail editor/NN/ROOT/-"

RELATIVES = [
    (REDUCED_PASSIVE, "accused", "obj", ["officials"]),
    (REDUCED_PASSIVE, "accused", "subj", []),
    (REDUCED_PASSIVE, "accused", "of", ["fraud"]),
    (REDUCED_ACTIVE, "guarding", "subj", ["troops"]),
    (REDUCED_ACTIVE, "guarding", "obj", ["border"]),
    (WHO, "met", "subj", ["minister"]),
    (WHO, "met", "obj", ["Kos"]),
    (WHO_CONJ, "thanked", "subj", ["minister"]),
    (WHO_CONJ, "thanked", "obj", ["Vida"]),
    (THAT_OBJECT, "rejected", "subj", ["Peru"]),
    (THAT_OBJECT, "rejected", "obj", ["plan"]),
    (BARE_OBJECT, "rejected", "subj", ["Peru"]),
    (BARE_OBJECT, "rejected", "obj", ["plan"]),
    (BACKED, "backed", "subj", ["Rwanda"]),
    (BACKED, "backed", "obj", ["rebels"]),
    (PARTICIPLE, "jailed", "obj", ["editor"]),
    (PARTICIPLE, "jailed", "subj", []),
]

AGREED = (
    "Peru/NNP/nsubj/agreed agreed/VBD/ROOT/-/agree to/TO/aux/meet meet/VB/xcomp/agreed Chile/NNP/dobj/meet"
)
URGED = "Peru/NNP/nsubj/urged urged/VBD/ROOT/-/urge Chile/NNP/dobj/urged to/TO/aux/leave leave/VB/xcomp/urged"
PROMISED = (
    "Peru/NNP/nsubj/promised promised/VBD/ROOT/-/promise Chile/NNP/dobj/promised to/TO/aux/leave "
    "leave/VB/xcomp/promised"
)
CHAIN = (
    "Peru/NNP/nsubj/wants wants/VBZ/ROOT/-/want to/TO/aux/try try/VB/xcomp/wants to/TO/aux/meet "
    "meet/VB/xcomp/try Chile/NNP/dobj/meet"
)
PURPOSE = "Kos/NNP/nsubj/flew flew/VBD/ROOT/-/fly to/TO/aux/meet meet/VB/advcl/flew Vida/NNP/dobj/meet"
PARTICIPIAL = "Kos/NNP/nsubj/left left/VBD/ROOT/-/leave accusing/VBG/advcl/left/accuse Vida/NNP/dobj/accusing"
ADVERBIAL_PASSIVE = "Kos/NNP/nsubj/left left/VBD/ROOT/-/leave accused/VBN/advcl/left/accuse of/IN/prep/accused fraud/NN/pobj/of"
THANKED_FOR = (
    "Peru/NNP/nsubj/thanked thanked/VBD/ROOT/-/thank Chile/NNP/dobj/thanked for/IN/prep/thanked "
    "leaving/VBG/pcomp/for/leave"
)
BEGAN_BY = "Peru/NNP/nsubj/began began/VBD/ROOT/-/begin by/IN/prep/began leaving/VBG/pcomp/by/leave"
DECISION_TO = (
    "Peru/NNP/poss/decision 's/POS/case/Peru decision/NN/ROOT/- to/TO/aux/leave leave/VB/acl/decision"
)
RESOLUTION = (
    "assembly/NN/nsubj/passed passed/VBD/ROOT/-/pass a/DT/det/resolution resolution/NN/dobj/passed "
    "condemning/VBG/acl/resolution/condemn Peru/NNP/dobj/condemning"
)

CONTROL = [
    (AGREED, "meet", "subj", ["Peru"]),
    (AGREED, "agreed", "inf", ["meet"]),
    (URGED, "leave", "subj", ["Chile"]),
    (PROMISED, "leave", "subj", ["Peru"]),
    (CHAIN, "meet", "subj", ["Peru"]),
    (PURPOSE, "meet", "subj", ["Kos"]),
    (PURPOSE, "meet", "obj", ["Vida"]),
    (PURPOSE, "flew", "inf", ["meet"]),
    (PARTICIPIAL, "accusing", "subj", ["Kos"]),
    (ADVERBIAL_PASSIVE, "accused", "obj", ["Kos"]),
    (ADVERBIAL_PASSIVE, "accused", "subj", []),
    (THANKED_FOR, "leaving", "subj", ["Chile"]),
    (BEGAN_BY, "leaving", "subj", ["Peru"]),
    (DECISION_TO, "leave", "subj", ["Peru"]),
    (RESOLUTION, "condemning", "subj", ["assembly"]),
    (RESOLUTION, "condemning", "obj", ["Peru"]),
]

TWO_VERBS = (
    "Peru/NNP/nsubj/met met/VBD/ROOT/-/meet Chile/NNP/dobj/met and/CC/cc/met thanked/VBD/conj/met/thank "
    "Brazil/NNP/dobj/thanked"
)
TWO_PASSIVES = (
    "Kos/NNP/nsubjpass/arrested was/VBD/auxpass/arrested/be arrested/VBN/ROOT/-/arrest and/CC/cc/arrested "
    "charged/VBN/conj/arrested/charge by/IN/agent/charged police/NNS/pobj/by"
)
AGENT_FIRST = (
    "Kos/NNP/nsubjpass/arrested was/VBD/auxpass/arrested/be arrested/VBN/ROOT/-/arrest by/IN/agent/arrested "
    "police/NNS/pobj/by and/CC/cc/arrested charged/VBN/conj/arrested/charge"
)
NEW_SUBJECT = "Peru/NNP/nsubj/left left/VBD/ROOT/-/leave and/CC/cc/left Chile/NNP/nsubj/stayed stayed/VBD/conj/left/stay"
SHARED = (
    "Peru/NNP/nsubj/condemned condemned/VBD/ROOT/-/condemn and/CC/cc/condemned rejected/VBD/conj/condemned/reject "
    "the/DT/det/plan plan/NN/dobj/rejected"
)
NOT_SHARED = (
    "Peru/NNP/nsubj/met met/VBD/ROOT/-/meet in/IN/prep/met Riga/NNP/pobj/in and/CC/cc/met "
    "rejected/VBD/conj/met/reject the/DT/det/plan plan/NN/dobj/rejected"
)

COORDINATION = [
    (TWO_VERBS, "thanked", "subj", ["Peru"]),
    (TWO_VERBS, "met", "obj", ["Chile"]),
    (TWO_PASSIVES, "charged", "obj", ["Kos"]),
    (TWO_PASSIVES, "charged", "subj", ["police"]),
    (TWO_PASSIVES, "arrested", "subj", ["police"]),
    (AGENT_FIRST, "charged", "subj", ["police"]),
    (AGENT_FIRST, "charged", "obj", ["Kos"]),
    (NEW_SUBJECT, "stayed", "subj", ["Chile"]),
    (SHARED, "condemned", "obj", ["plan"]),
    (SHARED, "rejected", "subj", ["Peru"]),
    (NOT_SHARED, "met", "obj", []),
    (NOT_SHARED, "rejected", "obj", ["plan"]),
]

GUILTY = (
    "court/NN/nsubj/found found/VBD/ROOT/-/find Kos/NNP/nsubj/guilty guilty/JJ/ccomp/found of/IN/prep/guilty "
    "fraud/NN/pobj/of"
)
GAVE = "Peru/NNP/nsubj/gave gave/VBD/ROOT/-/give Chile/NNP/dative/gave arms/NNS/dobj/gave yesterday/RB/advmod/gave"
IMPOSED = (
    "Peru/NNP/nsubj/imposed imposed/VBD/ROOT/-/impose sanctions/NNS/dobj/imposed on/IN/prep/sanctions "
    "Chile/NNP/pobj/on"
)
KING_OF = "Peru/NNP/nsubj/hosted hosted/VBD/ROOT/-/host king/NN/dobj/hosted of/IN/prep/king Chile/NNP/pobj/of"
SAYS = (
    "Peru/NNP/nsubj/says says/VBZ/ROOT/-/say Chile/NNP/nsubj/attacked attacked/VBD/ccomp/says/attack "
    "Brazil/NNP/dobj/attacked"
)
BEGAN = "Peru/NNP/nsubj/began began/VBD/ROOT/-/begin building/VBG/xcomp/began/build ships/NNS/dobj/building"
BEGAN_TALKING = "Kos/NNP/nsubj/is is/VBZ/ROOT/-/be a/DT/det/member member/NN/attr/is and/CC/cc/member donor/NN/conj/member"

OTHER_SLOTS = [
    (GUILTY, "found", "obj", ["Kos"]),
    (GUILTY, "found", "attr", ["guilty"]),
    (GUILTY, "found", "subj", ["court"]),
    (GAVE, "gave", "iobj", ["Chile"]),
    (GAVE, "gave", "obj", ["arms"]),
    (GAVE, "gave", "adv", ["yesterday"]),
    (IMPOSED, "imposed", "on", ["Chile"]),
    (KING_OF, "hosted", "of", []),
    (SAYS, "says", "that", ["attacked"]),
    (SAYS, "says", "that.subj", ["Chile"]),
    (SAYS, "says", "that.obj", ["Brazil"]),
    (SAYS, "says", "inf", []),
    (BEGAN, "began", "ing", ["building"]),
    (BEGAN_TALKING, "is", "attr", ["member", "donor"]),
]

POSSESSIVE = "Peru/NNP/poss/strikes 's/POS/case/Peru strikes/NNS/nsubj/went on/IN/prep/strikes Chile/NNP/pobj/on went/VBD/ROOT/-/go"
BY_NOUN = "raids/NNS/ROOT/- by/IN/prep/raids Peru/NNP/pobj/by and/CC/cc/Peru Chile/NNP/conj/Peru"
DEMONYM = "Peruvian/JJ/amod/strikes strikes/NNS/ROOT/-"
LAUNCHED = (
    "Peru/NNP/nsubj/launched launched/VBD/ROOT/-/launch an/DT/det/invasion invasion/NN/dobj/launched "
    "of/IN/prep/invasion Chile/NNP/pobj/of"
)
MOURNED = LAUNCHED.replace("launched/VBD/ROOT/-/launch", "launched/VBD/ROOT/-/mourn")
WAS_LAUNCHED = (
    "invasion/NN/nsubjpass/launched was/VBD/auxpass/launched/be launched/VBN/ROOT/-/launch by/IN/agent/launched "
    "Peru/NNP/pobj/by"
)
IN_TALKS = (
    "Peru/NNP/nsubj/engaged engaged/VBD/ROOT/-/engage in/IN/prep/engaged talks/NNS/pobj/in with/IN/prep/talks "
    "Chile/NNP/pobj/with"
)
GATHERED = (
    "crowds/NNS/nsubj/gathered gathered/VBD/ROOT/-/gather in/IN/prep/gathered support/NN/pobj/in of/IN/prep/support "
    "Kos/NNP/pobj/of"
)
PLAN_TO = "a/DT/det/plan plan/NN/ROOT/- to/TO/aux/leave leave/VB/acl/plan"
ANTI = "anti/JJ/amod/protests -/HYPH/punct/anti government/NN/compound/protests protests/NNS/ROOT/-"

NOUNS = [
    (POSSESSIVE, "strikes", "subj", ["Peru"]),
    (POSSESSIVE, "strikes", "poss", ["Peru"]),
    (POSSESSIVE, "strikes", "on", ["Chile"]),
    (BY_NOUN, "raids", "subj", ["Peru", "Chile"]),
    (DEMONYM, "strikes", "subj", ["Peruvian"]),
    (DEMONYM, "strikes", "mod", ["Peruvian"]),
    (DEMONYM, "strikes", "self", ["strikes"]),
    (LAUNCHED, "invasion", "subj", ["Peru"]),
    (LAUNCHED, "invasion", "lent", ["Peru"]),
    (LAUNCHED, "invasion", "verb", ["launched"]),
    (LAUNCHED, "invasion", "of", ["Chile"]),
    (LAUNCHED, "invasion", "det", ["an"]),
    (MOURNED, "invasion", "subj", []),
    (MOURNED, "invasion", "lent", []),
    (WAS_LAUNCHED, "invasion", "subj", []),
    (WAS_LAUNCHED, "invasion", "by", ["Peru"]),
    (IN_TALKS, "talks", "subj", ["Peru"]),
    (IN_TALKS, "talks", "with", ["Chile"]),
    (GATHERED, "support", "clause", ["crowds"]),
    (GATHERED, "support", "of", ["Kos"]),
    (PLAN_TO, "plan", "inf", ["leave"]),
    (PLAN_TO, "plan", "that", []),
    (ANTI, "protests", "anti", ["government"]),
    (DEMONYM, "strikes", "anti", []),
]

IS_MEMBER = "Norway/NNP/nsubj/is is/VBZ/ROOT/-/be a/DT/det/member member/NN/attr/is"
APPOSED = "Chile/NNP/ROOT/- ,/,/punct/Chile a/DT/det/member member/NN/appos/Chile of/IN/prep/member the/DT/det/pact pact/NN/pobj/of"
PREPOSED = "candidate/NN/compound/Orengo Orengo/NNP/ROOT/-"
NAMED_AFTER = "the/DT/det/candidate candidate/NN/ROOT/- ,/,/punct/candidate Orengo/NNP/appos/candidate"
AS_MEMBER = "Peru/NNP/nsubj/accepted accepted/VBD/ROOT/-/accept Chile/NNP/dobj/accepted as/IN/prep/accepted member/NN/pobj/as"

BEARERS = [
    (IS_MEMBER, "member", "bearer", ["Norway"]),
    (APPOSED, "member", "bearer", ["Chile"]),
    (PREPOSED, "candidate", "bearer", ["Orengo"]),
    (NAMED_AFTER, "candidate", "bearer", ["Orengo"]),
    (AS_MEMBER, "member", "bearer", ["Chile"]),
    (DEMONYM, "strikes", "bearer", []),
]

CRITICAL = "Rome/NNP/nsubj/is is/VBZ/ROOT/-/be critical/JJ/acomp/is of/IN/prep/critical the/DT/det/plan plan/NN/pobj/of"
READY = "Rome/NNP/nsubj/is is/VBZ/ROOT/-/be ready/JJ/acomp/is to/TO/aux/leave leave/VB/xcomp/ready"
LOYAL = "troops/NNS/ROOT/- loyal/JJ/amod/troops to/IN/prep/loyal Kos/NNP/pobj/to"

ADJECTIVES = [
    (CRITICAL, "critical", "subj", ["Rome"]),
    (CRITICAL, "critical", "of", ["plan"]),
    (READY, "ready", "inf", ["leave"]),
    (READY, "leave", "subj", ["Rome"]),
    (LOYAL, "loyal", "subj", ["troops"]),
    (LOYAL, "loyal", "to", ["Kos"]),
]

CONDEMNED = (
    "Rome/NNP/nsubj/condemned condemned/VBD/ROOT/-/condemn Peru/NNP/poss/strikes 's/POS/case/Peru "
    "strikes/NNS/dobj/condemned"
)
EFFORTS = "Rome/NNP/nsubj/praised praised/VBD/ROOT/-/praise efforts/NNS/dobj/praised of/IN/prep/efforts Peru/NNP/pobj/of"

MAKING = "progress/NN/ROOT/- Peru/NNP/nsubj/making is/VBZ/aux/making making/VBG/relcl/progress/make"

HOLDERS = [
    (CONDEMNED, "condemned", "obj.holder", ["Peru"]),
    (EFFORTS, "praised", "obj.holder", ["Peru"]),
    (SAYS, "says", "that.holder", ["Chile"]),
    (ACTIVE, "thanked", "obj.holder", []),
]

SUPPORT = frozenset({"launch", "engage"})


@pytest.mark.parametrize(
    ("parse", "trigger", "slot", "found"),
    [*SIMPLE, *RELATIVES, *CONTROL, *COORDINATION, *OTHER_SLOTS, *NOUNS, *BEARERS, *ADJECTIVES, *HOLDERS],
)
def test_slots(build_doc: Build, parse: str, trigger: str, slot: str, found: list[str]) -> None:
    arguments = Arguments(at(build_doc(parse), trigger), SUPPORT)
    assert words(arguments.slot(slot)) == found


@pytest.mark.parametrize(
    ("parse", "verb", "passive"),
    [
        (ACTIVE, "thanked", False),
        (PASSIVE, "thanked", True),
        (WITHOUT_AGENT, "arrested", True),
        (PERFECT, "arrested", False),
        (REDUCED_PASSIVE, "accused", True),
        (REDUCED_ACTIVE, "guarding", False),
        (BACKED, "backed", True),
        (ADVERBIAL_PASSIVE, "accused", True),
        (TWO_PASSIVES, "charged", True),
        (TWO_VERBS, "thanked", False),
        (AGREED, "meet", False),
    ],
)
def test_passives(build_doc: Build, parse: str, verb: str, passive: bool) -> None:
    assert is_passive(at(build_doc(parse), verb)) is passive


@pytest.mark.parametrize(
    ("parse", "noun", "verb"),
    [
        (LAUNCHED, "invasion", "launched"),
        (WAS_LAUNCHED, "invasion", "launched"),
        (IN_TALKS, "talks", "engaged"),
        (IS_MEMBER, "member", "is"),
        (TWO_EACH, "Haiti", "thanked"),
        (POSSESSIVE, "strikes", None),
        (DEMONYM, "strikes", None),
        ("talks/NNS/nsubj/began began/VBD/ROOT/-/begin", "talks", "began"),
    ],
)
def test_governing_verb(build_doc: Build, parse: str, noun: str, verb: str | None) -> None:
    found = governing_verb(at(build_doc(parse), noun))
    assert (found.text if found is not None else None) == verb


@pytest.mark.parametrize(
    ("parse", "noun", "holders"),
    [
        (POSSESSIVE, "strikes", ["Peru"]),
        (BY_NOUN, "raids", ["Peru", "Chile"]),
        ("Peru/NNP/compound/strikes strikes/NNS/ROOT/-", "strikes", ["Peru"]),
        ("deadly/JJ/amod/strikes strikes/NNS/ROOT/-", "strikes", []),
        (MAKING, "progress", ["Peru"]),
        (EFFORTS, "efforts", ["Peru"]),
        (SAYS, "attacked", ["Chile"]),
        (ACTIVE, "Chile", []),
    ],
)
def test_holders(build_doc: Build, parse: str, noun: str, holders: list[str]) -> None:
    assert words(holder_of(at(build_doc(parse), noun))) == holders


def test_coordination_leaves_verbs_out_and_keeps_the_order_of_the_text(build_doc: Build) -> None:
    doc = build_doc(
        "Peru/NNP/ROOT/- ,/,/punct/Peru Chile/NNP/conj/Peru and/CC/cc/Chile Cuba/NNP/conj/Chile left/VBD/conj/Peru"
    )
    assert words(conjuncts(doc[0])) == ["Peru", "Chile", "Cuba"]
    assert words(conjuncts(at(doc, "Chile"))) == ["Chile", "Cuba"]


def test_a_long_list_is_cut_at_forty(build_doc: Build) -> None:
    names = [f"N{number}" for number in range(60)]
    parse = [f"{names[0]}/NNP/ROOT/-"] + [f"{b}/NNP/conj/{a}" for a, b in pairwise(names)]
    assert words(conjuncts(build_doc(" ".join(parse))[0])) == names[:40]


def test_nested_control_is_given_up_at_some_depth(build_doc: Build) -> None:
    verbs = [f"v{number}" for number in range(30)]
    parse = ["Peru/NNP/nsubj/v0", "v0/VBD/ROOT/-"]
    parse += [f"{b}/VB/xcomp/{a}" for a, b in pairwise(verbs)]
    doc = build_doc(" ".join(parse))
    assert words(Arguments(at(doc, "v5")).slot("subj")) == ["Peru"]
    assert words(Arguments(at(doc, "v29")).slot("subj")) == []


def test_a_slot_is_computed_once(build_doc: Build) -> None:
    arguments = Arguments(at(build_doc(ACTIVE), "thanked"))
    assert arguments.slot("obj") is arguments.slot("obj")
    assert arguments.doc is arguments.trigger.doc


def test_support_verbs_are_those_given(build_doc: Build) -> None:
    noun = at(build_doc(LAUNCHED), "invasion")
    assert words(slot_of_noun(noun, "subj", {"launch"})) == ["Peru"]
    assert words(slot_of_noun(noun, "subj", {"hold"})) == []
