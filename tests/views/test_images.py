"""The pictures of the documentation exist, are small, and are shown somewhere."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[2]
IMAGES = ROOT / "docs" / "images"
sys.path.insert(0, str(ROOT / "scripts"))

from build_screenshots import SHOTS, Shot  # noqa: E402  # scripts are no package
from small_png import png_of, reduced  # noqa: E402


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_each_picture_is_there_in_its_size(shot: Shot) -> None:
    content = (IMAGES / f"{shot.name}.png").read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", content[16:24]) == shot.size
    assert 10_000 < len(content) <= 250_000


def test_every_picture_is_taken_by_the_script_and_shown_in_a_page() -> None:
    pages = "".join(
        page.read_text(encoding="utf-8")
        for page in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
    )
    names = {path.name for path in IMAGES.glob("*.png")}
    assert names == {f"{shot.name}.png" for shot in SHOTS}
    assert not [name for name in names if f"{name})" not in pages]


def test_both_languages_themes_and_sizes_are_shown() -> None:
    assert {shot.lang for shot in SHOTS} == {"es", "en"}
    assert {shot.dark for shot in SHOTS} == {False, True}
    assert len({shot.size for shot in SHOTS}) == 2


def test_a_reduced_picture_keeps_its_frequent_colours_and_stays_near_the_others() -> None:
    random = np.random.default_rng(2)
    pixels = np.full((60, 80, 3), (251, 250, 248), dtype=np.uint8)
    pixels[10:30, 10:40] = (34, 69, 201)
    shade = random.random((20, 80, 1))  # as along the edges of letters
    pixels[40:] = np.round(shade * pixels[0, 0] + (1 - shade) * pixels[20, 20])
    palette, places = reduced(pixels)
    assert len(palette) <= 256
    assert (palette[places][:40] == pixels[:40]).all()
    far = np.abs(palette[places].astype(int) - pixels.astype(int)).max(axis=2)
    assert far.max() < 12
    assert png_of(pixels)[16:24] == struct.pack(">II", 80, 60)
