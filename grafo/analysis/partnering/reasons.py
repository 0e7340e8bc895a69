"""Why a suggestion is made, in words: what the two share, what peers have done, what is near.

Every reason is a fact of the graph that can be looked up; none is made of the score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import log10

from grafo.analysis.partnering.features import BORDER_KM
from grafo.analysis.partnering.ground import Ground
from grafo.analysis.reach.posts import post_name
from grafo.analysis.scope import country_said
from grafo.analysis.snapshot import Government
from grafo.analysis.telling import people, some
from grafo.analysis.wording import Lang, counted, government_name, number
from grafo.model import Bilingual
from grafo.places.distance import kilometres

POST_KM = 300.0  # how far a representation reaches, as in the analysis of coverage
_ALIKE = log10(2)  # sizes within twice of each other
_OFTEN = 0.05  # share of a country's links from which another is one of its usual partners
_FEWEST = 3  # links between two countries, or peers, below which nothing is said of many
_NAMED = 3  # governments in a list
_THEMES = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: what kind it is, and the sentence."""

    kind: str
    text: Bilingual


@dataclass(frozen=True, slots=True)
class _Pair:
    """The government that asks and the one suggested, by their places in the snapshot."""

    ground: Ground
    asker: int
    other: int

    @property
    def own(self) -> Government:
        return self.ground.snapshot.governments[self.asker]

    @property
    def suggested(self) -> Government:
        return self.ground.snapshot.governments[self.other]

    def country(self, node: int) -> Bilingual:
        return country_said(self.ground.snapshot, self.ground.snapshot.governments[node].country)


def reasons(ground: Ground, asker: int, other: int) -> list[Reason]:
    """Return the reasons to propose `other` to `asker`, both places in the snapshot.

    In order of weight for a person: partners in common, peers, themes, the country, size, place,
    a representation. The last one stands where no other holds: how many partners it has.
    """
    pair = _Pair(ground, asker, other)
    found = [
        Reason(kind, text) for kind, tell in _REASONS.items() if (text := tell(pair)) is not None
    ]
    return found or [Reason("active", _active(pair))]


def _common(pair: _Pair) -> Bilingual | None:
    shared = sorted(
        set(pair.ground.partners(pair.asker).tolist())
        & set(pair.ground.partners(pair.other).tolist())
    )
    if not shared:
        return None
    names = _names(pair.ground, shared)
    one = len(shared) == 1
    return Bilingual(
        es=f"comparten {counted(len(shared), 'contraparte', 'contrapartes')}: {names.es}",
        en=f"both have {'a counterpart' if one else number(len(shared)) + ' counterparts'} in "
        f"common: {names.en}",
    )


def _peers(pair: _Pair) -> Bilingual | None:
    """Near governments of the same tier that already are its partners."""
    there = set(pair.ground.partners(pair.other).tolist())
    near = [node for node in _nearest_first(pair) if node in there]
    if not near:
        return None
    es, en = (
        some([_with_km(pair, node, lang) for node in near], lang, most=_NAMED) for lang in _LANGS
    )
    one = len(near) == 1
    return Bilingual(
        es=f"ya es contraparte de {es}, "
        f"{'gobierno vecino' if one else 'gobiernos vecinos'} del mismo orden",
        en=f"it is already a counterpart of {en}, "
        f"{'a neighbour' if one else 'neighbours'} of the same tier",
    )


def _gap(pair: _Pair) -> Bilingual | None:
    """Peers have partners in its country, and the one that asks has none."""
    ground, country = pair.ground, pair.ground.evidence.traits.country[pair.other]
    if ground.evidence.by_country[pair.asker, country] or pair.own.country == (
        pair.suggested.country
    ):
        return None
    near = ground.neighbours(pair.asker).tolist()
    filled = sum(bool(ground.evidence.by_country[node, country]) for node in near)
    if filled < _FEWEST:
        return None
    name = pair.country(pair.other)
    own = _name(pair.own)
    return Bilingual(
        es=f"de los {number(len(near))} gobiernos vecinos del mismo orden, {number(filled)} tienen "
        f"contrapartes en {name.es} y {own.es} ninguna",
        en=f"of the {number(len(near))} nearest governments of the same tier, {number(filled)} "
        f"have counterparts in {name.en}, and {own.en} has none",
    )


