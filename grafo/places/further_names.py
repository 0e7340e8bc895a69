"""Names that the project's own tables add to places of other sources, in the compiled gazetteer."""

from __future__ import annotations

import sqlite3

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.places.abbreviations import divisions as abbreviated_divisions
from grafo.places.entries import NameKind, table
from grafo.places.letters import tells_apart
from grafo.text import fold


def insert_aliases(database: sqlite3.Connection) -> None:
    """Add data/place_aliases.csv; a note that begins with "es" or "en" also names the place."""
    for row, alias in table("place_aliases.csv"):
        at = Location("place_aliases.csv", row, "id")
        known = database.execute(
            "SELECT number, country FROM place WHERE id = ?", (alias["id"],)
        ).fetchone()
        if known is None:
            raise InputError(
                say(
                    f"ningún lugar tiene la clave {alias['id']!r}",
                    f"no place has the id {alias['id']!r}",
                ),
                at=at,
            )
        number, country = known
        if alias["country"] != country:
            raise InputError(
                say(
                    f"{alias['id']!r} está en {country}, no en {alias['country']}",
                    f"{alias['id']!r} is in {country}, not in {alias['country']}",
                ),
                at=at,
            )
        database.execute(
            "INSERT INTO told VALUES (?,?,?,?,?)",
            (
                country,
                fold(alias["alias"]),
                number,
                int(NameKind.ALIAS),
                alias["alias"] if tells_apart(alias["alias"]) else "",
            ),
        )
        language = alias["note"].partition(":")[0]
        if language in {"es", "en"}:
            database.execute(
                f"UPDATE place SET name_{language} = ? WHERE number = ?",  # noqa: S608 - es or en
                (alias["alias"], number),
            )


def insert_abbreviations(database: sqlite3.Connection) -> None:
    """Add the abbreviated divisions of data/abbreviations.csv, which stand beside names only."""
    for row, country, written, identity in abbreviated_divisions():
        known = database.execute("SELECT number FROM place WHERE id = ?", (identity,)).fetchone()
        if known is None:
            raise InputError(
                say(
                    f"ningún lugar tiene la clave {identity!r}",
                    f"no place has the id {identity!r}",
                ),
                at=Location("abbreviations.csv", row, "stands_for"),
            )
        database.execute(
            "INSERT INTO told VALUES (?,?,?,?,'')",
            (country, fold(written), known[0], int(NameKind.QUALIFIER)),
        )
