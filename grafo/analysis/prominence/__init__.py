"""What makes a government, a state or a country a hub: numbers, ranks, and the words for them."""

from grafo.analysis.prominence.separation import cut_off
from grafo.analysis.prominence.standing import MEASURES, Standing, standings

__all__ = ["MEASURES", "Standing", "cut_off", "standings"]
