"""Where a report comes from, for rows and messages about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """`id` names the report in an error row: its own id, or the path; `place` where to look for it.

    >>> Origin("r7", "wire.jsonl, line 3").label
    'wire.jsonl, line 3 (r7)'
    >>> Origin("a.txt").label
    'a.txt'
    """

    id: str
    place: str = ""

    @property
    def label(self) -> str:
        """How a message speaks of the report."""
        if not self.place or self.place == self.id:
            return self.id
        return f"{self.place} ({self.id})"
