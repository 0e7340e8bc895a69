"""What a file really is, by its content: names and endings lie.

Portals serve pages as .xls, people rename csv files, workbooks come with a password. What can be
read is read as what it is; the rest is refused with what it is and what to do.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Literal

from grafo.readers.compound_file import MAGIC, BrokenCompoundFile, CompoundFile
from grafo.readers.encoding import marked_encoding
from grafo.readers.limits import Limits
from grafo.readers.not_tables import Said, by_signature, no_table, refusal, xml_kind
from grafo.readers.xls import WORKBOOK_STREAMS
from grafo.readers.zip_bounds import bounded_zip, cut_short, password
from grafo.readers.zip_kinds import kind_of_zip

Kind = Literal["text", "xlsx", "xls", "ods", "json", "jsonl", "html"]

_SAMPLE = 1 << 16
_UNFINISHED: Said = (
    "revise que la descarga o exportación haya terminado",
    "check that the export or download finished",
)
_HTML = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|meta|title|body|table|style|"
    r"script|div|center|span|form|p|h[1-6]|br|font|link|base)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON = re.compile(r'\s*(\{\s*("|\}|$)|\[\s*(\{|\]|$))')
_JSON_LIST = re.compile(r'\s*\[\s*(["\[\d\-]|true|false|null)')
_XML = re.compile(r"\s*<(\?xml\s|[A-Za-z][\w:.-]*(\s[^<>]*)?>\s*(<|$))")
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def kind_of(path: Path, encoding: str | None, limits: Limits, name: str) -> Kind:
    """Return what the file is, of the kinds that can be read; `encoding` is the declared one.

    Raises:
        InputError: it is empty, damaged, encrypted, or of a kind that holds no table.
    """
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    if not sample:
        raise refusal(
            name, ("el archivo está vacío (0 bytes)", "the file is empty (0 bytes)"), _UNFINISHED
        )
    if sample.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        with bounded_zip(path, limits, name) as archive:
            return kind_of_zip(archive, name)
    if sample.startswith(MAGIC):
        return _kind_of_compound(path, limits, name)
    foreign = by_signature(sample, name)
    if foreign is not None:
        raise foreign
    return _kind_of_text(sample, path, encoding, name)


def _kind_of_compound(path: Path, limits: Limits, name: str) -> Kind:
    if path.stat().st_size > limits.max_xls_bytes:
        return "xls"  # which says how large it may be
    try:
        streams = CompoundFile(path.read_bytes()).streams
    except BrokenCompoundFile as error:
        raise cut_short(name, error) from error
    if "EncryptedPackage" in streams:
        raise password(name)
    if any(stream in streams for stream in WORKBOOK_STREAMS):
        return "xls"
    if "WordDocument" in streams:
        raise no_table(name, ("un documento de Word", "a Word document"))
    if "PowerPoint Document" in streams:
        raise no_table(name, ("una presentación", "a PowerPoint presentation"))
    raise no_table(
        name, ("un archivo de Office sin libro", "an old Office file without a workbook")
    )


def _kind_of_text(sample: bytes, path: Path, declared: str | None, name: str) -> Kind:
    encoding = marked_encoding(sample) or (declared if _is_codec(declared) else None)
    if encoding is None and len(_CONTROL.findall(sample)) + sample.count(0) > len(sample) // 10:
        raise refusal(
            name,
            ("no es texto ni un libro", "the file is neither text nor a workbook"),
            (
                "puede estar dañado: descárguelo otra vez, o pregunte de qué programa viene",
                "it may be damaged: download it again, or ask which program it comes from",
            ),
        )
    text = sample.decode(encoding or "utf-8", "replace").lstrip("\ufeff")
    if not text.strip() and len(sample) < _SAMPLE:
        what = ("el archivo sólo tiene blancos", "the file is empty but for white space")
        raise refusal(name, what, _UNFINISHED)
    if _HTML.match(text):
        return "html"
    if _XML.match(text):
        raise no_table(name, xml_kind(text))
    named_json = path.suffix.casefold() in {".json", ".geojson", ".jsonl", ".ndjson"}
    if _JSON.match(text) or (named_json and _JSON_LIST.match(text)):
        return _kind_of_json(text, path)
    return "text"


def _is_codec(declared: str | None) -> bool:
    """Whether the name is a text encoding; the readers complain where it is not."""
    try:
        return declared is not None and not "".encode(declared)
    except (LookupError, ValueError):
        return False


def _kind_of_json(text: str, path: Path) -> Kind:
    """Tell a list of records from one record a line: there, the first line is an object."""
    if path.suffix.casefold() in {".jsonl", ".ndjson"}:
        return "jsonl"
    first, _, rest = text.lstrip().partition("\n")
    if not first.startswith("{") or not rest.lstrip().startswith("{"):
        return "json"
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return "json"
    return "jsonl"
