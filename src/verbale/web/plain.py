"""What templates print: nothing for nothing, and the text of strangers made harmless for the eye."""

from markupsafe import Markup

from verbale.record.wording.plain import show_steering


def finalize(value: object) -> object:
    """What a template prints for a value: nothing for None, steering characters shown, markup as it is."""
    if value is None:
        return ""
    if isinstance(value, str) and not isinstance(value, Markup):
        return show_steering(value)
    return value
