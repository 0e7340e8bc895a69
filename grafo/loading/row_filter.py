"""Rows of a file that are no rows of its register: left out, counted, and named in a note.

A loader says which (`only`, `skip`). Beyond that a table has furniture of its own: headings of
sections, headings repeated on each page, totals, notes and sources under the last row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from grafo.errors import InputError, Location, nearest
from grafo.language import say
from grafo.loading.cells import text_of
from grafo.loading.headings import Binding
from grafo.loading.loader_file import LoaderFile
from grafo.readers import Cell, Row
from grafo.readers.header import Header
from grafo.text import fold

_TOTAL = re.compile(
    r"(?:gran |sub ?|grand )?(?:total(?:es|s|e|i)?|suma|sumas|summe|gesamt|gesamtsumme|insgesamt|"
    r"zwischensumme|somme|somma|soma|totaal|razem|ogolem|celkem|spolu|osszesen|yhteensa|sammanlagt|ukupno|"
    r"skupaj|toplam|итого|всего|总计|合计|合計|총계)"
    r"(?: (?:general|generales|de|des|di|do|da|of|por|by|par|per|the|number|numero|nombre|acuerdos|"
    r"hermanamientos|registros|renglones|records|rows|entries|agreements|accords|\d+).*)?(?: \d+)*"
)
_SOURCE = re.compile(
    r"\W*(?:fuentes?|sources?|notas?|notes?|obs|observaci[oó]n(?:es)?|quellen?|anmerkung(?:en)?|"
    r"hinweis|fonti?|fontes?|źr[oó]dł[oa]|uwagi?|zdroj|pozn[aá]mk[ay]|bron|opmerking|kilde|källa|lähde|"
    r"forrás|elabor\w+|actualizad[oa]s?|[uú]ltima actualizaci[oó]n|"
    r"fecha de (?:corte|actualizaci[oó]n)|"
    r"corte|last updated?|updated|stand|mise à jour|aggiornat[oa]|abreviaturas|"
    r"legend|leyenda|simbolog[ií]a)"
    r"\s*(?:\(\d+\))?\s*(?::|\.\s|\bal?\b|\bon\b|\bvom\b|\bau\b).*",
    re.IGNORECASE | re.DOTALL,
)
_FOOTNOTE = re.compile(r"\s*(?:[*†‡]+|[¹²³⁴⁵⁶⁷⁸⁹]|\(\d\)|\[\d\]|\d/)\s*\S.*", re.DOTALL)
_SPREAD = 3  # cells side by side with the same text: a heading merged over the columns


class RowFilter:
    """Says of each row of one file whether it is left out, and why."""

    def __init__(
        self, loader: LoaderFile, header: Header, binding: Binding, file: str, *, furniture: bool
    ) -> None:
        """Look up the columns that the loader filters by; without `furniture` only those count.

        Raises:
            InputError: a column that the loader filters by is not in the file.
        """
        self._places: dict[str, int] = {}
        for index, name in enumerate(header.names):
            self._places.setdefault(fold(name), index)
        self._file, self._header, self._furniture = file, header, furniture
        self._only = [
            (heading, self._place(heading, "only"), frozenset(map(fold, values)))
            for heading, values in loader.only.items()
        ]
        self._skip = [
            (
                rule.column,
                self._place(rule.column, "skip"),
                [re.compile(pattern, re.IGNORECASE) for pattern in rule.matches],
            )
            for rule in loader.skip
        ]
        self._required = {
            part.index
            for column in binding.columns.values()
            for part in column.all()
            if part.spec.required and part.index is not None
        }
        self._names = [fold(name) for name in header.names]
        self._first = next((index for index, name in enumerate(self._names) if name), 0)

    def _place(self, heading: str, key: str) -> int:
        place = self._places.get(fold(heading))
        if place is None:
            raise InputError(
                say(
                    f"falta el encabezado {heading!r}, por el que `{key}` elige renglones",
                    f"heading {heading!r} is missing, by which `{key}` picks rows",
                )
                + nearest(heading, [name for name in self._header.names if name]),
                at=Location(self._file, self._header.row),
            )
        return place

    def leaves_out(self, row: Row) -> str | None:
        """Return why a row is no row of the register, as a sentence for the notes, or None."""
        for heading, place, values in self._only:
            if fold(text_of(_cell(row, place))) not in values:
                return say(
                    f"renglones que se dejan fuera por `only`: otra cosa en {heading!r}",
                    f"rows left out by `only`: something else in {heading!r}",
                )
        for heading, place, patterns in self._skip:
            text = text_of(_cell(row, place))
            if any(pattern.search(text) for pattern in patterns):
                return say(
                    f"renglones que se dejan fuera por `skip`, por lo que dice {heading!r}",
                    f"rows left out by `skip`, for what {heading!r} says",
                )
        return self._is_furniture(row) if self._furniture else None

    def _is_furniture(self, row: Row) -> str | None:
        texts = [text_of(cell) for cell in row.cells]
        filled = [index for index, text in enumerate(texts) if text]
        if not filled:
            return None
        first = texts[filled[0]]
        if self._repeats_headings(texts, filled):
            return say("renglones que repiten los encabezados", "rows that repeat the headings")
        whole = self._required <= set(filled)
        if _TOTAL.fullmatch(fold(first)) and (not whole or _only_numbers(row, filled[1:])):
            return say("renglones de totales", "rows with totals")
        spread = len(filled) >= _SPREAD and len({fold(texts[i]) for i in filled}) == 1
        alone = len(filled) == 1 or spread
        if alone and (_SOURCE.fullmatch(first) or (not whole and _FOOTNOTE.fullmatch(first))):
            return say("renglones de notas y fuentes", "rows with notes and sources")
        # One cell cannot be a row where two are required; where one is, it may be.
        if (spread or filled == [self._first]) and (spread or len(self._required) > 1):
            return say(
                "renglones con una sola celda, tomados por títulos de sección",
                "rows with a single cell, taken for headings of sections",
            )
        return None

    def _repeats_headings(self, texts: Sequence[str], filled: Sequence[int]) -> bool:
        return len(filled) > 1 and all(
            index < len(self._names) and fold(texts[index]) == self._names[index]
            for index in filled
        )


def _cell(row: Row, place: int) -> Cell:
    return row.cells[place] if place < len(row.cells) else None


def _only_numbers(row: Row, indices: Sequence[int]) -> bool:
    texts = [text_of(row.cells[index]) for index in indices]
    return all(re.fullmatch(r"[\d.,\s%]+", text) for text in texts)
