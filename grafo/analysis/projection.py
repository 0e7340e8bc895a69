"""The network as a `networkx.MultiGraph`, for whoever goes on with networkx."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from grafo.analysis.snapshot import Snapshot
from grafo.store.derive import linked_pairs

if TYPE_CHECKING:
    import networkx as nx


def project(snapshot: Snapshot) -> nx.MultiGraph[str]:
    """Return who signed what with whom.

    Nodes are the ids of governments, those without agreements included, with their known
    properties. An edge is one agreement between two parties that it links (home with
    counterpart; all with all where no source says who is who); its key is the agreement's id,
    its attributes `kind`, `status`, `themes`, `sources` and the dates that are known.
    """
    import networkx as nx

    graph: nx.MultiGraph[str] = nx.MultiGraph()
    for government in snapshot.governments:
        known = {key: value for key, value in asdict(government).items() if value is not None}
        graph.add_node(known.pop("id"), **known)
    for agreement in snapshot.agreements:
        facts = {
            key: value
            for key in ("kind", "status", "themes", "sources", "title", "signed", "starts", "ends")
            if (value := getattr(agreement, key)) is not None
        }
        for one, other in linked_pairs(agreement.parties):
            graph.add_edge(one, other, key=agreement.id, **facts)
    return graph
