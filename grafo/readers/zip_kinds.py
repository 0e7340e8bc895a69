"""Tells a workbook from the many other files that are zip archives inside."""

from __future__ import annotations

import zipfile
from typing import Literal

from grafo.errors import InputError
from grafo.language import say
from grafo.readers.not_tables import Said, no_table, refusal
from grafo.readers.zip_bounds import damaged, password, read_part

_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
# A part that gives the kind away → what it is.
_OTHERS: tuple[tuple[str, Said], ...] = (
    ("xl/workbook.bin", ("un libro binario de Excel (.xlsb)", "a binary Excel workbook (.xlsb)")),
    ("word/document.xml", ("un documento de Word", "a Word document")),
    ("ppt/presentation.xml", ("una presentación", "a PowerPoint presentation")),
    (
        "Index/Document.iwa",
        ("un documento de Numbers o Pages", "an Apple Numbers or Pages document"),
    ),
    ("doc.kml", ("una capa de mapa (.kmz)", "a map layer (.kmz)")),
)


def kind_of_zip(archive: zipfile.ZipFile, name: str) -> Literal["xlsx", "ods"]:
    """Return which workbook the archive is.

    Raises:
        InputError: it is another kind of document, or just an archive; says which.
    """
    names = archive.namelist()
    for part, what in _OTHERS:
        if part in names:
            raise no_table(name, what)
    if "mimetype" in names:
        mimetype = read_part(archive, "mimetype", name).decode("ascii", "replace")
        if mimetype.startswith(f"{_OPEN_DOCUMENT}spreadsheet"):
            return "ods"
        raise no_table(name, _document(mimetype))
    if "[Content_Types].xml" in names or any(n.startswith("xl/") for n in names):
        if _has_workbook(names):
            return "xlsx"
        message = say("un archivo de Office sin libro", "an Office file without a workbook inside")
        raise damaged(name, message)
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return "ods"
    if "EncryptedPackage" in names:
        raise password(name)
    raise _just_an_archive(names, name)


def _just_an_archive(names: list[str], name: str) -> InputError:
    inside = ", ".join(repr(part[:60]) for part in sorted(names)[:5])
    return refusal(
        name,
        (
            f"es un archivo zip, no un libro; contiene {inside or 'nada'}",
            f"this is a zip archive, not a workbook; it holds {inside or 'nothing'}",
        ),
        ("descomprímalo y cargue la tabla que contiene", "unpack it and load the table inside"),
    )


def _has_workbook(names: list[str]) -> bool:
    return any(n.startswith("xl/") and n.endswith(".xml") and "workbook" in n for n in names)


def _document(mimetype: str) -> Said:
    if mimetype.startswith(_OPEN_DOCUMENT):
        kind = mimetype.removeprefix(_OPEN_DOCUMENT)[:30]
        return f"un documento OpenDocument ({kind})", f"an OpenDocument {kind}"
    return f"un archivo de la clase {mimetype[:60]!r}", f"an archive of the kind {mimetype[:60]!r}"
