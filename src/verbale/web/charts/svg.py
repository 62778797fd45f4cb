"""SVG written piece by piece, every text and value escaped."""

from markupsafe import Markup, escape

from verbale.record.wording.plain import show_steering


def tag(name: str, /, *children: str, **attributes: object) -> Markup:
    """An element. Attributes that are None are left out; `data_x` is written `data-x`, `class_` is `class`.

    >>> tag("text", "Ana & Co", x=10.0, y=2.345, class_="strong", href=None)
    Markup('<text x="10" y="2.3" class="strong">Ana &amp; Co</text>')
    >>> tag("g", tag("circle", r=3))
    Markup('<g><circle r="3"/></g>')
    """
    written = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _value(value))
        for key, value in attributes.items()
        if value is not None
    )
    if not children:
        return Markup("<{}{}/>").format(name, written)
    inner = Markup("").join(
        child if isinstance(child, Markup) else escape(show_steering(child)) for child in children
    )
    return Markup("<{0}{1}>{2}</{0}>").format(name, written, inner)


def group(*children: str, **attributes: object) -> Markup:
    """Elements that belong together.

    >>> group("a", class_="axis")
    Markup('<g class="axis">a</g>')
    """
    return tag("g", *children, **attributes)


def shorten(text: str, most: int) -> str:
    """A text for where there is room for so many characters.

    >>> shorten("Deputy Prime Minister", 12), shorten("Serbia", 12)
    ('Deputy Prim…', 'Serbia')
    """
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return show_steering(str(value))
