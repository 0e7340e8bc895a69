"""Degrees in a cell that spreadsheets of any country leave as it is.

A bare 2.52 is the fifty-second of February, or 252, for a spreadsheet that writes decimals with
a comma. The sign of degrees keeps the cell text.
"""

from __future__ import annotations

from math import isfinite

LIMITS = {"lat": 90.0, "lon": 180.0}
_SIGNS = str.maketrans({"°": "", "º": "", "−": "-", "–": "-", ",": ".", "\xa0": "", " ": ""})


def written_degrees(value: float | None) -> str:
    """Return degrees as a cell: a tenth of a metre is precise enough.

    >>> written_degrees(-2.52), written_degrees(None)
    ('-2.52°', '')
    """
    if value is None:
        return ""
    return f"{value:.6f}".rstrip("0").rstrip(".") + "°"


def read_degrees(text: str, limit: float) -> float | None:
    """Return the degrees in a cell, or None for an empty one.

    >>> read_degrees("'-2,52", 90), read_degrees("52.70°", 90), read_degrees(" ", 90)
    (-2.52, 52.7, None)

    Raises:
        ValueError: they are no degrees between -limit and limit.
    """
    bare = text.strip().lstrip("'").translate(_SIGNS)
    if not bare:
        return None
    value = float(bare)
    if not isfinite(value) or abs(value) > limit:
        raise ValueError(text)
    return value
