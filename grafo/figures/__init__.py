"""The figures an article states, measured on the loaded graph."""

from grafo.figures.claims import Claim, read_claims
from grafo.figures.figure import Figure, measure_claims

__all__ = ["Claim", "Figure", "measure_claims", "read_claims"]
