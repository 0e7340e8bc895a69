"""The command line. Each module here is one command and registers itself on import."""

from __future__ import annotations

import importlib
import pkgutil

from grafo.cli.language import choose_language

choose_language()

from grafo.cli.app import app, main  # noqa: E402  # its help texts are in the language chosen

for _module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
    if _module.startswith("command_"):
        importlib.import_module(f"{__name__}.{_module}")

__all__ = ["app", "main"]
