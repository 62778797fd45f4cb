"""Names for codes: countries, kinds of actor, types of claim."""

from functools import cache

from verbale.lexicon.territories import load_territories

_KINDS = {"person": "Person", "state": "State", "body": "Body", "group": "Group", "office": "Office-holder"}


@cache
def country_name(code: str | None) -> str:
    """The name of a country or territory by its code; the code itself where it is unknown.

    >>> country_name("rs"), country_name("qq"), country_name(None)
    ('Serbia', 'qq', '')
    """
    if not code:
        return ""
    found = load_territories().by_code(code)
    return found.name if found else code


def kind_name(kind: str) -> str:
    """A kind of actor for readers.

    >>> kind_name("body")
    'Body'
    """
    return _KINDS.get(kind, kind)


def type_name(type: str) -> str:
    """A type of claim or family of events for readers.

    >>> type_name("lift_sanction")
    'lift sanction'
    """
    return type.replace("_", " ")
