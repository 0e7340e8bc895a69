"""Makes the files that are built to exhaust whoever opens them, in small code."""

from __future__ import annotations

import random
import struct
import zipfile
from collections.abc import Callable, Iterable
from itertools import islice, repeat
from pathlib import Path

import xlwt

from grafo.readers.compound_file import CompoundFile, wrapped
from tests.readers.made import MAIN, ods, ods_row, ods_table, xlsx

MIB = 1024 * 1024
Maker = Callable[[Path], object]


def noise_of(seed: int) -> random.Random:
    """Return noise that is the same on every run."""
    return random.Random(seed)  # noqa: S311 - nothing secret hangs on it


DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
ONE_CELL = "<sheetData><row><c><v>1</v></c></row></sheetData>"


def filled(path: Path, pieces: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        file.writelines(pieces)


def sheet_of(path: Path, pieces: Iterable[bytes], part: str = "xl/worksheets/sheet1.xml") -> None:
    """Write a workbook one of whose parts is made piece by piece."""
    xlsx(path, ONE_CELL, strings="<si><t>x</t></si>")
    others = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name != part:
                others[name] = archive.read(name)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in others.items():
            archive.writestr(name, data)
        left = iter(pieces)
        with archive.open(part, "w") as out:
            while batch := b"".join(islice(left, 200)):
                out.write(batch)


def worksheet(*pieces: Iterable[bytes]) -> Iterable[bytes]:
    yield f'<worksheet xmlns="{MAIN}"><sheetData>'.encode()
    for piece in pieces:
        yield from piece
    yield b"</sheetData></worksheet>"


def shared_string_of_a_gibibyte(path: Path) -> None:
    text = repeat(b"x" * 65_536, 16_384)
    start, end = f'<sst xmlns="{MAIN}"><si><t>'.encode(), b"</t></si></sst>"
    sheet_of(path, (p for part in ([start], text, [end]) for p in part), "xl/sharedStrings.xml")


def eight_million_rows(path: Path) -> None:
    sheet_of(path, worksheet(repeat(b"<row/>" * 80_000, 100)))


def rows_that_compress_like_others(path: Path) -> None:
    """Stays under the ratio: every row has a number."""
    sheet_of(path, worksheet(f'<row r="{n % 1048576 + 1}"/>'.encode() for n in range(1_200_000)))


def cells_without_end(path: Path) -> None:
    noise = noise_of(1)
    cells = (b"<c><v>%d</v></c>" % noise.randrange(10**6) for _ in range(1_700_000))
    rows = (b"<row>" + c + next(cells, b"") + b"</row>" for c in cells)
    sheet_of(path, worksheet(rows))


def one_row_of_cells(path: Path) -> None:
    sheet_of(path, worksheet([b"<row>"], repeat(b"<c><v>1</v></c>", 20_000), [b"</row>"]))


def the_far_corner(reference: str) -> Maker:
    cells = f'<row r="1"><c r="A1"><v>1</v></c></row><row><c r="{reference}"><v>1</v></c></row>'
    return lambda path: xlsx(path, f"<sheetData>{cells}</sheetData>")


def long_string_in_many_cells(path: Path) -> None:
    cells = "".join(f'<row><c t="s"><v>{0}</v></c></row>' for _ in range(20_000))
    xlsx(path, f"<sheetData>{cells}</sheetData>", strings=f"<si><t>{'x' * 90_000}</t></si>")


def endless_attribute(path: Path) -> None:
    noise = noise_of(2).randbytes(1 << 16).hex().encode()
    sheet_of(path, worksheet([b'<row r="'], repeat(noise, 100), [b'"/>']))


def endless_text(path: Path) -> None:
    noise = noise_of(3).randbytes(1 << 16).hex().encode()
    start = [b'<row><c t="str"><v>']
    sheet_of(path, worksheet(start, repeat(noise, 100), [b"</v></c></row>"]))


def elements_inside_elements(path: Path) -> None:
    sheet_of(path, worksheet(repeat(b"<a b='/>'>" * 10_000, 400)))


def styles_that_unpack(path: Path) -> None:
    xlsx(path, ONE_CELL)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/styles.xml", b" " * (200 * MIB))


def a_size_that_lies(path: Path) -> None:
    """The directory says 100 bytes, the part unpacks to 200 MiB."""
    sheet_of(path, worksheet(repeat(b"<row/>" * 80_000, 430)))
    data = bytearray(path.read_bytes())
    place = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, place + 24, 100)
    path.write_bytes(data)


