"""Values to the cells of a CSV, and back.

Nothing is an empty cell; a list is a JSON array; true and false are so written; a number has a
decimal point. Texts and dates pass the formula guard (grafo/formulas.py), so that a spreadsheet
runs none; numbers need none: a number is no formula.
"""

from __future__ import annotations

import json
from typing import Any

from grafo.formulas import guard, unguard
from grafo.model import PropertyType


def write_cell(value: Any) -> str:
    """Return a value as a cell.

    >>> [write_cell(v) for v in (None, -99.13, True, ["a", "b"], "=1+1", "Mérida")]
    ['', '-99.13', 'true', '["a", "b"]', "'=1+1", 'Mérida']
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case list():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return guard(str(value))


def read_cell(cell: str, type_: PropertyType) -> Any:
    """Return the value that a cell of a column of that type was written from.

    An empty text comes back as None: a CSV has one way to say nothing.

    >>> read_cell("'=1+1", "text"), read_cell("-99.13", "float"), read_cell("", "text")
    ('=1+1', -99.13, None)
    """
    if not cell:
        return None
    match type_:
        case "integer":
            return int(cell)
        case "float":
            return float(cell)
        case "boolean":
            return cell == "true"
        case "integers" | "texts":
            return json.loads(cell)
        case _:
            return unguard(cell)
