"""XML that is always the same text for the same tree."""

import re
from xml.etree import ElementTree as ET

_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def add(parent: ET.Element, tag: str, text: str | None = None, **attributes: object) -> ET.Element:
    """A new child; attributes that are None are left out, a trailing `_` of their names too (`class_`)."""
    given = {name.rstrip("_"): clean(str(value)) for name, value in attributes.items() if value is not None}
    child = ET.SubElement(parent, tag, given)
    child.text = None if text is None else clean(text)
    return child


def clean(text: str) -> str:
    r"""The text without the characters that XML 1.0 cannot hold.

    >>> clean("form\x0cfeed & Co")
    'formfeed & Co'
    """
    return _FORBIDDEN.sub("", text)


def to_bytes(root: ET.Element) -> bytes:
    """The document in UTF-8, indented, with a declaration and a line end."""
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + text + b"\n"
