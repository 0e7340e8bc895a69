"""Undirected networks as plain arrays, and what is measured on them.

Nothing here knows of governments or of stores: nodes are the numbers 0 to n − 1, measures are
arrays by node. Every function takes any network, the empty one too, and never answers with NaN.
"""

from grafo.network.brandes import betweenness, betweenness_sampled
from grafo.network.centrality import degree, pagerank, weighted_degree
from grafo.network.closeness import harmonic
from grafo.network.cores import core_numbers
from grafo.network.grouping import communities, modularity
from grafo.network.inequality import gini, hhi, lorenz, top_share
from grafo.network.links import Links
from grafo.network.parts import by_size, components, sizes

__all__ = [
    "Links",
    "betweenness",
    "betweenness_sampled",
    "by_size",
    "communities",
    "components",
    "core_numbers",
    "degree",
    "gini",
    "harmonic",
    "hhi",
    "lorenz",
    "modularity",
    "pagerank",
    "sizes",
    "top_share",
    "weighted_degree",
]
