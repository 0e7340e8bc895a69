"""An SVG drawing: elements in order, a heading, a name and a description for those who listen.

Everything that comes from outside passes the escaper here, in one place; coordinates have two
decimals at most, so equal charts are equal bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from grafo.markup import attribute, text
from grafo.report.charts.lettering import FAMILY, lines, one_line, shortened, width_of
from grafo.report.charts.palette import LIGHT
from grafo.text import slug

WIDTH = 720.0
SIZE = 13.0
SMALL = 11.5
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Caption:
    """What a chart is called.

    Attributes:
        key: names the chart within its page; ids are made of it.
        title: drawn above it, and its accessible name.
        subtitle: what is counted, and of how many; drawn below the title.
        note: the source, or that the data is made up; drawn below the chart.
        about: what the chart shows, for its description; the values are added to it.
    """

    key: str
    title: str
    subtitle: str = ""
    note: str = ""
    about: str = ""


class Drawing:
    """A chart in the making: `top` is where the plot may begin."""

    def __init__(self, caption: Caption) -> None:
        self._caption = caption
        self._key = slug(caption.key) or "chart"
        self._elements: list[str] = []
        self._hatched: dict[str, None] = {}
        self.top = 4.0
        self._heading(caption.title, 16.0, "ink", bold=True, gap=21.0)
        self._heading(caption.subtitle, SIZE, "muted", bold=False, gap=17.0)
        self.top += 8

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str,
        *,
        hatched: bool = False,
        tip: str = "",
    ) -> None:
        """Draw a rectangle; `tip` shows where a pointer rests on it."""
        painted = self._hatch(fill) if hatched else _fill(fill)
        size = f'width="{plain(width)}" height="{plain(height)}"'
        self._add("rect", f'x="{plain(x)}" y="{plain(y)}" {size} {painted}', tip)

    def line(
        self,
        one: tuple[float, float],
        other: tuple[float, float],
        stroke: str,
        *,
        width: float = 1,
        dash: str = "",
    ) -> None:
        """Draw a straight line."""
        ends = (
            f'x1="{plain(one[0])}" y1="{plain(one[1])}" '
            f'x2="{plain(other[0])}" y2="{plain(other[1])}"'
        )
        self._add("line", f"{ends} {_line(stroke, width, dash)}", "")

    def path(
        self,
        points: Sequence[tuple[float, float]],
        stroke: str,
        *,
        width: float = 2,
        dash: str = "",
        tip: str = "",
    ) -> None:
        """Draw a line through points."""
        moves = " ".join(f"{plain(x)},{plain(y)}" for x, y in points)
        attributes = f'points="{moves}" fill="none" {_line(stroke, width, dash)}'
        self._add("polyline", f'{attributes} stroke-linejoin="round"', tip)

    def area(self, points: Sequence[tuple[float, float]], fill: str, opacity: float) -> None:
        """Fill the area within points."""
        corners = " ".join(f"{plain(x)},{plain(y)}" for x, y in points)
        painted = f'{_fill(fill)} fill-opacity="{plain(opacity)}"'
        self._add("polygon", f'points="{corners}" {painted}', "")

    def dot(
        self, x: float, y: float, radius: float, fill: str, *, opacity: float = 1, tip: str = ""
    ) -> None:
        """Draw a dot with an edge in the colour of the paper."""
        edge = f'stroke="{LIGHT["paper"]}" class="fill-{fill} line-paper" stroke-width="0.75"'
        place = f'cx="{plain(x)}" cy="{plain(y)}" r="{plain(radius)}"'
        painted = f'fill="{LIGHT[fill]}" {edge}'
        if opacity < 1:
            painted += f' fill-opacity="{plain(opacity)}"'
        self._add("circle", f"{place} {painted}", tip)

    def diamond(self, x: float, y: float, radius: float, fill: str, *, tip: str = "") -> None:
        """Draw a diamond with an edge in the colour of the paper."""
        corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
        points = " ".join(f"{plain(a)},{plain(b)}" for a, b in corners)
        painted = (
            f'fill="{LIGHT[fill]}" stroke="{LIGHT["paper"]}" '
            f'class="fill-{fill} line-paper" stroke-width="1"'
        )
        self._add("polygon", f'points="{points}" {painted}', tip)

    def write(
        self,
        x: float,
        y: float,
        words: str,
        *,
        fill: str = "ink",
        size: float = SIZE,
        anchor: Anchor = "start",
        bold: bool = False,
        room: float | None = None,
        turned: float | None = None,
        whole: str = "",
    ) -> None:
        """Write one line; what does not fit into `room` is cut, and whole in its tip.

        `whole` is the text of which this is one line of several.
        """
        line = one_line(words)
        shown = line if room is None else shortened(line, room, size, bold=bold)
        whole = one_line(whole) or line
        attributes = f'x="{plain(x)}" y="{plain(y)}" font-size="{plain(size)}" {_fill(fill)}'
        if anchor != "start":
            attributes += f' text-anchor="{anchor}"'
        if bold:
            attributes += ' font-weight="bold"'
        if turned is not None:
            attributes += f' transform="rotate({plain(turned)} {plain(x)} {plain(y)})"'
        tip = f"<title>{text(whole)}</title>" if shown != whole else ""
        self._elements.append(f"<text {attributes}>{tip}{text(shown)}</text>")

    def legend(self, entries: Sequence[tuple[str, str, bool]]) -> None:
        """Draw swatches with their names below the heading: (name, fill, whether hatched)."""
        x = 0.0
        for words, fill, hatched in entries:
            name = shortened(one_line(words), 240, SIZE)
            wide = 18 + width_of(name, SIZE) + 22
            if x and x + wide > WIDTH:
                x, self.top = 0.0, self.top + 20
            self.rect(x, self.top + 1, 12, 12, fill, hatched=hatched)
            self.write(x + 18, self.top + 11.5, words, room=240)
            x += wide
        self.top += 26 if entries else 0

    def nothing(self, words: str) -> str:
        """Return the chart of no data: its heading and a line that says so."""
        self.write(0, self.top + 20, words, fill="muted")
        return self.finished(self.top + 34, words)

    def finished(self, bottom: float, said: str) -> str:
        """Return the SVG; `said` are the values in words, for the description."""
        caption = self._caption
        for line in lines(one_line(caption.note), WIDTH, SMALL):
            bottom += 15
            cut = caption.note if line.endswith("…") else ""
            self.write(0, bottom, line, fill="muted", size=SMALL, whole=cut)
        about = " ".join(filter(None, (one_line(caption.about), one_line(said))))
        wide, high = plain(WIDTH), plain(bottom + 6)
        named = f"{self._key}-title {self._key}-desc"
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" class="grafo-chart" role="img" '
            f'aria-labelledby="{attribute(named)}" viewBox="0 0 {wide} {high}" '
            f'width="{wide}" height="{high}" font-family="{attribute(FAMILY)}">\n'
            f'<title id="{attribute(self._key)}-title">{text(one_line(caption.title))}</title>\n'
            f'<desc id="{attribute(self._key)}-desc">{text(about)}</desc>\n'
            f"{self._patterns()}{''.join(f'{element}{chr(10)}' for element in self._elements)}"
            "</svg>\n"
        )

    def _heading(self, words: str, size: float, fill: str, *, bold: bool, gap: float) -> None:
        for line in lines(one_line(words), WIDTH, size, bold=bold):
            self.top += gap
            cut = words if line.endswith("…") else ""
            self.write(0, self.top - 5, line, fill=fill, size=size, bold=bold, whole=cut)

    def _add(self, name: str, attributes: str, tip: str) -> None:
        inside = f"><title>{text(one_line(tip))}</title></{name}>" if tip else "/>"
        self._elements.append(f"<{name} {attributes}{inside}")

    def _hatch(self, fill: str) -> str:
        self._hatched[fill] = None
        name = f"{self._key}-hatch-{fill}"
        return (
            f'fill="url(#{attribute(name)})" stroke="{LIGHT[fill]}" class="line-{fill}" '
            'stroke-width="1"'
        )

    def _patterns(self) -> str:
        return "".join(
            f'<pattern id="{attribute(self._key)}-hatch-{fill}" width="5" height="5" '
            'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            f'<line x1="0" y1="0" x2="0" y2="5" {_line(fill, 2.5, "")}/></pattern>\n'
            for fill in self._hatched
        )


def plain(value: float) -> str:
    """Return a number as SVG takes it, with two decimals at most.

    >>> plain(12.0), plain(0.126), plain(-0.001)
    ('12', '0.13', '0')
    """
    shown = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown


def _fill(name: str) -> str:
    return f'fill="{LIGHT[name]}" class="fill-{name}"'


def _line(name: str, width: float, dash: str) -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'stroke="{LIGHT[name]}" class="line-{name}" stroke-width="{plain(width)}"{dashes}'
