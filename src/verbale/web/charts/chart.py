"""A chart: drawn on the server, with the table behind it; what a page and a download share."""

from dataclasses import dataclass, field

from markupsafe import Markup

from verbale.web.tables import Table


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of a table.

    Args:
        name: of the chart in its page and of the file it is saved as.
        title: what it shows, in a line.
        width: of the drawing, in its own units.
        height: of the drawing.
        body: what is drawn.
        table: the values, for whoever cannot or will not look at the drawing.
        zoom: "x" along time, "xy" over the plane, "" not at all.
        left: units before the plot begins, where zoom is along time.
        legend: tones or kinds of mark (CSS class) with what they mean.
        classes: what can be shown or hidden: value of `data-class`, words for it.
        view: the part that is shown first (x, y, width, height); None is all of it.
        world: the land of the earth lies below.
        narrow: it is legible at the width of a telephone; else it is scrolled there.
    """

    name: str
    title: str
    width: int
    height: int
    body: Markup
    table: Table
    zoom: str = ""
    left: int = 0
    legend: tuple[tuple[str, str], ...] = ()
    classes: tuple[tuple[str, str], ...] = ()
    view: tuple[float, float, float, float] | None = None
    world: bool = False
    narrow: bool = field(default=False)

    @property
    def box(self) -> str:
        """`viewBox` of the part that is shown first.

        >>> Chart("c", "", 10, 5, Markup(""), Table("t", "", (), [])).box
        '0 0 10 5'
        """
        return " ".join(f"{part:g}" for part in self.view or (0, 0, self.width, self.height))