def a_hundred_thousand_parts(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "")
        for number in range(100_000):
            archive.writestr(f"xl/{number}", "")


def doctype_in(part: str) -> Maker:
    def make(path: Path) -> None:
        bomb = DOCTYPE + f'<worksheet xmlns="{MAIN}">&b;</worksheet>'
        sheet_of(path, [bomb.encode()], part)

    return make


def ods_repeated(row: str, cells: str) -> Maker:
    cell = (
        f'<table:table-cell table:number-columns-repeated="{cells}" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell>"
    )
    table = ods_table(*[ods_row(cell, attributes=f'table:number-rows-repeated="{row}"')] * 50)
    return lambda path: ods(path, table)


def ods_spaces(path: Path) -> None:
    cell = '<table:table-cell><text:p>a<text:s text:c="999999999"/></text:p></table:table-cell>'
    ods(path, ods_table(ods_row(cell)))


def xls_with(change: Callable[[bytearray], None], cells: int = 3, text: str = "x") -> Maker:
    """Write an .xls and change its records."""

    def make(path: Path) -> None:
        book = xlwt.Workbook()
        sheet = book.add_sheet("Registro")
        for row in range(cells):
            sheet.write(row, 0, text)
        book.save(str(path))
        stream = bytearray(CompoundFile(path.read_bytes()).stream("Workbook"))
        change(stream)
        path.write_bytes(wrapped(bytes(stream), "Workbook"))

    return make


def record(stream: bytearray, kind: int, number: int = 0) -> int:
    """Return where the data of a record begin."""
    place = 0
    while place + 4 <= len(stream):
        found, length = struct.unpack_from("<HH", stream, place)
        if found == kind:
            if not number:
                return place + 4
            number -= 1
        place += 4 + length
    raise AssertionError(f"no record {kind:#x}")


def far_label(stream: bytearray) -> None:
    struct.pack_into("<HH", stream, record(stream, 0xFD, 1), 65_535, 900)


def claimed_dimensions(stream: bytearray) -> None:
    place = record(stream, 0x200)
    struct.pack_into("<IIHH", stream, place, 0, 0xFFFFFFFF, 0, 0xFFFF)


def sheet_beyond_the_end(stream: bytearray) -> None:
    struct.pack_into("<I", stream, record(stream, 0x85), 0x7FFFFFFF)


def sectors_in_a_circle(path: Path) -> None:
    data = bytearray(wrapped(b"x" * 60_000, "Workbook"))
    fat = 4096
    for entry in range(1024):
        struct.pack_into("<I", data, fat + 4 * entry, 3)
    path.write_bytes(data)


def tables_of_cells(path: Path) -> None:
    filled(path, [b"<table>", *repeat(b"<tr><td>" * 1000, 4_000)])


def rows_under_wide_spans(path: Path) -> None:
    wide = b"<tr>" + b"<td rowspan=65534>x" * 999
    filled(path, [b"<table>", wide, *repeat(b"<tr>" * 1000, 2_000)])


