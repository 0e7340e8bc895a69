"""The language in which grafo speaks: Spanish and English side by side where a text is made.

One process speaks one language at a time; the command line and `grafo.open()` choose it. Until
then it is Spanish, the language of most who use grafo.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import Literal

Lang = Literal["es", "en"]

_current: ContextVar[Lang] = ContextVar("language", default="es")


def set_language(language: Lang) -> None:
    """Choose the language of everything said from here on."""
    _current.set(language)


def language() -> Lang:
    """Return the language in use."""
    return _current.get()


def say(es: str, en: str) -> str:
    """Return the text in the language in use."""
    return es if _current.get() == "es" else en
