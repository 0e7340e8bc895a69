"""How an analysis registers itself, and where it is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from grafo.analysis.result import Result
from grafo.model import Bilingual
from grafo.questions.header import Parameter
from grafo.registry import Registry

Run = Callable[..., Result]


@dataclass(frozen=True, slots=True)
class Analysis:
    """One analysis: what it is called, what it takes, and the function that does it.

    `run` is called with a `Snapshot` and the parameters by name. `argument` is the parameter
    that the command line takes by its place; the others are options.
    """

    name: str
    title: Bilingual
    run: Run
    params: Mapping[str, Parameter] = field(default_factory=dict)
    argument: str | None = None


_registry: Registry[Analysis] = Registry(
    "grafo.analysis", "grafo.analyses", Bilingual(es="los análisis", en="the analyses")
)


def analysis(
    name: str,
    title: Bilingual,
    params: Mapping[str, Parameter] | None = None,
    argument: str | None = None,
) -> Callable[[Run], Run]:
    """Register the decorated function as an analysis.

    The function takes a `Snapshot` and the parameters by name, and returns a `Result`.
    """

    def register(run: Run) -> Run:
        _registry.add(name, Analysis(name, title, run, params or {}, argument))
        return run

    return register


def analyses() -> list[Analysis]:
    """Return all analyses, sorted by name, those of installed extensions included."""
    return list(_registry)


def find_analysis(name: str) -> Analysis:
    """Return an analysis by its name.

    Raises:
        UsageError: there is none; the message gives the nearest names.
    """
    return _registry.find(name)
