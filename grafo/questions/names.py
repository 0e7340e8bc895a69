"""Names of governments, countries and themes, as a person types them → their keys."""

from __future__ import annotations

import difflib
from collections import defaultdict

from grafo.errors import UsageError
from grafo.language import language, say
from grafo.model import load_model
from grafo.places.countries import country_of
from grafo.places.place import NO_COUNTRY
from grafo.store import Store
from grafo.text import fold

# Folded name → the keys it may stand for, each with words that tell it from the others.
Names = defaultdict[str, dict[str, str]]


def government_id(
    store: Store, wanted: str, level: str | None = None, *, whole: bool = False
) -> str:
    """Return the id of a government given by id or name, or as "name, country" for a homonym.

    Case and accents do not matter; the country is an ISO 3166-1 alpha-2 code. With a `level`
    only governments of that level are looked at. With `whole`, the name of a state and of a
    municipality within it stands for the state.

    Raises:
        UsageError: no government has that name (the nearest are given), or several do (they
            are listed with their ids).
    """
    rows = store.rows(
        "MATCH (g:Government) WHERE $level IS NULL OR g.level = $level "
        "RETURN g.id AS id, g.name AS name, g.name_es AS es, "
        "g.name_en AS en, g.level AS level, g.country AS country",
        {"level": level},
    )
    names: Names = defaultdict(dict)
    for row in rows:
        if row["id"] == wanted:
            return wanted
        for name in {row["name"], row["es"], row["en"]} - {None}:
            label = f"{row['id']} ({row['name']}, {_level(row['level'])}, {row['country']})"
            names[fold(name)][row["id"]] = label
            names[fold(f"{name} {row['country']}")][row["id"]] = label
    found = names.get(fold(wanted), {})
    if len(found) == 1:
        return next(iter(found))
    if whole and found and (around := _around_the_others(store, sorted(found))) is not None:
        return around
    if found:
        raise UsageError(
            say(
                f"{wanted!r} nombra {len(found)} gobiernos; dé una clave o «nombre, PAÍS»",
                f"{wanted!r} names {len(found)} governments; give an id or “name, COUNTRY”",
            ),
            hint="\n".join(sorted(found.values())[:20]),
        )
    of_level = "" if level is None else say(f" de orden {_level(level)}", f" ({_level(level)})")
    raise UsageError(
        say(
            f"no hay un gobierno{of_level} {wanted!r} en el grafo",
            f"no government{of_level} named {wanted!r} in the graph",
        ),
        hint=_nearest(wanted, names),
    )


def _around_the_others(store: Store, ids: list[str]) -> str | None:
    """Return the one that all others are part of, if there is one."""
    rows = store.rows(
        "MATCH (g:Government)-[:PART_OF]->(w:Government) WHERE g.id IN $ids AND w.id IN $ids "
        "RETURN g.id AS part",
        {"ids": ids},
    )
    left = set(ids) - {row["part"] for row in rows}
    return left.pop() if len(left) == 1 else None


def _level(level: str) -> str:
    """Return the word for a level of government."""
    labels = load_model().nodes["Government"].properties["level"].values or {}
    return labels[level][language()] if level in labels else level


def country_code(store: Store, wanted: str) -> str:
    """Return the ISO 3166-1 alpha-2 code of a country given by code or by name, es or en.

    `ZZ`, where the data do not tell the country, is one too.

    Raises:
        UsageError: it is not a country; the nearest names are given.
    """
    match = country_of(wanted)
    guessed = match.division is not None or "country:misspelt" in match.evidence
    if match.iso2 is not None and not guessed:
        return match.iso2
    if wanted.strip().upper() == NO_COUNTRY:
        return NO_COUNTRY
    rows = store.rows("MATCH (c:Country) RETURN c.id AS id, c.name_es AS es, c.name_en AS en")
    labels = {row["id"]: f"{row['id']} ({say(row['es'], row['en'])})" for row in rows}
    names: Names = defaultdict(dict)
    for row in rows:
        for name in (row["es"], row["en"]):
            names[fold(name)][row["id"]] = labels[row["id"]]
    guess = {match.iso2: labels.get(match.iso2, match.iso2)} if match.iso2 else {}
    raise UsageError(
        say(
            f"{wanted!r} no es un país; se da su nombre o su código ISO de dos letras",
            f"{wanted!r} is not a country; give its name or its two-letter ISO code",
        ),
        hint=_nearest(wanted, names, guess) if rows or guess else None,
    )


def theme_id(store: Store, wanted: str) -> str:
    """Return the id of a theme given by id or by name, es or en.

    Raises:
        UsageError: there is no such theme; the nearest are given.
    """
    rows = store.rows("MATCH (t:Theme) RETURN t.id AS id, t.name_es AS es, t.name_en AS en")
    names: Names = defaultdict(dict)
    for row in rows:
        for name in (row["id"], row["es"], row["en"]):
            names[fold(name)][row["id"]] = f"{row['id']} ({say(row['es'], row['en'])})"
    found = names.get(fold(wanted), {})
    if len(found) == 1:
        return next(iter(found))
    raise UsageError(
        say(f"no hay un tema {wanted!r} en el grafo", f"no theme named {wanted!r} in the graph"),
        hint=_nearest(wanted, names),
    )


def _nearest(wanted: str, names: Names, guess: dict[str, str] | None = None) -> str:
    """Return a hint with the names closest to the one wanted, after a better guess."""
    key = fold(wanted)
    near = difflib.get_close_matches(key, names, n=5, cutoff=0.6)
    near += [name for name in sorted(names) if key and key in name and name not in near]
    found = dict(guess or {})
    for name in near:
        found.update(names[name])
    if found:
        return say("¿Será: ", "Did you mean: ") + "; ".join(list(found.values())[:5])
    if names:
        return say("Nada se le parece.", "Nothing resembles it.")
    return say("¿Ya se cargó su fuente?", "Is its source loaded?")
