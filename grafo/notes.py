"""Notes: what was read otherwise than a glance at the file would suggest, each with a count.

Nothing that a file says may be left out, repaired or understood in one of several ways without
a line that says so. Whoever reads a file collects those lines here; the report of the load has
them all.
"""

from __future__ import annotations

from dataclasses import dataclass, field

_ROWS_SHOWN = 5


@dataclass(slots=True)
class Note:
    """One thing that a person should know of a load.

    Attributes:
        text: a sentence without the count, in the language in use.
        count: how many rows, cells or sheets it is about.
        rows: the numbers of the first few rows; empty where it is about none in particular.
    """

    text: str
    count: int = 0
    rows: list[int] = field(default_factory=list)

    def __str__(self) -> str:
        """Return the sentence with its count and its first rows."""
        rows = ", ".join(map(str, self.rows)) + (" …" if self.count > len(self.rows) else "")
        return f"{self.text}: {self.count:,}" + (f" ({rows})" if self.rows else "")


class Notes:
    """Collects notes; the same sentence said again is counted, not repeated."""

    def __init__(self) -> None:
        self._notes: dict[str, Note] = {}

    def add(self, text: str, *, row: int | None = None, count: int = 1) -> None:
        """Note something; `text` names what is counted, so that it reads well before a number.

        >>> notes = Notes()
        >>> notes.add("hidden rows left out", row=7)
        >>> notes.add("hidden rows left out", row=9)
        >>> str(notes.listed()[0])
        'hidden rows left out: 2 (7, 9)'
        """
        note = self._notes.setdefault(text, Note(text))
        note.count += count
        if row is not None and row not in note.rows and len(note.rows) < _ROWS_SHOWN:
            note.rows.append(row)

    def listed(self) -> list[Note]:
        """Return the notes in the order in which they were first made."""
        return list(self._notes.values())
