"""A graph given as plain values to the formats, and one that was really loaded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from grafo.exports import ExportedEdge, ExportedNode, ExportSource
from grafo.model import load_model

Node = tuple[str, dict[str, Any]]
Edge = tuple[str, str, str, str, str, dict[str, Any]]

# What a register may hold and a careless writer breaks: markup, the end of a CDATA section, signs
# that XML forbids, formulas, quotes and separators, right-to-left and astral text, long text.
HOSTILE = [
    "<script>alert(1)</script> & \"quotes\" 'apostrophes'",
    "]]> <![CDATA[ <!-- -->",
    "bell \x07, null \x00, escape \x1b, vertical tab \x0b",
    "not characters \ufffe \uffff",
    "=HYPERLINK(1)",
    "+52 33",
    "-1+1",
    "@sum",
    "\ttab first",
    "\rreturn first",
    "'already quoted",
    "''=twice",
    'comma, "quote", semicolon; bar|',
    "two\nlines and\r\nthree",
    "unit \x1f separator",
    "مدينة القدس \u202e\u200f עיר",
    "\U0001d53e 🏛️ 𠮷野家",
    " spaces around ",
    "back\\slash \\n \\u0041",
    "Cooperación " * 34,
]
HOSTILE_PLACES = [
    {
        "id": f"mx-{n:02}",
        "name": text,
        "level": "state",
        "country": "MX",
        "lat": -n / 8,
        "lon": 1e-7,
    }
    for n, text in enumerate(HOSTILE)
]


class Given(ExportSource):
    """What an export reads, from lists in place of a store."""

    def __init__(self, nodes: Sequence[Node], edges: Sequence[Edge] = ()) -> None:
        self.model = load_model()
        self.tells_measures = False
        self._nodes, self._edges = list(nodes), list(edges)

    def nodes(self, type_: str) -> Iterator[ExportedNode]:
        """Yield the nodes of a type."""
        told = [(t, properties) for t, properties in self._nodes if t == type_]
        return (ExportedNode(t, properties["id"], properties) for t, properties in told)

    def edges(self, type_: str) -> Iterator[ExportedEdge]:
        """Yield the edges of a type."""
        return (ExportedEdge(*edge) for edge in self._edges if edge[0] == type_)


def source_node(id_: str = "registro", **more: Any) -> Node:
    """Return a source with a licence."""
    said = {"id": id_, "title_es": "Registro", "title_en": "Register", "synthetic": False}
    return "Source", {**said, "licence": "https://example.org/cc-by", "precedence": 1, **more}


def small_graph(**source: Any) -> Given:
    """Return two cities with two agreements between them, and a third that has none."""
    cities = [
        {
            "id": "mx-14",
            "name": "Jalisco",
            "level": "state",
            "country": "MX",
            "population": 8348151,
        },
        {"id": "gn-1", "name": "Kyoto", "name_es": "Kioto", "level": "city", "country": "JP"},
        {"id": "mx-01", "name": "Aguascalientes", "level": "state", "country": "MX"},
    ]
    cities[0] |= {"lat": 20.5, "lon": -103.25}
    signed = {"signed": "1995-05", "signed_precision": "month"}
    link = {"agreements": 2, "kinds": ["other", "twinning"], "themes": [], "since": "1995-05"}
    governments = ("Government", "gn-1", "Government", "mx-14")
    return Given(
        [
            *(("Government", city) for city in cities),
            ("Theme", {"id": "mx-14", "name_es": "Agua", "name_en": "Water", "sdg": [6, 14]}),
            ("Agreement", {"id": "a", "kind": "twinning", "status": "in-force", **signed}),
            source_node(**source),
        ],
        [
            ("SIGNED", "Government", "gn-1", "Agreement", "a", {"role": "counterpart"}),
            ("SIGNED", "Government", "mx-14", "Agreement", "a", {"role": "home"}),
            ("TWINNED_WITH", *governments, {"agreements": 1, "since": "1995-05"}),
            ("COOPERATES_WITH", *governments, link),
            ("REPORTED_IN", "Agreement", "a", "Source", "registro", {"row": 2, "rows": [2, 7]}),
        ],
    )
