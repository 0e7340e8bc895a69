"""The few errors grafo raises, each with the exit code the command line ends with.

An error says what happened, where (file, row, column) and what to do next. A traceback
that reaches a user is a bug: everything expected derives from `GrafoError`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from grafo.language import say


class GrafoError(Exception):
    """Base of every error a user can meet. `hint` says what to do next."""

    exit_code = 3

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n{self.hint}" if self.hint else self.message


class UsageError(GrafoError):
    """The command or call was wrong: an unknown name, a parameter outside its values."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Location:
    """Where in an input something is wrong. Rows count from 1, as a spreadsheet shows them."""

    file: str
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        parts = [self.file]
        if self.row is not None:
            parts.append(say(f"renglón {self.row}", f"row {self.row}"))
        if self.column is not None:
            parts.append(say("columna", "column") + f" {self.column!r}")
        return ", ".join(parts)


class InputError(GrafoError):
    """An input broke its contract. Nothing was written to the store."""

    exit_code = 3

    def __init__(
        self, message: str, *, at: Location | None = None, hint: str | None = None
    ) -> None:
        super().__init__(f"{at}: {message}" if at else message, hint=hint)
        self.at = at


class StoreError(GrafoError):
    """The store is unavailable, locked, too old, or refused the credentials."""

    exit_code = 4


class QueryError(GrafoError):
    """A query was refused (it writes, calls what is not allowed) or failed."""

    exit_code = 2


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the tail of a message that offers the known names closest to one, if any are."""
    found = difflib.get_close_matches(name, list(known), n=3, cutoff=0.4)
    listed = ", ".join(found)
    return say(f"; ¿será {listed}?", f"; did you mean {listed}?") if found else ""
