"""Charts as they come out: every mark a link with its words, nothing of a text obeyed, files that stand alone."""

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from verbale.web.charts.bars import Bar, draw_bars
from verbale.web.charts.chart import Chart
from verbale.web.charts.counts import Count, draw_counts
from verbale.web.charts.download import write_png, write_svg
from verbale.web.charts.forces import place_nodes
from verbale.web.charts.network import Node, Tie, draw_network
from verbale.web.charts.timeline import Mark, draw_timeline
from verbale.web.charts.worldmap import Point, draw_map

EVIL = '<script>alert(1)</script>"\u202e'


def offices() -> Chart:
    bars = [
        Bar(EVIL, "Serbia", date(2020, 1, 1), None, "power", "/claims/1", (date(2024, 6, 4),)),
        Bar("Minister", "", None, date(2020, 1, 1), "power", "/claims/2"),
    ]
    found = draw_bars("offices", "Offices", bars)
    assert found
    return found


def events(many: int = 3) -> Chart:
    marks = [
        Mark(date(2024, 1 + at % 12, 3), "contact", "coop", "happened", EVIL, "/events/1")
        for at in range(many)
    ]
    found = draw_timeline("timeline", "Events", marks, ("accord", "contact"))
    assert found
    return found


def places() -> Chart:
    found = draw_map(
        "map",
        "Meetings",
        [Point(EVIL, "rs", 44.8, 20.5, 5, "coop", "/x"), Point("Suva", "fj", -18.1, 178.4, 1, "coop", "/y")],
    )
    assert found
    return found


def network() -> Chart:
    nodes = [Node("a", EVIL, "person", "/a"), Node("b", "B", "state", "/b"), Node("c", "C", "body", "/c")]
    ties = [
        Tie("a", "b", 9, 5.0, "/ties?a=a&b=b"),
        Tie("a", "c", 1, -5.0, "/t"),
        Tie("a", "gone", 1, 0, "/t"),
    ]
    found = draw_network("network", "Ties", nodes, ties)
    assert found
    return found


def counts() -> Chart:
    found = draw_counts(
        "classes",
        "Classes",
        [
            Count(date(2024, 1, 3), "AID", 2),
            Count(date(2024, 3, 3), "ASSAULT", 1),
            Count(date(2024, 3, 3), "NONE", 1),
        ],
        "/search?actor=a",
    )
    assert found
    return found


def test_a_few_claims_make_a_low_drawing() -> None:
    def draw(count: int) -> Chart:
        found = draw_counts("classes", "Classes", [Count(date(2024, 1, 3), "AID", count)], "/search?actor=a")
        assert found
        return found

    assert draw(1).height < 100 < draw(5).height < draw(50).height == draw(500).height == 300


@pytest.mark.parametrize("draw", [offices, events, places, network, counts])
def test_a_file_stands_alone_and_obeys_nothing(draw: object) -> None:
    chart = draw()  # type: ignore[operator]
    text = write_svg(chart)
    ET.fromstring(text)  # noqa: S314 - our own file
    assert "<script" not in text
    assert "\u202e" not in text
    assert "href" not in text
    assert "var(" not in text
    assert chart.table.rows


def test_a_picture_is_made_of_it() -> None:
    assert write_png(places()).startswith(b"\x89PNG")


@pytest.mark.parametrize("draw", [offices, events, places, network, counts])
def test_every_mark_is_a_link_with_words(draw: object) -> None:
    body = str(draw().body)  # type: ignore[operator]
    links = re.findall(r"<a ([^>]*)>", body)
    assert links
    assert all('href="/' in link and "data-tip=" in link for link in links)


def test_days_that_cannot_be_told_apart_share_a_dot_that_is_larger() -> None:
    few, many = str(events(2).body), str(events(200).body)
    assert many.count("<circle") <= 12
    assert max(map(float, re.findall(r'data-r="([\d.]+)"', many))) > max(
        map(float, re.findall(r'data-r="([\d.]+)"', few))
    )


def test_the_map_is_cut_to_its_points_and_never_leaves_the_world() -> None:
    near = draw_map("map", "", [Point("Graz", "at", 47.07, 15.44, 1, "coop", "/")])
    assert near
    assert near.view
    assert near.view[2] < 200
    far = places()
    assert far.view
    x, y, width, height = far.view
    assert x >= 0
    assert y >= 0
    assert x + width <= 1000.1
    assert y + height <= 487.1


def test_a_network_is_always_laid_out_alike_and_its_nodes_lie_apart() -> None:
    ties = {(0, at): 1.0 for at in range(1, 25)}
    spots = place_nodes(25, ties)
    assert spots == place_nodes(25, ties)
    assert min(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a in spots for b in spots if a is not b) > 0.3


def test_bars_of_counts_ask_for_what_is_behind_them() -> None:
    assert "/search?actor=a&amp;since=2024-03-01&amp;until=2024-03-31&amp;plover=ASSAULT" in str(
        counts().body
    )


def test_nothing_to_draw_is_no_chart() -> None:
    assert draw_bars("b", "", [Bar("x", "", None, None, "power", "/")]) is None
    assert draw_timeline("t", "", [], ("contact",)) is None
    assert draw_map("m", "", []) is None
    assert draw_network("n", "", [Node("a", "A", "person", "/a")], []) is None
    assert draw_counts("c", "", [], "/search") is None
