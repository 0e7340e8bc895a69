"""What the environment says: where the data is, in which language to speak, which server to use."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from grafo.errors import StoreError, UsageError
from grafo.language import Lang, say

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_HEAP = re.compile(r"[1-9][0-9]*[mMgG]")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run.

    `neo4j_uri` chooses the store: that server, or the embedded engine when it is None.
    `cache` holds what is compiled once per machine and can be thrown away; None puts it in
    `home`. `heap` caps the embedded engine's memory, as Java writes it (`512m`, `2g`).
    """

    home: Path = Path(".grafo")
    cache: Path | None = None
    lang: Lang = "es"
    neo4j_uri: str | None = None
    neo4j_username: str = "neo4j"
    neo4j_password: str | None = field(default=None, repr=False)
    neo4j_database: str = "neo4j"
    heap: str = "1g"

    @classmethod
    def from_environment(cls, env: Mapping[str, str] | None = None) -> Settings:
        """Read GRAFO_HOME, _CACHE, _LANG, _HEAP and NEO4J_URI, _USERNAME, _PASSWORD, _DATABASE.

        An empty variable counts as one that is not set.

        Raises:
            UsageError: a value cannot be: an unknown language or URI scheme, a URI without a
                host or with a password in it, a heap that is not a number of m or g.
            StoreError: NEO4J_URI is set without NEO4J_PASSWORD.
        """
        given = {key: value for key, value in (os.environ if env is None else env).items() if value}
        uri = given.get("NEO4J_URI")
        if uri is not None:
            _check_uri(uri)
            _check_password(given)
        return cls(
            home=Path(given.get("GRAFO_HOME", ".grafo")).expanduser(),
            cache=_cache(given),
            lang=chosen_language(given),
            neo4j_uri=uri,
            neo4j_username=given.get("NEO4J_USERNAME", "neo4j"),
            neo4j_password=given.get("NEO4J_PASSWORD"),
            neo4j_database=given.get("NEO4J_DATABASE", "neo4j"),
            heap=_heap(given.get("GRAFO_HEAP", "1g")),
        )


def _check_password(given: Mapping[str, str]) -> None:
    if "NEO4J_PASSWORD" not in given:
        raise StoreError(
            say(
                "NEO4J_URI está definida, pero NEO4J_PASSWORD no",
                "NEO4J_URI is set, but NEO4J_PASSWORD is not",
            ),
            hint=say(
                "Defina NEO4J_PASSWORD, o quite NEO4J_URI para usar el motor embebido.",
                "Set NEO4J_PASSWORD, or unset NEO4J_URI to use the embedded engine.",
            ),
        )


def _check_uri(uri: str) -> None:
    known = ", ".join(f"{scheme}://" for scheme in SCHEMES)
    # Looked for before the URI is taken apart: what is shown in messages holds no password.
    if "@" in uri:
        raise UsageError(
            say(
                "NEO4J_URI trae un usuario o una contraseña",
                "NEO4J_URI holds a user name or password",
            ),
            hint=say(
                "Póngalos en NEO4J_USERNAME y NEO4J_PASSWORD; la URI aparece en los mensajes.",
                "Put them in NEO4J_USERNAME and NEO4J_PASSWORD; the URI is shown in messages.",
            ),
        )
    try:
        parts = urlsplit(uri)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise UsageError(
            say("NEO4J_URI no es una URI", "NEO4J_URI is not a URI"),
            hint=say(f"Empieza con una de estas: {known}", f"It starts with one of {known}"),
        ) from error
    if parts.scheme not in SCHEMES:
        raise UsageError(
            say(
                f"NEO4J_URI empieza con {parts.scheme!r}, que Neo4j no admite",
                f"NEO4J_URI has the scheme {parts.scheme!r}, which no Neo4j driver speaks",
            ),
            hint=say(
                f"Use una de estas: {known} (el puerto usual es 7687; 7474 es el del navegador).",
                f"Use one of {known} (7687 is the usual port; 7474 is the browser's).",
            ),
        )
    if not host or port == 0:
        raise UsageError(
            say("NEO4J_URI no nombra ningún equipo", "NEO4J_URI names no host"),
            hint=say("Por ejemplo: neo4j://localhost:7687", "For example neo4j://localhost:7687"),
        )


def _cache(given: Mapping[str, str]) -> Path | None:
    """Return GRAFO_CACHE, or grafo's folder where the system keeps caches."""
    if chosen := given.get("GRAFO_CACHE"):
        return Path(chosen).expanduser()
    if base := given.get("XDG_CACHE_HOME"):
        return Path(base) / "grafo"
    return Path(given["HOME"]) / ".cache" / "grafo" if "HOME" in given else None


def chosen_language(given: Mapping[str, str]) -> Lang:
    """Return the language of GRAFO_LANG, else the locale's, else Spanish.

    Raises:
        UsageError: GRAFO_LANG is neither Spanish nor English.
    """
    if chosen := given.get("GRAFO_LANG"):
        short = _language_of(chosen)
        if short not in ("es", "en"):
            raise UsageError(
                say(f"GRAFO_LANG vale {chosen!r}", f"GRAFO_LANG is {chosen!r}"),
                hint=say("Se admite es o en.", "It is es or en."),
            )
        return cast("Lang", short)
    locale = next((given[name] for name in _LOCALE_VARIABLES if given.get(name)), "")
    return "en" if _language_of(locale) == "en" else "es"


def _language_of(locale: str) -> str:
    """Return the language of a locale's name: `es` for `es_MX.UTF-8`."""
    return re.split(r"[_.@-]", locale.strip().lower(), maxsplit=1)[0]


def _heap(text: str) -> str:
    if not _HEAP.fullmatch(text):
        raise UsageError(
            say(f"GRAFO_HEAP vale {text!r}", f"GRAFO_HEAP is {text!r}"),
            hint=say(
                "Escriba megabytes o gigabytes: 512m, 2g.",
                "Write megabytes or gigabytes: 512m, 2g.",
            ),
        )
    return text.lower()
