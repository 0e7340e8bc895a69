"""A row about a country, a government, a theme or a representation to the claim it makes."""

from __future__ import annotations

from typing import Any

from grafo.language import say
from grafo.loading.cells import Problem, RowRejected, date_of, raw, text_of, typed, value_of
from grafo.loading.headings import Binding, BoundColumn
from grafo.loading.loader_file import LINK_COLUMNS, NODE_TYPES, LoaderFile
from grafo.loading.separators import split
from grafo.model import load_model
from grafo.readers import Row
from grafo.statements import Claim, Link


class NodeReader:
    """Turns the rows of one file into claims on nodes that have an id of their own."""

    def __init__(self, loader: LoaderFile, binding: Binding) -> None:
        self._columns = binding.columns
        self._node_type = NODE_TYPES[loader.makes]
        self._declared = load_model().nodes[self._node_type].properties
        self._links = LINK_COLUMNS[loader.makes]

    def read(self, row: Row) -> Claim:
        """Return what a row says.

        Raises:
            RowRejected: with all that is wrong with the row.
        """
        problems: list[Problem] = []
        properties: dict[str, Any] = {}
        links: list[Link] = []
        for name, column in self._columns.items():
            try:
                if name in self._links:
                    kind, other_type = self._links[name]
                    separators = column.spec.split or ["|"]
                    for other in split(text_of(raw(row, column)), separators):
                        links.append(Link(kind, True, other_type, other))
                if name in self._declared:
                    properties[name] = self._value(row, name, column)
            except Problem as problem:
                problems.append(problem)
        properties = {name: value for name, value in properties.items() if value is not None}
        problems += [
            Problem(
                self._columns[name].heading if name in self._columns else name,
                say("está vacía", "is empty"),
            )
            for name, prop in self._declared.items()
            if prop.required and not prop.internal and name not in properties
        ]
        if problems:
            raise RowRejected(problems)
        return Claim(
            self._node_type, properties["id"], properties, tuple(sorted(set(links))), [row.key]
        )

    def _value(self, row: Row, name: str, column: BoundColumn) -> Any:
        prop = self._declared[name]
        if prop.type == "date":
            return date_of(row, column)
        text = value_of(row, column)
        return None if text is None else typed(text, prop, column.heading)
