"""Countries as official lists write them."""

from functools import lru_cache

from verbale.lexicon.territories import load_territories

_INVERTED = ", "


@lru_cache(maxsize=50_000)
def country_code(text: str) -> str | None:
    """The code of a country under a name, a demonym or a code; None where it is none.

    >>> country_code("SRB"), country_code("RUSSIAN FEDERATION"), country_code("Serbian"), country_code("Atlantis")
    ('rs', 'ru', 'rs', None)
    >>> country_code("North Macedonia, The Republic of"), country_code("Korea, North")
    ('mk', 'kp')
    """
    territories = load_territories()
    if len(text) == 3 and text.isalpha():
        found = territories.by_code(text)
        if found:
            return found.code
    forms = [text, text.title()]
    head, comma, tail = text.partition(_INVERTED)
    if comma:
        forms += [f"{tail} {head}", head]
    for form in forms:
        found = territories.by_name(form) or territories.by_demonym(form)
        if found and found.kind != "none":
            return found.code
    return None
