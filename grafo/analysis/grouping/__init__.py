"""Communities of a network: who is in each, what it is called, how they are joined."""

from grafo.analysis.grouping.groups import Between, Community, Grouping, group

__all__ = ["Between", "Community", "Grouping", "group"]
