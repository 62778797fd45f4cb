"""Where things of the record are shown."""

from urllib.parse import quote, urlencode


def identity_path(identity: str) -> str:
    """Where the dossier of an identity is.

    >>> identity_path("identity:8593aaaf2105")
    '/identity/identity:8593aaaf2105'
    """
    return "/identity/" + quote(identity, safe=":", errors="replace")


def ties_path(one: str, other: str) -> str:
    """Where the relations between two are.

    >>> ties_path("identity:1", "identity:2")
    '/ties?a=identity%3A1&b=identity%3A2'
    """
    return "/ties?" + urlencode({"a": one, "b": other})
