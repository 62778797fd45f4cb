"""Fragments of HTML, as feeds carry them, as plain text."""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td",
    "th", "tr", "ul",
})  # fmt: skip
_HIDDEN = frozenset({"script", "style", "template", "iframe", "noscript", "figure", "form"})


class _Text(HTMLParser):
    """Collects text; blocks end a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.hidden += tag in _HIDDEN
        self._break(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self.hidden = max(0, self.hidden - (tag in _HIDDEN))
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(re.sub(r"\s+", " ", data))

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.parts.append("\n")


def fragment_text(html: str) -> str:
    r"""The text of a fragment, a line a paragraph; text without tags comes back as it is, blanks apart.

    >>> fragment_text("<p>Talks <b>failed</b>.</p><ul><li>One &amp; two</li></ul><script>x()</script>")
    'Talks failed.\nOne & two'
    """
    parser = _Text()
    parser.feed(html)
    parser.close()
    lines = (" ".join(line.split(" ")).strip() for line in "".join(parser.parts).split("\n"))
    return "\n".join(line for line in lines if line)
