"""What is known of one actor of a report, or of an identity, when the two are compared."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from verbale.record.identity.body_names import parse_body_name


def office_key(title: str, body: str | None, country: str | None) -> str:
    """An office in the form in which offices are compared: words of title and body, code of the state.

    >>> office_key("Deputy Prime Minister", None, "rs")
    'deputy minister prime|rs'
    >>> office_key("Prosecutor", "International Criminal Court", None)
    'court criminal international prosecutor|'
    """
    words = parse_body_name(title, country).words | (
        parse_body_name(body, country).words if body else frozenset()
    )
    return f"{' '.join(sorted(words - _WORN))}|{(country or '').split('-')[0]}"


_WORN = frozenset({"former", "then", "acting", "current", "incumbent", "new", "outgoing", "ex", "affair"})


@dataclass(frozen=True, slots=True)
class Profile:
    """What speaks for and against two being one.

    Args:
        kind: person, state, body, group or office.
        names: names as written, the fullest first.
        countries: code -> how often it was said; for an actor one code, once.
        sure_countries: those that an office vouches for.
        offices: offices held (`office_key`).
        first: first day of publication of a report that names it, None where unknown.
        last: the last such day.
    """

    kind: str
    names: tuple[str, ...]
    countries: Mapping[str, int] = field(default_factory=dict)
    sure_countries: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None

    @property
    def country(self) -> str | None:
        """The country said most often, None where none was."""
        return min(self.countries, key=lambda c: (-self.countries[c], c), default=None)