def _themes(pair: _Pair) -> Bilingual | None:
    """Themes that it works on, and the one that asks or its peers too."""
    ground = pair.ground
    offered, own = ground.themes[pair.other], ground.themes[pair.asker]
    if both := sorted(offered & own):
        names = _theme_names(ground, both)
        return Bilingual(
            es=f"ambos cooperan en {names.es}",
            en=f"both cooperate on {names.en}",
        )
    if own:
        return None
    near = ground.neighbours(pair.asker).tolist()
    counts = {
        theme: sum(theme in ground.themes[node] for node in near) for theme in sorted(offered)
    }
    usual = sorted(
        (theme for theme, count in counts.items() if count >= _FEWEST),
        key=lambda theme: (-counts[theme], theme),
    )
    if not usual:
        return None
    names = _theme_names(ground, usual[:_THEMES])
    such_es, such_en = (", como ", ", such as ") if len(usual) > _THEMES else (": ", ": ")
    return Bilingual(
        es=f"coopera en lo que también los vecinos{such_es}{names.es}",
        en=f"it cooperates on what the neighbours do too{such_en}{names.en}",
    )


def _there(pair: _Pair) -> Bilingual | None:
    """The one that asks has partners in its country."""
    ground, country = pair.ground, pair.ground.evidence.traits.country
    own = [
        node
        for node in ground.partners(pair.asker).tolist()
        if country[node] == country[pair.other] != country[pair.asker]
    ]
    if not own:
        return None
    names, name = _names(ground, own), pair.country(pair.other)
    return Bilingual(
        es=f"{_name(pair.own).es} ya tiene en {name.es} a {names.es}",
        en=f"{_name(pair.own).en} already has {names.en} in {name.en}",
    )


def _open(pair: _Pair) -> Bilingual | None:
    """It has partners in the country of the one that asks."""
    ground, country = pair.ground, pair.ground.evidence.traits.country
    if country[pair.asker] == country[pair.other]:
        return None
    here = [
        node
        for node in ground.partners(pair.other).tolist()
        if country[node] == country[pair.asker]
    ]
    if not here:
        return None
    names, name = _names(ground, here), pair.country(pair.asker)
    several = counted(len(here), "contraparte", "contrapartes")
    return Bilingual(
        es=f"tiene ya {several} en {name.es}: {names.es}",
        en=f"it already has {counted(len(here), 'counterpart', 'counterparts')} in {name.en}: "
        f"{names.en}",
    )


def _affinity(pair: _Pair) -> Bilingual | None:
    """A good part of the links of the own country go to the other."""
    evidence = pair.ground.evidence
    home, there = evidence.traits.country[[pair.asker, pair.other]].tolist()
    links, all_links = int(evidence.between[home, there]), int(evidence.between[home].sum())
    if home == there or links < _FEWEST or links < _OFTEN * all_links:
        return None
    one, other = pair.country(pair.asker), pair.country(pair.other)
    return Bilingual(
        es=f"con {other.es} son {number(links)} de los {number(all_links)} vínculos de {one.es}",
        en=f"{number(links)} of the {number(all_links)} links of {one.en} are with {other.en}",
    )


def _size(pair: _Pair) -> Bilingual | None:
    own, other = pair.own.population, pair.suggested.population
    if not own or not other or abs(log10(own / other)) > _ALIKE:
        return None
    return Bilingual(
        es=f"tiene una población parecida ({people(other, 'es')})",
        en=f"it is of similar size ({people(other, 'en')})",
    )


