"""Words that say what kind of government a name is of, by language: data/generic_words.csv.

"Województwo dolnośląskie", "Skåne län", "Județul Cluj": the word is no part of the name that
tells the place from others. A row may hold in some countries only: a *distrito* is a borough in
Peru, a county in Germany and a first-order division in Portugal.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from grafo.places.entries import table
from grafo.text import fold

_PARTICLE = re.compile(
    r"(?:(?:de la|de los|de las|del|de|da|do|dos|of the|of|du|des|d|di|della|der|von|van|the)\s)?"
)
# The languages that put one between the word and the name: "Province of", "Gouvernorat de".
_WITH_PARTICLE = frozenset("ca de en es fr gl it nl pt ro".split())
_SHORTEST_CORE = 3
_SHORTEST_STEM = 3
_SHORTEST_WORD = 3


@dataclass(frozen=True, slots=True)
class Generic:
    """A folded name without its generic word; `word` is the word as it stood there."""

    core: str
    level: str | None
    word: str


# (folded word, level, limited to some countries, followed by a particle)
_Rule = tuple[str, str, bool, bool]


@dataclass(frozen=True, slots=True)
class _Words:
    """The rules of a country: by first word before a name, by last word after it, joined."""

    before: dict[str, list[_Rule]]
    after: dict[str, list[_Rule]]
    joined: list[_Rule]


def without_generic(folded: str, country: str | None, *, local: bool) -> Generic | None:
    """Take a generic word off a folded name, or return None.

    `local` asks for words that hold in some countries only, this one among them.
    """
    words = _words(country)
    for word, level, limited, particle in words.before.get(folded.partition(" ")[0], ()):
        if limited is local and folded.startswith(word + " "):
            start = _PARTICLE.match(folded, len(word) + 1) if particle else None
            core = folded[start.end() if start else len(word) + 1 :]
            if core:
                return Generic(core, level or None, folded[: len(folded) - len(core)].strip())
    for word, level, limited, _ in words.after.get(folded.rpartition(" ")[2], ()):
        if limited is local and folded.endswith(" " + word):
            return Generic(folded[: -len(word) - 1], level or None, word)
    for word, level, limited, _ in words.joined:
        core = folded.removesuffix(word)
        long_enough = len(core) >= _SHORTEST_CORE or not core.isascii()
        if limited is local and core != folded and core and long_enough:
            return Generic(core.strip(), level or None, word)
    return None


def generic_level(folded: str, country: str | None) -> str | None:
    """Return the level that a generic word alone names in a country, or None.

    Two letters alone are no word: behind a town "CO" is Colorado.
    """
    if len(folded) < _SHORTEST_WORD and folded.isascii():
        return None
    words = _words(country)
    rules = [*words.before.get(folded.partition(" ")[0], ())]
    rules += words.after.get(folded.rpartition(" ")[2], ())
    for word, level, *_ in rules:
        if folded in {word, word.removesuffix(" of").removesuffix(" de")}:
            return level or None
    return None


def ends_in_generic(folded: str, country: str | None) -> bool:
    """Tell whether a folded name ends in a generic word: "orange co" in the United States."""
    rules = _words(country).after.get(folded.rpartition(" ")[2], ())
    return any(folded.endswith(" " + word) for word, *_ in rules)


@lru_cache(maxsize=1)
def conjunctions() -> frozenset[str]:
    """Return the words for "and" that stand between two parties, folded or in their script."""
    return frozenset(
        row["word"].casefold()
        for _, row in table("generic_words.csv")
        if row["position"] == "between"
    )


def undeclined(core: str, country: str | None) -> list[str]:
    """Return the forms that a declined name may have by itself: "Vilniaus" → "vilnius".

    They are guesses: only one that a gazetteer knows counts.
    """
    return [
        core.removesuffix(ending) + base
        for ending, base in _declensions(country or "")
        if core.endswith(ending) and len(core) - len(ending) >= _SHORTEST_STEM
    ]


@lru_cache(maxsize=512)
def _words(country: str | None) -> _Words:
    before: dict[str, list[_Rule]] = defaultdict(list)
    after: dict[str, list[_Rule]] = defaultdict(list)
    joined: list[_Rule] = []
    for word, level, position, particle, where in _table():
        if where and country not in where:
            continue
        rule = (word, level, bool(where), particle)
        if position == "before":
            before[word.partition(" ")[0]].append(rule)
        elif position == "after":
            after[word.rpartition(" ")[2]].append(rule)
        elif position == "joined":
            joined.append(rule)
    for rules in (*before.values(), *after.values(), joined):
        rules.sort(key=lambda rule: -len(rule[0]))
    return _Words(dict(before), dict(after), joined)


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[str, str, str, bool, frozenset[str]], ...]:
    return tuple(
        (
            fold(row["word"]),
            row["level"],
            row["position"],
            row["language"] in _WITH_PARTICLE,
            frozenset(row["countries"].split()),
        )
        for _, row in table("generic_words.csv")
    )


@lru_cache(maxsize=512)
def _declensions(country: str) -> tuple[tuple[str, str], ...]:
    rules = [
        (fold(row["ending"]), fold(row["base"]))
        for _, row in table("declensions.csv")
        if country in row["countries"].split()
    ]
    return tuple(sorted(rules, key=lambda rule: -len(rule[0])))
