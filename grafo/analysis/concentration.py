"""Concentration: how unevenly agreements are shared out, and who holds most of them."""

from __future__ import annotations

from grafo.analysis.holdings.dimensions import dimensions
from grafo.analysis.holdings.notes import notes_of
from grafo.analysis.holdings.tables import curves, ranking, summary
from grafo.analysis.holdings.wording import findings_of
from grafo.analysis.registry import analysis
from grafo.analysis.result import Result
from grafo.analysis.scope import COUNTRY, KIND, nothing_counted, scope_note, scope_of
from grafo.analysis.snapshot import Snapshot
from grafo.model import Bilingual
from grafo.questions.header import Parameter

TITLE = Bilingual(es="Concentración de los acuerdos", en="Concentration of the agreements")


@analysis(
    "concentration",
    TITLE,
    params={
        "kind": KIND,
        "top": Parameter(
            type="integer",
            default=10,
            min=1,
            max=1000,
            about=Bilingual(
                es="cuántos de los primeros se juntan", en="how many of the first are put together"
            ),
        ),
        "country": COUNTRY,
    },
)
def concentration(snapshot: Snapshot, kind: str = "", top: int = 10, country: str = "") -> Result:
    """Return how agreements are shared out among states, municipalities, countries and themes.

    Raises:
        UsageError: the graph knows no such country.
    """
    scope = scope_of(snapshot, kind, country)
    found = dimensions(snapshot, scope)
    left_out = scope_note(snapshot, scope)
    notes = [left_out] if left_out else []
    if not found:
        return Result(
            "concentration",
            TITLE,
            findings=[nothing_counted(snapshot, scope)],
            tables=[summary([], top), curves([])],
            notes=notes,
        )
    return Result(
        "concentration",
        TITLE,
        findings=[finding for each in found for finding in findings_of(each, scope, top)],
        tables=[summary(found, top), *(ranking(each, top) for each in found), curves(found)],
        notes=[*notes, *notes_of(found, snapshot, scope, top)],
    )
