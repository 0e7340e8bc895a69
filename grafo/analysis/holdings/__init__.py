"""Who holds which agreements: states, municipalities, countries, themes, and how unevenly."""

from grafo.analysis.holdings.dimension import Dimension, Holder
from grafo.analysis.holdings.dimensions import (
    countries,
    dimensions,
    governments,
    municipalities,
    states,
    themes,
)

__all__ = [
    "Dimension",
    "Holder",
    "countries",
    "dimensions",
    "governments",
    "municipalities",
    "states",
    "themes",
]
