"""The page around a scene: one file, no request, and a policy that lets only our script run."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

from grafo.markup import text
from grafo.views.scene import Scene

_PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")


def scene_page(scene: Scene, fallback: str) -> str:
    """Return the page of the explorer or the map.

    Args:
        fallback: markup that stands there until the script runs, and where it cannot.
    """
    style, script = static("explorer.css"), static("explorer.js")
    lang = scene["lang"]
    title = scene["title"][lang]
    if scene["synthetic"]:
        title += {"es": " · DATOS SINTÉTICOS", "en": " · SYNTHETIC DATA"}[lang]
    return filled(
        static("page.html"),
        {
            "lang": lang,
            "script_hash": policy_hash(script),
            "style_hash": policy_hash(style),
            "generator": "grafo",
            "title": text(title),
            "style": style,
            "fallback": fallback,
            "scene": embedded_json(scene),
            "script": script,
        },
    )


@cache
def static(name: str) -> str:
    """Return a file of the built front end."""
    return files("grafo.views").joinpath("static", name).read_text(encoding="utf-8")


def filled(template: str, values: dict[str, str]) -> str:
    """Return a template with its placeholders filled, once: what is filled in is no template.

    >>> filled("{{a}} {{b}}", {"a": "{{b}}", "b": "2"})
    '{{b}} 2'
    """
    return _PLACEHOLDER.sub(lambda found: values[found[1]], template)


def policy_hash(source: str) -> str:
    """Return the hash by which a Content-Security-Policy knows an inline script or style."""
    digest = hashlib.sha256(source.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def embedded_json(value: Any) -> str:
    """Return a value as JSON that can stand inside a script element: no tag ends or opens there."""
    plain = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return plain.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
