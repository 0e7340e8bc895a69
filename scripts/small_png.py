"""Screenshots as PNG with a palette: flat pages need few colours, and files a third of the size.

The colours that occur most often are kept as they are; each of the others becomes the nearest of
them.
"""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

COLORS = 256
Pixels = NDArray[np.uint8]


def png_of(pixels: Pixels) -> bytes:
    """Return an image, shape (height, width, 3), as the bytes of a PNG file."""
    height, width, _ = pixels.shape
    palette, places = reduced(pixels)
    rows = np.zeros((height, width + 1), dtype=np.uint8)  # each begins with its filter: none
    rows[:, 1:] = places
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", palette.tobytes()),
            _chunk(b"IDAT", zlib.compress(rows.tobytes(), 9)),
            _chunk(b"IEND", b""),
        ]
    )


def reduced(pixels: Pixels) -> tuple[Pixels, Pixels]:
    """Return a palette, shape (up to 256, 3), and the place in it of each pixel."""
    flat = pixels.reshape(-1, 3)
    keys = flat.astype(np.uint32) @ np.array([65536, 256, 1], dtype=np.uint32)
    found, back, counts = np.unique(keys, return_inverse=True, return_counts=True)
    colors = np.stack([found >> 16, found >> 8 & 255, found & 255], axis=1).astype(np.int32)
    # One colour of each small cell of the cube, or shades of one edge would take all places.
    cells = (colors // 6) @ np.array([4096, 64, 1])
    order = np.lexsort((found, -counts))
    _, first = np.unique(cells[order], return_index=True)
    firsts = order[np.sort(first)][:COLORS]
    palette = colors[firsts]
    nearest = np.empty(len(colors), dtype=np.uint8)
    for start in range(0, len(colors), 4096):
        part = colors[start : start + 4096]
        apart = ((part[:, None] - palette[None]) ** 2).sum(axis=2)
        nearest[start : start + 4096] = apart.argmin(axis=1)
    return palette.astype(np.uint8), nearest[back].reshape(pixels.shape[:2])


def _chunk(kind: bytes, data: bytes) -> bytes:
    length, check = struct.pack(">I", len(data)), struct.pack(">I", zlib.crc32(kind + data))
    return length + kind + data + check
