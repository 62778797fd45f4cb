"""Charts as files that stand by themselves: SVG with its styles in it, PNG drawn from that."""

import re
from functools import cache
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response

from verbale.web.charts.chart import Chart
from verbale.web.charts.svg import tag
from verbale.web.errors import Refusal
from verbale.web.tables import answer_table
from verbale.web.templating import tagged

HEAD, FOOT = 44, 26
"""Room for the title above and the source below."""
SCALE = 2.0
"""Pixels of the PNG for each unit: sharp in print."""


def answer_chart(request: Request, chart: Chart, format: str) -> Response:
    """The chart as a file: `svg`, `png`, or its table as `csv`, `jsonl`, `xlsx`.

    Raises:
        Refusal: the format is none of these.
    """
    headers = {"Content-Disposition": f'attachment; filename="{chart.name}.{format}"'}
    if format == "svg":
        return tagged(request, write_svg(chart).encode(), "image/svg+xml", headers=headers)
    if format == "png":
        return tagged(request, write_png(chart), "image/png", headers=headers)
    if format not in ("csv", "jsonl", "xlsx"):
        raise Refusal(
            400, "bad-format", f"{format!r} is no format of charts: ask for svg, png, csv, jsonl or xlsx"
        )
    return answer_table(request, chart.table, format)


def write_svg(chart: Chart) -> str:
    """The chart as an SVG file with title, styles and source, without links."""
    x, y, width, height = chart.view or (0.0, 0.0, float(chart.width), float(chart.height))
    inner_height = round(chart.width * height / width)
    tall = inner_height + HEAD + FOOT
    parts = (
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{chart.width}" height="{tall}" '
            f'viewBox="0 0 {chart.width} {tall}">'
        ),
        tag("title", chart.title),
        tag("style", _styles()),
        tag("rect", width=chart.width, height=tall, class_="paper"),
        tag("text", chart.title, x=16, y=29, class_="title"),
        (
            f'<svg class="chart" y="{HEAD}" width="{chart.width}" height="{inner_height}" '
            f'viewBox="{x:g} {y:g} {width:g} {height:g}">'
        ),
        f'<g class="land">{_land()}</g>' if chart.world else "",
        re.sub(r"<(/?)a\b", r"<\1g", re.sub(r' (href|aria-label|data-[\w-]+)="[^"]*"', "", str(chart.body))),
        "</svg>",
        tag("text", "Verbale: what reports say, not what is true", x=16, y=tall - 9, class_="source"),
        "</svg>",
    )
    return "".join(parts)


def write_png(chart: Chart) -> bytes:
    """The chart as a PNG file."""
    import vl_convert  # noqa: PLC0415 - forty megabytes that other pages need not load

    return bytes(vl_convert.svg_to_png(write_svg(chart), scale=SCALE))


@cache
def _styles() -> str:
    """The charts' styles with the light theme's colours in place of variables; rules that need a pointer left out."""
    folder = files("verbale.web").joinpath("static")
    colours = dict(
        re.findall(r"--([\w-]+): light-dark\(([^,]+),", folder.joinpath("style.css").read_text("utf-8"))
    )
    text = folder.joinpath("charts.css").read_text("utf-8").partition("/* Only on pages")[0]
    plain = re.sub(
        r"var\(--([\w-]+)\)", lambda found: colours.get(found[1], "Liberation Sans, sans-serif"), text
    )
    return plain + f".paper {{ fill: {colours['card']}; }}"


@cache
def _land() -> str:
    """The land of the earth, out of the file that pages refer to."""
    text = files("verbale.web").joinpath("static", "world.svg").read_text("utf-8")
    return text[text.index("<g id=") : text.rindex("</svg>")]
