"""What a report is made of: one graph, its figures, and each analysis run once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from grafo.analysis import Result, Snapshot, Table, find_analysis
from grafo.analysis.abroad import chosen_country
from grafo.analysis.chronology.dated import Dated, by_kind, dated
from grafo.analysis.chronology.lasting import Survival, survival
from grafo.analysis.holdings.dimension import Dimension
from grafo.analysis.holdings.dimensions import dimensions
from grafo.analysis.reach.coverage import Coverage, find_coverage
from grafo.analysis.scope import Scope, country_said, scope_of
from grafo.analysis.wording import Lang
from grafo.figures import Figure
from grafo.model import Bilingual
from grafo.report.cells import grid
from grafo.report.charts import Caption
from grafo.report.content import Grid, Notes

# How many of the first are put together, and how far a representation reaches: the defaults of
# the analyses, so that the commands beside each section give the same numbers.
TOP = 10
REACH_KM = 300.0


@dataclass(frozen=True)
class Material:
    """The graph as it is, in the language of the report."""

    snapshot: Snapshot
    figures: Sequence[Figure]
    lang: Lang

    def say(self, es: str, en: str) -> str:
        """Return the text in the language of the report."""
        return es if self.lang == "es" else en

    @cached_property
    def _results(self) -> dict[str, Result]:
        return {}

    def result(self, analysis: str) -> Result:
        """Return the result of an analysis with its defaults; of communities, all of them."""
        if analysis not in self._results:
            given = {"top": 10_000} if analysis == "communities" else {}
            self._results[analysis] = find_analysis(analysis).run(self.snapshot, **given)
        return self._results[analysis]

    def table(self, analysis: str, name: str) -> Table | None:
        """Return a table of an analysis; None when it is not there or has no rows."""
        found = next((each for each in self.result(analysis).tables if each.name == name), None)
        return found if found is not None and found.rows else None

    def grids(
        self,
        analysis: str,
        name: str,
        columns: Sequence[str] = (),
        *,
        rows: int | None = None,
        folded: bool = False,
    ) -> Iterator[Grid]:
        """Yield a table of an analysis as it is read; nothing when it has no rows."""
        found = self.table(analysis, name)
        if found is not None:
            yield grid(found, self.lang, columns, rows=rows, folded=folded)

    def findings(self, analysis: str) -> list[str]:
        """Return what an analysis says."""
        return self.each(self.result(analysis).findings)

    def notes(self, analysis: str) -> Notes:
        """Return how to read an analysis."""
        return Notes(self.each(self.result(analysis).notes))

    def each(self, texts: Sequence[Bilingual]) -> list[str]:
        """Return texts in the language of the report."""
        return [text[self.lang] for text in texts]

    def caption(self, key: str, title: str, subtitle: str = "", about: str = "") -> Caption:
        """Return a chart's caption; it says of itself that data is made up, wherever it goes."""
        note = self.say("DATOS SINTÉTICOS", "SYNTHETIC DATA") if self.snapshot.synthetic else ""
        return Caption(f"chart-{key}", title, subtitle, note, about)

    @cached_property
    def scope(self) -> Scope:
        """The agreements counted: those with a party in the home country, if there is one."""
        return scope_of(self.snapshot, "", "")

    @cached_property
    def dimensions(self) -> Mapping[str, Dimension]:
        """The dimensions of concentration that have something, by id."""
        return {each.id: each for each in dimensions(self.snapshot, self.scope)}

    @cached_property
    def home(self) -> str | None:
        """The code of the country that the graph is about."""
        return chosen_country(self.snapshot, "")

    @cached_property
    def home_said(self) -> str:
        """The name of that country as it stands in a sentence; empty when there is none."""
        return country_said(self.snapshot, self.home)[self.lang] if self.home else ""

    @cached_property
    def coverage(self) -> Coverage | None:
        """The agreements against the representations; None when the graph is of no country."""
        return find_coverage(self.snapshot, self.home, REACH_KM) if self.home else None

    @cached_property
    def dated(self) -> Dated | None:
        """The agreements with a date; None when none has one."""
        return dated(self.scope.agreements)

    @cached_property
    def estimates(self) -> dict[str, Survival]:
        """How long agreements last, of all (under "") and of each kind, where it can be told."""
        if self.dated is None:
            return {}
        kinds = sorted(by_kind(self.dated.agreements))
        groups = {"": self.dated.agreements}
        if len(kinds) > 1:
            groups |= {
                kind: tuple(each for each in self.dated.agreements if each.kind == kind)
                for kind in kinds
            }
        told = {kind: survival(found, self.dated.as_of) for kind, found in groups.items()}
        return {kind: estimate for kind, estimate in told.items() if estimate is not None}
