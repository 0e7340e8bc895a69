"""The project's own files, as its tests of them see them."""

from __future__ import annotations

import shutil
import subprocess
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@cache
def files() -> tuple[str, ...]:
    """Return the path of every file that is in git, or would be with the next `git add --all`.

    Raises:
        FileNotFoundError: there is no git on this machine.
        subprocess.CalledProcessError: the tests do not run in a git checkout.
    """
    git = shutil.which("git")
    if git is None:
        raise FileNotFoundError("git is not on the PATH")
    listing = subprocess.run(  # noqa: S603 - a fixed command line, no shell
        [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = listing.stdout.decode("utf-8").split("\0")
    return tuple(sorted(name for name in names if name and (ROOT / name).is_file()))


@cache
def pyproject() -> dict[str, Any]:
    """Return the parsed pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
