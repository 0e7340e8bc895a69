"""Old Excel workbooks (.xls): bounded first, then read by calamine."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.notes import Notes
from grafo.readers.biff import Biff
from grafo.readers.calamine_sheet import sheet_rows
from grafo.readers.compound_file import BrokenCompoundFile, CompoundFile, wrapped
from grafo.readers.hidden import without_hidden_columns
from grafo.readers.limits import Limits, shown
from grafo.readers.reading import Reading
from grafo.readers.rows import Row
from grafo.readers.sheets import chosen_sheet, listed
from grafo.readers.zip_bounds import cut_short, damaged

# The second is what Excel 5 and 95 call it.
WORKBOOK_STREAMS = ("Workbook", "Book")


def read_xls(
    path: Path, reading: Reading, limits: Limits, name: str, notes: Notes
) -> Iterator[Row]:
    """Yield the rows of one sheet; formulas give the value that the file keeps for them.

    Raises:
        InputError: no such sheet, a password, a damaged file, or one that exceeds `limits`.
    """
    size = path.stat().st_size
    if size > limits.max_xls_bytes:
        raise InputError(
            say(
                f"{shown(size)}; se lee un .xls de a lo más {shown(limits.max_xls_bytes)}",
                f"{shown(size)}; an .xls of at most {shown(limits.max_xls_bytes)} is read",
            ),
            at=Location(name),
            hint=say("guárdelo como .xlsx o csv", "save it as .xlsx or csv"),
        )
    try:
        compound = CompoundFile(path.read_bytes())
        stream_name = next(s for s in WORKBOOK_STREAMS if s in compound.streams)
        biff = Biff(compound.stream(stream_name), limits, name)
        del compound
        sheets = [announced.sheet for announced in biff.sheets]
        index = chosen_sheet(sheets, reading.sheet, name)
        stream, looks = biff.only(index)
        measured = wrapped(stream, WORKBOOK_STREAMS[0])
    except StopIteration as error:
        raise damaged(name, say("no hay ningún libro dentro", "no workbook inside")) from error
    except BrokenCompoundFile as error:
        raise cut_short(name, error) from error
    with tempfile.TemporaryDirectory(prefix="grafo-") as folder:
        copy = Path(folder) / "measured.xls"
        copy.write_bytes(measured)
        title = sheets[index].title
        rows = sheet_rows(copy, index, name, title, looks, empty_hint=listed(sheets))
    yield from without_hidden_columns(rows, looks.hidden_columns, reading, notes)
