"""A small publication, made once for all that only read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publishing.published import BASE, everything, published


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A publication of a graph with one of everything."""
    folder = tmp_path_factory.mktemp("site") / "site"
    published(everything(), folder, BASE)
    return folder
