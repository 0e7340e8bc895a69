"""Choosing among places of one name, and saying why; or saying that it cannot be chosen.

A place is chosen when nothing else carries its name, or when what else does is so small beside
it that whoever wrote the name without more can only have meant the large one. Everything that
counts for or against ends up as a code in the candidate's evidence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from grafo.places.distance import kilometres
from grafo.places.entries import NameKind, TownKind
from grafo.places.gazetteer import Found
from grafo.places.place import Candidate
from grafo.text import fold

# Of all the people in places of the name, the share that must live in one of them. Calibrated
# in benchmarks/resolution.py on rows whose namesakes were told apart by coordinates.
DECISIVE_SHARE = 0.95
# The same where the cell also says something that was not understood ("Burgos (Isabela)").
DECISIVE_SHARE_IN_DOUBT = 0.99
# Where the next is this many times smaller, the many small ones together weigh a little less.
_FAR_AHEAD = 20
_AMONG_MANY = 0.06
# Without a country the namesakes of the whole world compete, so more is asked.
DECISIVE_SHARE_WORLDWIDE = 0.98
# A short or second name is a weaker claim than the name itself (Lerdo, and Lerdo de Tejada);
# an alternate name may be a foreign or former one. Places count for this much of themselves.
_CLAIM = {NameKind.MAIN: 1.0, NameKind.ALIAS: 0.3, NameKind.ALTERNATE: 0.05}
# Agreements are signed by municipalities: a village of one, a quarter of a town or a place that is
# no more is meant more rarely than its size says, where GeoNames knows which is which.
_STANDING = {TownKind.PLAIN: 0.1, TownKind.SECTION: 0.1, TownKind.FORMER: 0.01}
# A town with names in many languages is meant more often than a village with none. Of two that are
# both known abroad neither is (Kansas City, Missouri, and Kansas City, Kansas).
_MOST_RENOWN = 10
# A place of unknown population is taken for a village. (China's county towns often are.)
_UNKNOWN_SIZE = 2000
# A province or district whose towns GeoNames files elsewhere (Kartal, of Istanbul) is no village.
_UNKNOWN_DISTRICT = 50_000
# A town of its division's name is meant rather than the division when it is the capital or
# holds this share of the division's people.
_MAJOR_TOWN = 0.05
_MAJOR_CITY_BESIDE = 0.25
# "California" beside a hamlet California elsewhere: the division must outweigh it this much.
_DIVISION_OVER_TOWNS = 500
# A town that its division is named after is better known in its country than its size says.
_NAMESAKE_OF_DIVISION = 4.0
# A village beside a far larger district of its name elsewhere is not what a bare name means.
_DISTRICT_OVER_TOWNS = 20
_NEARLY_THE_SAME = 0.6
_SAME_PLACE_KM = 10.0
_MOST_CANDIDATES = 8
_ROUND_ABOVE = 10

_NAME_SCORES = {NameKind.MAIN: 0.99, NameKind.ALIAS: 0.98, NameKind.ALTERNATE: 0.93}
_NAME_CODES = {
    NameKind.MAIN: "name:exact",
    NameKind.ALIAS: "name:alias",
    NameKind.ALTERNATE: "name:alternate",
}


@dataclass(slots=True)
class Weighed:
    """A candidate while it is being weighed."""

    found: Found
    evidence: list[str]
    against: list[str] = field(default_factory=list)
    factor: float = 1.0
    fame: float = 1.0

    @property
    def weight(self) -> float:
        """How often this place may be meant by the name: by its people, and as one knows it."""
        return self.claim * (1 + min(self.found.renown, _MOST_RENOWN))

    @property
    def claim(self) -> float:
        """The people of the place, as far as the name is its own and it is a government."""
        unknown = _UNKNOWN_DISTRICT if self.found.is_second_order else _UNKNOWN_SIZE
        people = (self.found.weight or unknown) * self.fame
        standing = _STANDING.get(self.found.town, 1.0) if self.found.town else 1.0
        return people * _CLAIM[self.found.kind] * standing


@dataclass(frozen=True, slots=True)
class Verdict:
    """The candidates, best first, and whether the first is the answer."""

    candidates: tuple[Candidate, ...]
    decided: bool


def weighed(found: Found) -> Weighed:
    """Return a candidate with the evidence of its name."""
    return Weighed(found, [_NAME_CODES[found.kind]])


def weigh(
    candidates: Iterable[Weighed], *, level_stated: bool, government: bool, decisive: float
) -> Verdict:
    """Rank the candidates and decide.

    `level_stated` says that the level was asked for, `government` that the name was wrapped in
    "Gobierno de" alone, which may mean a state as well as its capital. `decisive` is the share
    that decides.
    """
    ranked = sorted(candidates, key=lambda each: (-each.weight, each.found.place.id))
    kept = _without_doubles(ranked)
    unsettled = False
    if not level_stated:
        kept, outweighed = _without_second_order(kept)
        kept, unsettled = _towns_or_divisions(kept, government=government)
        unsettled = unsettled or outweighed
        kept.sort(key=lambda each: (-each.weight, each.found.place.id))
    total = sum(each.weight for each in kept)
    scored = [(each, each.weight / total) for each in kept]
    if len(scored) > 1:
        first, second = (each.found.weight or _UNKNOWN_SIZE for each in kept[:2])
        ratio = first / second
        ahead = f"population:{ratio:.{0 if ratio >= _ROUND_ABOVE else 1}f}x-next"
        (kept[0].evidence if ratio > 1 else kept[0].against).append(ahead)
        kept[0].against.append(f"namesakes:{len(kept) - 1}")
    elif kept:
        kept[0].evidence.append("name:only-one")
    decided = bool(kept) and not unsettled and _dominates(scored, decisive)
    if decided:
        kept[0].against = [code for code in kept[0].against if not code.startswith("namesakes:")]
    return Verdict(
        tuple(_candidate(each, share) for each, share in scored[:_MOST_CANDIDATES]), decided
    )


def _dominates(scored: list[tuple[Weighed, float]], decisive: float) -> bool:
    """Tell whether the first place is large enough beside its namesakes to be the one meant."""
    (best, share), *others = scored
    known_otherwise = best.found.kind is NameKind.ALTERNATE
    if known_otherwise and any(
        each.found.kind < NameKind.ALTERNATE and not each.found.weight for each, _ in others
    ):
        return False  # the name is another place's own, whose size nobody knows
    far_ahead = bool(others) and best.claim >= _FAR_AHEAD * others[0][0].claim
    return share >= (decisive - _AMONG_MANY if far_ahead else decisive)


def _candidate(each: Weighed, share: float) -> Candidate:
    score = _NAME_SCORES[each.found.kind] * each.factor * share
    return Candidate(each.found.place, round(score, 3), tuple(each.evidence), tuple(each.against))


def _without_doubles(ranked: list[Weighed]) -> list[Weighed]:
    """Drop sections of a town and second entries of it: same name, same division, same spot, or
    a place of the municipality that bears its name."""
    kept: list[Weighed] = []
    for each in ranked:
        double = next((other for other in kept if _is_double(each.found, other.found)), None)
        if double is None:
            kept.append(each)
        elif each.found.place.id in double.found.within:  # the one that governs the other stays
            each.evidence.append(f"same-place:{double.found.place.id}")
            kept[kept.index(double)] = each
        elif not any(code.startswith("same-place:") for code in double.evidence):
            double.evidence.append(f"same-place:{each.found.place.id}")
    return kept


def _is_double(found: Found, other: Found) -> bool:
    one, two = found.place, other.place
    if one.parent != two.parent or not one.level == two.level == "city":
        return False
    if two.id in found.within or one.id in other.within:
        return True
    return kilometres(one.lat, one.lon, two.lat, two.lon) <= _SAME_PLACE_KM


def _towns_or_divisions(kept: list[Weighed], *, government: bool) -> tuple[list[Weighed], bool]:
    """Settle a name that is a division's and a town's; tell whether it stayed unsettled."""
    divisions = [each for each in kept if each.found.is_division]
    towns = [each for each in kept if not each.found.is_division]
    if not divisions or not towns:
        return kept, False
    for division in divisions:
        inside = any(each.found.place.parent == division.found.place.id for each in towns)
        major = [each for each in towns if _major(each, division)]
        if major and not government and _same_claim(major[0], division):
            major[0].evidence.append(f"level:town-over-{division.found.place.id}")
            if len({each.found.place.country for each in kept}) == 1:
                major[0].fame = _NAMESAKE_OF_DIVISION
            kept = [each for each in kept if each is not division]
            continue
        if (
            major
            or inside
            or division.weight < _DIVISION_OVER_TOWNS * sum(each.weight for each in towns)
        ):
            division.against.append("level:division-or-town")
            return kept, True
        division.evidence.append("level:division-over-towns")
    return kept, False


def _without_second_order(kept: list[Weighed]) -> tuple[list[Weighed], bool]:
    """Set aside the provinces and districts that share a name with a town or a larger division,
    which is what a bare name means; tell whether a small town stands against a large one."""
    others = [each for each in kept if not each.found.is_second_order]
    second = [
        each
        for each in kept
        if each.found.is_second_order and not any(_inside(other, each) for other in others)
    ]
    largest = max((each.weight for each in others), default=0.0)
    outweighed = [each for each in second if each.weight > _DISTRICT_OVER_TOWNS * largest]
    if not others:
        return second, False
    for each in outweighed:
        each.against.append("level:division-or-town")
    return others + outweighed, bool(outweighed)


def one_of_two_orders(candidates: list[Weighed], level: str | None) -> list[Weighed]:
    """Keep one of a division and the one around it that share a name, where a level is asked for:
    "Comunidad Autónoma de Valencia" is the region, "Provincia de Valencia" the province in it."""
    if level is None:
        return candidates
    by_id = {each.found.place.id: each for each in candidates}
    dropped: set[str] = set()
    for each in candidates:
        around = by_id.get(each.found.place.parent or "")
        if around is None or not each.found.is_second_order:
            continue
        inner = each.found.place.level == level != around.found.place.level
        dropped.add((around if inner else each).found.place.id)
    return [each for each in candidates if each.found.place.id not in dropped]


def _inside(one: Weighed, division: Weighed) -> bool:
    """Tell whether a place lies in a second-order division, or is the one around it."""
    identity = division.found.place.id
    return identity in one.found.within or division.found.place.parent == one.found.place.id


def _same_claim(town: Weighed, division: Weighed) -> bool:
    """Tell whether the town may carry its division's name: as its own, as an exonym of both
    (Ginebra), or nearly (Luzern, Fukui-shi). Goa is the state, and an old name of a town in it."""
    if town.found.kind < NameKind.ALTERNATE:
        return True
    if division.found.place.country == "MX":  # GeoNames' "Mexico" is no name of the capital
        return False
    if division.found.kind > NameKind.MAIN:
        return True
    names = (fold(each.found.place.name) for each in (town, division))
    return OSA.normalized_similarity(*names) >= _NEARLY_THE_SAME


def _major(town: Weighed, division: Weighed) -> bool:
    share = town.found.weight / max(division.found.weight, 1)
    if town.found.place.parent == division.found.place.id:
        return town.found.capital or share >= _MAJOR_TOWN
    # Buenos Aires and its province lie side by side; Washington is far from its state.
    return share >= (_MAJOR_CITY_BESIDE if town.found.also else 1)
