"""The agreements of a scene."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from grafo.analysis.snapshot import Agreement
from grafo.views.scene.columns import column, places
from grafo.views.scene.drawn import Drawn


def agreement_columns(
    drawn: Drawn, themes: Mapping[str, int], sources: Mapping[str, int]
) -> tuple[dict[str, Any], list[str], list[str]]:
    """Return the columns of the agreements, and the kinds and statuses that they refer to."""
    agreements = drawn.snapshot.agreements
    kinds = sorted({a.kind for a in agreements})
    statuses = sorted({a.status for a in agreements})
    kind, status = places(kinds), places(statuses)
    parties = [_parties(agreement, drawn.index) for agreement in agreements]
    columns: dict[str, Any] = {
        "id": [a.id for a in agreements],
        "kind": [kind[a.kind] for a in agreements],
        "status": [status[a.status] for a in agreements],
        "title": column(a.title for a in agreements),
        "signed": column(a.signed for a in agreements),
        "starts": column(a.starts for a in agreements),
        "ends": column(a.ends for a in agreements),
        "parties": [nodes for nodes, _ in parties],
        "homes": [homes for _, homes in parties],
        "themes": column([themes[theme] for theme in a.themes] for a in agreements),
        "sources": column([sources[source] for source in a.sources] for a in agreements),
    }
    kept = {name: values for name, values in columns.items() if values is not None}
    return kept, kinds, statuses


def _parties(agreement: Agreement, index: Mapping[str, int]) -> tuple[list[int], int]:
    """Return the nodes of the parties, home parties first, and how many of these there are.

    -1 of them where not every party has a role: then each is linked with each.
    """
    roles = {role for _, role in agreement.parties}
    ordered = sorted(agreement.parties, key=lambda party: (party[1] != "home", party[0]))
    nodes = list(dict.fromkeys(index[party] for party, _ in ordered))
    if "party" in roles:
        return nodes, -1
    return nodes, len({party for party, role in agreement.parties if role == "home"})
