"""Columns of the scene: short, and left out where they hold nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


def column(values: Iterable[Any]) -> list[Any] | None:
    """Return values as a list, or None when all of them are None or empty."""
    listed = list(values)
    return listed if any(value not in (None, [], ()) for value in listed) else None


def table(items: Sequence[T], columns: Mapping[str, Callable[[T], Any]]) -> dict[str, Any]:
    """Return one column a name; those that hold nothing are left out."""
    made = {name: column(value(item) for item in items) for name, value in columns.items()}
    return {name: values for name, values in made.items() if values is not None}


def places(ids: Iterable[str]) -> dict[str, int]:
    """Return the place of each id."""
    return {each: place for place, each in enumerate(ids)}
