"""What an analysis answers: findings in words, tables, and how to read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from grafo.model import Bilingual


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with names for their columns in both languages.

    Columns named `share…` hold fractions from 0 to 1. A column pair `x_es`, `x_en` says the same
    in two languages; a person is shown one of them.
    """

    name: str
    title: Bilingual
    columns: Mapping[str, Bilingual]
    rows: Sequence[tuple[Any, ...]]
    denominator: Bilingual | None = None

    def records(self) -> list[dict[str, Any]]:
        """Return the rows as dicts, ready for `pandas.DataFrame`."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Result:
    """The answer of an analysis.

    Attributes:
        findings: sentences, the most important first; at least one, even of an empty graph.
        tables: the most important first.
        notes: how to read the tables: methods, denominators, what the data cannot say.
        measures: values for the graph's nodes, by property of Government and by government id,
            which `--write` stores.
    """

    name: str
    title: Bilingual
    findings: Sequence[Bilingual]
    tables: Sequence[Table] = ()
    notes: Sequence[Bilingual] = ()
    measures: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def table(self, name: str) -> Table:
        """Return a table by its name.

        Raises:
            KeyError: there is none.
        """
        for table in self.tables:
            if table.name == name:
                return table
        raise KeyError(name)
