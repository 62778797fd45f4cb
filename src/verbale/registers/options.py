"""What a loader is told besides the file: how countries are written, what columns are called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

CountryCode = Callable[[str], str | None]
"""The code of a country under any of its names, demonyms or codes; None where it is none."""


_LONGEST = 200
"""Longest name of a country, in characters: those who look it up remember what they were asked."""


def _no_country(_text: str) -> None:
    """No country is known."""


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How to read a file.

    `country_code` turns what the list writes ("Serbia", "SRB") into a code; without it codes of two
    letters are kept and the rest is dropped. `columns` maps the names that a loader expects to those of
    the file (office-holder tables). `country` is the code for a table that has no column for it.
    """

    country_code: CountryCode = _no_country
    encoding: str = "utf-8"
    columns: Mapping[str, str] = field(default_factory=dict)
    country: str | None = None

    def countries(self, *texts: str | None) -> tuple[str, ...]:
        """Codes of those texts that are countries, in order, without repeats.

        >>> LoadOptions(country_code={"Serbia": "rs"}.get).countries("Serbia", "", None, "XK", "Atlantis")
        ('rs', 'xk')
        """
        return tuple(filter(None, dict.fromkeys(map(self._code, texts))))

    def _code(self, text: str | None) -> str | None:
        """The code of one text."""
        tidy = (text or "").strip().rstrip(".")
        if not tidy or len(tidy) > _LONGEST:
            return None
        found = self.country_code(tidy)
        return found or (tidy.lower() if len(tidy) == 2 and tidy.isalpha() else None)
