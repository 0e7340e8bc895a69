"""What the environment says: where the data is, in which language to speak, which server to use."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from grafo.errors import StoreError, UsageError
from grafo.language import Lang

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
            if "NEO4J_PASSWORD" not in given:
                raise StoreError(
                    "NEO4J_URI is set, but NEO4J_PASSWORD is not",
                    hint="Set NEO4J_PASSWORD, or unset NEO4J_URI to use the embedded engine.",
                )
        return cls(
            home=Path(given.get("GRAFO_HOME", ".grafo")).expanduser(),
            cache=_cache(given),
            lang=_lang(given),
            neo4j_uri=uri,
            neo4j_username=given.get("NEO4J_USERNAME", "neo4j"),
            neo4j_password=given.get("NEO4J_PASSWORD"),
            neo4j_database=given.get("NEO4J_DATABASE", "neo4j"),
            heap=_heap(given.get("GRAFO_HEAP", "1g")),
        )


def _check_uri(uri: str) -> None:
    known = ", ".join(f"{scheme}://" for scheme in SCHEMES)
    # Looked for before the URI is taken apart: what is shown in messages holds no password.
    if "@" in uri:
        raise UsageError(
            "NEO4J_URI holds a user name or password",
            hint="Put them in NEO4J_USERNAME and NEO4J_PASSWORD; the URI is shown in messages.",
        )
    try:
        parts = urlsplit(uri)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise UsageError("NEO4J_URI is not a URI", hint=f"It starts with one of {known}") from error
    if parts.scheme not in SCHEMES:
        raise UsageError(
            f"NEO4J_URI has the scheme {parts.scheme!r}, which no Neo4j driver speaks",
            hint=f"Use one of {known} (7687 is the usual port; 7474 is the browser's).",
        )
    if not host or port == 0:
        raise UsageError("NEO4J_URI names no host", hint="For example neo4j://localhost:7687")


def _cache(given: Mapping[str, str]) -> Path | None:
    """Return GRAFO_CACHE, or grafo's folder where the system keeps caches."""
    if chosen := given.get("GRAFO_CACHE"):
        return Path(chosen).expanduser()
    if base := given.get("XDG_CACHE_HOME"):
        return Path(base) / "grafo"
    return Path(given["HOME"]) / ".cache" / "grafo" if "HOME" in given else None


def _lang(given: Mapping[str, str]) -> Lang:
    chosen = given.get("GRAFO_LANG")
    if chosen is not None:
        short = _language_of(chosen)
        if short not in ("es", "en"):
            raise UsageError(f"GRAFO_LANG is {chosen!r}", hint="It is es or en.")
        return cast("Lang", short)
    locale = next((given[name] for name in _LOCALE_VARIABLES if name in given), "")
    return "en" if _language_of(locale) == "en" else "es"


def _language_of(locale: str) -> str:
    """Return the language of a locale's name: `es` for `es_MX.UTF-8`."""
    return re.split(r"[_.@-]", locale.strip().lower(), maxsplit=1)[0]


def _heap(text: str) -> str:
    if not _HEAP.fullmatch(text):
        raise UsageError(f"GRAFO_HEAP is {text!r}", hint="Write megabytes or gigabytes: 512m, 2g.")
    return text.lower()
