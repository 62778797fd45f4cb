"""robots.txt: the examples of RFC 9309, and what hosts write in practice."""

import pytest

from verbale.sources.fetching.robots import parse_robots

# RFC 9309, 5.1
SIMPLE = """
User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot
"""


@pytest.mark.parametrize(
    ("token", "path", "allowed"),
    [
        ("verbale", "/x.gif", False),
        ("verbale", "/x.gif?y", True),
        ("verbale", "/example/page.html", False),
        ("verbale", "/publications/x", True),
        ("foobot", "/publications/x", False),
        ("foobot", "/example/page.html", True),
        ("foobot", "/example/allowed.gif", True),
        ("foobot", "/robots.txt", True),
        ("barbot", "/example/page.html", False),
        ("bazbot", "/example/page.html", False),
        ("bazbot", "/example/other.html", True),
        ("quxbot", "/example/page.html", True),
    ],
)
def test_examples_of_the_rfc(token: str, path: str, *, allowed: bool) -> None:
    assert parse_robots(SIMPLE, token).allow(path) is allowed


def test_longest_match_decides_and_allow_wins_a_tie() -> None:
    # RFC 9309, 5.2
    longest = parse_robots(
        "User-Agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif", "foobot"
    )
    assert longest.allow("/example/page/x")
    assert not longest.allow("/example/page/disallowed.gif")
    assert parse_robots("User-agent: *\nDisallow: /a\nAllow: /a", "verbale").allow("/a")


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("/fish*.php", "/fishheads/catfish.php?parameters", True),
        ("/fish*.php", "/Fish.PHP", False),
        ("/*.php$", "/folder/filename.php", True),
        ("/*.php$", "/filename.php?parameters", False),
        ("/*.php$", "/windows.php5", False),
        ("/a*b*a$", "/ab-a", True),
        ("/ab*ba$", "/aba", False),
        ("/exact$", "/exact", True),
        ("/exact$", "/exactly", False),
        ("/caf%C3%A9", "/café/menu", True),
        ("/a%3Cd.html", "/a%3cd.html", True),
    ],
)
def test_patterns(pattern: str, path: str, *, fits: bool) -> None:
    assert parse_robots(f"User-agent: *\nDisallow: {pattern}", "verbale").allow(path) is not fits


def test_groups_of_one_name_are_joined_and_rubbish_is_passed_over() -> None:
    text = "\ufeffDisallow: /first\nnonsense\nUser-agent: VERBALE/1.0 # us\nDisallow: /a\nSitemap: x\n\nUser-agent: verbale\nDisallow: /b"
    robots = parse_robots(text, "verbale")
    assert [robots.allow(path) for path in ("/first", "/a", "/b", "/c")] == [True, False, False, True]


def test_many_stars_take_no_time_to_speak_of() -> None:
    robots = parse_robots("User-agent: *\nDisallow: /" + "*a" * 2000 + "$", "verbale")
    assert robots.allow("/" + "a" * 1999 + "b")
