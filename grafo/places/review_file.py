"""The review file: names that grafo would not decide alone, and what a person decided.

A CSV that opens in Excel, one name a row:

    version      1
    name         the name, as the register writes it
    country, parent, level, lat, lon, id
                 what the register says beside it; may be empty. The decision holds where all
                 of it is stated alike, points within 10 km of each other; lat and lon are
                 degrees, written 52.7° so that no spreadsheet takes them for a date, and read
                 with or without the sign, with a point or a comma
    decision     to be filled in, with one of
                   · a candidate's number (1, 2, …) or its cell, copied whole
                   · an id (mx-14039, gn-5392171, a1-us-ca)
                   · nuevo / new: a government of its own, that the gazetteer lacks
                   · omitir / skip: leave the rows of this name out
                 and left empty while undecided
    why          why it was not decided
    candidate_1 … candidate_8
                 "id · name, division, country (inhabitants)", the most likely first

UTF-8 (with or without a mark at its start), what Excel writes on Windows (windows-1252), and
commas, semicolons or tabs are all read. Cells that a spreadsheet would run as a formula are
written behind an apostrophe, which is taken off on reading.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from grafo.errors import InputError, Location
from grafo.formulas import unguard
from grafo.language import say

VERSION = "1"
WORD_COLUMNS = ("name", "country", "parent", "level", "id")
QUERY_COLUMNS = ("name", "country", "parent", "level", "lat", "lon", "id")
CANDIDATES = tuple(f"candidate_{number}" for number in range(1, 9))
COLUMNS = ("version", *QUERY_COLUMNS, "decision", "why", *CANDIDATES)
_LARGEST_FILE = 64 << 20

Row = dict[str, str]


@dataclass(slots=True)
class ReviewFile:
    """A review file as it stands: each row has every column of `COLUMNS` and its own."""

    rows: list[Row]
    columns: list[str]
    delimiter: str


def read_file(path: Path) -> ReviewFile:
    """Read a review file, whatever spreadsheet wrote it.

    Raises:
        InputError: it is no text, no CSV, lacks a column, or a row has more cells than columns.
    """
    raw = path.read_bytes()
    if len(raw) > _LARGEST_FILE:
        raise InputError(
            say(
                "el archivo de revisión pasa de 64 MB",
                "the review file is larger than 64 MB",
            ),
            at=Location(path.name),
        )
    text = _decoded(raw, path)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    lines = _lines(text, delimiter, path)
    header = [unguard(cell).strip() for cell in lines[0]] if lines else []
    _check_header(header, path)
    rows: list[Row] = []
    for number, cells in enumerate(lines[1:], start=2):
        if len(cells) > len(header) and any(cells[len(header) :]):
            raise InputError(
                say(
                    "el renglón tiene más celdas que los encabezados",
                    "the row has more cells than the header",
                ),
                at=Location(path.name, number),
            )
        padded = [*map(unguard, cells), *[""] * (len(header) - len(cells))]
        rows.append(dict.fromkeys(COLUMNS, "") | dict(zip(header, padded, strict=False)))
    return ReviewFile(rows, header, delimiter)


def _lines(text: str, delimiter: str, path: Path) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise InputError(
            say(
                f"el archivo de revisión no es un CSV válido: {error}",
                f"the review file is no CSV: {error}",
            ),
            at=Location(path.name),
        ) from error


def _check_header(header: list[str], path: Path) -> None:
    missing = [repr(name) for name in ("name", "decision") if name not in header]
    if missing:
        raise InputError(
            say(
                f"al archivo de revisión le falta la columna {' y la columna '.join(missing)}",
                f"the review file has no column {' and no column '.join(missing)}",
            ),
            at=Location(path.name, 1),
            hint=say(
                f"Sus columnas son: {', '.join(COLUMNS)}.",
                f"Its columns are: {', '.join(COLUMNS)}.",
            ),
        )


def _decoded(raw: bytes, path: Path) -> str:
    wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if wide else ["utf-8-sig", "windows-1252"]:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise InputError(
        say(
            "el archivo de revisión no es texto en UTF-8 ni en windows-1252",
            "the review file is no text in UTF-8 or windows-1252",
        ),
        at=Location(path.name),
        hint=say("Guárdelo desde Excel como «CSV UTF-8».", "Save it from Excel as “CSV UTF-8”."),
    )
