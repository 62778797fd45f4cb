"""Claims of a record as the exports take them, made by hand."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from verbale.record.queries.claim_rows import ClaimRow

MakeClaim = Callable[..., ClaimRow]


@pytest.fixture
def make_claim() -> MakeClaim:
    """A maker of claims: type and parties, and whatever else differs from a plain one of 11 June 2024."""

    def make(type_: str, **more: Any) -> ClaimRow:
        sentence = more.pop("sentence", "They did so.")
        plain: dict[str, Any] = dict.fromkeys(ClaimRow.__dataclass_fields__)
        plain |= {"actor": (), "recipient": (), "attributed_to": ()}
        plain |= {"key": 1, "id": f"claim:{type_}", "status": "happened", "negated": False, "confidence": 0.9}
        plain |= {"evidence": (0, len(sentence), sentence), "trigger": (5, 8, "did")}
        plain |= {
            "report_id": "r1",
            "title": "A report",
            "publisher": "The Wire",
            "url": "https://wire.example/1",
        }
        plain |= {"published": date(2024, 6, 11), "recorded_at": datetime(2024, 7, 1, tzinfo=UTC)}
        return ClaimRow(**{**plain, "type": type_, **more})

    return make
