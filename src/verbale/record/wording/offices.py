"""Offices in words: "Prime Minister of Poland", "Justice of the Supreme Court (Kenya)"."""

import re
from typing import Final

from verbale.record.wording.articles import call_in_sentence
from verbale.record.wording.names import country_name

_OF_A_COUNTRY: Final = re.compile(
    r"(?:(?:acting|deputy|interim|vice) )?(?:president|prime minister)"
    r"|(?:foreign|finance|defen[cs]e|interior) minister",
    re.IGNORECASE,
)
"""Titles that are a state's own; a chief minister, a premier or a representative may be that of a part of it."""
_WITHOUT_OF: Final = re.compile(
    r"\b(?:of|for|to|in|at|on|with|ambassador|envoy|representative|delegate|correspondent|reporter|candidate)\b",
    re.IGNORECASE,
)
"""In titles that have their "of" already, or of which "of" would say whom somebody speaks for."""


def say_office(office: tuple[str, str | None, str | None] | None) -> str:
    """An office with its body and country.

    >>> say_office(("Secretary", "Security Council", "ru")), say_office(("President", None, "us")), say_office(None)
    ('Secretary of the Security Council (Russia)', 'President of the United States', '')
    >>> say_office(("Ambassador", "United Nations", "ke")), say_office(("Chief Minister", None, "in"))
    ('Ambassador, United Nations (Kenya)', 'Chief Minister (India)')
    """
    if not office:
        return ""
    title, body, country = office
    where = country_name(country)
    if not body and where and _OF_A_COUNTRY.fullmatch(title):
        return f"{title} of {call_in_sentence(where, 'state')}"
    if body:
        title += f", {body}" if _WITHOUT_OF.search(title) else f" of {call_in_sentence(body, 'body')}"
    return title + (f" ({where})" if where else "")
