"""Where the loader files, queries and reference data live, in a wheel and in a checkout alike."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent

Kind = Literal["loaders", "queries", "sparql", "data"]


def bundled(kind: Kind) -> Path:
    """Return the folder of shipped files of one kind.

    A wheel carries them under `grafo/_bundled/`; a checkout has them beside the package.

    Raises:
        FileNotFoundError: the installation is broken (neither place exists).
    """
    for candidate in (_PACKAGE / "_bundled" / kind, _PACKAGE.parent / kind):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"grafo is installed without its {kind!r} folder; reinstall it")
