"""What the chronology says, in sentences that can be quoted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from grafo.analysis.chronology.dated import Dated
from grafo.analysis.chronology.growth import growth, half_since
from grafo.analysis.chronology.lasting import Survival, median_term, statuses, terms
from grafo.analysis.chronology.moments import in_words
from grafo.analysis.chronology.pandemic import Pandemic
from grafo.analysis.chronology.shifts import Shift, theme_shifts
from grafo.analysis.scope import Scope, agreements_noun
from grafo.analysis.snapshot import Snapshot
from grafo.analysis.wording import Lang, listing, number, percent
from grafo.model import Bilingual

# Of fewer agreements "of every 100" is a figure of speech.
_FEWEST_OBSERVED = 10
_AFTER_YEARS = (5, 10)


def overview(found: Dated, scope: Scope) -> Iterator[Bilingual]:
    """Yield when agreements were signed, how many have no date, the peak, half, and growth."""
    total = len(found.agreements)
    first, last = ((found.agreements[at].signed or "")[:7] for at in (0, -1))
    told, most = scope.counted(total), number(len(found.by_year[found.peak[0]]))
    peak = [str(year) for year in found.peak]
    top_es = "el año con más fue" if len(peak) == 1 else "los años con más fueron"
    top_en = "the year with most was" if len(peak) == 1 else "the years with most were"
    each_es, each_en = ("", "") if len(peak) == 1 else (" cada uno", " each")
    yield Bilingual(
        es=f"Entre {in_words(first, 'es')} y {in_words(last, 'es')} se "
        f"{'firmó' if total == 1 else 'firmaron'} {told.es}; {top_es} {listing(peak, 'es')}, "
        f"con {most}{each_es}.",
        en=f"Between {in_words(first, 'en')} and {in_words(last, 'en')}, {told.en} "
        f"{'was' if total == 1 else 'were'} signed; {top_en} {listing(peak, 'en')}, "
        f"with {most}{each_en}.",
    )
    if found.undated:
        yield undated(found.undated, scope)
    since = half_since(found)
    grown = growth(found.periods(5))
    es, en = f"La mitad se firmó de {since} en adelante", f"Half were signed from {since} on"
    if grown:
        before, after = grown.before, grown.after
        rates = f"{number(before.per_year, 1)}", number(after.per_year, 1), moved(grown.rate)
        es += (
            f"; de {before.name} a {after.name} la firma pasó de {rates[0]} a {rates[1]} al año "
            f"({rates[2]} anual compuesto)"
        )
        en += (
            f"; from {before.name} to {after.name} signing went from {rates[0]} to {rates[1]} a "
            f"year ({rates[2]} a year, compound)"
        )
    yield Bilingual(es=f"{es}.", en=f"{en}.")


def undated(count: int, scope: Scope) -> Bilingual:
    """Return how many agreements have no date of signature."""
    of, noun = number(len(scope.agreements)), scope.noun(len(scope.agreements))
    return Bilingual(
        es=f"{number(count)} de {of} {noun.es} no {'trae' if count == 1 else 'traen'} fecha de "
        "firma y no entran en las cuentas por año.",
        en=f"{number(count)} of {of} {noun.en} {'has' if count == 1 else 'have'} no date of "
        "signature and are left out of what is counted by year.",
    )


def in_the_pandemic(found: Pandemic, as_of: str, snapshot: Snapshot) -> Iterator[Bilingual]:
    """Yield how signing changed in the pandemic, by kind, and the themes that moved otherwise."""
    total = found.comparisons[0]
    if total.change is None:
        return
    until = in_words(as_of[:7], "es"), in_words(as_of[:7], "en")
    part_es, part_en = (
        ("", "") if found.during.complete else (f" (hasta {until[0]})", f" (until {until[1]})")
    )
    kinds = [each for each in found.comparisons if each.group.en == "kind"]
    by_kind_es, by_kind_en = (
        "; ".join(
            f"{each.name[lang]} {moved(each.change)}" for each in kinds if each.change is not None
        )
        for lang in ("es", "en")
    )
    both = len(kinds) > 1
    yearly = number(total.during_per_year, 1), number(total.before_per_year, 1), moved(total.change)
    yield Bilingual(
        es=f"En la pandemia, {found.during.name}{part_es}, se firmaron {number(total.during)}: "
        f"{yearly[0]} al año, contra {yearly[1]} en {found.before.name} ({yearly[2]})"
        f"{f'; {by_kind_es}' if both else ''}.",
        en=f"In the pandemic, {found.during.name}{part_en}, {number(total.during)} were signed: "
        f"{yearly[0]} a year, against {yearly[1]} in {found.before.name} ({yearly[2]})"
        f"{f'; {by_kind_en}' if both else ''}.",
    )
    if any(each.group.en == "theme" for each in found.comparisons):
        shifts = theme_shifts(found.before, found.during, snapshot)
        told = _shifts(shifts) if shifts else _NO_SHIFT
        yield told


def of_themes(found: Dated, snapshot: Snapshot) -> Iterator[Bilingual]:
    """Yield which themes gained and lost between the first and the last complete five years."""
    complete = [period for period in found.periods(5) if period.complete]
    if len(complete) < 2:
        return
    before, after = complete[0], complete[-1]
    shifts = theme_shifts(before, after, snapshot)
    if shifts:
        told = _shifts(shifts)
        yield Bilingual(
            es=f"De {before.name} a {after.name}: {told.es}",
            en=f"From {before.name} to {after.name}: {told.en}",
        )


def in_force(found: Dated | None, scope: Scope) -> Iterator[Bilingual]:
    """Yield how many are in force, of old and of new ones, and the terms agreed.

    Of all agreements, those without a date included; where some are left out as signed after
    the date asked for, only of those with a date up to it.
    """
    agreements = found.agreements if found and found.later else scope.agreements
    counts, of = statuses(agreements), len(agreements)
    known = counts["in-force"] + counts["expired"]
    if known:
        lasting, over = counts["in-force"], counts["expired"]
        es = [
            f"{_part(lasting, of)} {'sigue vigente' if lasting == 1 else 'siguen vigentes'}",
            f"{_part(over, of)} {'concluyó' if over == 1 else 'concluyeron'}",
        ]
        en = [
            f"{_part(lasting, of)} {'is' if lasting == 1 else 'are'} in force",
            f"{_part(over, of)} {'has' if over == 1 else 'have'} ended",
        ]
        if known < of:
            es.append(f"de {_part(of - known, of)} no se sabe")
            en.append(f"of {_part(of - known, of)} it is not known")
        told = scope.counted(of)
        yield Bilingual(
            es=f"Según las fuentes, de {told.es}, {listing(es, 'es')}.{_old_and_new(found, 'es')}",
            en=f"By the sources, of {told.en}, {listing(en, 'en')}.{_old_and_new(found, 'en')}",
        )
    if found and (term := median_term(found.agreements)) is not None:
        told = scope.counted(len(terms(found.agreements)))
        yield Bilingual(
            es=f"El plazo mediano es de {number(term, 1)} años, en {told.es} con término conocido.",
            en=f"The median term is {number(term, 1)} years, in {told.en} with a known end.",
        )


def still_in_force(estimates: Mapping[str, Survival], scope: Scope) -> Iterator[Bilingual]:
    """Yield the Kaplan–Meier estimates in words, of each kind where there are several."""
    chosen = {kind: each for kind, each in estimates.items() if kind} or estimates
    es, en = [], []
    for kind, estimate in chosen.items():
        reached = [y for y in _AFTER_YEARS if estimate.at_risk(y) >= _FEWEST_OBSERVED]
        if not reached:
            continue
        noun = agreements_noun(kind or scope.kind)
        shares = [f"{100 * estimate.share_after(year):.0f}" for year in reached]
        after_es = [f"{s} a los {y} años" for s, y in zip(shares, reached, strict=True)]
        after_en = [f"{s} after {y} years" for s, y in zip(shares, reached, strict=True)]
        es.append(f"de cada 100 {noun.es}, {listing(after_es, 'es')}")
        en.append(f"of every 100 {noun.en}, {listing(after_en, 'en')}")
    if es:
        yield Bilingual(
            es=f"Siguen vigentes, {'; '.join(es)} (estimación de Kaplan–Meier).",
            en=f"Still in force are, {'; '.join(en)} (Kaplan–Meier estimate).",
        )


def moved(fraction: float) -> str:
    """Return a change with its sign.

    >>> moved(0.047), moved(-0.635)
    ('+4.7 %', '−63.5 %')
    """
    return f"{'−' if fraction < 0 else '+'}{percent(abs(fraction))}"


def _part(count: int, of: int) -> str:
    return f"{number(count)} ({percent(count / of)})"


def _old_and_new(found: Dated | None, lang: Lang) -> str:
    complete = [p for p in found.periods(5) if p.complete and p.agreements] if found else []
    if len(complete) < 2:
        return ""
    shares = [
        percent(statuses(period.agreements)["in-force"] / len(period.agreements))
        for period in (complete[0], complete[-1])
    ]
    old, new = complete[0].name, complete[-1].name
    if lang == "es":
        return f" De los firmados en {old} sigue vigente {shares[0]}; de los de {new}, {shares[1]}."
    return f" Of those signed in {old}, {shares[0]} are in force; of those of {new}, {shares[1]}."


_NO_SHIFT = Bilingual(
    es="Ningún tema ganó ni perdió peso en la pandemia más de lo que daría el azar.",
    en="No theme gained or lost weight in the pandemic by more than chance would explain.",
)


def _shifts(shifts: list[Shift]) -> Bilingual:
    """Return the largest gain and the largest loss."""
    es, en = [], []
    up, down = shifts[0], shifts[-1]
    if up.after > up.before:
        moved_to = percent(up.before), percent(up.after)
        es.append(f"el tema que más ganó es {up.name.es}, de {moved_to[0]} a {moved_to[1]}")
        en.append(
            f"the theme that gained most is {up.name.en}, from {moved_to[0]} to {moved_to[1]}"
        )
    if down.after < down.before:
        moved_to = percent(down.before), percent(down.after)
        es.append(f"el que más perdió es {down.name.es}, de {moved_to[0]} a {moved_to[1]}")
        en.append(f"the one that lost most is {down.name.en}, from {moved_to[0]} to {moved_to[1]}")
    return Bilingual(
        es=f"{'; '.join(es)} de los acuerdos con tema.",
        en=f"{'; '.join(en)} of the agreements with a theme.",
    )
