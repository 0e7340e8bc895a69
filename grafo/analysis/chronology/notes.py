"""What dates in a register cannot say, and which of them want a second look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from grafo.analysis.chronology.dated import Dated
from grafo.analysis.chronology.lasting import FEWEST, MOST_UNKNOWN, Survival
from grafo.analysis.chronology.moments import in_words, is_later, year_of
from grafo.analysis.chronology.pandemic import Pandemic
from grafo.analysis.scope import Scope
from grafo.analysis.snapshot import Agreement
from grafo.analysis.telling import some
from grafo.analysis.wording import Lang, counted, number, percent
from grafo.dates import precision
from grafo.model import Bilingual

# Mexico's Ley sobre la Celebración de Tratados, which lets local governments sign agreements.
LAW_OF_MEXICO = 1992
# A register signs something nearly every year; a date this far from the next is often misread.
_FAR = 20
_NAMED = 5

_INCOMPLETE = Bilingual(
    es="Un periodo que los datos no cubren completo se promedia sobre sus meses cubiertos; el "
    "cambio es el del promedio anual.",
    en="A period that the data does not cover whole is averaged over the months covered; the "
    "change is that of the yearly average.",
)
_STATUS = Bilingual(
    es="Vigente o concluido es lo que las fuentes dicen hoy, no lo que era a la fecha pedida; la "
    "estimación de Kaplan–Meier sí se hace a esa fecha.",
    en="In force or ended is what the sources say today, not what was so on the date asked for; "
    "the Kaplan–Meier estimate is made as of that date.",
)
_PANDEMIC = Bilingual(
    es="Pandemia: promedios anuales, sobre los meses que los datos cubren. Los años más recientes "
    "de un registro pueden estar incompletos. Un cambio de peso de un tema se dice sólo si pasa "
    "de tres errores estándar.",
    en="Pandemic: yearly averages over the months that the data covers. The latest years of a "
    "register may be incomplete. A shift of a theme is told only beyond three standard errors.",
)


def notes_of(
    found: Dated, scope: Scope, asked: str, compared: Pandemic | None
) -> Iterator[Bilingual]:
    """Yield up to when the data is read, then the dates that want a second look."""
    yield _as_of(found, asked)
    if found.later:
        yield _STATUS
    yield from _partial(found)
    if scope.country == "MX":
        yield from _before_the_law(found)
    yield from _far_off(found)
    yield _INCOMPLETE
    if compared:
        yield _PANDEMIC


def notes_on_survival(
    found: Dated, scope: Scope, estimates: Mapping[str, Survival]
) -> Iterator[Bilingual]:
    """Yield how survival was estimated, or why it was not; and statuses that look wrong."""
    overdue = [
        agreement
        for agreement in found.agreements
        if agreement.status == "in-force"
        and agreement.ends
        and is_later(found.as_of, agreement.ends)
    ]
    if overdue:
        count = counted(len(overdue), "acuerdo figura", "acuerdos figuran")
        yield Bilingual(
            es=f"{count} como vigentes aunque su término ya pasó: {_ids(overdue, 'es')}.",
            en=f"{counted(len(overdue), 'agreement is', 'agreements are')} told to be in force "
            f"though the term has passed: {_ids(overdue, 'en')}.",
        )
    estimate = estimates.get("")
    if estimate:
        told = scope.counted(len(estimate.observed))
        yield Bilingual(
            es=f"Kaplan–Meier, sobre {told.es}: cada uno se observa de su firma a su término o, si "
            f"sigue vigente, a la fecha de los datos; {number(estimate.left_out)} quedan fuera por "
            "no saberse si siguen vigentes o cuándo concluyeron. Supone que las fuentes conservan "
            "los concluidos. El fin del plazo no siempre es el fin de la cooperación.",
            en=f"Kaplan–Meier, over {told.en}: each is observed from its signature to its end or, "
            f"when in force, to the date of the data; {number(estimate.left_out)} are left out, "
            "as it is not known whether they are in force or when they ended. It supposes that "
            "the sources keep those that ended. The end of a term is not always that of the "
            "cooperation.",
        )
    elif any(agreement.status != "unknown" for agreement in found.agreements):
        yield Bilingual(
            es=f"No se estima cuánto duran (Kaplan–Meier): hacen falta {FEWEST} acuerdos cuyo "
            f"desenlace conste, y que falte el de {percent(MOST_UNKNOWN, 0)} a lo más.",
            en="How long they last is not estimated (Kaplan–Meier): that takes "
            f"{FEWEST} agreements whose outcome is known, and at most "
            f"{percent(MOST_UNKNOWN, 0)} where it is not.",
        )


def _as_of(found: Dated, asked: str) -> Bilingual:
    es, en = in_words(found.as_of, "es"), in_words(found.as_of, "en")
    if not asked:
        return Bilingual(
            es=f"Los datos se leen a la fecha de la última firma del grafo: {es}.",
            en=f"The data is read as of the last signature in the graph: {en}.",
        )
    return Bilingual(
        es=f"Los datos se leen a la fecha pedida, {es}; "
        f"{counted(found.later, 'firma posterior queda', 'firmas posteriores quedan')} fuera.",
        en=f"The data is read as of the date asked for, {en}; "
        f"{counted(found.later, 'later signature is', 'later signatures are')} left out.",
    )


def _partial(found: Dated) -> Iterator[Bilingual]:
    counts = Counter(precision(agreement.signed or "") for agreement in found.agreements)
    if counts["year"] or counts["month"]:
        years, months = number(counts["year"]), number(counts["month"])
        yield Bilingual(
            es=f"Fechas que sólo dicen el año: {years}; que sólo dicen año y mes: {months}.",
            en=f"Dates that only tell the year: {years}; only year and month: {months}.",
        )


def _before_the_law(found: Dated) -> Iterator[Bilingual]:
    early = [a for a in found.agreements if year_of(a.signed or "") < LAW_OF_MEXICO]
    if early:
        yield Bilingual(
            es=f"{counted(len(early), 'firma es anterior', 'firmas son anteriores')} a "
            f"{LAW_OF_MEXICO}, año de la Ley sobre la Celebración de Tratados: "
            f"{_ids(early, 'es')}.",
            en=f"{counted(len(early), 'signature is', 'signatures are')} earlier than "
            f"{LAW_OF_MEXICO}, the year of Mexico's law on treaties: {_ids(early, 'en')}.",
        )


def _far_off(found: Dated) -> Iterator[Bilingual]:
    """Yield the first or the last year when it stands alone, far from all others."""
    signed = [year for year, agreements in found.by_year.items() if agreements]
    if len(signed) < 2:
        return
    for year, nearest in ((signed[0], signed[1]), (signed[-1], signed[-2])):
        if abs(year - nearest) > _FAR:
            told = _ids(found.by_year[year], "es"), _ids(found.by_year[year], "en")
            yield Bilingual(
                es=f"{year} está a {abs(year - nearest)} años de la firma más cercana: quizá sea "
                f"un error ({told[0]}).",
                en=f"{year} is {abs(year - nearest)} years from the nearest signature: it may be "
                f"an error ({told[1]}).",
            )


def _ids(agreements: Sequence[Agreement], lang: Lang) -> str:
    return some([agreement.id for agreement in agreements], lang, _NAMED)
