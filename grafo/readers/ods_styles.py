"""The styles of an OpenDocument sheet that change what a cell shows: partial dates, struck text.

A cell names a style, the style a format of dates and a parent. They stand in `content.xml`
before the sheets, and the named ones in `styles.xml`.
"""

from __future__ import annotations

from dataclasses import dataclass

from grafo.readers.limits import Limits
from grafo.readers.looks import Style
from grafo.readers.number_formats import Shown
from grafo.readers.xml_events import XmlWatch

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_STYLE = f"{_NAMESPACE}style:1.0"
_NUMBER = f"{_NAMESPACE}datastyle:1.0"
_DATE = f"{_NUMBER} date-style"
_PARTS = {
    f"{_NUMBER} {part}": part
    for part in ("year", "month", "day", "day-of-week", "hours", "minutes", "seconds", "quarter")
}
_PROPERTIES = f"{_STYLE} text-properties"
_STRIKES = (f"{_STYLE} text-line-through-style", f"{_STYLE} text-line-through-type")
# Parents of parents; a chain that bites its own tail is not followed for ever.
_DEEPEST = 20


@dataclass(slots=True)
class _Named:
    """A style as it is written."""

    parent: str
    format: str
    struck: bool | None = None


class OdsStyles(XmlWatch):
    """Collects styles from the events of `styles.xml` and `content.xml`."""

    namespaces = True

    def __init__(self, limits: Limits, name: str) -> None:
        super().__init__(limits, name)
        self._dates: dict[str, set[str]] = {}
        self._date: set[str] | None = None
        self._named: dict[str, _Named] = {}
        self._style: _Named | None = None
        self._known: dict[str, Style] = {}
        self._table = ""
        self.hidden_tables: set[str] = set()  # styles of tables that are not displayed

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == _DATE:
            name = attributes.get(f"{_STYLE} name", "")
            self._date = self._dates.setdefault(name, set())
        elif self._date is not None and tag in _PARTS:
            self._date.add(_PARTS[tag])
        elif tag == f"{_STYLE} style" and attributes.get(f"{_STYLE} family") == "table-cell":
            self._style = _Named(
                attributes.get(f"{_STYLE} parent-style-name", ""),
                attributes.get(f"{_STYLE} data-style-name", ""),
            )
            self._named[attributes.get(f"{_STYLE} name", "")] = self._style
        elif tag == f"{_STYLE} style" and attributes.get(f"{_STYLE} family") == "table":
            self._table = attributes.get(f"{_STYLE} name", "")
        elif tag == f"{_STYLE} table-properties" and self._table:
            if attributes.get(f"{_NAMESPACE}table:1.0 display") == "false":
                self.hidden_tables.add(self._table)
        elif self._style is not None and tag == _PROPERTIES:
            lines = [attributes[key] for key in _STRIKES if key in attributes]
            if lines:
                self._style.struck = "none" not in lines

    def end(self, tag: str) -> None:
        if tag == _DATE:
            self._date = None
        elif tag == f"{_STYLE} style":
            self._style, self._table = None, ""

    def include(self, other: OdsStyles) -> None:
        """Take in the styles of another part."""
        self._dates |= other._dates
        self._named |= other._named
        self.hidden_tables |= other.hidden_tables

    def knows(self, name: str) -> bool:
        """Whether a style of this name says how dates are shown."""
        return self._inherited_format(name) in self._dates

    def style(self, name: str) -> Style:
        """Return what a style does, by its own properties or those of its parents."""
        found = self._known.get(name)
        if found is None:
            found = Style(self._shown(self._inherited_format(name)), self._struck(name))
            self._known[name] = found
        return found

    def _shown(self, name: str) -> Shown | None:
        parts = self._dates.get(name, set())
        if parts == {"year"}:
            return "year"
        return "month" if parts == {"year", "month"} else None

    def _inherited_format(self, name: str) -> str:
        for style in self._line(name):
            if style.format:
                return style.format
        return ""

    def _struck(self, name: str) -> bool:
        return next((s.struck for s in self._line(name) if s.struck is not None), False)

    def _line(self, name: str) -> list[_Named]:
        """Return a style and its parents."""
        line: list[_Named] = []
        while (style := self._named.get(name)) is not None and len(line) < _DEEPEST:
            line.append(style)
            name = style.parent
        return line
