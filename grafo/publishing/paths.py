"""From an IRI under the base to the file that a web server answers it with."""

from __future__ import annotations

import posixpath
from urllib.parse import quote, unquote

_LONGEST = 200  # bytes of one name; file systems take 255


def folder_of(iri: str, base: str) -> str | None:
    """Return the folder, relative to the site, whose index page is the page of an IRI.

    A web server decodes what the IRI has encoded, so the folder bears the plain name. None for
    an IRI outside of the base, and for one that no folder can be named after.

    >>> folder_of("https://x.mx/government/S%C3%A3o%20Tom%C3%A9", "https://x.mx/")
    'government/São Tomé'
    >>> folder_of("https://x.mx/agent/..%2F..%2Fetc", "https://x.mx/") is None
    True
    """
    if not iri.startswith(base) or "#" in iri or "?" in iri:
        return None
    parts = unquote(iri[len(base) :]).split("/")
    sound = all(
        part not in {"", ".", ".."}
        and part.isprintable()
        and "\\" not in part
        and len(part.encode()) <= _LONGEST
        for part in parts
    )
    return "/".join(parts) if sound else None


def relative(target: str, start: str) -> str:
    """Return the address of a file of the site as seen from a folder of it.

    >>> relative("country/MX/", "government/mx-14"), relative("data/grafo.ttl", "")
    ('../../country/MX/', 'data/grafo.ttl')
    """
    path = posixpath.relpath(target, start or ".") + ("/" if target.endswith("/") else "")
    return quote(path, safe="/.-_~")
