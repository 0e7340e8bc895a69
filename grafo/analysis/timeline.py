"""Timeline: when agreements were signed, how that grew, and which are still in force."""

from __future__ import annotations

from collections.abc import Iterator

from grafo.analysis.chronology import tables, wording
from grafo.analysis.chronology.dated import Dated, by_kind, dated
from grafo.analysis.chronology.lasting import Survival, statuses, survival
from grafo.analysis.chronology.notes import notes_of, notes_on_survival
from grafo.analysis.chronology.pandemic import Pandemic, pandemic
from grafo.analysis.registry import analysis
from grafo.analysis.result import Result, Table
from grafo.analysis.scope import COUNTRY, KIND, Scope, nothing_counted, scope_note, scope_of
from grafo.analysis.snapshot import Snapshot
from grafo.analysis.wording import number
from grafo.model import Bilingual
from grafo.questions.header import Parameter

TITLE = Bilingual(es="Los acuerdos en el tiempo", en="The agreements over time")


@analysis(
    "timeline",
    TITLE,
    params={
        "kind": KIND,
        "country": COUNTRY,
        "on": Parameter(
            type="date",
            default="",
            about=Bilingual(
                es="a qué fecha se leen los datos (1995, 1995-05 o 1995-05-03); vacío, a la de la "
                "última firma",
                en="date as of which the data is read (1995, 1995-05 or 1995-05-03); empty for "
                "the last signature",
            ),
        ),
    },
)
def timeline(snapshot: Snapshot, kind: str = "", country: str = "", on: str = "") -> Result:
    """Return signatures over time, growth, survival, and the pandemic.

    Raises:
        UsageError: the graph knows no such country.
    """
    scope = scope_of(snapshot, kind, country)
    found = dated(scope.agreements, on)
    left_out = scope_note(snapshot, scope)
    notes = [left_out] if left_out else []
    if found is None or not found.agreements:
        findings = [_nothing_dated(snapshot, scope, found, on), *wording.in_force(None, scope)]
        return Result("timeline", TITLE, findings, [tables.years(None)], notes)
    compared = pandemic(found, snapshot)
    estimates = _estimates(found)
    return Result(
        "timeline",
        TITLE,
        findings=[
            *wording.overview(found, scope),
            *(wording.in_the_pandemic(compared, found.as_of, snapshot) if compared else ()),
            *wording.in_force(found, scope),
            *wording.still_in_force(estimates, scope),
            *wording.of_themes(found, snapshot),
        ],
        tables=list(_tables(found, snapshot, compared, estimates)),
        notes=[
            *notes,
            *notes_of(found, scope, on, compared),
            *notes_on_survival(found, scope, estimates),
        ],
    )


def _estimates(found: Dated) -> dict[str, Survival]:
    """Return the survival of all agreements and, where there are several kinds, of each."""
    kinds = sorted(by_kind(found.agreements))
    groups = {"": found.agreements}
    if len(kinds) > 1:
        groups |= {k: tuple(a for a in found.agreements if a.kind == k) for k in kinds}
    return {
        kind: estimate
        for kind, agreements in groups.items()
        if (estimate := survival(agreements, found.as_of))
    }


def _tables(
    found: Dated, snapshot: Snapshot, compared: Pandemic | None, estimates: dict[str, Survival]
) -> Iterator[Table]:
    yield tables.years(found)
    yield tables.periods(found, 5)
    yield tables.periods(found, 10)
    if compared:
        yield tables.comparison(compared)
    if set(statuses(found.agreements)) != {"unknown"}:
        yield tables.lasting(found)
    if "" in estimates:
        yield tables.curves(estimates)
    if any(agreement.themes for agreement in found.agreements):
        yield tables.themes(found, snapshot)
        yield tables.themes_by_period(found, snapshot)


def _nothing_dated(snapshot: Snapshot, scope: Scope, found: Dated | None, on: str) -> Bilingual:
    noun = scope.noun(len(scope.agreements))
    count = number(len(scope.agreements))
    if found is not None:
        return Bilingual(
            es=f"Ningún acuerdo con fecha se firmó hasta {on}: los {number(found.later)} que la "
            "traen son posteriores.",
            en=f"No agreement with a date was signed up to {on}: the {number(found.later)} that "
            "have one are later.",
        )
    if not scope.agreements:
        return nothing_counted(snapshot, scope)
    return Bilingual(
        es=f"De {count} {noun.es}, ninguno trae fecha de firma, así que no se puede decir cuándo "
        "se firmaron ni cómo creció la firma. Cargue una fuente que dé la fecha o el año: grafo "
        "une los acuerdos que ya conoce.",
        en=f"Of {count} {noun.en}, not one has a date of signature, so when they were signed and "
        "how signing grew cannot be said. Load a source that gives the date or the year: grafo "
        "joins it to the agreements it knows.",
    )
