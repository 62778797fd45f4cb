"""robots.txt as RFC 9309 reads it: the longest rule that fits decides, and between equals, `Allow`."""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote


@dataclass(frozen=True, slots=True)
class Robots:
    """What a host asks of one program: (allowed, pattern) rules, and seconds between requests."""

    rules: tuple[tuple[bool, str], ...] = ()
    delay: float = 0.0

    def allow(self, path: str) -> bool:
        r"""Whether the program may ask for a path with its query.

        >>> robots = parse_robots("User-agent: *\nDisallow: /print\nAllow: /print/free$", "verbale")
        >>> robots.allow("/print/1"), robots.allow("/print/free"), robots.allow("/print/free/2")
        (False, True, False)
        """
        if path == "/robots.txt":
            return True
        plain = _normalise(path)
        fitting = [(len(pattern), allowed) for allowed, pattern in self.rules if _fits(pattern, plain)]
        return max(fitting, default=(0, True))[1]


NOTHING = Robots(((False, "/"),))
"""What is allowed where a host cannot say (RFC 9309, 2.3.1.4)."""


def parse_robots(text: str, token: str) -> Robots:
    r"""The rules for the program that calls itself `token` (lower case): those of its own groups, else those of `*`.

    Lines that make no sense are passed over. `Crawl-delay`, which the RFC leaves out, is heeded.

    >>> parse_robots("User-agent: other\nDisallow: /\n\nUser-agent: *\nCrawl-delay: 2", "verbale")
    Robots(rules=(), delay=2.0)
    """
    groups = _read_groups(text)
    lines = [line for names, group in groups if token in names for line in group]
    if not any(token in names for names, _ in groups):
        lines = [line for names, group in groups if "*" in names for line in group]
    rules = tuple(
        (key == "allow", _normalise(value)) for key, value in lines if value and key in ("allow", "disallow")
    )
    delays = [
        float(value) for key, value in lines if key == "crawl-delay" and re.fullmatch(r"\d+(\.\d+)?", value)
    ]
    return Robots(rules, max(delays, default=0.0))


def _read_groups(text: str) -> list[tuple[set[str], list[tuple[str, str]]]]:
    """(names, lines) of each group: `User-agent` lines that follow each other share one."""
    groups: list[tuple[set[str], list[tuple[str, str]]]] = []
    naming = False
    for raw in text.removeprefix("\ufeff").splitlines():
        key, colon, value = raw.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            if not naming:
                groups.append((set(), []))
            groups[-1][0].add(re.split(r"[/\s]", value.lower())[0] if value else "")
            naming = True
        elif key in ("allow", "disallow", "crawl-delay"):
            naming = False
            if groups:
                groups[-1][1].append((key, value))
    return groups


def _normalise(path: str) -> str:
    """The path with one way of percent-encoding."""
    return quote(unquote(path), safe="/*$?=&:,;@!~+'()[]#%")


def _fits(pattern: str, path: str) -> bool:
    """Whether a pattern with `*` and a closing `$` fits the beginning of a path, in linear time."""
    anchored = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    position = len(first)
    for part in rest[:-1] if anchored and rest else rest:
        found = path.find(part, position)
        if found < 0:
            return False
        position = found + len(part)
    if not anchored:
        return True
    if not rest:
        return position == len(path)
    return len(path) - len(rest[-1]) >= position and path.endswith(rest[-1])
