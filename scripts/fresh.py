"""What is made from something else: written anew, or with --check compared with what is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from grafo.files import atomic_write

ROOT = Path(__file__).resolve().parents[1]


def renew(made: Mapping[str, Callable[[], str]], arguments: list[str]) -> int:
    """Write each file that is not what is made for it, or with --check only name it.

    Args:
        made: what makes a file's text, by its path in the project.
        arguments: of the command line.

    Returns:
        The exit code: 1 when files are stale and were only compared.
    """
    checks = "--check" in arguments
    stale = []
    for name, make in made.items():
        path, text = ROOT / name, make()
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if not checks:
            with atomic_write(path) as stream:
                stream.write(text)
    for name in stale:
        print(f"{'stale' if checks else 'written'}: {name}")
    return 1 if stale and checks else 0
