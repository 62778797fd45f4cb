"""What `verbale gold check` finds wrong."""

from typing import Any

import pytest

from verbale.gold.checking import check_gold


def gold(**claim: Any) -> dict[str, Any]:
    """A sound annotated report of one claim, with some of the claim's fields replaced."""
    sentence = "Kenya recalled its ambassador from Norway on Monday."
    sound = {"type": "sever", "mode": "recall", "actor": ["ke"], "recipient": [], "evidence": sentence}
    return {
        "report": {"id": "r1", "published": "2024-06-11", "text": f"{sentence} Norway said nothing."},
        "actors": [{"id": "ke", "name": "Kenya", "kind": "state", "country": "ke"}],
        "claims": [{**sound, **claim}],
    }


def test_sound_report_has_no_problem() -> None:
    assert check_gold(gold(when={"start": "2024-06-10", "end": None}, status="planned")) == ()


@pytest.mark.parametrize(
    ("claim", "part", "fatal"),
    [
        ({"type": "resign", "mode": None}, "'resign' is not in the ontology", True),
        ({"mode": "bomb"}, "mode 'bomb' is none of sever: expel, recall", False),
        ({"recipient": ["no"]}, "recipient 'no' is no actor", False),
        ({"status": "done"}, "status 'done' is none of happened", False),
        ({"evidence": "Kenya recalled its envoy."}, "not in the text", False),
        ({"evidence": None}, "has no `evidence`", False),
        ({"when": {"start": "10 June 2024"}}, "'10 June 2024', which is no day", False),
        ({"when": {"start": "2024-06-10", "end": "2024-06-09"}}, "after its end", False),
        ({"when": "Monday"}, "no object", False),
    ],
)
def test_problem_of_a_claim_is_told_once_with_its_place(claim: Any, part: str, fatal: bool) -> None:
    (problem,) = check_gold(gold(**claim))
    assert problem.where == "claim 1"
    assert part in problem.message
    assert problem.fatal is fatal


def test_problems_of_report_and_actors() -> None:
    bad = {**gold(), "claims": []}
    bad["report"] |= {"text": " ", "published": "June"}
    bad["actors"] += [{"id": "ke", "name": "Kenya", "kind": "country"}, {"name": ""}]
    wheres = [problem.where for problem in check_gold(bad)]
    assert wheres == ["report", "report", "actor 1", "actor 2", "actor 2", "actor 3", "actor 3"]


@pytest.mark.parametrize("claims", [None, {}, ["sever"]])
def test_report_without_a_list_of_claims_is_one_fatal_problem(claims: object) -> None:
    (problem,) = check_gold({**gold(), "claims": claims})
    assert problem.fatal
