"""Which parts of an xlsx file are its sheets, its strings and its styles."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass

from grafo.language import say
from grafo.readers.limits import Limits
from grafo.readers.sheets import Sheet
from grafo.readers.xml_events import XmlWatch
from grafo.readers.zip_bounds import damaged, part_chunks

_PACKAGE = ""


@dataclass(frozen=True, slots=True)
class XlsxParts:
    """The parts of a workbook that hold values, by their names inside the archive."""

    sheets: tuple[Sheet, ...]
    strings: str | None
    styles: str | None
    dates_from_1904: bool
    calculated_on_load: bool = False


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str  # the last word of the relationship's type: worksheet, sharedStrings …
    part: str


def xlsx_parts(archive: zipfile.ZipFile, limits: Limits, name: str) -> XlsxParts:
    """Follow the package's relationships from its root to the sheets.

    Raises:
        InputError: the relationships lead nowhere, or a part is malformed.
    """
    workbook = next(
        (r.part for r in _relations(archive, _PACKAGE, limits, name).values()
         if r.kind == "officeDocument"),
        "xl/workbook.xml",
    )  # fmt: skip
    relations = _relations(archive, workbook, limits, name)
    watch = _WorkbookWatch(limits, name)
    with part_chunks(archive, workbook, name) as chunks:
        watch.read(chunks)
    sheets = []
    for title, relation_id, visible in watch.sheets:
        relation = relations.get(relation_id)
        if relation is None:
            message = say(
                f"el libro no dice dónde está su hoja {title!r}",
                f"the workbook does not say where its sheet {title!r} is",
            )
            raise damaged(name, message)
        sheets.append(Sheet(title, relation.part, visible, relation.kind == "worksheet"))
    of_kind = {relation.kind: relation.part for relation in relations.values()}
    # Some programs announce strings that they have none of. Styles are missed if they are
    # announced and lost: they say which numbers are dates.
    strings = of_kind.get("sharedStrings")
    if strings not in archive.namelist():
        strings = None
    return XlsxParts(
        tuple(sheets),
        strings,
        of_kind.get("styles"),
        watch.dates_from_1904,
        watch.calculated_on_load,
    )


def _relations(
    archive: zipfile.ZipFile, part: str, limits: Limits, name: str
) -> dict[str, _Relation]:
    """Return the relationships of a part by their ids; none where it has no such file."""
    folder, file = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{file}.rels")
    if path not in archive.namelist():
        return {}
    watch = _RelationsWatch(folder, limits, name)
    with part_chunks(archive, path, name) as chunks:
        watch.read(chunks)
    return watch.relations


class _RelationsWatch(XmlWatch):
    namespaces = True

    def __init__(self, folder: str, limits: Limits, name: str) -> None:
        super().__init__(limits, name)
        self._folder = folder
        self.relations: dict[str, _Relation] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if not tag.endswith(" Relationship") or attributes.get("TargetMode") == "External":
            return
        # Some programs write Windows separators; a leading slash means the package's root.
        target = attributes.get("Target", "").replace("\\", "/")
        part = posixpath.normpath(posixpath.join("/", self._folder, target)).lstrip("/")
        kind = attributes.get("Type", "").rpartition("/")[2]
        self.relations[attributes.get("Id", "")] = _Relation(kind, part)


class _WorkbookWatch(XmlWatch):
    namespaces = True

    def __init__(self, limits: Limits, name: str) -> None:
        super().__init__(limits, name)
        self.sheets: list[tuple[str, str, bool]] = []
        self.dates_from_1904 = False
        self.calculated_on_load = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition(" ")[2]
        if local == "workbookPr":
            self.dates_from_1904 = attributes.get("date1904", "0") in {"1", "true", "on"}
        elif local == "calcPr":
            self.calculated_on_load = attributes.get("fullCalcOnLoad", "0") in {"1", "true", "on"}
        elif local == "sheet":
            # The namespace differs between the transitional and the strict form of the standard.
            relation = next(
                (value for key, value in attributes.items() if key.endswith("/relationships id")),
                "",
            )
            visible = attributes.get("state", "visible") == "visible"
            self.sheets.append((attributes.get("name", ""), relation, visible))
