"""What the tests of the formats share."""

from __future__ import annotations

import pytest

from grafo.places import Matcher
from grafo.store import Store
from tests.conftest import emptied
from tests.figures.graphs import load


@pytest.fixture(scope="module")
def synthetic_store(
    _embedded_session: Store, matcher: Matcher, tmp_path_factory: pytest.TempPathFactory
) -> Store:
    """The shipped register of made-up agreements, with dates and themes."""
    names = ("countries", "themes", "governments_mx", "register_synthetic")
    store = emptied(_embedded_session)
    load(store, matcher, tmp_path_factory.mktemp("quarantine"), *names)
    return store
