"""Text as the parser likes it, with the way back to the text as given."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

_ONE_TO_ONE = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‛": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "\u2028": "\n",
        "\u2029": "\n",
        "\r": "\n",
        "\t": " ",
        "\v": " ",
        "\f": "\n",
        **{chr(code): " " for code in (*range(9), *range(14, 32), 127)},
    }
)
_MOJIBAKE = {
    "â€™": "'",
    "â€˜": "'",
    "â€œ": '"',
    "â€\u009d": '"',
    "â€”": "—",
    "â€“": "–",
    "Â\u00a0": " ",
    "&amp;": "&",
    "&nbsp;": " ",
    "&quot;": '"',
    "&#39;": "'",
}
_DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_CHANGES = re.compile(
    "|".join(
        [
            *(re.escape(bad) for bad in sorted(_MOJIBAKE, key=len, reverse=True)),
            "\r\n",
            f"[{_DROPPED}]",
            r"''",
            r"(?<=\w)-\n(?=[a-z])",
            r"(?<=\b[Rr]e)-(?=elect|arrest|appoint|open|nominat|impos|enter|establish|admit|join|introduc)",
            r"(?m:^)[ \u00a0]*[-*•‣▪–—][ \u00a0]+",
            r"(?<=\b[Hh]on)\.(?= +[A-Z])",
            r"(?<=\bMaj)\.(?=[ -]*Gen)|(?<=\bBrig)\.(?=[ -]*Gen)",
            r"(?<=\b(?:Engr|Barr|Alhj|Atty|Insp|Supt|Comm))\.(?= +[A-Z])",
            r" \((?:[Rr]etd?|[Rr]td|[Rr]etired)\.?\)(?= +[A-Z])",
        ]
    )
)


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """A text made ready for the parser; `to_given` maps its offsets back to the text as given.

    Curly quotes become straight, no-break spaces spaces, soft hyphens and zero-width characters go,
    the common mis-decodings of UTF-8 are mended, bullets and hyphens at a line break go, and so do the full stop
    of "Hon. Roe" and "Maj. Gen. Roe", which ends no sentence, and the "(Retd)" between a rank and a name.
    `starts` and `shifts`: from which offset on the text is shifted by how much; `wide`: where a character that
    stands for several ends in the text as given.
    """

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]
    wide: Mapping[int, int]

    def to_given(self, offset: int) -> int:
        """The offset in the text as given of an offset in `text`.

        >>> normalised = normalise_text("co\u00adoperate")
        >>> normalised.text, normalised.to_given(2)
        ('cooperate', 3)
        """
        at = bisect_right(self.starts, offset) - 1
        return offset + (self.shifts[at] if at >= 0 else 0)

    def span_given(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span in the text as given of the span `start` to `end` of `text`, not empty if that is not."""
        if end <= start:
            return self.to_given(start), self.to_given(start)
        return self.to_given(start), self.wide.get(end - 1) or self.to_given(end - 1) + 1


def normalise_text(text: str) -> NormalisedText:
    r"""The text for the parser, with offsets back.

    >>> normalise_text("“Yes,”\r\nhe said").text
    '"Yes,"\nhe said'
    """
    pieces: list[str] = []
    starts, shifts = [], []
    wide: dict[int, int] = {}
    at = size = 0
    for found in _CHANGES.finditer(text):
        new = _replacement(found.group())
        pieces += [text[at : found.start()], new]
        size += found.start() - at + len(new)
        at = found.end()
        if new:
            wide[size - 1] = at
        starts.append(size)
        shifts.append(at - size)
    pieces.append(text[at:])
    flat = "".join(pieces).translate(_ONE_TO_ONE)
    if not flat.isascii():
        flat = "".join(map(_plain, flat))
    return NormalisedText(flat, tuple(starts), tuple(shifts), wide)


def _replacement(found: str) -> str:
    if found in _MOJIBAKE:
        return _MOJIBAKE[found]
    if found == "\r\n":
        return "\n"
    return '"' if found == "''" else ""


def _plain(char: str) -> str:
    if char.isalnum() or char in "\n—–…":
        return char
    kind = unicodedata.category(char)
    if kind in ("Zs", "Cc", "Cs", "Co", "Cn"):
        return " "
    return char
