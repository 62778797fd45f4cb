"""What the steps of the reader hand to one another: mentions, titles and the cast of a report.

Token indices are indices into the report's one spaCy `Doc`; spans are half-open.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from verbale.model import Actor, Kind, Office

Form = Literal["name", "description", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an actor: tokens `start` to `end`, syntactic head `head`.

    `name` is the actor's name as claims.md wants it ("Serbia" for "the Serbian government").
    `form` tells names ("Vulin", "Serbia") from descriptions ("the ministry", "protesters") and pronouns.
    """

    start: int
    end: int
    head: int
    kind: Kind
    name: str
    country: str | None = None
    form: Form = "name"


@dataclass(frozen=True, slots=True)
class Title:
    """A title in the text ("former Serbian defence minister"): tokens `start` to `end`, title noun `head`.

    `holder` is the head token of the person's mention that the title is tied to in its own sentence,
    None for an office-holder left unnamed there ("Russia's foreign minister").
    `former`: held in the past ("former", "then-", "ex-"). `international`: of a body of no one country.
    """

    start: int
    end: int
    head: int
    office: Office
    holder: int | None = None
    former: bool = False
    international: bool = False


@dataclass(frozen=True, slots=True)
class Cast:
    """All actors of a report, and which of them each head token stands for.

    `by_token` maps a token to indices into `actors`: one for most, several for "the two leaders" or "they".
    """

    actors: tuple[Actor, ...] = ()
    by_token: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    def at(self, token: int) -> tuple[int, ...]:
        """Indices of the actors that `token` heads a mention of, () where it heads none."""
        return self.by_token.get(token, ())
