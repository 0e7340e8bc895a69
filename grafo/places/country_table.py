"""The names of countries, folded, with everything that each may stand for.

Read once, on first use: data/countries.csv (es, en), data/country_names.csv (other languages and
lists), data/historic_states.csv, and data/admin1.csv for the divisions that stand beside a country.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from grafo.places.entries import listed, table
from grafo.places.former import former_states
from grafo.text import fold

_WORD = re.compile(r"[^\W_]+\.?")
# Words that join the words of a name in any of its forms, and tell no country from another.
_JOINING = frozenset(
    "the of and de del la el los las y e da do dos das du des le les l d di della dei et a und der"
    " die das des von van en het i och og ja en o na s".split()
)

Bag = frozenset[str]


@dataclass(frozen=True)
class Table:
    """Folded names → owners: ISO 3166-1 alpha-2 codes, and ids of states that are no more.

    `own` are the names in Spanish and English; `codes` alpha-2 and `short` the other codes;
    `divisions` are (country, folded name) of first-order divisions; `as_country` those of them
    that registers write as if they were the country (Scotland). `labels` are (es, en).
    """

    names: dict[str, frozenset[str]]
    own: frozenset[str]
    codes: frozenset[str]
    short: frozenset[str]
    divisions: frozenset[tuple[str, str]]
    as_country: frozenset[tuple[str, str]]
    labels: dict[str, tuple[str, str]] = field(default_factory=dict)

    @cached_property
    def bags(self) -> dict[Bag, frozenset[str]]:
        """The words of every name of several words, in no order → its owners."""
        found: dict[Bag, set[str]] = defaultdict(set)
        for name, owners in self.names.items():
            bag = words_of(name)
            if len(bag) > 1:
                found[bag] |= owners
        return {bag: frozenset(owners) for bag, owners in found.items()}

    @cached_property
    def initials(self) -> dict[str, tuple[str, ...]]:
        """First letter → the names that begin with it."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in self.names:
            found[name[0]].append(name)
        return {letter: tuple(names) for letter, names in found.items()}

    @cached_property
    def vocabulary(self) -> Bag:
        """The words that names of several words are made of, and that name no country alone."""
        words = frozenset(word for bag in self.bags for word in bag)
        return frozenset(word for word in words if word not in self.names)

    def family(self, name: str) -> frozenset[str]:
        """Return the owners of the names that hold all the words of a name."""
        words = words_of(name)
        found = set(self.names.get(fold(name), ()))
        for bag, owners in self.bags.items():
            if words <= bag:
                found |= owners
        return frozenset(found)


def tokens(text: str) -> list[str]:
    """Return the words of a text that mean something, folded; abbreviations keep their point."""
    found = []
    for word in _WORD.findall(text):
        folded = fold(word)
        if folded and folded not in _JOINING:
            found.append(folded + "." if word.endswith(".") else folded)
    return found


def words_of(text: str) -> Bag:
    """Return the words of a text that mean something, in no order."""
    return frozenset(word.rstrip(".") for word in tokens(text))


@lru_cache(maxsize=1)
def country_table() -> Table:
    """Return the table.

    Raises:
        InputError: one of the project's tables is broken.
    """
    names: dict[str, set[str]] = defaultdict(set)
    labels: dict[str, tuple[str, str]] = {}
    own: set[str] = set()
    titles: set[str] = set()
    short: set[str] = set()
    for _, row in table("countries.csv"):
        labels[row["id"]] = (row["name_es"], row["name_en"])
        short.add(fold(row["iso3"]))
        _add(names, (row["iso3"],), (row["id"],))
        spellings = (row["name_es"], row["name_en"], *listed(row["aliases"]))
        _add(names, spellings, (row["id"],))
        own.update(map(fold, spellings))
        titles.update((fold(row["name_es"]), fold(row["name_en"])))
    codes = frozenset(labels)
    for _, row in table("country_names.csv"):
        _add(names, (row["name"],), listed(row["countries"]))
        if row["languages"] in {"sport", "code"}:
            short.add(fold(row["name"]))
    for state in former_states():
        labels[state.id] = (state.name_es, state.name_en)
        _add(names, state.spellings, state.became if state.renamed else (state.id,))
    divisions = frozenset(_divisions())
    as_country = {
        (country, key)
        for country, key in divisions
        # England, Escocia; not Luxembourg or Panamá, which name both.
        if key in own and key not in titles and names[key] == {country}
    }
    names.pop("", None)
    return Table(
        {name: frozenset(owners) for name, owners in names.items()},
        frozenset(own),
        codes,
        frozenset(short - {""}),
        divisions,
        frozenset(as_country),
        labels,
    )


def _add(names: dict[str, set[str]], spellings: Iterable[str], owners: Iterable[str]) -> None:
    for spelling in spellings:
        names[fold(spelling)].update(owners)


def _divisions() -> Iterator[tuple[str, str]]:
    for _, row in table("admin1.csv"):
        for spelling in (row["name"], row["name_es"], *listed(row["aliases"])):
            if key := fold(spelling):
                yield row["country"], key
