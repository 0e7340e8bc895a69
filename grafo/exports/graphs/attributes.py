"""Nodes, edges and their typed attributes, before they are XML of one kind or another.

Programs that draw networks know truth values, numbers and texts. A list is written as a JSON
array (`["culture", "water"]`), so that it can be read back whatever its members hold; a date is
text, because a register may give only its year. What a node does not have is not written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from grafo.model import Bilingual, PropertyType

ValueType = Literal["string", "long", "double", "boolean"]

_TYPES: dict[PropertyType, ValueType] = {
    "integer": "long",
    "float": "double",
    "boolean": "boolean",
}
# What XML 1.0 does not admit, not even as a reference; lone surrogates are among it.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Attribute:
    """What nodes, or edges, can have."""

    name: str
    type: ValueType


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """A node. `position` is where a program should put it at first: x, y."""

    id: str
    label: str
    values: Mapping[str, Any]
    position: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    """An edge; `weight` is how many agreements it stands for, None where it stands for none."""

    type: str
    one: str
    other: str
    values: Mapping[str, Any]
    weight: int | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A graph to be written. `nodes` and `edges` start from the first whenever called."""

    title: Bilingual
    notes: list[str]
    directed: bool
    node_attributes: list[Attribute]
    edge_attributes: list[Attribute]
    nodes: Callable[[], Iterator[DrawnNode]]
    edges: Callable[[], Iterator[DrawnEdge]]


def value_type(type_: PropertyType) -> ValueType:
    """Return the type that an attribute has for a property of the model."""
    return _TYPES.get(type_, "string")


def as_text(value: Any) -> str:
    """Return a value as XML carries it; signs that XML does not admit become U+FFFD.

    >>> as_text(True), as_text(["a", "b"]), as_text(19.5), as_text("a\\x00")
    ('true', '["a", "b"]', '19.5', 'a\\ufffd')
    """
    match value:
        case bool():
            return "true" if value else "false"
        case list():
            value = json.dumps(value, ensure_ascii=False)
    return _FORBIDDEN.sub("\ufffd", str(value))
