"""How each date column of a file writes its dates, learnt from the whole column.

07/09/2001 is 7 September in one register and July 9 in another. A column in which 13 and more
stand only in the second place has the month first, all of it; one that has both orders is read
only where there is no doubt. The rows are streamed, so this is a first pass over the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from dataclasses import replace as changed

from grafo.language import say
from grafo.loading.date_formats import NUMERIC, SWAPPABLE, understand
from grafo.loading.date_marks import without_time
from grafo.loading.date_parts import DAY_FIRST, Habit, NotADate, Order
from grafo.loading.date_words import month_words, months_of
from grafo.loading.headings import BoundColumn
from grafo.notes import Notes
from grafo.readers import Cell, Row

_MONTHS = 12
# One date in twenty against the others is a slip of the keyboard, which its row answers for.
_SLIPS = 20
_WORDS_KEPT = 400


@dataclass(slots=True)
class Evidence:
    """What the dates of a column, with one kind of separator, show of their order."""

    day_first: int = 0
    month_first: int = 0
    either: int = 0

    def add(self, first: int, second: int) -> None:
        """Take one more date into account."""
        if first > _MONTHS >= second:
            self.day_first += 1
        elif second > _MONTHS >= first:
            self.month_first += 1
        elif first != second:
            self.either += 1

    @property
    def order(self) -> Order | None:
        """What stands first; None where no date shows it."""
        if not self.day_first and not self.month_first:
            return None
        if self.month_first * _SLIPS <= self.day_first:
            return "day"
        if self.day_first * _SLIPS <= self.month_first:
            return "month"
        return "open"


@dataclass(slots=True)
class _Column:
    slashed: Evidence = field(default_factory=Evidence)
    dotted: Evidence = field(default_factory=Evidence)
    words: Counter[str] = field(default_factory=Counter)

    def add(self, cell: Cell) -> None:
        if not isinstance(cell, str):
            return
        text, _ = without_time(" ".join(cell.split()))
        if found := NUMERIC.fullmatch(text):
            evidence = self.dotted if found[2] == "." else self.slashed
            evidence.add(int(found[1]), int(found[3]))
        elif len(self.words) < _WORDS_KEPT and any(ch.isalpha() for ch in text):
            self.words.update(month_words(text))

    def languages(self) -> frozenset[str]:
        """Return the languages that know most of the column's month names.

        Only asked where a name is one month here and another there.
        """
        if not any(len(set(months_of(word).values())) > 1 for word in self.words):
            return frozenset()
        known = Counter(language for word in self.words for language in months_of(word))
        most = max(known.values())
        return frozenset(language for language, count in known.items() if count == most)


def learn_habits(
    rows: Iterable[Row], headings: Mapping[int, str], notes: Notes
) -> dict[int, Habit]:
    """Return the habit of each date column, by index; say what was not a matter of course.

    `headings` are the columns to look at. A column that does not show its order follows one
    beside it that has the month first: the same hands wrote both.
    """
    columns = {index: _Column() for index in headings}
    for row in rows:
        for index, column in columns.items():
            if index < len(row.cells):
                column.add(row.cells[index])
    shown = {column.slashed.order for column in columns.values()} - {None}
    habits = {}
    for index, column in columns.items():
        order = column.slashed.order or _of_others(shown)
        _say_order(headings[index], column.slashed, order, notes)
        dotted = column.dotted.order or "day"
        if column.dotted.order != "day":
            _say_order(headings[index], column.dotted, dotted, notes)
        habits[index] = Habit(order, dotted, column.languages())
    return habits


def _of_others(shown: set[Order | None]) -> Order:
    if "month" not in shown:
        return "day"
    return "month" if shown == {"month"} else "open"


def _say_order(heading: str, seen: Evidence, order: Order, notes: Notes) -> None:
    count = seen.day_first + seen.month_first + seen.either
    if order == "month" and count:
        notes.add(
            say(
                f"fechas de {heading!r} leídas con el mes primero (mm/dd/aaaa), como muestra la "
                "columna o la de al lado",
                f"dates of {heading!r} read with the month first (mm/dd/yyyy), as the column, or "
                "the one beside it, shows",
            ),
            count=count,
        )
    elif order == "open" and seen.either:
        notes.add(
            say(
                f"fechas de {heading!r} en cuarentena: la columna trae el día primero y el mes "
                "primero",
                f"dates of {heading!r} put in quarantine: the column has the day first and the "
                "month first",
            ),
            count=seen.either,
        )
    elif seen.order is None and seen.either:
        notes.add(
            say(
                f"fechas de {heading!r} leídas con el día primero (dd/mm/aaaa); ninguna de la "
                "columna muestra cuál es el orden",
                f"dates of {heading!r} read with the day first (dd/mm/yyyy); none in the column "
                "shows which order it is",
            ),
            count=seen.either,
        )


def settled(row: Row, columns: Mapping[int, BoundColumn]) -> Row:
    """Return a row whose dates can be read apart from their column, for the quarantine file.

    There the other dates no longer stand beside them: what only the column told is written as
    an ISO day, and what not even the column told gets a mark that must be taken off by hand.
    """
    cells = list(row.cells)
    for index, column in columns.items():
        cell = cells[index] if index < len(cells) else None
        if column.habit == DAY_FIRST or not isinstance(cell, str) or not cell.strip():
            continue
        formats = column.spec.date or ["auto"]
        try:
            read = understand(cell, formats, column.habit).iso
        except NotADate as error:
            if error.swappable and not cell.endswith(SWAPPABLE):
                cells[index] = f"{cell} {SWAPPABLE}"
            continue
        if read != _alone(cell, formats):
            cells[index] = read
    return changed(row, cells=tuple(cells))


def _alone(cell: str, formats: list[str]) -> str | None:
    try:
        return understand(cell, formats).iso
    except NotADate:
        return None
