"""Names of bodies brought to one form, and whether two of them can be one body's."""

import re
from dataclasses import dataclass
from functools import lru_cache

from verbale.lexicon.names import load_name_words
from verbale.lexicon.territories import Territory, load_territories
from verbale.record.identity.spelling import romanise


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's name: `words` without its country's, which is kept apart; `plain` where any country has one.

    `acronym` is the name itself where it is written as one ("IDF"), else its initials.
    """

    words: frozenset[str]
    country: str | None
    plain: bool
    acronym: str
    is_acronym: bool


@lru_cache(maxsize=50_000)
def parse_body_name(name: str, country: str | None = None) -> BodyName:
    """The form in which names of bodies are compared; `country` is what the report says of it.

    >>> sorted(parse_body_name("Russian Defense Ministry", "ru").words)
    ['defence', 'ministry']
    >>> parse_body_name("UN Security Council").words == parse_body_name("United Nations Security Council").words
    True
    >>> parse_body_name("Supreme Court").plain, parse_body_name("Hamas", "ps").plain
    (True, False)
    >>> parse_body_name("Israel Defense Forces", "il").words == parse_body_name("Israeli military", "il").words
    True
    """
    table = load_name_words()
    full = _expand(name)
    rest, said = _take_country(full, country)
    words = [table.same_words.get(w, w) for w in romanise(_spell_out(rest)).split() if w not in table.little]
    told = frozenset(words) or frozenset(romanise(full).split())
    if told in table.armed_forces:
        told = frozenset({"armed", "forces"})
    letters = "".join(re.findall(r"\b[A-Z]", full))
    written = bool(re.fullmatch(r"[A-Z][A-Z0-9-]{1,6}", name.replace(".", "")))
    acronym = name.replace(".", "") if written else letters
    return BodyName(told, said or country, told <= table.plain, acronym, written)


def _expand(name: str) -> str:
    """The name with known letters in full: "UN Security Council" is the United Nations Security Council."""
    known = load_name_words().acronyms
    return " ".join(known.get(word.replace(".", ""), word) for word in name.split())


def _spell_out(name: str) -> str:
    """Without "'s", so that "Kurdistan Workers' Party" and "Workers Party" share words."""
    return re.sub(r"['’]s?(?=\s|$)", "", name)


def _take_country(name: str, country: str | None) -> tuple[str, str | None]:
    """The name without the words for its country, and the code of the country that they name."""
    words = re.sub(r"^the ", "", name, flags=re.IGNORECASE).split()
    for length in (4, 3, 2, 1):
        for start in (0, len(words) - length):
            if start >= 0 and length < len(words):
                phrase = re.sub(r"['’]s$", "", " ".join(words[start : start + length]))
                found = _country_of(phrase)
                if found and (country is None or country.split("-")[0] == found.code.split("-")[0]):
                    left = words[:start] + words[start + length :]
                    return " ".join(left), found.code
    return " ".join(words), None


@lru_cache(maxsize=20_000)
def _country_of(phrase: str) -> Territory | None:
    table = load_territories()
    return table.by_name(phrase) or table.by_demonym(phrase)


def match_body_names(one: BodyName, other: BodyName) -> str | None:
    """How two names of bodies agree, None where they do not.

    >>> match_body_names(parse_body_name("Danube Water Board"), parse_body_name("DWB", "at"))
    'acronym'
    >>> match_body_names(parse_body_name("Supreme Court", "us"), parse_body_name("Supreme Court", "in")) is None
    True
    """
    if one.words == other.words:
        if one.plain and (one.country is None or one.country != other.country):
            return None
        return "same name" if one.country == other.country else "same words"
    if one.is_acronym != other.is_acronym and len(one.acronym) >= 3 and one.acronym == other.acronym:
        return "acronym"
    return None
