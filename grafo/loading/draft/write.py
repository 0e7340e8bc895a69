"""A commented loader file for a register never seen before, for a person to finish."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.loading.draft.guess import (
    Guess,
    Meaning,
    guess_fields,
    kind_of,
    level_of,
    status_of,
)
from grafo.loading.draft.profile import SAMPLE_ROWS, ColumnProfile, profile
from grafo.loading.separators import LINE
from grafo.notes import Notes
from grafo.readers import Reading, read_rows
from grafo.readers.header import locate_header
from grafo.text import fold

_SEPARATORS = (";", "|", "/", ",")
_SEPARATES = 0.2  # share of distinct values that hold a separator before it is taken for one


def draft_loader(path: Path, *, name: str | None = None, reading: Reading | None = None) -> str:
    """Return the text of a loader file drafted from a register's headings and cells.

    Raises:
        InputError: the register cannot be read or has no header row.
    """
    rows = read_rows(path, reading or Reading(), notes=Notes())
    first = list(islice(rows, 40))
    header = locate_header(first, None) if first else None
    if header is None:
        raise InputError(
            say(
                "no tiene un renglón de encabezados del cual hacer un cargador",
                "has no header row to draft a loader from",
            ),
            at=Location(path.name),
        )
    body = (row for row in chain(first, rows) if row.number > header.row)
    columns = profile(header, islice(body, SAMPLE_ROWS))
    guesses = guess_fields(columns)
    lines = [*_head(path, name), *_columns(guesses, columns), *_tail(columns, guesses)]
    return "\n".join(lines) + "\n"


def loader_name(path: Path) -> str:
    """Return a loader name made from a file's name.

    >>> loader_name(Path("Registro Jalisco 2024.xlsx"))
    'registro_jalisco_2024'
    """
    name = "".join(ch if ch.isascii() else "" for ch in fold(path.stem)).replace(" ", "_")
    return (name if name[:1].isalpha() else f"register_{name}")[:60].strip("_") or "register"


def _head(path: Path, name: str | None) -> Iterator[str]:
    title = json.dumps(path.stem, ensure_ascii=False)
    yield "# Borrador hecho a partir de los encabezados y celdas del registro. Revise cada línea;"
    yield "# las que dicen REVISE no se pudieron deducir."
    yield "# Drafted from the register's headings and cells. Check each line; those marked"
    yield "# REVISE could not be told."
    yield ""
    yield f"name: {name or loader_name(path)}"
    yield f"title: {{es: {title}, en: {title}}}"
    yield "publisher: unknown   # REVISE: quién publica el registro · who publishes it"
    yield "licence: unknown     # REVISE: con qué licencia · under which licence"
    yield "# coverage: {es: …, en: …}"
    yield "# limits: {es: …, en: …}   lo que todo resultado debe advertir · what to warn of"
    yield "needs: [countries, themes, governments_mx]"
    yield "makes: agreement"
    yield ""
    yield "columns:"


def _columns(guesses: dict[str, Guess], columns: list[ColumnProfile]) -> Iterator[str]:
    yield from _home(guesses)
    yield from _counterpart(guesses)
    yield from _kind(guesses.get("kind"), columns)
    for field in ("register_number", "title", "validity"):
        if guess := guesses.get(field):
            yield f"  {field}: {{heading: {_quoted(guess.column.heading)}}}{_doubt(guess)}"
    if guess := guesses.get("themes"):
        split = _separators(guess.column)
        separators = f", split: {json.dumps(split)}" if split else ""
        yield f"  themes: {{heading: {_quoted(guess.column.heading)}{separators}}}{_doubt(guess)}"
    for field in ("signed", "starts", "ends"):
        if guess := guesses.get(field):
            yield from _date(field, guess)
    if guess := guesses.get("status"):
        yield f"  status:{_doubt(guess)}"
        yield f"    heading: {_quoted(guess.column.heading)}"
        yield from _map(guess.column, status_of, "unknown", empty="unknown")


def _home(guesses: dict[str, Guess]) -> Iterator[str]:
    home, parent, level = (guesses.get(f) for f in ("home", "home_parent", "home_level"))
    yield "  home:   # la parte de este lado · the party on this side"
    if home is None and parent is not None:
        home, parent = parent, None
    if home is None:
        yield "    heading: REVISE   # no se halló la columna · its column was not found"
    else:
        yield f"    heading: {_quoted(home.column.heading)}{_doubt(home)}"
        yield from _split_line(home.column)
    yield "    required: true"
    yield "    country: MX       # o · or {heading: País}"
    if parent:
        yield f"    parent: {{heading: {_quoted(parent.column.heading)}}}{_doubt(parent)}"
        if home is not None and home.column.fill < parent.column.fill:
            yield "    or_parent: true   # celda vacía: firma el estado · empty: the state signs"
    else:
        yield "    # parent: Jalisco   si todo es de un solo estado · when all is of one state"
        yield "    # or_parent: true   celda vacía: firma el estado · empty: the state signs"
    if level:
        yield "    level:"
        yield f"      heading: {_quoted(level.column.heading)}{_doubt(level)}"
        yield from _map(level.column, level_of, None, indent=6)


def _counterpart(guesses: dict[str, Guess]) -> Iterator[str]:
    counterpart, country = guesses.get("counterpart"), guesses.get("counterpart_country")
    yield "  counterpart:"
    if counterpart is None:
        yield "    heading: REVISE   # no se halló la columna · its column was not found"
    else:
        yield f"    heading: {_quoted(counterpart.column.heading)}{_doubt(counterpart)}"
        yield from _split_line(counterpart.column)
    yield "    required: true"
    if country:
        heading = _quoted(country.column.heading)
        yield f"    country: {{heading: {heading}, required: true}}{_doubt(country)}"
    else:
        yield "    # country: {heading: REVISE}   sin país los homónimos van a revisión · without"
        yield "    #                              a country, homonyms go to review"
    if parent := guesses.get("counterpart_parent"):
        yield f"    parent: {{heading: {_quoted(parent.column.heading)}}}{_doubt(parent)}"


def _kind(guess: Guess | None, columns: list[ColumnProfile]) -> Iterator[str]:
    if guess is None:
        sisters = any(kind_of(column.heading) == "twinning" for column in columns)
        kind = "twinning" if sisters else "other"
        yield f"  kind: {kind}   # REVISE: ninguna columna lo dice · no column says it"
        return
    yield f"  kind:{_doubt(guess)}"
    yield f"    heading: {_quoted(guess.column.heading)}"
    yield "    required: true"
    yield from _map(guess.column, kind_of, "other")


def _date(field: str, guess: Guess) -> Iterator[str]:
    formats, swappable = guess.column.date_formats()
    doubt = "   # REVISE: ¿día/mes o mes/día? · day/month or month/day?" if swappable else ""
    heading = _quoted(guess.column.heading)
    listed = json.dumps(formats, ensure_ascii=False)
    yield f"  {field}: {{heading: {heading}, date: {listed}}}{doubt or _doubt(guess)}"


def _map(
    column: ColumnProfile,
    meaning: Meaning,
    fallback: str | None,
    *,
    empty: str | None = None,
    indent: int = 4,
) -> Iterator[str]:
    """Propose a value for each distinct cell; what could not be told is marked."""
    yield f"{' ' * indent}map:"
    for value, count in sorted(column.values.items(), key=lambda item: (-item[1], item[0]))[:60]:
        guessed = meaning(value)
        mark = f"   # {count}" if guessed else f"   # {count} REVISE"
        if guessed or fallback:
            yield f"{' ' * indent}  {_quoted(value)}: {guessed or fallback}{mark}"
    if empty:
        yield f'{" " * indent}  "": {empty}'
    if not any(meaning(value) or fallback for value in column.values) and not empty:
        yield f'{" " * indent}  "*": state   # REVISE'


def _tail(columns: list[ColumnProfile], guesses: dict[str, Guess]) -> Iterator[str]:
    read = {guess.column.index for guess in guesses.values()}
    unread = [column.heading for column in columns if column.index not in read]
    yield ""
    yield "themes: {keywords_from: title}"
    if unread:
        yield "# Nadie las lee; deje aquí las que sobran · Nobody reads these; leave the needless"
        yield f"ignore: {json.dumps(unread, ensure_ascii=False)}"
    rows = max((column.rows for column in columns), default=0)
    yield "expect:"
    yield f"  rows: {{min: {max(1, rows // 2)}}}   # se leyeron {rows} · {rows} were read"


def _split_line(column: ColumnProfile) -> Iterator[str]:
    # A comma stands between a city and its state as often as between two cities. The lines of a
    # cell are parties, even if the sampled cells have one line each.
    split = [separator for separator in _separators(column) if separator in ";|"]
    yield f"    split: {json.dumps([*split, LINE])}"


def _separators(column: ColumnProfile) -> list[str]:
    return [
        separator
        for separator in _SEPARATORS
        if column.share(separator in value for value in column.values) >= _SEPARATES
    ]


def _quoted(text: str) -> str:
    # JSON strings are YAML strings, whatever stands in them.
    return json.dumps(text, ensure_ascii=False)


def _doubt(guess: Guess) -> str:
    return "   # REVISE" if guess.score < 0.5 else ""
