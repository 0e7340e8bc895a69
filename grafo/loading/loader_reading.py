"""Reading a loader file: YAML to the schema, every fault with its line and key, all at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.loading.loader_file import Fault, Faults, LoaderFile


def read_yaml(path: Path) -> tuple[str, dict[str, Any]]:
    """Read a loader file's text and the keys in it.

    Raises:
        InputError: it cannot be read, is not YAML, or holds no keys.
    """
    at = Location(path.name)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            say(
                f"no se puede leer como texto UTF-8: {error}",
                f"cannot be read as UTF-8 text: {error}",
            ),
            at=at,
        ) from None
    try:
        raw = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise InputError(
            say(f"no es YAML válido: {error}", f"is not valid YAML: {error}"), at=at
        ) from None
    if not isinstance(raw, dict):
        raise InputError(
            say("no es un cargador: no tiene claves", "is no loader file: it holds no keys"), at=at
        )
    return text, raw


def parse_loader(text: str, name: str, raw: dict[str, Any]) -> LoaderFile:
    """Check the keys of a loader file against the schema.

    `text` is the file's own text, to find the line of each fault; `raw` are its keys, laid
    over those of a loader that it extends.

    Raises:
        InputError: the schema is broken; one line per fault, each with its line and key.
    """
    tree = yaml.compose(text, Loader=yaml.SafeLoader)
    try:
        return LoaderFile.model_validate(raw)
    except ValidationError as error:
        lines = [f"{name}, {_place(tree, path)}: {message}" for path, message in _faults(error)]
        raise InputError(
            "\n".join(lines),
            hint=say(
                "`grafo loaders show generic_agreements` es una plantilla.",
                "`grafo loaders show generic_agreements` is a template.",
            ),
        ) from None


def _faults(error: ValidationError) -> list[Fault]:
    faults: list[Fault] = []
    for fault in error.errors():
        cause = fault.get("ctx", {}).get("error")
        if isinstance(cause, Faults):
            faults += cause.faults
        else:
            faults.append((tuple(map(str, fault["loc"])), fault["msg"]))
    return [(path, message.removeprefix("Value error, ")) for path, message in faults]


def _place(tree: yaml.Node | None, path: tuple[str, ...]) -> str:
    """Say where in the YAML a path of keys leads, as far as it can be followed."""
    node, line = tree, 1
    for key in path:
        if not isinstance(node, yaml.MappingNode):
            break
        for name, value in node.value:
            if str(name.value) == key:
                node, line = value, name.start_mark.line + 1
                break
        else:
            break
    where = say(f"línea {line}", f"line {line}")
    return where + say(", clave ", ", key ") + repr(".".join(path)) if path else where
