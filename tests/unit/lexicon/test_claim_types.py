import pytest

from verbale.lexicon.claim_types import load_claim_types
from verbale.lexicon.predicates import load_predicates
from verbale.reading.predicates import SYMMETRIC

PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


def test_names_are_the_keys_in_the_order_of_the_table() -> None:
    types = load_claim_types()
    assert all(name == claim_type.type for name, claim_type in types.items())
    assert list(types)[:3] == ["meet", "call", "visit"]


@pytest.mark.parametrize(
    ("name", "symmetric", "state", "mode", "plover"),
    [
        ("meet", True, False, None, "CONSULT"),
        ("belong", False, True, "candidate", None),
        ("prosecute", False, False, "arrest", "COERCE"),
        ("hold_office", False, True, None, None),
        ("vote", False, False, "abstain", None),
        ("attack", False, False, "strike", "ASSAULT"),
    ],
)
def test_types(name: str, symmetric: bool, state: bool, mode: str | None, plover: str | None) -> None:
    found = load_claim_types()[name]
    assert (found.symmetric, found.state, found.plover) == (symmetric, state, plover)
    assert mode in found.modes if mode else not found.modes


def test_exports_are_classes_of_plover_and_roots_of_cameo() -> None:
    for claim_type in load_claim_types().values():
        assert claim_type.plover is None or claim_type.plover in PLOVER
        assert claim_type.cameo is None or (claim_type.cameo.isdigit() and 2 <= len(claim_type.cameo) <= 4)
        assert claim_type.description


def test_every_row_of_the_lexicon_says_a_type_and_a_mode_of_the_table() -> None:
    types = load_claim_types()
    for row in load_predicates().rows:
        assert row.type in types, row.id
        assert row.mode is None or row.mode in types[row.type].modes, row.id


def test_the_matcher_knows_the_symmetric_types() -> None:
    assert {name for name, found in load_claim_types().items() if found.symmetric} == SYMMETRIC
