"""Every network of networks.py, one after the other."""

from __future__ import annotations

import pytest

from grafo.network import Links
from tests.network.networks import ALL


@pytest.fixture(params=list(ALL))
def links(request: pytest.FixtureRequest) -> Links:
    return ALL[request.param]
