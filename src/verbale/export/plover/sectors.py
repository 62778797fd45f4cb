"""PLOVER's sector codes for the parties of claims: GOV, MIL, LEG, JUD, IGO ..."""

import re
from collections.abc import Sequence
from typing import Any

from verbale.export.plover.scheme import load_scheme
from verbale.lexicon.nouns import load_nouns
from verbale.lexicon.territories import load_territories
from verbale.lexicon.titles import load_titles
from verbale.model import Kind
from verbale.record.queries.claim_rows import PartyRow

_FORMER = re.compile(r"\b(former|ex-|then-|late)\b|\bex-", re.IGNORECASE)


def sector_of(party: PartyRow, titles: Sequence[str] = ()) -> str | None:
    """The sector of a party, None where its name and titles do not tell.

    Args:
        party: who acts or is acted on.
        titles: the offices that it holds, the most reported first.

    >>> sector_of(PartyRow("a1", "Ministry of Finance", "body", "pl", None, None))
    'GOV'
    >>> sector_of(PartyRow("a2", "Anna Kowalska", "person", "pl", None, None), ["former senator"])
    'ELI'
    """
    sectors = load_scheme()["sectors"]
    match Kind(party.kind):
        case Kind.STATE:
            return str(sectors["state"])
        case Kind.BODY:
            return _sector_of_body(party, sectors)
        case Kind.GROUP:
            return _sector_of_group(party.name, sectors)
        case Kind.OFFICE:
            return _sector_of_title(party.name, sectors)
    found = (_sector_of_title(title, sectors) for title in titles)
    return next((sector for sector in found if sector), None)


def _sector_of_body(party: PartyRow, sectors: dict[str, Any]) -> str | None:
    nouns = load_nouns()
    known = nouns.institutions.get("".join(party.name.split()))
    if known and known.sort in sectors["sorts"]:
        return str(sectors["sorts"][known.sort])
    if party.country is None and known:
        return str(sectors["sorts"]["igo"])
    words = re.findall(r"[\w-]+", party.name.lower())
    before_of = words[: words.index("of")] if "of" in words else words
    for word in (*reversed(before_of), *words):
        sort = nouns.body_heads.get(word)
        if sort:
            return str(sectors["sorts"][sort])
    return None


def _sector_of_group(name: str, sectors: dict[str, Any]) -> str | None:
    words = set(re.findall(r"[\w-]+", name.lower()))
    return next((code for code, signs in sectors["groups"].items() if words.intersection(signs)), None)


def _sector_of_title(title: str, sectors: dict[str, Any]) -> str | None:
    nouns = load_titles().nouns
    for word in re.findall(r"[\w-]+", title.lower()):
        noun = nouns.get(word)
        if noun is None:
            continue
        if _FORMER.search(title):
            return str(sectors["former"])
        return str(sectors["scopes"][noun.scope]) or None
    return None


def alpha3(country: str | None) -> str | None:
    """The ISO 3166-1 alpha-3 code of a territory, of the state that it belongs to where it has none of its own.

    >>> alpha3("rs"), alpha3("us-tx"), alpha3("eu"), alpha3("xk")
    ('SRB', 'USA', None, 'XKX')
    """
    if country is None or country == "eu":
        return None
    territories = load_territories()
    for code in (country, country.split("-")[0]):
        found = territories.by_code(code)
        if found and found.alpha3:
            return found.alpha3.upper()
    return None
