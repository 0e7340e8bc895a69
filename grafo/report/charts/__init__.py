"""Charts as inline SVG: pure functions from plain values to text, without a dependency."""

from grafo.report.charts.bars import Bar, bars
from grafo.report.charts.columns import Band, Series, columns_by_year
from grafo.report.charts.drawing import Caption
from grafo.report.charts.lorenz import Lorenz, lorenz_curves
from grafo.report.charts.palette import stylesheet
from grafo.report.charts.shares import share_columns
from grafo.report.charts.strip import Strip, strips
from grafo.report.charts.survival import Survivors, survival_curves

__all__ = [
    "Band",
    "Bar",
    "Caption",
    "Lorenz",
    "Series",
    "Strip",
    "Survivors",
    "bars",
    "columns_by_year",
    "lorenz_curves",
    "share_columns",
    "strips",
    "stylesheet",
    "survival_curves",
]
