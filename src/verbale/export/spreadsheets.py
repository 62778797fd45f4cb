"""Cells that a spreadsheet would run as a formula."""

_STARTS = ("=", "+", "-", "@", "\t", "\r")


def defuse(value: str | float | None) -> str | float | None:
    """The value; a text that begins like a formula gets an apostrophe before it, as OWASP advises.

    >>> defuse("=HYPERLINK(1)"), defuse("Serbia"), defuse(-3.5)
    ("'=HYPERLINK(1)", 'Serbia', -3.5)
    """
    if isinstance(value, str) and value.startswith(_STARTS):
        return f"'{value}"
    return value
