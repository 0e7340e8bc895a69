"""The dimensions along which agreements concentrate, made from a snapshot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import fsum

from grafo.analysis.holdings.dimension import Dimension, Holder, ranked
from grafo.analysis.labels import unit_labels
from grafo.analysis.levels import Unit
from grafo.analysis.scope import Scope, country_said, country_words
from grafo.analysis.snapshot import Government, Snapshot
from grafo.analysis.telling import nouns_of
from grafo.analysis.wording import government_name, number
from grafo.model import Bilingual

# Which of them are a country's first divisions differs from one to another.
DIVISIONS = ("state", "region", "province")
LOCAL = ("municipality", "city", "county", "metropolis")
UNKNOWN = "ZZ"


def dimensions(snapshot: Snapshot, scope: Scope) -> list[Dimension]:
    """Return the dimensions that the graph has something on, the most important first.

    States and municipalities where the graph knows which municipality is in which state; all
    governments one by one where it does not.
    """
    by_state = [states(snapshot, scope), municipalities(snapshot, scope)]
    territorial = by_state if by_state[0].holders else [governments(snapshot, scope)]
    found = [*territorial, countries(snapshot, scope), themes(snapshot, scope)]
    return [dimension for dimension in found if dimension.with_some]


def states(snapshot: Snapshot, scope: Scope) -> Dimension:
    """Return the country's states (or regions, or provinces), each with what is part of it.

    Without holders when the graph knows of no government of that country in which one it is.
    """
    level, own = _divisions(snapshot, scope.country)
    above = {g.id: _division_of(g, snapshot, own) for g in snapshot.governments}
    one_es, many_es = nouns_of([level], "es")
    one_en, many_en = nouns_of([level], "en")
    if scope.country == "MX":
        # Mexico City is no estado.
        one_es, many_es = "entidad federativa", "entidades federativas"
    return Dimension(
        "states",
        Bilingual(es=one_es, en=one_en),
        Bilingual(es=many_es, en=many_en),
        _holders(snapshot, list(own.values()), _held(scope, above.get)),
        _all(scope),
        _denominator(snapshot, scope),
        territory=_total([g.area_km2 for g in own.values()]),
        population=_whole(_total([g.population for g in own.values()])),
    )


def municipalities(snapshot: Snapshot, scope: Scope) -> Dimension:
    """Return the country's local governments, each with its own agreements."""
    local = [g for g in snapshot.governments if g.level in LOCAL and g.country == scope.country]
    held = _held(scope, lambda party: party)
    plain = all(g.level == "municipality" for g in local)
    return Dimension(
        "municipalities",
        Bilingual(
            es="municipio" if plain else "gobierno local",
            en="municipality" if plain else "local government",
        ),
        Bilingual(
            es="municipios" if plain else "gobiernos locales",
            en="municipalities" if plain else "local governments",
        ),
        _holders(snapshot, local, held),
        _all(scope),
        _denominator(snapshot, scope),
        population=states(snapshot, scope).population,
    )


def governments(snapshot: Snapshot, scope: Scope) -> Dimension:
    """Return every government of the country (of the graph, where the scope has none)."""
    own = [g for g in snapshot.governments if scope.country in (None, g.country)]
    held = _held(scope, lambda party: party)
    return Dimension(
        "governments",
        Bilingual(es="gobierno", en="government"),
        Bilingual(es="gobiernos", en="governments"),
        _holders(snapshot, own, held),
        _all(scope),
        _denominator(snapshot, scope),
    )


def countries(snapshot: Snapshot, scope: Scope) -> Dimension:
    """Return the countries of the counterparts: all but the scope's own."""
    index = snapshot.index
    held = _held(scope, lambda party: snapshot.governments[index[party]].country)
    codes = ({country.id for country in snapshot.countries} | set(held)) - {scope.country, UNKNOWN}
    return Dimension(
        "countries",
        Bilingual(es="país", en="country"),
        Bilingual(es="países", en="countries"),
        ranked([_named(code, country_words(snapshot, code), held) for code in codes]),
        _all(scope),
        _denominator(snapshot, scope),
    )


