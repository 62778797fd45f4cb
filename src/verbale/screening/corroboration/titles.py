"""Whether two titles are the same office: "defence minister" and "Minister of Defence"."""

import re

from verbale.record.registers.name_keys import name_words

_SAME = {
    "defense": "defence", "foreign": "foreign", "external": "foreign", "affairs": "", "ministry": "minister",
    "ministers": "minister", "premier": "prime minister", "pm": "prime minister", "labor": "labour",
    "interior": "internal", "home": "internal", "vice": "deputy", "dep": "deputy", "dpm": "deputy prime minister",
    "finances": "finance", "secretaries": "secretary", "sec": "secretary", "president": "president",
}  # fmt: skip
_EMPTY = frozenset(
    {
        "the",
        "of",
        "for",
        "and",
        "in",
        "to",
        "a",
        "an",
        "government",
        "state",
        "republic",
        "federal",
        "national",
        "",
    }
)
_RANKS = frozenset(
    {"deputy", "acting", "assistant", "first", "second", "under", "former", "prime", "vice", "shadow"}
)
_FORMER = re.compile(r"\b(?:former|then|ex|outgoing|incumbent|current)\b[- ]?", re.IGNORECASE)


def same_office(
    title: str, body: str | None, position: str, country_words: frozenset[str] = frozenset()
) -> bool:
    """Whether a title of a report, with its body, is a position of a register.

    Every word of the shorter one must be in the other; ranks ("deputy", "prime") must be the same on
    both sides. `country_words` are names of the country, which one side may have and the other not.

    >>> same_office("defense minister", None, "Minister of Defence")
    True
    >>> same_office("Minister", "Ministry of the Interior", "Minister of Internal Affairs")
    True
    >>> same_office("Prime Minister", None, "Deputy Prime Minister"), same_office("minister", None, "President")
    (False, False)
    >>> same_office("President", None, "President of Serbia", frozenset({"serbia"}))
    True
    """
    said = _words(_FORMER.sub("", title), country_words) | _words(body or "", country_words)
    held = _words(position, country_words)
    if not said or not held or (said & _RANKS) != (held & _RANKS):
        return False
    return said == held or (said < held and len(said) > 1) or (held < said and len(held) > 1)


def _words(title: str, country_words: frozenset[str]) -> frozenset[str]:
    """The words that make an office what it is, in one spelling."""
    words = (word for word in name_words(title) if word not in country_words)
    spelt = " ".join(_SAME.get(word, word) for word in words).split()
    return frozenset(word for word in spelt if word not in _EMPTY)
