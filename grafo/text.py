"""Folding of text for comparison: what a reader takes for the same word compares equal."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

# Letters that NFKD leaves whole but that people type without their stroke or ligature.
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss"}
)
_BETWEEN_WORDS = re.compile(r"[\W_]+")


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Casefold, drop accents, and turn every run of other signs into one space.

    >>> fold("  Área(s) de COOPERACIÓN ")
    'area s de cooperacion'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(ch for ch in decomposed if not unicodedata.combining(ch))
    return _BETWEEN_WORDS.sub(" ", letters.translate(_LETTERS)).strip()


def slug(text: str, *, limit: int = 60) -> str:
    """Return a slug of `text`: folded words joined by hyphens, at most `limit` characters.

    Scripts that do not fold to ASCII are kept, since an id must tell names apart; for the
    same reason a slug that had to be cut ends in a fingerprint of the whole.

    >>> slug("Comunidad Urbana de Burdeos")
    'comunidad-urbana-de-burdeos'
    """
    whole = fold(text).replace(" ", "-")
    if len(whole) <= limit:
        return whole
    fingerprint = hashlib.sha256(whole.encode()).hexdigest()[:8]
    return f"{whole[: limit - 9].strip('-')}-{fingerprint}"


def shouting_last(name: str) -> tuple[bool, int, str]:
    """Return a sort key of spellings: the one with capitals where they belong and accents first.

    >>> min("LEON", "leon", "Leon", "León", key=shouting_last)
    'León'
    """
    return (name.isupper() or name.islower(), -sum(not ch.isascii() for ch in name), name)
