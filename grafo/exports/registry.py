"""How an export format registers itself, and where it is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from grafo.exports.source import ExportSource
from grafo.model import Bilingual
from grafo.registry import Registry

# Reserved by RFC 2606: nobody takes what is named there for a published IRI.
EXAMPLE_BASE = "https://grafo.example/"


def _unheard(_: str) -> None:
    """Say nothing: from Python, nobody listens unless they ask to."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What the person who exports can choose.

    Attributes:
        lang: the language of headings, where a format has only one.
        base_iri: what the IRIs of RDF begin with; it ends in `/` or `#`.
        tell: how a format says what should be known beside its file: what it left out.
    """

    lang: Literal["es", "en"] = "es"
    base_iri: str = EXAMPLE_BASE
    tell: Callable[[str], None] = _unheard


# Writes to a path that does not exist yet; for a folder, into one that is empty.
Write = Callable[[ExportSource, Path, ExportOptions], None]


@dataclass(frozen=True, slots=True)
class Export:
    """One format: a file with a suffix, or a folder of files."""

    name: str
    title: Bilingual
    suffix: str
    is_folder: bool
    write: Write


_registry: Registry[Export] = Registry(
    "grafo.exports", "grafo.exports", Bilingual(es="los formatos", en="the formats")
)


def export(
    name: str, title: Bilingual, *, suffix: str = "", folder: bool = False
) -> Callable[[Write], Write]:
    """Register the decorated function as a format that writes a file, or a folder."""

    def register(write: Write) -> Write:
        _registry.add(name, Export(name, title, suffix, folder, write))
        return write

    return register


def exports() -> list[Export]:
    """Return all formats, sorted by name, those of installed extensions included."""
    return list(_registry)


def find_export(name: str) -> Export:
    """Return a format by its name.

    Raises:
        UsageError: there is none; the message gives the nearest names.
    """
    return _registry.find(name)
