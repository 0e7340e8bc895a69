"""Files made to exhaust whoever opens them are refused in 5 seconds and 256 MiB, or cost less."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.adversarial.hostile import ENDURED, HOSTILE
from tests.adversarial.measured import read_apart

SECONDS, MEBIBYTES = 5.0, 256


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_time_and_memory(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    HOSTILE[name](path)
    outcome = read_apart(path)
    path.unlink()
    assert outcome.ended.startswith("InputError"), outcome
    assert name in outcome.ended
    assert outcome.seconds <= SECONDS, outcome
    assert outcome.mebibytes <= MEBIBYTES, outcome


@pytest.mark.parametrize("name", ENDURED)
def test_a_claim_that_costs_nothing_is_read_for_what_is_there(tmp_path: Path, name: str) -> None:
    make, rows = ENDURED[name]
    make(tmp_path / name)
    outcome = read_apart(tmp_path / name)
    assert (outcome.rows, outcome.ended) == (rows, "")
    assert outcome.seconds <= SECONDS, outcome
    assert outcome.mebibytes <= MEBIBYTES, outcome
