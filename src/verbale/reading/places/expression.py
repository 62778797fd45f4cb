"""What the words of a place are to the sentence around them."""

from dataclasses import dataclass

from verbale.model import Place


@dataclass(frozen=True, slots=True)
class PlaceExpression:
    """Words that name a place: tokens `start` to `end`, head `head`, and what they were resolved to.

    `preposition` is in lower case, "" for the object of a verb of movement; `anchor` is the token that the
    expression depends on: the verb or noun that the preposition modifies, or the verb of movement.
    """

    start: int
    end: int
    head: int
    place: Place
    preposition: str
    anchor: int
