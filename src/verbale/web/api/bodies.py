"""What programs send to have something decided or checked."""

from typing import Any, Literal

from pydantic import Field

from verbale.web.api.asked import Text
from verbale.web.api.shapes.base import Shape, example


class GivenReview(Shape):
    """A verdict on a claim; `values` are the right ones where it is corrected."""

    model_config = example({"verdict": "correct", "values": {"when_start": "2024-09-10"}, "why": "a Tuesday"})

    verdict: Literal["accept", "reject", "correct"]
    values: dict[Text, Any] = Field(
        default_factory=dict,
        description="type, mode, status, negated, actor, recipient, attributed_to (lists of names), when_start, "
        "when_end, object, topic, place.",
    )
    why: Text = ""


class GivenMerge(Shape):
    """Who goes into the identity of the address: a name or an id."""

    model_config = example({"other": "identity:27d35b1ad87a", "why": "the same minister"})

    other: Text
    why: Text = ""


class GivenLinks(Shape):
    """Which recognitions are meant: `actor` of the links of the identity."""

    model_config = example({"actors": [3], "why": "his brother"})

    actors: list[int] = Field(max_length=1000)
    why: Text = ""


class GivenMatch(Shape):
    """Whether an entry of a list is who the identity is."""

    model_config = example(
        {"register": "ofac", "entry": "43736", "verdict": "reject", "why": "another date of birth"}
    )

    register_: Text = Field(alias="register")
    entry: Text
    verdict: Literal["accept", "reject"]
    why: Text = ""


class GivenCheck(Shape):
    """A report whose claims are to be held against the registers."""

    model_config = example({"report": "wire:42"})

    report: Text
