"""What the reading of cells leaves to say: notes, and words that a loader's maps do not have."""

from __future__ import annotations

from dataclasses import dataclass, field

from grafo.language import say
from grafo.loading.date_parts import Remark
from grafo.notes import Notes

# A column of free text under `"*"` must not fill the report, nor its variants the screen.
_WORDS_KEPT = 200
_WORDS_NOTED = 12


@dataclass(slots=True)
class Remarks:
    """Collects what the cells of one file leave to say.

    unmapped  by heading, the words that were not understood, each with its number of cells
    """

    notes: Notes = field(default_factory=Notes)
    unmapped: dict[str, dict[str, int]] = field(default_factory=dict)
    _noted: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    def _named(self, kind: str, heading: str, word: str) -> str:
        """Return a word as a note names it; past the first dozen of a column they are one."""
        words = self._noted.setdefault((kind, heading), set())
        if word in words or len(words) < _WORDS_NOTED:
            words.add(word)
            return word
        return "…"

    def not_understood(self, heading: str, word: str) -> None:
        """Count a word of a column that its map, or its grammar, does not have."""
        words = self.unmapped.setdefault(heading, {})
        if word not in words and len(words) >= _WORDS_KEPT:
            word = "…"
        words[word] = words.get(word, 0) + 1

    def read_as(self, heading: str, word: str, known: str, row: int) -> None:
        """Note that a word was taken for one that the map has."""
        word = self._named(known, heading, word)
        self.notes.add(
            say(
                f"celdas de {heading!r} que dicen “{word}”, leídas como “{known}”",
                f"cells of {heading!r} that say “{word}”, read as “{known}”",
            ),
            row=row,
        )

    def no_date(self, heading: str, word: str, row: int) -> None:
        """Note that a word in a date column says that there is no date."""
        word = self._named("no date", heading, word)
        self.notes.add(
            say(
                f"celdas de {heading!r} que dicen “{word}”, leídas como sin fecha",
                f"cells of {heading!r} that say “{word}”, read as no date",
            ),
            row=row,
        )

    def emptied(self, heading: str, word: str, row: int) -> None:
        """Note that a word is one of those that the loader lists as empty."""
        word = self._named("empty", heading, word)
        self.notes.add(
            say(
                f"celdas de {heading!r} que dicen “{word}”, vacías según el cargador",
                f"cells of {heading!r} that say “{word}”, empty by the loader file",
            ),
            row=row,
        )

    def unknown_parent(self, heading: str, parent: str) -> None:
        """Note that a stated state or province is none that grafo knows."""
        parent = self._named("parent", heading, parent)
        self.notes.add(
            say(
                f"partes leídas sin el “{parent}” de {heading!r}, que no se conoce en su país",
                f"parties read without the “{parent}” of {heading!r}, unknown in their country",
            )
        )

    def about_date(self, heading: str, remark: Remark, row: int) -> None:
        """Note how a date was understood."""
        self.notes.add(_about_dates(heading, remark), row=row)


def _about_dates(heading: str, remark: Remark) -> str:
    match remark:
        case "two-digit":
            return say(
                f"fechas de {heading!r} con el año en dos cifras, leídas de 1950 a 2049",
                f"dates of {heading!r} with a year of two digits, read as 1950 to 2049",
            )
        case "unknown-part":
            return say(
                f"fechas de {heading!r} con el día o el mes marcado como desconocido, que quedan "
                "parciales",
                f"dates of {heading!r} with the day or month marked as unknown, kept partial",
            )
        case "utc":
            return say(
                f"fechas de {heading!r} con la hora de otro huso: el día local puede ser otro",
                f"dates of {heading!r} with an hour of another zone: the local day may differ",
            )
        case "typed-year":
            return say(
                f"fechas de {heading!r} en 1905, que pueden ser un año escrito en una celda de "
                "fecha (1998 se vuelve 20/06/1905)",
                f"dates of {heading!r} in 1905, which may be a year typed into a date cell "
                "(1998 becomes 20/06/1905)",
            )
        case "marked":
            return say(
                f"fechas de {heading!r} con una llamada de nota, leídas sin ella",
                f"dates of {heading!r} with a footnote mark, read without it",
            )
