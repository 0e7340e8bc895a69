"""Charts as a reader takes them apart: elements, lengths, names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '"><script>alert(1)</script>&\x00\x0b\ud800 onload=x'
LONG = "Comunidad de " + "municipios " * 35 + "del fin"
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_PLACES = (
    "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "font-size",
    "stroke-width", "fill-opacity",
)  # fmt: skip
_ALLOWED = {
    f"{SVG}{name}"
    for name in "svg title desc rect line polyline polygon circle text pattern".split()
}


def parsed(svg: str) -> etree._Element:
    """Return the chart's root, checked for what every chart promises.

    Well-formed, named and described, drawn with plain elements only, every coordinate a number
    within the chart, nothing to fetch or to run.
    """
    root = etree.fromstring(svg.encode())
    assert root.tag == f"{SVG}svg" and root.get("role") == "img"
    names = (root.get("aria-labelledby") or "").split()
    assert [root[0].get("id"), root[1].get("id")] == names
    assert [root[0].tag, root[1].tag] == [f"{SVG}title", f"{SVG}desc"]
    assert root[0].text and root[1].text
    wide, high = (float(side) for side in (root.get("width") or "", root.get("height") or ""))
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    for element in root.iter():
        assert element.tag in _ALLOWED, element.tag
        for name, value in element.attrib.items():
            assert not name.startswith("on") and "href" not in name and name != "style"
            if name in _PLACES:
                assert _NUMBER.fullmatch(str(value)), (element.tag, name, value)
        for x, y in _corners(element):
            assert -1 <= x <= wide + 1 and -1 <= y <= high + 1, etree.tostring(element)
    return root


def _corners(element: etree._Element) -> Iterator[tuple[float, float]]:
    if element.tag == f"{SVG}rect":
        x, y, wide, high = (float(element.get(n) or 0) for n in ("x", "y", "width", "height"))
        assert wide >= 0 and high >= 0
        yield from ((x, y), (x + wide, y + high))
    for point in (element.get("points") or "").split():
        x, y = point.split(",")
        yield float(x), float(y)
    if element.tag == f"{SVG}text" and "transform" not in element.attrib:
        yield float(element.get("x") or 0), float(element.get("y") or 0)


def boxes(root: etree._Element, fill: str) -> list[dict[str, float]]:
    """Return the sizes of the rectangles that carry a tip, of one fill."""
    found = root.iterfind(f"{SVG}rect")
    return [
        {name: float(rect.get(name) or 0) for name in ("x", "y", "width", "height")}
        for rect in found
        if rect.find(f"{SVG}title") is not None and rect.get("class") == f"fill-{fill}"
    ]


def words(root: etree._Element) -> list[str]:
    """Return what is written, without the tips."""
    return ["".join(text.xpath("text()")) for text in root.iterfind(f"{SVG}text")]


def tips(root: etree._Element) -> list[str]:
    """Return what shows where a pointer rests."""
    return [title.text or "" for title in root.iterfind(f"*/{SVG}title")]