def themes(snapshot: Snapshot, scope: Scope) -> Dimension:
    """Return the themes; shares are of the agreements whose theme is known."""
    held: dict[str, set[str]] = {}
    for agreement in scope.agreements:
        for theme in agreement.themes:
            held.setdefault(theme, set()).add(agreement.id)
    known = frozenset[str]().union(*held.values())
    counted = scope.counted(len(known))
    of_all = number(len(scope.agreements))
    return Dimension(
        "themes",
        Bilingual(es="tema", en="theme"),
        Bilingual(es="temas", en="themes"),
        ranked(
            [_named(t.id, Bilingual(es=t.name_es, en=t.name_en), held) for t in snapshot.themes]
        ),
        known,
        Bilingual(
            es=f"Los {counted.es} con tema conocido, de {of_all}; uno con varios temas cuenta "
            "en cada uno.",
            en=f"The {counted.en} whose theme is known, of {of_all}; one with several themes "
            "counts in each.",
        ),
    )


def _held(scope: Scope, holder_of: Callable[[str], str | None]) -> dict[str, set[str]]:
    """Return the agreements of each holder, by the holder that a party counts for."""
    held: dict[str, set[str]] = {}
    for agreement in scope.agreements:
        for party, _ in agreement.parties:
            holder = holder_of(party)
            if holder is not None:
                held.setdefault(holder, set()).add(agreement.id)
    return held


def _divisions(snapshot: Snapshot, country: str | None) -> tuple[str, dict[str, Government]]:
    """Return the level of the divisions that the graph knows the parts of, and them by id."""
    parents = {g.parent for g in snapshot.governments if g.country == country}
    for level in DIVISIONS:
        own = {g.id: g for g in snapshot.governments if (g.level, g.country) == (level, country)}
        if any(division in parents for division in own):
            return level, own
    return DIVISIONS[0], {}


def _division_of(
    government: Government, snapshot: Snapshot, own: Mapping[str, Government]
) -> str | None:
    """Return the division that a government is or lies in; a loop of parents has none."""
    passed: set[str] = set()
    found: Government | None = government
    while found is not None and found.id not in passed:
        if found.id in own:
            return found.id
        passed.add(found.id)
        above = snapshot.index.get(found.parent) if found.parent else None
        found = None if above is None else snapshot.governments[above]
    return None


def _named(key: str, name: Bilingual, held: Mapping[str, set[str]]) -> Holder:
    return Holder(key, name, name, frozenset(held.get(key, ())))


def _holders(
    snapshot: Snapshot, found: Sequence[Government], held: Mapping[str, set[str]]
) -> tuple[Holder, ...]:
    units = [_unit(snapshot, government) for government in found]
    # Only who has agreements is ever named beside another.
    told = [unit for unit in units if unit.id in held]
    labels = dict(zip((unit.id for unit in told), unit_labels(snapshot, told), strict=True))
    return ranked(
        [
            Holder(
                unit.id,
                unit.name,
                labels.get(unit.id, unit.name),
                frozenset(held.get(unit.id, ())),
                within=unit.within or country_words(snapshot, unit.country),
                population=government.population,
                area_km2=government.area_km2,
            )
            for government, unit in zip(found, units, strict=True)
        ]
    )


def _unit(snapshot: Snapshot, government: Government) -> Unit:
    above = snapshot.index.get(government.parent) if government.parent else None
    return Unit(
        government.id,
        _names(government),
        government.level,
        government.country,
        members=(government.id,),
        within=None if above is None else _names(snapshot.governments[above]),
    )


def _names(government: Government) -> Bilingual:
    return Bilingual(es=government_name(government, "es"), en=government_name(government, "en"))


def _all(scope: Scope) -> frozenset[str]:
    return frozenset(agreement.id for agreement in scope.agreements)


def _denominator(snapshot: Snapshot, scope: Scope) -> Bilingual:
    counted = scope.counted(len(scope.agreements))
    if scope.country is None:
        return Bilingual(es=f"Los {counted.es} del grafo.", en=f"The {counted.en} in the graph.")
    name = country_said(snapshot, scope.country)
    return Bilingual(
        es=f"Los {counted.es} con alguna parte en {name.es}, cada uno una vez.",
        en=f"The {counted.en} with some party in {name.en}, each once.",
    )


def _total(amounts: list[float | None] | list[int | None]) -> float | None:
    """Return the sum, None when there is nothing or something is unknown."""
    known = [amount for amount in amounts if amount is not None]
    return fsum(known) if amounts and len(known) == len(amounts) else None


def _whole(amount: float | None) -> int | None:
    return None if amount is None else int(amount)
