"""How a view registers itself, and where it is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from grafo.analysis.snapshot import Snapshot
from grafo.model import Bilingual
from grafo.registry import Registry


@dataclass(frozen=True, slots=True)
class ViewOptions:
    """How a view opens.

    Attributes:
        lang: the language it opens in; the reader can change it where the view has both.
        min_population: from how many inhabitants on a government of the home country that has
            no agreement is drawn; states always are.
        seed: of the drawing and of the communities.
    """

    lang: Literal["es", "en"] = "es"
    min_population: int = 100_000
    seed: int = 1


Draw = Callable[[Snapshot, ViewOptions], str]


@dataclass(frozen=True, slots=True)
class View:
    """One view: `draw` returns a whole HTML page that needs nothing from elsewhere."""

    name: str
    title: Bilingual
    draw: Draw


_registry: Registry[View] = Registry(
    "grafo.views", "grafo.views", Bilingual(es="las vistas", en="the views")
)


def view(name: str, title: Bilingual) -> Callable[[Draw], Draw]:
    """Register the decorated function as a view."""

    def register(draw: Draw) -> Draw:
        _registry.add(name, View(name, title, draw))
        return draw

    return register


def views() -> list[View]:
    """Return all views, sorted by name, those of installed extensions included."""
    return list(_registry)


def find_view(name: str) -> View:
    """Return a view by its name.

    Raises:
        UsageError: there is none; the message gives the nearest names.
    """
    return _registry.find(name)
