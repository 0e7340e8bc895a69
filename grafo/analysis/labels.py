"""Names that tell homonyms apart: Puebla (state) and Puebla (municipality)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, combinations

from grafo.analysis.levels import Unit, country_names
from grafo.analysis.snapshot import Snapshot
from grafo.analysis.wording import Lang
from grafo.model import Bilingual, load_model
from grafo.text import fold

Detail = Callable[[Unit], str]


def unit_labels(snapshot: Snapshot, units: Sequence[Unit]) -> list[Bilingual]:
    """Return a name for each unit that no other has, in both languages.

    A homonym gets in parentheses as little as tells it apart: its country, its level of
    government, the state it is in, several of these, or at last its id.
    """
    spanish, english = (_labels(snapshot, units, lang) for lang in ("es", "en"))
    return [Bilingual(es=es, en=en) for es, en in zip(spanish, english, strict=True)]


def _labels(snapshot: Snapshot, units: Sequence[Unit], lang: Lang) -> list[str]:
    levels = load_model().nodes["Government"].properties["level"].values or {}
    details: tuple[Detail, ...] = (
        lambda unit: country_names(snapshot, unit.country)[lang],
        lambda unit: levels[unit.level][lang] if unit.level in levels else "",
        lambda unit: unit.within[lang] if unit.within else "",
    )
    homonyms: dict[str, list[int]] = defaultdict(list)
    for index, unit in enumerate(units):
        homonyms[fold(unit.name[lang])].append(index)
    labels = [unit.name[lang] for unit in units]
    for indexes in homonyms.values():
        if len(indexes) > 1:
            told = _told_apart([units[index] for index in indexes], details)
            for index, detail in zip(indexes, told, strict=True):
                labels[index] += f" ({detail})" if detail else ""
    return labels


def _told_apart(units: list[Unit], details: tuple[Detail, ...]) -> list[str]:
    """Return for homonyms the shortest details that differ among all of them."""
    for chosen in _subsets(details):
        told = [", ".join(filter(None, (detail(unit) for detail in chosen))) for unit in units]
        if len(set(told)) == len(units):
            return told
    return [unit.id for unit in units]


def _subsets(details: tuple[Detail, ...]) -> Iterable[tuple[Detail, ...]]:
    return chain.from_iterable(combinations(details, size) for size in range(1, len(details) + 1))
