"""Claims of a record as the exports take them, made by hand."""

from datetime import UTC, date, datetime
from typing import Any

from verbale.record.queries.claim_rows import ClaimRow, PartyRow


def claim(
    type_: str, actor: tuple[PartyRow, ...] = (), recipient: tuple[PartyRow, ...] = (), **more: Any
) -> ClaimRow:
    """A claim of that type and those parties; whatever else is given differs from a plain one of 11 June 2024."""
    plain: dict[str, Any] = dict.fromkeys(ClaimRow.__dataclass_fields__)
    plain |= {"type": type_, "actor": actor, "recipient": recipient, "attributed_to": ()}
    plain |= {"key": 1, "id": f"claim:{type_}", "status": "happened", "negated": False, "confidence": 0.8}
    plain |= {"evidence": (0, 12, "They did so."), "trigger": (5, 8, "did"), "report_id": "r1"}
    plain |= {"title": "", "publisher": "The Wire", "url": "", "published": date(2024, 6, 11)}
    plain |= {"recorded_at": datetime(2024, 7, 1, tzinfo=UTC)}
    return ClaimRow(**{**plain, **more})
