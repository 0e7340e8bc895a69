"""Second readings of a sheet of an xlsx file, for those few that need one."""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping

from grafo.errors import Location
from grafo.readers.limits import Limits
from grafo.readers.looks import Style
from grafo.readers.rows import too_long
from grafo.readers.xlsx_bounds import SheetExtent, too_much_text
from grafo.readers.xml_events import LocalNames, XmlWatch

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_LONG_NUMBER = 9


class CellErrors(SheetExtent):
    """Reads what the cells with an error show, and the formulas that have no value.

    Only sheets with errors or formulas are read a second time for it.
    """

    wants_text = True

    def __init__(
        self, limits: Limits, name: str, styles: Mapping[str, Style], *, calculated_on_load: bool
    ) -> None:
        super().__init__(limits, name, styles)
        # Programs that cannot calculate write a zero, or nothing, for whoever opens the file.
        self._no_values = {"", "0"} if calculated_on_load else {""}
        self._inside = ""
        self._formula: list[str] | None = None
        self._value: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        super().start(tag, attributes)
        self._inside = self._local[tag]
        if self._inside == "c":
            self._formula, self._value = None, []
        elif self._inside == "f":
            self._formula = []

    def text(self, text: str) -> None:
        if self._inside == "f" and self._formula is not None:
            self._formula.append(text)
        elif self._inside in {"v", "t"}:
            self._value.append(text)

    def end(self, tag: str) -> None:
        self._inside = ""
        if self._local[tag] != "c":
            return
        value = "".join(self._value).strip()
        if self._type == "e":
            self.looks.error(self._row, self._column, value)
        # A formula may end in no text at all, and says so by its type.
        elif self._formula is not None and value in self._no_values and self._type != "str":
            self.looks.formula(self._row, self._column, "".join(self._formula))


class SharedText(XmlWatch):
    """Adds up the text that a sheet's cells become once each has its copy of a shared string."""

    wants_text = True

    def __init__(self, lengths: array[int], limits: Limits, name: str) -> None:
        super().__init__(limits, name)
        self._local = LocalNames()
        self._lengths = lengths
        self._reference: str | None = None
        self._index: list[str] | None = None
        self._shared = False
        self._total = 0

    def where(self) -> Location:
        found = _REFERENCE.fullmatch(self._reference or "")
        return Location(self.name, int(found[2]), found[1]) if found else Location(self.name)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        local = self._local[tag]
        if local == "c":
            self._shared = attributes.get("t") == "s"
            self._reference = attributes.get("r")
        elif local == "v" and self._shared:
            self._index = []

    def text(self, text: str) -> None:
        if self._index is not None:
            self._index.append(text)

    def end(self, tag: str) -> None:
        if self._index is None or self._local[tag] != "v":
            return
        digits = "".join(self._index).strip()
        self._index = None
        # An index that points nowhere costs nothing; calamine refuses it.
        if (
            not digits.isdecimal()
            or len(digits) >= _LONG_NUMBER
            or int(digits) >= len(self._lengths)
        ):
            return
        length = self._lengths[int(digits)]
        if length > self.limits.max_cell_chars:
            raise too_long(self.limits, self.where())
        self._total += length
        if self._total > self.limits.max_workbook_chars:
            raise too_much_text(self.limits, self.where())
