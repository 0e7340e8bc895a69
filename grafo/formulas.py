"""Cells that a spreadsheet would run as a formula, made harmless and made whole again.

A cell that starts with = + - @ TAB or CR is executed by Excel and LibreOffice when a CSV is
opened. An apostrophe before it keeps it text; a cell that already starts with one gets
another, so that taking one off always gives back what was written.
"""

from __future__ import annotations

_LIVE = ("=", "+", "-", "@", "\t", "\r", "'")


def guard(cell: str) -> str:
    """Return the cell as it is safe to write.

    >>> guard("=1+1"), guard("Mérida")
    ("'=1+1", 'Mérida')
    """
    return f"'{cell}" if cell.startswith(_LIVE) else cell


def unguard(cell: str) -> str:
    """Return what `guard` was given.

    >>> unguard(guard("-5"))
    '-5'
    """
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_LIVE) else cell
