import pytest

from verbale.reading.draft import Draft
from verbale.reading.shells import without_shells

LEAVING = Draft("leave", "leave.body", (4, 5))


@pytest.mark.parametrize(
    ("outer", "kept"),
    [
        (Draft("pledge", "p", (1, 2), topic=(2, 9)), False),
        (Draft("say", "s", (1, 2), topic=(4, 5)), False),
        (Draft("pledge", "p", (1, 2), topic=(2, 4)), True),
        (Draft("pledge", "p", (1, 2), topic=(5, 9)), True),
        (Draft("pledge", "p", (1, 2)), True),
        (Draft("pledge", "p", (4, 5), topic=(4, 5)), True),
        (Draft("demand", "d", (1, 2), topic=(2, 9)), True),
        (Draft("accuse", "a", (1, 2), topic=(2, 9)), True),
    ],
)
def test_wrappers_go_where_their_content_is_a_claim(outer: Draft, kept: bool) -> None:
    found = without_shells([outer, LEAVING])
    assert (outer in found) is kept
    assert LEAVING in found


def test_a_wrapper_in_a_wrapper_leaves_the_claim() -> None:
    drafts = [Draft("say", "s", (1, 2), topic=(2, 9)), Draft("pledge", "p", (3, 4), topic=(4, 9)), LEAVING]
    assert without_shells(drafts) == (LEAVING,)


@pytest.mark.parametrize(
    ("outer", "inner", "kept"),
    [
        (Draft("agree", "a", (1, 2), (0, 1), object=(2, 9)), Draft("cooperate", "c", (3, 4), (0, 1)), ["a"]),
        (Draft("pledge", "p", (1, 2), (0,), topic=(2, 9)), Draft("cooperate", "c", (3, 4), (0, 1)), ["p"]),
        (
            Draft("pledge", "p", (1, 2), (0,), topic=(2, 9)),
            Draft("cooperate", "c", (12, 13), (0, 1)),
            ["p", "c"],
        ),
        (Draft("adopt", "v", (1, 2), (0,), object=(2, 9)), Draft("adopt", "p", (3, 4), (0,)), ["v"]),
        (Draft("adopt", "v", (1, 2), (0,), object=(2, 9)), Draft("adopt", "p", (3, 4), (1,)), ["v", "p"]),
    ],
    ids=["agreed", "promised", "told beside it", "voted to pass", "another's measure"],
)
def test_what_is_only_the_content_of_a_promise_or_a_vote_goes(
    outer: Draft, inner: Draft, kept: list[str]
) -> None:
    assert [draft.row for draft in without_shells([outer, inner])] == kept
