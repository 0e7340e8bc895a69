"""No file says where packages come from: that is the business of each machine's set-up."""

from __future__ import annotations

import re

import pytest

from tests.project.tree import ROOT, files

# Written apart, so that this file keeps the promise it checks.
_HOSTS = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("files", "pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("registry", "yarnpkg", "com"),
        ("repo1", "maven", "org"),
        ("repo", "maven", "apache", "org"),
        ("repo", "maven", "org"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
        ("archive", "ubuntu", "com"),
        ("crates", "io"),
        ("proxy", "golang", "org"),
        ("registry-1", "docker", "io"),
    )
)
_ANY = re.compile(
    b"(?<![a-z0-9-])(?:"
    + b"|".join(re.escape(host.encode()) for host in _HOSTS)
    + b")(?![a-z0-9-])",
    re.IGNORECASE,
)


def test_no_file_names_the_host_of_a_package_registry() -> None:
    names = files()
    assert "pyproject.toml" in names
    found = [
        f"{name}: {match.group().decode()}"
        for name in names
        for match in _ANY.finditer((ROOT / name).read_bytes())
    ]
    assert found == []


@pytest.mark.parametrize("host", _HOSTS)
def test_the_check_finds_a_host_that_is_there(host: str) -> None:
    assert _ANY.search(f'"resolved": "https://{host.upper()}/x.tgz"'.encode())
    assert not _ANY.search(f"not-{host}y".encode())
