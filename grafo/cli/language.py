"""The language before any option is parsed: help texts are made when the commands are defined."""

from __future__ import annotations

import os
import sys

from grafo.errors import GrafoError
from grafo.language import set_language
from grafo.settings import chosen_language


def choose_language() -> None:
    """Take the language from `--lang`, else from the environment."""
    for option, value in zip(sys.argv, [*sys.argv[1:], ""], strict=True):
        chosen = value if option == "--lang" else option.removeprefix("--lang=")
        if option.startswith("--lang") and chosen in ("es", "en"):
            set_language("es" if chosen == "es" else "en")
            return
    try:
        set_language(chosen_language({**os.environ}))
    except GrafoError:
        return  # GRAFO_LANG is wrong; the command itself will say so