HOSTILE: dict[str, Maker] = {
    "shared string of 1 GiB.xlsx": shared_string_of_a_gibibyte,
    "8 million rows.xlsx": eight_million_rows,
    "rows under the ratio.xlsx": rows_that_compress_like_others,
    "cells without end.xlsx": cells_without_end,
    "one row of cells.xlsx": one_row_of_cells,
    "far corner.xlsx": the_far_corner("XFD1048576"),
    "far corner inside the columns.xlsx": the_far_corner("ALL1000000"),
    "beyond the corner.xlsx": the_far_corner("ZZZ9999999"),
    "no reference.xlsx": the_far_corner("&#65;1$"),
    "long string in many cells.xlsx": long_string_in_many_cells,
    "endless attribute.xlsx": endless_attribute,
    "endless text.xlsx": endless_text,
    "a million merges.xlsx": lambda path: xlsx(
        path, ONE_CELL + "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 10**6))
    ),
    "elements inside elements.xlsx": elements_inside_elements,
    "styles that unpack.xlsx": styles_that_unpack,
    "a size that lies.xlsx": a_size_that_lies,
    "100,000 parts.xlsx": a_hundred_thousand_parts,
    "entities in the sheet.xlsx": doctype_in("xl/worksheets/sheet1.xml"),
    "entities in the strings.xlsx": doctype_in("xl/sharedStrings.xml"),
    "entities in the workbook.xlsx": doctype_in("xl/workbook.xml"),
    "entities in the relations.xlsx": doctype_in("xl/_rels/workbook.xml.rels"),
    "entities.ods": lambda path: ods(path, "&b;", prolog=DOCTYPE),
    "rows repeated.ods": ods_repeated("1000000", "1000"),
    "cells repeated.ods": ods_repeated("1", "999999999"),
    "spaces.ods": ods_spaces,
    "far label.xls": xls_with(far_label),
    "sheet beyond the end.xls": xls_with(sheet_beyond_the_end),
    "long string in many cells.xls": xls_with(lambda _: None, 60_000, "x" * 32_000),
    "sectors in a circle.xls": sectors_in_a_circle,
    "lists in lists.json": lambda path: path.write_bytes(b"[" * 50_000_000),
    "objects in objects.json": lambda path: path.write_bytes(b'{"a":' * 10_000_000),
    "one endless string.json": lambda path: path.write_bytes(b'[{"a":"' + b"x" * 100_000_000),
    "millions of keys.json": lambda path: path.write_text(
        "{" + ",".join(f'"{n}":1' for n in range(3_000_000)) + "}"
    ),
    "a record of lists.json": lambda path: path.write_bytes(b'[{"a":[' + b"[]," * 1_200_000),
    "a record of objects.json": lambda path: path.write_bytes(
        b'[{"a":[' + b'{"":[]},' * 490_000 + b"[]]}]"
    ),
    "millions of lists.json": lambda path: path.write_bytes(b"[" + b"[]," * 2_000_000 + b"[]]"),
    "nested lines.jsonl": lambda path: path.write_bytes(b'{"a":1}\n{"a":' + b"[" * 5_000_000),
    "colspan.html": lambda path: path.write_text("<table><tr><td colspan=1000000000>x"),
    "tables inside tables.html": lambda path: path.write_text("<table><tr><td>" * 2_000_000),
    "cells without end.html": tables_of_cells,
    "rows under wide spans.html": rows_under_wide_spans,
    "bold in bold.html": lambda path: path.write_text("<table><td>" + "<b>" * 10_000_000),
    "paragraphs.html": lambda path: path.write_text("<table><td>" + "<p>x" * 10_000_000),
    "one endless cell.html": lambda path: path.write_bytes(b"<table><td>" + b"x " * 30_000_000),
    "one endless line.csv": lambda path: path.write_bytes(b"x" * 200_000_000),
    "a quote never closed.csv": lambda path: path.write_bytes(b'a,b\n"c' + b"\ne,f" * 40_000_000),
    "zeros.csv": lambda path: path.write_bytes(b"a,b\n" * 100_000 + bytes(40_000)),
    "columns without end.csv": lambda path: path.write_bytes(b"a," * 3_000_000),
}  # fmt: skip


def rows_of_blanks(path: Path) -> None:
    """Real .ods files end like this: blank cells and rows up to the format's last."""
    blank = '<table:table-cell table:number-columns-repeated="16383"/>'
    last = ods_row(blank, attributes='table:number-rows-repeated="1048574"')
    ods(path, ods_table(ods_row("a", blank), ods_row("b", blank), last))


def merged_over_and_over(path: Path) -> None:
    cells = "<row><c><v>1</v></c></row>" * 50_000
    merges = '<mergeCell ref="A1:A1048576"/>' * 100_000
    xlsx(path, f"<sheetData>{cells}</sheetData><mergeCells>{merges}</mergeCells>")


def merged_everywhere(path: Path) -> None:
    merges = '<mergeCell ref="A1:XFD1048576"/>' * 20_000
    xlsx(path, f"{ONE_CELL}<mergeCells>{merges}</mergeCells>")


ENDURED: dict[str, tuple[Maker, int]] = {
    "rows of blanks.ods": (rows_of_blanks, 2),
    "merged everywhere.xlsx": (merged_everywhere, 1),
    "merged over and over.xlsx": (merged_over_and_over, 50_000),
    "claimed dimensions.xls": (xls_with(claimed_dimensions), 3),
    "claimed dimensions.xlsx": (
        lambda path: xlsx(path, f'<dimension ref="A1:XFD1048576"/>{ONE_CELL}'),
        1,
    ),
    "rowspan.html": (lambda path: path.write_text("<table><tr><td rowspan=999999999>x<tr>"), 1),
}
