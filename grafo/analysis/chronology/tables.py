"""The chronology as tables: years, periods, themes, survival, pandemic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

from grafo.analysis.chronology.dated import Dated, by_kind, by_theme
from grafo.analysis.chronology.growth import change
from grafo.analysis.chronology.lasting import Survival, median_term, statuses
from grafo.analysis.chronology.pandemic import Pandemic
from grafo.analysis.result import Table
from grafo.analysis.snapshot import Agreement, Snapshot
from grafo.model import Bilingual, load_model

Columns = dict[str, Bilingual]

_KINDS = load_model().nodes["Agreement"].properties["kind"].values or {}
_AGREEMENTS = Bilingual(es="acuerdos", en="agreements")
_PERIOD: Columns = {"period": Bilingual(es="periodo", en="period")}
_THEME: Columns = {
    "id": Bilingual(es="clave", en="id"),
    "name_es": Bilingual(es="tema", en="theme in Spanish"),
    "name_en": Bilingual(es="tema en inglés", en="theme"),
}


def years(found: Dated | None, denominator: Bilingual | None = None) -> Table:
    """Return what was signed each year, by kind, and the sum so far."""
    rows = list(found.by_year.items()) if found else []
    sums = accumulate(len(signed) for _, signed in rows)
    return Table(
        "years",
        Bilingual(es="Firmas por año", en="Signatures by year"),
        {
            "year": Bilingual(es="año", en="year"),
            "agreements": _AGREEMENTS,
            **_kind_columns(),
            "cumulative": Bilingual(es="acumulado", en="cumulative"),
        },
        [
            (year, len(signed), *_kinds(signed), so_far)
            for (year, signed), so_far in zip(rows, sums, strict=True)
        ],
        denominator,
    )


def periods(found: Dated, length: int) -> Table:
    """Return what was signed in each period of `length` years and how signing changed."""
    parts = found.periods(length)
    changes = [None, *(change(one.per_year, other.per_year) for one, other in pairwise(parts))]
    name, title = (
        ("decades", Bilingual(es="Firmas por década", en="Signatures by decade"))
        if length == 10
        else ("five_years", Bilingual(es="Firmas por quinquenio", en="Signatures by five years"))
    )
    return Table(
        name,
        title,
        {
            **_PERIOD,
            "agreements": _AGREEMENTS,
            **_kind_columns(),
            "share": Bilingual(es="del total", en="of all"),
            "per_year": Bilingual(es="al año", en="a year"),
            "change_percent": Bilingual(es="cambio, %", en="change, %"),
            "complete": Bilingual(es="completo", en="complete"),
        },
        [
            (
                part.name,
                len(part.agreements),
                *_kinds(part.agreements),
                round(len(part.agreements) / len(found.agreements), 6),
                round(part.per_year, 2),
                _percent(moved),
                part.complete,
            )
            for part, moved in zip(parts, changes, strict=True)
        ],
    )


def themes(found: Dated, snapshot: Snapshot) -> Table:
    """Return when each theme was signed about: first, last, and the five years with most."""
    signed: dict[str, list[Agreement]] = {}
    for agreement in found.agreements:
        for key in agreement.themes:
            signed.setdefault(key, []).append(agreement)
    parts = found.periods(5)
    counts = [by_theme(part.agreements) for part in parts]
    rows = []
    for theme in snapshot.themes:
        about = signed.get(theme.id, [])
        if about:
            most = max(range(len(parts)), key=lambda i: counts[i][theme.id])
            first, last = (about[0].signed or "")[:4], (about[-1].signed or "")[:4]
            names = theme.id, theme.name_es, theme.name_en
            rows.append((*names, len(about), int(first), int(last), parts[most].name))
    return Table(
        "themes",
        Bilingual(es="Temas en el tiempo", en="Themes over time"),
        {
            **_THEME,
            "agreements": _AGREEMENTS,
            "first_year": Bilingual(es="primero", en="first"),
            "last_year": Bilingual(es="último", en="last"),
            "peak": Bilingual(es="quinquenio con más", en="five years with most"),
        },
        sorted(rows, key=lambda row: (-row[3], row[0])),
    )


def themes_by_period(found: Dated, snapshot: Snapshot) -> Table:
    """Return the share of each theme in each five years, of the agreements with a known theme."""
    rows = []
    for part in found.periods(5):
        counts = by_theme(part.agreements)
        known = sum(bool(agreement.themes) for agreement in part.agreements)
        rows += [
            (part.name, theme.id, theme.name_es, theme.name_en, count, round(count / known, 6))
            for theme in snapshot.themes
            if (count := counts[theme.id])
        ]
    return Table(
        "themes_by_period",
        Bilingual(es="Temas por quinquenio", en="Themes by five years"),
        {
            **_PERIOD,
            **_THEME,
            "agreements": _AGREEMENTS,
            "share": Bilingual(es="de los que tienen tema", en="of those with a theme"),
        },
        rows,
        Bilingual(
            es="Los acuerdos del quinquenio con tema conocido; uno con varios cuenta en cada uno.",
            en="The agreements of the five years with a known theme; one with several counts in "
            "each.",
        ),
    )


def lasting(found: Dated) -> Table:
    """Return, for what was signed in each five years, how much is in force, and agreed terms."""
    rows = []
    for part in found.periods(5):
        counts, signed = statuses(part.agreements), len(part.agreements)
        each = [counts[status] for status in ("in-force", "expired", "unknown")]
        shares = [round(count / signed, 6) if signed else None for count in each]
        ends = sum(agreement.ends is not None for agreement in part.agreements)
        rows.append((part.name, signed, *each, *shares, ends, median_term(part.agreements)))
    return Table(
        "survival",
        Bilingual(es="Vigencia según cuándo se firmó", en="In force by time of signature"),
        {
            **_PERIOD,
            "agreements": _AGREEMENTS,
            "in_force": Bilingual(es="vigentes", en="in force"),
            "expired": Bilingual(es="concluidos", en="expired"),
            "unknown": Bilingual(es="se desconoce", en="unknown"),
            "share_in_force": Bilingual(es="parte vigente", en="share in force"),
            "share_expired": Bilingual(es="parte concluida", en="share expired"),
            "share_unknown": Bilingual(es="parte sin dato", en="share unknown"),
            "with_end": Bilingual(es="con término", en="with an end"),
            "median_term": Bilingual(es="plazo mediano, años", en="median term, years"),
        },
        rows,
    )


def curves(estimates: Mapping[str, Survival]) -> Table:
    """Return the Kaplan–Meier curves at whole years: of all agreements, and of each kind.

    A curve ends with the agreement that was observed for longest.
    """
    whole = estimates[""]
    return Table(
        "kaplan_meier",
        Bilingual(es="Parte que sigue vigente con los años", en="Share still in force over time"),
        {
            "years": Bilingual(es="años desde la firma", en="years since signature"),
            "at_risk": Bilingual(es="observados hasta ahí", en="observed that long"),
            "share_in_force": Bilingual(es="siguen vigentes", en="still in force"),
            **{f"share_{name}": label for name, label in _kind_columns().items()},
        },
        [
            (
                year,
                whole.at_risk(year),
                *(_share_after(estimates.get(kind), year) for kind in ("", *_KINDS)),
            )
            for year in range(1, int(whole.observed[-1]) + 1)
        ],
    )


def comparison(found: Pandemic) -> Table:
    """Return what was signed before and during the pandemic."""
    return Table(
        "pandemic",
        Bilingual(es="La pandemia", en="The pandemic"),
        {
            "id": Bilingual(es="clave", en="id"),
            "group_es": Bilingual(es="según", en="by"),
            "group_en": Bilingual(es="según", en="by"),
            "name_es": Bilingual(es="nombre", en="name in Spanish"),
            "name_en": Bilingual(es="nombre en inglés", en="name"),
            "before": Bilingual(es=found.before.name, en=found.before.name),
            "during": Bilingual(es=found.during.name, en=found.during.name),
            "before_per_year": Bilingual(es="al año antes", en="a year before"),
            "during_per_year": Bilingual(es="al año después", en="a year after"),
            "change_percent": Bilingual(es="cambio, %", en="change, %"),
        },
        [
            (
                each.id,
                each.group.es,
                each.group.en,
                each.name.es,
                each.name.en,
                each.before,
                each.during,
                round(each.before_per_year, 2),
                round(each.during_per_year, 2),
                _percent(each.change),
            )
            for each in found.comparisons
        ],
    )


def _percent(fraction: float | None) -> float | None:
    return None if fraction is None else round(fraction * 100, 1)


def _share_after(estimate: Survival | None, year: int) -> float | None:
    if estimate is None or not estimate.at_risk(year):
        return None
    return round(estimate.share_after(year), 6)


def _kind_columns() -> Columns:
    return {kind.replace("-", "_"): label for kind, label in _KINDS.items()}


def _kinds(agreements: Sequence[Agreement]) -> list[int]:
    counts = by_kind(agreements)
    return [counts[kind] for kind in _KINDS]
