"""The files that people take for tables and that are none: what each is, and what to do."""

from __future__ import annotations

import re

from grafo.errors import InputError, Location
from grafo.language import say

# The same text in Spanish and in English.
Said = tuple[str, str]

SAVE_AS: Said = (
    "ábralo en el programa que lo hizo y guarde la tabla como .xlsx o csv",
    "open it in the program that made it and save the table as .xlsx or csv",
)
UNPACK: Said = (
    "descomprímalo y cargue el archivo que trae dentro",
    "unpack it and load the file inside",
)
PICTURE: Said = (
    "la imagen de una tabla no se puede leer; pida la tabla misma",
    "a picture of a table cannot be read; ask for the table itself",
)
_PUBLISHER: Said = (
    "pida a quien lo publica la tabla en .xlsx o csv",
    "ask the publisher for the table as .xlsx or csv",
)
_EXPORT: Said = ("exporte la tabla como csv", "export the table as csv")

# How a file begins → what it is → what to do.
_SIGNATURES: tuple[tuple[bytes, Said, Said], ...] = (
    (b"%PDF", ("un documento PDF", "a PDF document"), _PUBLISHER),
    (b"\x1f\x8b", ("un archivo comprimido con gzip", "compressed with gzip"), UNPACK),
    (b"BZh", ("un archivo comprimido con bzip2", "compressed with bzip2"), UNPACK),
    (b"\xfd7zXZ\x00", ("un archivo comprimido con xz", "compressed with xz"), UNPACK),
    (b"\x28\xb5\x2f\xfd", ("un archivo comprimido con zstd", "compressed with zstd"), UNPACK),
    (b"7z\xbc\xaf\x27\x1c", ("un archivo 7-Zip", "a 7-Zip archive"), UNPACK),
    (b"Rar!\x1a\x07", ("un archivo RAR", "a RAR archive"), UNPACK),
    (b"\x89PNG", ("una imagen PNG", "a PNG picture"), PICTURE),
    (b"\xff\xd8\xff", ("una imagen JPEG", "a JPEG picture"), PICTURE),
    (b"GIF8", ("una imagen GIF", "a GIF picture"), PICTURE),
    (b"II*\x00", ("una imagen TIFF", "a TIFF picture"), PICTURE),
    (b"MM\x00*", ("una imagen TIFF", "a TIFF picture"), PICTURE),
    (b"SQLite format 3\x00", ("una base de datos SQLite", "an SQLite database"), _EXPORT),
    (b"PAR1", ("un archivo Parquet", "a Parquet file"), _EXPORT),
    (b"\x00\x01\x00\x00Standard ", ("una base de datos Access", "an Access database"), _EXPORT),
    (b"{\\rtf", ("un documento RTF", "an RTF document"), SAVE_AS),
    (b"MIME-Version:", ("un archivo web (.mht)", "a web archive (.mht)"), SAVE_AS),
    # Excel 2 to 4: a workbook without the container of later versions.
    (b"\x09\x00\x04\x00", ("un libro de Excel 2", "an Excel 2 workbook"), SAVE_AS),
    (b"\x09\x02\x06\x00", ("un libro de Excel 3", "an Excel 3 workbook"), SAVE_AS),
    (b"\x09\x04\x06\x00", ("un libro de Excel 4", "an Excel 4 workbook"), SAVE_AS),
)


def refusal(name: str, message: Said, hint: Said) -> InputError:
    """Return the error for a file that cannot be read."""
    return InputError(say(*message), at=Location(name), hint=say(*hint))


def no_table(name: str, what: Said, hint: Said = SAVE_AS) -> InputError:
    """Return the error for a file that is `what`."""
    es, en = what
    return refusal(name, (f"es {es}, no una tabla", f"this is {en}, not a table"), hint)


def by_signature(sample: bytes, name: str) -> InputError | None:
    """Return the error for a file that begins like one of the kinds that hold no table."""
    for signature, what, hint in _SIGNATURES:
        if sample.startswith(signature):
            return no_table(name, what, hint)
    if sample[8:12] == b"WEBP" or sample[4:8] == b"ftyp":
        return no_table(name, ("una imagen o un video", "a picture or a film"), PICTURE)
    return None


def xml_kind(text: str) -> Said:
    """Return what an XML file is, by its beginning."""
    if "urn:schemas-microsoft-com:office:spreadsheet" in text:
        return "una hoja de Excel 2003 en XML", "an Excel 2003 XML spreadsheet"
    if "office:spreadsheet" in text or "opendocument.spreadsheet" in text:
        return "una hoja OpenDocument plana (.fods)", "a flat OpenDocument spreadsheet (.fods)"
    root = re.search(r"<([A-Za-z][\w:.-]*)", text)
    shown = f" (<{root[1][:40]}>)" if root else ""
    return f"un archivo XML{shown}", f"an XML file{shown}"
