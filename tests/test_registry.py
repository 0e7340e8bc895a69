"""What is put into a folder, or installed beside grafo, is found without a list to edit."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from grafo.errors import GrafoError, UsageError
from grafo.language import Lang, set_language
from grafo.registry import Registry

_ITEM = "from {package} import REGISTRY\nREGISTRY.add({name!r}, {value})\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package with a registry and two modules that register themselves."""
    name = f"made_{tmp_path.name}"
    folder = tmp_path / name
    folder.mkdir()
    (folder / "__init__.py").write_text(
        "from grafo.model import Bilingual\n"
        "from grafo.registry import Registry\n"
        f"REGISTRY = Registry({name!r}, 'made.group', Bilingual(es='las cosas', en='the things'))\n"
    )
    (folder / "b.py").write_text(_ITEM.format(package=name, name="second", value=2))
    (folder / "a.py").write_text(_ITEM.format(package=name, name="first", value=1))
    monkeypatch.syspath_prepend(tmp_path)
    return name


def _registry(package: str) -> Registry[int]:
    registry: Registry[int] = __import__(package).REGISTRY
    return registry


def _installed(folder: Path, module: str, text: str) -> None:
    """Install a distribution that has an entry point in the group."""
    (folder / f"{module}.py").write_text(text)
    info = folder / f"{module}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[made.group]\n{module} = {module}:register\n")


def test_every_module_of_the_folder_registers_itself(package: str) -> None:
    registry = _registry(package)
    assert registry.names() == ["first", "second"]
    assert list(registry) == [1, 2]
    assert registry.find("second") == 2


@pytest.mark.parametrize(("lang", "said"), [("es", "¿será second?"), ("en", "did you mean second")])
def test_an_unknown_name_is_answered_with_the_nearest_and_all(
    package: str, lang: Lang, said: str
) -> None:
    set_language(lang)
    with pytest.raises(UsageError, match="secnd") as caught:
        _registry(package).find("secnd")
    assert said in caught.value.message
    assert "first, second" in (caught.value.hint or "")


def test_an_installed_extension_is_found(package: str, tmp_path: Path) -> None:
    text = f"def register():\n    from {package} import REGISTRY\n    REGISTRY.add('third', 3)\n"
    _installed(tmp_path, f"{package}_extension", text)
    assert _registry(package).names() == ["first", "second", "third"]


def test_an_extension_that_fails_is_named(package: str, tmp_path: Path) -> None:
    _installed(tmp_path, f"{package}_broken", "def register():\n    raise ValueError('no luck')\n")
    with pytest.raises(GrafoError, match=f"{package}_broken.*no luck"):
        _registry(package).names()


def test_two_of_one_name_are_refused(package: str) -> None:
    registry = _registry(package)
    registry.names()
    with pytest.raises(GrafoError, match="first"):
        registry.add("first", 4)
    assert package in sys.modules