def _place(pair: _Pair) -> Bilingual | None:
    km = kilometres(pair.own.lat, pair.own.lon, pair.suggested.lat, pair.suggested.lon)
    if km >= BORDER_KM or pair.own.country == pair.suggested.country:
        return None
    return Bilingual(
        es=f"está a {number(km)} km, del otro lado de la frontera",
        en=f"it is {number(km)} km away, across the border",
    )


def _namesake(pair: _Pair) -> Bilingual | None:
    if not pair.ground.evidence.traits.namesakes[[pair.asker]].toarray()[0, pair.other]:
        return None
    return Bilingual(es="llevan el mismo nombre", en="both bear the same name")


def _representation(pair: _Pair) -> Bilingual | None:
    near = pair.ground.nearest_post(pair.other, pair.own.country)
    if near is None or near.km > POST_KM or pair.own.country == pair.suggested.country:
        return None
    name, sender = post_name(near.post), pair.country(pair.asker)
    if near.km < 1:
        return Bilingual(
            es=f"ahí mismo hay una representación de {sender.es}: {name.es}",
            en=f"{sender.en} has a representation right there: {name.en}",
        )
    return Bilingual(
        es=f"a {number(near.km)} km hay una representación de {sender.es}: {name.es}",
        en=f"{sender.en} has a representation {number(near.km)} km away: {name.en}",
    )


def _active(pair: _Pair) -> Bilingual:
    count = len(pair.ground.partners(pair.other))
    return Bilingual(
        es=f"tiene {counted(count, 'contraparte', 'contrapartes')}",
        en=f"it has {counted(count, 'counterpart', 'counterparts')}",
    )


_REASONS: dict[str, Callable[[_Pair], Bilingual | None]] = {
    "common_partners": _common,
    "peers": _peers,
    "gap": _gap,
    "themes": _themes,
    "own_partners_there": _there,
    "open_to_country": _open,
    "affinity": _affinity,
    "size": _size,
    "border": _place,
    "name": _namesake,
    "representation": _representation,
}
_LANGS: tuple[Lang, Lang] = ("es", "en")


def _name(government: Government) -> Bilingual:
    return Bilingual(es=government_name(government, "es"), en=government_name(government, "en"))


def _names(ground: Ground, nodes: Sequence[int]) -> Bilingual:
    """List governments, those with most partners first."""
    degree = ground.evidence.degree
    ordered = sorted(nodes, key=lambda node: (-float(degree[node]), node))
    named = [_name(ground.snapshot.governments[node]) for node in ordered]
    return Bilingual(
        es=some([name.es for name in named], "es", most=_NAMED),
        en=some([name.en for name in named], "en", most=_NAMED),
    )


def _theme_names(ground: Ground, themes: Sequence[str]) -> Bilingual:
    known = [ground.snapshot.theme[theme] for theme in themes if theme in ground.snapshot.theme]
    left = [theme for theme in themes if theme not in ground.snapshot.theme]
    return Bilingual(
        es=some([theme.name_es.lower() for theme in known] + left, "es", most=_THEMES),
        en=some([theme.name_en.lower() for theme in known] + left, "en", most=_THEMES),
    )


def _nearest_first(pair: _Pair) -> Iterator[int]:
    own, governments = pair.own, pair.ground.snapshot.governments

    def distance(node: int) -> tuple[float, int]:
        other = governments[node]
        return kilometres(own.lat, own.lon, other.lat, other.lon), node

    yield from sorted(pair.ground.neighbours(pair.asker).tolist(), key=distance)


def _with_km(pair: _Pair, node: int, lang: Lang) -> str:
    other = pair.ground.snapshot.governments[node]
    km = kilometres(pair.own.lat, pair.own.lon, other.lat, other.lon)
    return f"{government_name(other, lang)} ({number(km)} km)"


def told(found: Sequence[Reason]) -> Bilingual:
    """Return reasons as one sentence without its full stop."""
    return Bilingual(
        es="; ".join(reason.text.es for reason in found),
        en="; ".join(reason.text.en for reason in found),
    )
