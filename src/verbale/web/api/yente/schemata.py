"""Which schemata of FollowTheMoney may be meant by another."""

_BODIES = frozenset(("Organization", "Company", "PublicBody"))
_AGENTS = _BODIES | {"Person", "LegalEntity"}
_UNDER: dict[str, frozenset[str]] = {
    "LegalEntity": _AGENTS,
    "Organization": _BODIES,
}


def falls_under(schema: str, asked: str) -> bool:
    """Whether entities of a schema are among those asked for; all are among `Thing`.

    >>> falls_under("Person", "LegalEntity"), falls_under("Person", "Organization"), falls_under("Vessel", "Thing")
    (True, False, True)
    """
    return asked in ("Thing", schema) or schema in _UNDER.get(asked, ())


def may_match(schema: str, asked: str) -> bool:
    """Whether an entity of a schema may be the one asked for: bodies are not told apart, nor those of unknown kind.

    >>> may_match("PublicBody", "Company"), may_match("LegalEntity", "Person"), may_match("Person", "Company")
    (True, True, False)
    """
    if falls_under(schema, asked) or falls_under(asked, schema):
        return True
    return schema in _BODIES and asked in _BODIES
