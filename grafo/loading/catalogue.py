"""Finding loader files: the shipped ones, those of installed packages, and a person's own."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from grafo.bundled import bundled
from grafo.errors import InputError, Location, UsageError, nearest
from grafo.language import say
from grafo.loading.loader_file import LoaderFile
from grafo.loading.loader_reading import parse_loader, read_yaml

ENTRY_POINTS = "grafo.loaders"
_EXTENDS_DEPTH = 5


def loader_paths() -> dict[str, Path]:
    """Return all loader files that can be named, by name, sorted.

    An entry point in the group `grafo.loaders` is a callable that returns a folder of loader
    files. The shipped names cannot be taken over.
    """
    paths: dict[str, Path] = {}
    for folder in _folders():
        for path in sorted(folder.glob("*.yml")):
            paths.setdefault(path.stem, path)
    return dict(sorted(paths.items()))


def _folders() -> Iterator[Path]:
    yield bundled("loaders")
    for entry_point in sorted(entry_points(group=ENTRY_POINTS), key=lambda e: e.name):
        yield Path(entry_point.load()())


def find_loader(name: str) -> LoaderFile:
    """Return a loader by its name, or from a path that ends in .yml or .yaml.

    Raises:
        UsageError: there is no such loader; the message gives the nearest names.
        InputError: the file breaks the schema, or extends something that is not there.
    """
    if name.endswith((".yml", ".yaml")):
        path = Path(name)
        if not path.is_file():
            raise UsageError(say(f"no existe el archivo {name!r}", f"no loader file {name!r}"))
        return _read(path)
    paths = loader_paths()
    if name not in paths:
        raise UsageError(
            say(f"no hay un cargador {name!r}", f"no loader named {name!r}") + nearest(name, paths),
            hint=say(
                "`grafo loaders` los enlista; también sirve la ruta de un archivo .yml.",
                "`grafo loaders` lists them; a path to a .yml file works too.",
            ),
        )
    return _read(paths[name])


def _read(path: Path) -> LoaderFile:
    text, raw = read_yaml(path)
    return parse_loader(text, path.name, _extended(raw, path, _EXTENDS_DEPTH))


def _extended(raw: dict[str, Any], path: Path, depth: int) -> dict[str, Any]:
    """Lay a loader file over the one it extends; columns are laid over one by one."""
    if "extends" not in raw:
        return raw
    base_name = raw["extends"]
    paths = loader_paths()
    if base_name not in paths or paths[base_name] == path or depth == 0:
        raise InputError(
            say(
                f"clave 'extends': no hay un cargador {base_name!r} que extender",
                f"key 'extends': no loader named {base_name!r} to extend",
            ),
            at=Location(path.name),
        )
    base = _extended(read_yaml(paths[base_name])[1], paths[base_name], depth - 1)
    merged = {**base, **{key: value for key, value in raw.items() if key != "extends"}}
    if isinstance(raw.get("columns"), dict):
        merged["columns"] = {**base["columns"], **raw["columns"]}
    return merged
