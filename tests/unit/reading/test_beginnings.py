"""When an office began, told by a clause that does not name it; published on 11 June 2024."""

from collections.abc import Callable

import pytest

from verbale.reading.composing import Context
from verbale.reading.tenures import find_tenures

Survey = Callable[..., Context]


def start_of(context: Context) -> str | None:
    when = next(iter(find_tenures(context))).when
    start = when.interval.start if when and when.interval else None
    return start.isoformat() if start else None


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Prime Minister Ana Kos, sworn in on Monday for a third term, spoke.", "2024-06-10"),
        ("Peru recalled its ambassador, Ana Kos, who took up her post only last month.", "2024-05-01"),
        ("President Ana Kos held a ceremony. Kos took office on June 4 after an election.", "2024-06-04"),
        ("President Ana Kos, who came to power in a 1999 coup, spoke.", "1999-01-01"),
        ("President Ana Kos, who came to power in a coup, dissolved parliament on Monday.", None),
        ("President Ana Kos, who took the train on Monday, spoke.", None),
    ],
)
def test_an_office_begins_when_a_clause_says_so(survey_text: Survey, text: str, start: str | None) -> None:
    assert start_of(survey_text(text)) == start
