"""The graph's model as data: what `model.yml` says, checked once and handed out read-only.

Every label, edge type and property name that reaches Cypher comes from here, never from a
file or a user: that is what keeps identifiers out of reach of an injection.
"""

from __future__ import annotations

import math
import re
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from grafo.dates import is_partial_date
from grafo.language import say

PropertyType = Literal[
    "text", "integer", "float", "boolean", "date", "integers", "texts", "timestamp"
]
Value = str | int | float | bool | list[int] | list[str]

_TYPES: dict[str, type | tuple[type, ...]] = {
    "text": str,
    "date": str,
    "timestamp": str,
    "integer": int,
    "float": (int, float),
    "boolean": bool,
    "integers": list,
    "texts": list,
}
# Neo4j integers are signed 64-bit; a longer one would fail at the driver, far from its row.
_INT64 = 2**63


class Bilingual(BaseModel):
    """A text in Spanish and in English."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    es: str
    en: str

    def __getitem__(self, lang: str) -> str:
        return self.es if lang == "es" else self.en


class Property(BaseModel):
    """One property of a node or an edge. `label` is its name in RDF, where `rdf` is grafo's own."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    type: PropertyType
    about: Bilingual
    label: Bilingual | None = None
    required: bool = False
    values: dict[str, Bilingual] | None = None
    rdf: str | None = None
    index: bool = False
    internal: bool = False
    volatile: bool = False
    derived: bool = False

    def fault(self, value: Any) -> str | None:  # noqa: PLR0911  # one return a breach
        """Return what is wrong with `value`, or None when it is fit to be stored."""
        if not isinstance(value, _TYPES[self.type]) or (
            isinstance(value, bool) and self.type != "boolean"
        ):
            return say(
                f"es {type(value).__name__}, no {self.type}",
                f"is {type(value).__name__}, not {self.type}",
            )
        if self.values is not None and value not in self.values:
            allowed = ", ".join(self.values)
            return say(f"es {value!r}; se admite: {allowed}", f"is {value!r}; allowed: {allowed}")
        if self.type == "date" and not is_partial_date(str(value)):
            return say(
                f"es {value!r}, no una fecha como 1995, 1995-05 o 1995-05-03",
                f"is {value!r}, not a date such as 1995, 1995-05 or 1995-05-03",
            )
        if isinstance(value, list):
            member = int if self.type == "integers" else str
            if not all(isinstance(item, member) for item in value):
                return say(
                    f"tiene un elemento que no es {member.__name__}",
                    f"has a member that is not {member.__name__}",
                )
        if isinstance(value, float) and not math.isfinite(value):
            return say(f"es {value}, no un número finito", f"is {value}, not a finite number")
        if isinstance(value, int) and not -_INT64 <= value < _INT64:
            return say(f"es {value}, más de 64 bits", f"is {value}, beyond 64 bits")
        return None


class NodeType(BaseModel):
    """A type of node; its key is always `id`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str = ""
    label: Bilingual
    about: Bilingual
    rdf: str | None = None
    internal: bool = False
    properties: dict[str, Property]


class EdgeType(BaseModel):
    """A type of edge. `claims` marks the one that repeats its start node's properties."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
    name: str = ""
    label: Bilingual
    about: Bilingual
    source: list[str] = Field(alias="from")
    target: list[str] = Field(alias="to")
    rdf: str | None = None
    derived: bool = False
    claims: bool = False
    properties: dict[str, Property] = {}


class Model(BaseModel):
    """The whole model: node types and edge types by name."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    nodes: dict[str, NodeType]
    edges: dict[str, EdgeType]

    def node(self, name: str) -> NodeType:
        """Return a node type. Raises KeyError for a name the model does not have."""
        return self.nodes[name]

    def edge(self, name: str) -> EdgeType:
        """Return an edge type. Raises KeyError for a name the model does not have."""
        return self.edges[name]

    def faults(self, node_type: str, properties: dict[str, Any]) -> list[str]:
        """Return every breach of the model by a node's properties, each as a sentence.

        >>> load_model().faults("Theme", {"id": "x", "name_es": "X", "sdg": ["4"]})
        ['name_en is missing', 'sdg has a member that is not int']
        """
        declared = self.nodes[node_type].properties
        faults = [
            f"{name} is missing"
            for name, prop in declared.items()
            if prop.required and properties.get(name) is None
        ]
        for name, value in properties.items():
            if name not in declared:
                faults.append(f"{name} is no property of {node_type}")
            elif value is not None and (fault := declared[name].fault(value)):
                faults.append(f"{name} {fault}")
        return faults


_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


@cache
def load_model() -> Model:
    """Read `model.yml` once. Raises ValueError when the file itself is not sound."""
    raw = yaml.safe_load(Path(__file__).with_name("model.yml").read_text(encoding="utf-8"))
    for kind in ("nodes", "edges"):
        for name, body in raw[kind].items():
            body["name"] = name
            for identifier in (name, *body.get("properties", {})):
                if not _IDENTIFIER.fullmatch(identifier):
                    raise ValueError(f"model.yml: {identifier!r} cannot be an identifier")
    model = Model.model_validate(raw)
    for edge in model.edges.values():
        for end in (*edge.source, *edge.target):
            if end not in model.nodes:
                raise ValueError(f"model.yml: {edge.name} names an unknown node type {end!r}")
    return model
