"""HTML pages: one of their tables, with its spans unfolded.

Many portals offer "Excel" files that are pages with a table and the ending .xls.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.notes import Notes
from grafo.readers.cell_text import FOOTNOTES
from grafo.readers.encoding import encoding_of, first_fault, marked_encoding
from grafo.readers.html_grid import Table, TableEvents, as_csv
from grafo.readers.limits import Limits, shown
from grafo.readers.merged import Merge, MergedCells
from grafo.readers.reading import Reading
from grafo.readers.rows import Cell, Row

_CHUNK = 1 << 16
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)


def read_html(
    path: Path, reading: Reading, limits: Limits, name: str, notes: Notes
) -> Iterator[Row]:
    """Yield the rows of one table as text; a line break inside a cell is a newline.

    What a visitor of the page does not see is left out: it is for sorting, for other programs,
    or was deleted.

    Raises:
        InputError: no such table, or a table or page beyond the limits.
    """
    size = path.stat().st_size
    if size > limits.max_html_bytes:
        raise InputError(
            say(
                f"{shown(size)}; se lee una página de a lo más {shown(limits.max_html_bytes)}",
                f"{shown(size)}; a page of at most {shown(limits.max_html_bytes)} is read",
            ),
            at=Location(name),
            hint=as_csv(),
        )
    encoding = _encoding(path, reading.encoding, name)
    measured = TableEvents(limits, name, keep=None)
    for _ in _parsed(path, encoding, measured, limits, name):
        pass
    number = _chosen(measured, reading.sheet, name)
    if measured.tables[number - 1].invisible:
        raise _invisible(name)
    width = measured.tables[number - 1].width
    yield from _rows(path, encoding, number, width, limits, name, notes)


def measured_tables(
    path: Path, reading: Reading, limits: Limits, name: str
) -> list[tuple[int, int, int]]:
    """Return number, rows and columns of the tables that a page shows; raises as `read_html`."""
    events = TableEvents(limits, name, keep=None)
    for _ in _parsed(path, _encoding(path, reading.encoding, name), events, limits, name):
        pass
    return [(t.number, t.row + 1, t.width) for t in events.tables if not t.invisible]


def _rows(
    path: Path, encoding: str, number: int, width: int, limits: Limits, name: str, notes: Notes
) -> Iterator[Row]:
    merged = MergedCells()
    ended: list[Row] = []

    def take(table: Table) -> None:
        cells: list[Cell] = list(table.cells[:width])
        starting = [
            Merge(m.row, m.column, m.last_row, min(m.last_column, width - 1)) for m in table.merges
        ]
        merged.fill(table.row, cells, starting)
        if table.hidden and table.unseen:
            notes.add(
                say(
                    "renglones ocultos de la página, no leídos",
                    "hidden rows of the page, left out",
                ),
                row=table.row + 1,
            )
        if table.hidden:
            return
        if table.unseen:
            notes.add(
                say(
                    "renglones con texto oculto en la página, que no se leyó",
                    "rows with text that the page hides, which was left out",
                ),
                row=table.row + 1,
            )
        if table.replaced:
            notes.add(
                say(
                    "celdas con una parte tachada, que no se leyó",
                    "cells of which a part is struck through, which was left out",
                ),
                row=table.row + 1,
                count=table.replaced,
            )
        if table.marks:
            notes.add(say(*FOOTNOTES), row=table.row + 1, count=table.marks)
        struck = 0 < table.struck == table.shown
        ended.append(
            Row(
                table.row + 1,
                tuple(cells),
                str(number),
                struck=struck,
                some_struck=table.struck_cells > 0,
            )
        )

    events = TableEvents(limits, name, keep=number, on_row=take)
    for _ in _parsed(path, encoding, events, limits, name):
        yield from ended
        ended.clear()


def _parsed(
    path: Path, encoding: str, events: TableEvents, limits: Limits, name: str
) -> Iterator[None]:
    """Send the page through libxml2 into `events`; yields after every piece."""
    target: Any = events  # lxml calls those methods that a target has
    parser = etree.HTMLParser(target=target, encoding="utf-8", no_network=True)
    with path.open(encoding=encoding, newline="") as file:
        try:
            tags = 0
            while text := file.read(_CHUNK):
                tags += text.count("<")
                if tags > limits.max_html_tags:
                    raise InputError(
                        say(
                            f"la página tiene más de {limits.max_html_tags:,} etiquetas",
                            f"the page is made of more than {limits.max_html_tags:,} tags",
                        ),
                        at=Location(name),
                        hint=as_csv(),
                    )
                parser.feed(text.encode())
                yield
            parser.close()
        except etree.XMLSyntaxError as error:
            message = say(
                f"la página no se puede leer: {error}", f"the page cannot be read: {error}"
            )
            raise InputError(message, at=Location(name)) from error
    yield


def _chosen(page: TableEvents, wanted: int | str | None, name: str) -> int:
    """Return the number of the wanted table; the one with most text where none is named."""
    tables = page.tables
    if not tables:
        title = " ".join(page.title.split())
        titled = say(f", con el título {title!r}", f", titled {title!r}") if title else ""
        what = say("es una página web sin tablas", "the file is a web page without a table")
        raise InputError(
            what + titled,
            at=Location(name),
            hint=say(
                "quizá es un aviso de error o pide una sesión; ábrala en un navegador",
                "it may be a page about an error or a login; open it in a browser and look",
            ),
        )
    if wanted is None:
        return max(tables, key=lambda t: (not t.invisible, t.filled, -t.number)).number
    number = int(wanted) if str(wanted).isdecimal() and len(str(wanted)) < 9 else 0
    if not 1 <= number <= len(tables):
        rows = say("renglones", "rows")
        sizes = ", ".join(f"{t.number}: {t.row + 1:,} {rows}" for t in tables[:20])
        raise InputError(
            say(f"no hay tabla {wanted!r}", f"no table {wanted!r}"),
            at=Location(name),
            hint=say(
                f"la página tiene {len(tables)} ({sizes})", f"the page has {len(tables)} ({sizes})"
            ),
        )
    return number


def _invisible(name: str) -> InputError:
    return InputError(
        say("la página oculta esta tabla", "the page hides this table"),
        at=Location(name),
        hint=say(
            "lo que una página oculta no se lee; pida la tabla en csv, o guárdela como se ve",
            "what a page hides is not read; ask for the table as csv, or save it as it is seen",
        ),
    )


def _encoding(path: Path, declared: str | None, name: str) -> str:
    """Return the page's encoding: valid UTF-8 is believed before what the page says of itself."""
    if declared is not None:
        return encoding_of(path, declared, name)
    with path.open("rb") as file:
        head = file.read(1 << 14)
    if not marked_encoding(head) and first_fault(path, "utf-8"):
        said = _CHARSET.search(head)
        charset = said[1].decode("ascii") if said else ""
        if charset.casefold().replace("-", "") != "utf8" and _is_codec(charset):
            return encoding_of(path, charset, name)
    return encoding_of(path, None, name)


def _is_codec(charset: str) -> bool:
    try:
        return bool(charset) and bool(codecs.lookup(charset))
    except LookupError:
        return False
