"""What a community is called: the states and countries in it, and what its agreements are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from grafo.analysis.levels import country_names, topmost
from grafo.analysis.snapshot import Agreement, Snapshot
from grafo.analysis.wording import Lang, government_name, listing, number
from grafo.model import Bilingual
from grafo.store.derive import linked_pairs

# What is in this part of the agreements within a community names it.
NAMING_SHARE = 0.25
_MOST = 2  # states, countries and themes in a name, of each
# Of several, and of one.
_Nouns = tuple[Bilingual, Bilingual]
_STATES: _Nouns = (Bilingual(es="estados", en="states"), Bilingual(es="estado", en="state"))
_COUNTRIES: _Nouns = (Bilingual(es="países", en="countries"), Bilingual(es="país", en="country"))


@dataclass(frozen=True, slots=True)
class _Name:
    """The parts of a name, each in both languages."""

    places: Bilingual
    themes: Bilingual

    def whole(self, hub: Bilingual | None) -> Bilingual:
        """Return the name, with its hub if it needs one to be told apart."""
        texts = {}
        for lang, around in (("es", "en torno a"), ("en", "around")):
            text = self.places[lang] + (f", {around} {hub[lang]}" if hub else "")
            texts[lang] = f"{text} · {self.themes[lang]}" if self.themes[lang] else text
        return Bilingual(**texts)


def community_labels(
    snapshot: Snapshot, inside: Sequence[Sequence[Agreement]], hubs: Sequence[Bilingual]
) -> list[Bilingual]:
    """Return a name for each community that no other has.

    Where the home country has a party in at least half of the agreements, its states are named
    and the countries abroad; elsewhere, all countries. Up to two of each are named if they are
    in a quarter of the agreements or more; where none is, the first and how many more there
    are. Communities that would be called the same get their hub's name beside it; one without
    an agreement within (at a high resolution, a single government) has its hub's name alone.

    Args:
        inside: for each community the agreements that link two of its members.
        hubs: the name of the best connected member of each.
    """
    names = [_name(snapshot, agreements) for agreements in inside]
    alike = Counter((name.places.es, name.themes.es) for name in names)
    alike_en = Counter((name.places.en, name.themes.en) for name in names)
    return [
        hub
        if not agreements
        else name.whole(
            hub
            if max(alike[name.places.es, name.themes.es], alike_en[name.places.en, name.themes.en])
            > 1
            else None
        )
        for name, hub, agreements in zip(names, hubs, inside, strict=True)
    ]


def _name(snapshot: Snapshot, agreements: Sequence[Agreement]) -> _Name:
    states: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    themes: Counter[str] = Counter()
    home = snapshot.home_country or ""
    for agreement in agreements:
        parties = {party for pair in linked_pairs(agreement.parties) for party in pair}
        governments = [snapshot.governments[snapshot.index[party]] for party in parties]
        states.update({topmost(snapshot, g).id for g in governments if g.country == home})
        countries.update({government.country for government in governments})
        themes.update(agreement.themes)
    total = len(agreements)
    places: list[Bilingual] = []
    if countries[home] * 2 >= total:
        del countries[home]
        places += _named(states, total, lambda state: _government(snapshot, state), _STATES)
    places += _named(countries, total, lambda code: country_names(snapshot, code), _COUNTRIES)
    topics = [_theme(snapshot, theme) for theme in _frequent(themes, _with_theme(agreements))]
    return _Name(
        Bilingual(
            es=listing([p.es for p in places], "es"), en=listing([p.en for p in places], "en")
        ),
        Bilingual(es="; ".join(t.es for t in topics), en="; ".join(t.en for t in topics)),
    )


def _with_theme(agreements: Sequence[Agreement]) -> int:
    return sum(bool(agreement.themes) for agreement in agreements)


def _named(
    counts: Counter[str], total: int, name: Callable[[str], Bilingual], nouns: _Nouns
) -> list[Bilingual]:
    """Return the names of the frequent ones; if none is, the first, and how many more there are."""
    if frequent := _frequent(counts, total):
        return [name(each) for each in frequent]
    ranked = _ranked(counts)
    names = [name(each) for each in ranked[:1]]
    if len(ranked) > 1:
        more = number(len(ranked) - 1)
        one = len(ranked) == 2
        names.append(Bilingual(es=f"{more} {nouns[one].es} más", en=f"{more} more {nouns[one].en}"))
    return names


def _ranked(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda each: (-counts[each], each))


def _frequent(counts: Counter[str], total: int) -> list[str]:
    return [each for each in _ranked(counts)[:_MOST] if counts[each] >= NAMING_SHARE * total]


def _government(snapshot: Snapshot, government_id: str) -> Bilingual:
    government = snapshot.governments[snapshot.index[government_id]]
    return Bilingual(es=government_name(government, "es"), en=government_name(government, "en"))


def _theme(snapshot: Snapshot, theme: str) -> Bilingual:
    def text(lang: Lang) -> str:
        known = snapshot.theme.get(theme)
        if known is None:
            return theme
        return (known.name_es if lang == "es" else known.name_en).lower()

    return Bilingual(es=text("es"), en=text("en"))
