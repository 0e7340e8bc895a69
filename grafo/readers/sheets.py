"""Which of a workbook's sheets is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.text import fold


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook. `part` says where in the file it is."""

    title: str
    part: str
    visible: bool = True
    has_cells: bool = True  # False for a chart or a macro sheet


def chosen_sheet(sheets: Sequence[Sheet], wanted: int | str | None, name: str) -> int:
    """Return the index of the sheet that `wanted` names; see `Reading.sheet`.

    Raises:
        InputError: there is no such sheet, or it has no cells; lists those that there are.
    """
    index = _index(sheets, wanted)
    if index is None:
        message = say(f"no hay hoja {wanted!r}", f"no sheet {wanted!r}")
        if wanted is None:
            message = say("no hay hoja visible con celdas", "no visible sheet with cells")
        raise InputError(message, at=Location(name), hint=listed(sheets))
    if not sheets[index].has_cells:
        title = sheets[index].title
        message = say(
            f"{title!r} es una gráfica o macro, no una hoja de celdas",
            f"{title!r} is a chart or macro, not a sheet of cells",
        )
        raise InputError(message, at=Location(name), hint=listed(sheets))
    return index


def listed(sheets: Sequence[Sheet]) -> str:
    """Return the sheets as a hint: number, title and whether each is hidden."""
    hidden = say(" (oculta)", " (hidden)")
    shown = ", ".join(
        f"{number} {sheet.title!r}{'' if sheet.visible else hidden}"
        for number, sheet in enumerate(sheets, 1)
    )
    if not shown:
        return say("el libro no tiene hojas", "the workbook has no sheets")
    return say(f"el libro tiene: {shown}", f"the workbook has: {shown}")


def _index(sheets: Sequence[Sheet], wanted: int | str | None) -> int | None:
    if wanted is None:
        usable = [index for index, sheet in enumerate(sheets) if sheet.has_cells]
        return next((index for index in usable if sheets[index].visible), None)
    if isinstance(wanted, int):
        return wanted - 1 if 1 <= wanted <= len(sheets) else None
    exact = [index for index, sheet in enumerate(sheets) if sheet.title == wanted]
    alike = [index for index, sheet in enumerate(sheets) if fold(sheet.title) == fold(wanted)]
    found = exact or alike
    return found[0] if len(found) == 1 else None
