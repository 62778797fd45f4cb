"""What became of the documents of a partition, or of a whole batch."""

from dataclasses import asdict, astuple, dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """Documents by what became of them; `words` counts those of the documents that were read.

    >>> Counts(documents=2, read=1, words=30) + Counts(documents=1, unread=1)
    Counts(documents=3, read=1, claims=0, words=30, other_language=0, irrelevant=0, unread=1)
    """

    documents: int = 0
    read: int = 0
    claims: int = 0
    words: int = 0
    other_language: int = 0
    irrelevant: int = 0
    unread: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))

    def to_dict(self) -> dict[str, int]:
        """The counts by name, as done markers hold them."""
        return asdict(self)
