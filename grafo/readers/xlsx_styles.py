"""The cell formats of an xlsx file that change what a cell shows: partial dates, struck text."""

from __future__ import annotations

from grafo.readers.limits import Limits
from grafo.readers.looks import Style
from grafo.readers.number_formats import BUILT_IN, shown_by
from grafo.readers.xml_events import LocalNames, XmlWatch

_NO = {"0", "false", "off"}


class Styles(XmlWatch):
    """Collects the formats of `styles.xml` that are worth knowing."""

    def __init__(self, limits: Limits, name: str) -> None:
        super().__init__(limits, name)
        self._local = LocalNames()
        self._within = ""  # fonts, cellXfs: the list that the events belong to
        self._codes: dict[str, str] = {}
        self._struck_fonts: set[str] = set()
        self._fonts = -1
        self._cells: list[tuple[str, str]] = []  # number format and font of each

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        local = self._local[tag]
        if local in {"fonts", "cellXfs", "cellStyleXfs", "dxfs"}:
            self._within = local
        elif local == "numFmt" and self._within != "dxfs":
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif local == "font" and self._within == "fonts":
            self._fonts += 1
        elif local == "strike" and self._within == "fonts":
            if attributes.get("val", "1") not in _NO:
                self._struck_fonts.add(str(self._fonts))
        elif local == "xf" and self._within == "cellXfs":
            self._cells.append((attributes.get("numFmtId", "0"), attributes.get("fontId", "0")))

    def of_cells(self) -> dict[str, Style]:
        """Return the formats by the index that cells give; the ordinary ones are left out."""
        shown = {number: shown_by(code) for number, code in self._codes.items()}
        built_in = {str(number): precision for number, precision in BUILT_IN.items()}
        styles = (
            Style((built_in | shown).get(number), font in self._struck_fonts)
            for number, font in self._cells
        )
        return {str(index): style for index, style in enumerate(styles) if style}
