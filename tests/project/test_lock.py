"""The lock file installs the same bytes everywhere, from whatever index one is set up for."""

from __future__ import annotations

import re

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.project.tree import ROOT, pyproject

_LOCK = ROOT / "requirements" / "lock.txt"
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def _entries() -> list[str]:
    """Return the lock's entries: comments dropped, continued lines joined."""
    lines = _LOCK.read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    return [entry.strip() for entry in text.replace("\\\n", " ").splitlines() if entry.strip()]


def _pins() -> dict[str, Requirement]:
    pins = [Requirement(_HASH.sub("", entry)) for entry in _entries()]
    return {canonicalize_name(pin.name): pin for pin in pins}


def _wanted() -> list[Requirement]:
    project = pyproject()["project"]
    extras = project["optional-dependencies"].values()
    groups = [project["dependencies"], *extras, pyproject()["build-system"]["requires"]]
    return [Requirement(line) for group in groups for line in group]


def test_every_entry_is_one_version_with_hashes() -> None:
    entries = _entries()
    assert len(entries) > 50
    for entry in entries:
        assert re.match(r"[A-Za-z0-9._-]+==[^\s;]+ ", entry), entry
        assert _HASH.search(entry), entry


def test_no_option_address_or_path_is_in_it() -> None:
    text = _HASH.sub("", _LOCK.read_text(encoding="utf-8"))
    for line in text.splitlines():
        assert "://" not in line
        assert not re.search(r"(^|\s)/\w", line), line
        assert not line.startswith("-"), line
        assert " @ " not in line, line


@pytest.mark.parametrize("wanted", _wanted(), ids=str)
def test_what_pyproject_asks_for_is_locked(wanted: Requirement) -> None:
    pin = _pins()[canonicalize_name(wanted.name)]
    version = str(pin.specifier).removeprefix("==")
    assert wanted.specifier.contains(version, prereleases=True)
