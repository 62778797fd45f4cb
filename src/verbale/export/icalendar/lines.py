"""Content lines of RFC 5545: escaped, folded."""

import re

OCTETS = 75
"""The most that a line may have, its end left out (RFC 5545, 3.1)."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SPECIAL = re.compile(r"[\\;,]")


def escape_text(text: str) -> str:
    r"""A value of type TEXT (RFC 5545, 3.3.11): control characters are dropped.

    >>> escape_text("Oslo; Bergen, too\nC:\\")
    'Oslo\\; Bergen\\, too\\nC:\\\\'
    """
    ends = re.sub(r"\r\n?|\u2028|\u2029|\x85", "\n", text)
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", _CONTROL.sub("", ends)).replace("\n", "\\n")


def fold_line(line: str) -> str:
    r"""The line with its end; a long one goes on after a blank, and no character is torn.

    >>> [len(part.encode()) for part in fold_line("SUMMARY:" + "é" * 60).split("\r\n")]
    [74, 55, 0]
    """
    parts, size = [""], 0
    for letter in line:
        width = len(letter.encode("utf-8", "replace"))
        if size + width > OCTETS:
            parts.append(" ")
            size = 1
        parts[-1] += letter
        size += width
    return "\r\n".join(parts) + "\r\n"
