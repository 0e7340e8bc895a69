"""Finding the places that a name, with the words around it, may stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from grafo.places.abbreviations import in_full, is_code, spelled_out
from grafo.places.entries import NameKind
from grafo.places.gazetteer import Found, Gazetteer
from grafo.places.generic import undeclined
from grafo.places.phrases import whole_key
from grafo.places.place import BODY_LEVELS, DIVISION_LEVELS, TOWN_LEVELS
from grafo.places.wording import Wording, respelt, unwrap
from grafo.text import fold

# "Gobierno municipal de la ciudad de …" is wrapped twice; nothing real is wrapped more.
_MOST_WRAPPINGS = 3
_WHOLE_WORLD = 100
_OWN_LEVELS = BODY_LEVELS | {"metropolis", "county"}


@dataclass(frozen=True, slots=True)
class Named:
    """The places found for a name.

    `level` is what the register or the wording asks for, `wording` the words taken off (or that
    say the level); `government` that they were "Gobierno de" alone; `conflict` that register
    and wording ask for different levels. `cores` are the readings of the unwrapped name.
    """

    found: tuple[Found, ...]
    level: str | None
    wording: str | None = None
    government: bool = False
    conflict: str | None = None
    unwrapped: bool = False
    cores: tuple[str, ...] = ()


def admits(level: str | None, found: Found) -> bool:
    """Tell whether a place may answer where a level is asked for."""
    if found.kind is NameKind.QUALIFIER:
        return False
    if level is None or (level in DIVISION_LEVELS and found.is_division):
        return True
    # GeoNames calls Astana by the name of the region around it, among others.
    also = found.also if found.kind < NameKind.ALTERNATE else None
    levels = {found.place.level, also}
    for group in (TOWN_LEVELS, DIVISION_LEVELS):
        if level in group:
            return not levels.isdisjoint(group)
    return level in levels


def named(name: str, level: str | None, gazetteer: Gazetteer, countries: tuple[str, ...]) -> Named:
    """Look a name up, untouched first, then without the words that wrap it.

    The untouched name counts as it stands when a source of ours knows it so (Ciudad Juárez,
    City of London, Kansas City); one of GeoNames' alternate names must agree with the level
    that the words say. The signs in a name are part of it (`whole_key`).
    """
    key = whole_key(name)
    if not key:
        return Named((), level)
    country = countries[0] if len(countries) < _WHOLE_WORLD else None
    untouched = gazetteer.named(key, countries)
    others = _otherwise_spelt(name, key, country)
    if all(each.kind is NameKind.ALTERNATE for each in untouched):
        # "Mt. Vernon" is an old name of one town, and how many others are abbreviated.
        untouched += [
            each
            for other in others
            for each in gazetteer.named(other, countries)
            if each.kind < NameKind.ALTERNATE and each not in untouched
        ]
    own = _agreeing(level, untouched)
    if any(each.kind < NameKind.ALTERNATE for each in own):
        return Named(own, level)
    coded = _coded(key, level, gazetteer, countries) if country and is_code(name) else ()
    if coded:
        return Named(coded, level)
    spelled = spelled_out(key, country)
    readings = list(_readings(spelled, level, country))
    asked = readings[0].level if readings else level
    first = readings[0] if readings else Named((), level)
    agreeing = _agreeing(asked, untouched) or _of_level(spelled, asked, gazetteer, countries)
    if agreeing:
        return replace(first, found=agreeing, unwrapped=False)
    for reading in readings:
        for core in _cores(reading, name, country):
            agreeing = _of_level(core, reading.level, gazetteer, countries)
            if not agreeing and (reading.government or reading.level in DIVISION_LEVELS):
                agreeing = _coded(core, reading.level, gazetteer, countries)
            if not agreeing and reading.level in DIVISION_LEVELS:
                agreeing = _named_after(core, gazetteer, countries)
            if agreeing:
                return replace(reading, found=agreeing)
    found = tuple(
        each for other in others for each in _of_level(other, asked, gazetteer, countries)
    )
    return replace(readings[-1] if readings else first, found=found, unwrapped=False)


def _otherwise_spelt(written: str, key: str, country: str | None) -> list[str]:
    """Return the name with its abbreviations in full, and with "st" for "saint"."""
    spellings = [respelt(key), *in_full(written, country)]
    if "&" in written:
        spellings.append(whole_key(written.replace("&", " and ")))
    return list(dict.fromkeys(filter(None, spellings)))


def _cores(reading: Named, written: str, country: str | None) -> Iterator[str]:
    """Yield what an unwrapped name may be: as written, respelt, in full, undeclined."""
    yield from reading.cores
    for core in reading.cores:
        # The abbreviations of the core are read with the points that they were written with.
        tail = " ".join(written.split()[-len(core.split(" ")) :])
        spelt = (respelt(core), *in_full(core, country), *in_full(tail, country))
        yield from filter(None, spelt)
        yield from undeclined(core, country)


def _named_after(core: str, gazetteer: Gazetteer, countries: tuple[str, ...]) -> tuple[Found, ...]:
    """Return the divisions that bear the name of a town inside, by another name of the town.

    "Óblast de Járkov": Járkov is Kharkiv, and the division around it is called Kharkiv.
    """
    divisions: dict[str, Found] = {}
    for town in gazetteer.named(core, countries):
        division = town.place.parent and gazetteer.place(town.place.parent)
        if not division or town.kind is NameKind.QUALIFIER:
            continue
        for each in gazetteer.named(fold(town.place.name), (division.country,)):
            if each.place.id == division.id and each.kind < NameKind.ALTERNATE:
                divisions[division.id] = replace(each, kind=NameKind.ALIAS)
    return tuple(divisions.values())


def _coded(
    key: str, level: str | None, gazetteer: Gazetteer, countries: tuple[str, ...]
) -> tuple[Found, ...]:
    """Return the divisions that an abbreviation stands for: "N.L.", "n l" and "nl"."""
    words = key.split(" ")
    initials = "".join(words) if all(len(word) == 1 for word in words) else key
    for each in dict.fromkeys((key, initials)):
        found = [
            replace(place, kind=NameKind.ALIAS)
            for place in gazetteer.named(each, countries)
            if place.kind is NameKind.QUALIFIER
        ]
        agreeing = _agreeing(level, found)
        if agreeing:
            return agreeing
    return ()


def _readings(spelled: str, level: str | None, country: str | None) -> Iterator[Named]:
    """Yield the name without its wrapping, without what was wrapped in that, and so on."""
    text, conflict = None, None
    for _ in range(_MOST_WRAPPINGS):
        wording = unwrap(spelled, country)
        if wording is None:
            return
        text = text or wording.wrapping
        level, clash = _asked(level, wording)
        conflict = conflict or clash
        government = wording.level is None and wording.wrapping.startswith("go")
        yield Named((), level, text, government, conflict, unwrapped=True, cores=wording.cores)
        spelled = wording.cores[-1]


def _of_level(
    core: str, level: str | None, gazetteer: Gazetteer, countries: tuple[str, ...]
) -> tuple[Found, ...]:
    keys = (core, f"{core} county", f"{core} parish") if level == "county" else (core,)
    found = [each for key in keys for each in gazetteer.named(key, countries)]
    # One place once, by the best of the names: "Pest County" is also called Pest.
    best: dict[str, Found] = {}
    for each in found:
        known = best.get(each.place.id)
        best[each.place.id] = each if known is None or each.kind < known.kind else known
    return _agreeing(level, best.values())


def _agreeing(level: str | None, found: Iterable[Found]) -> tuple[Found, ...]:
    """Return what answers at the level; "Provincia de Buenos Aires" is not the city, which
    answers as a province only where nothing else does."""
    agreeing = tuple(each for each in found if admits(level, each))
    groups = (TOWN_LEVELS, DIVISION_LEVELS)
    group = next((group for group in groups if level in group), frozenset((level,)))
    own = tuple(each for each in agreeing if each.place.level in group)
    return own if level and own else agreeing


def _asked(level: str | None, wording: Wording) -> tuple[str | None, str | None]:
    """Return the level asked for and, when register and wording disagree, how.

    What can never be a town or a state (a university, a metropolitan area, a county) is taken
    from the wording even then: the wrong level could only find the wrong place.
    """
    said = wording.level
    if level is None or said is None:
        return level or said, None
    if said in _OWN_LEVELS and said != level:
        return said, None
    for group in (TOWN_LEVELS, DIVISION_LEVELS):
        if said in group and level not in group:
            return level, f"level:{level}-worded-{said}"
    return level, None
