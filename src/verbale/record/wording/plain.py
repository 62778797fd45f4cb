"""Text of strangers made harmless for the eye: characters that steer the display are shown, not obeyed."""

import re

_STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def show_steering(text: str) -> str:
    r"""The text with control characters, direction overrides and half surrogates written out.

    >>> show_steering("safe\u202etxt.exe")
    'safe[U+202E]txt.exe'
    >>> show_steering("Мария Ивановна, مريم")
    'Мария Ивановна, مريم'
    """
    return _STEERING.sub(lambda found: f"[U+{ord(found[0]):04X}]", text) if _STEERING.search(text) else text
