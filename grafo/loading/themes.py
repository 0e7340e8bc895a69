"""Areas of cooperation in words to themes, by the keywords of `data/themes.csv`."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from grafo.bundled import bundled
from grafo.text import fold


class ThemeIndex:
    """Keywords to theme ids. A keyword that ends in `*` stands for every word it begins."""

    def __init__(self, keywords: dict[str, str]) -> None:
        self._whole = {fold(k): theme for k, theme in keywords.items() if not k.endswith("*")}
        self._prefix = {fold(k): theme for k, theme in keywords.items() if k.endswith("*")}

    def themes_in(self, text: str) -> list[str]:
        """Return the ids of all themes that a text names, sorted.

        >>> ThemeIndex({"educa*": "education", "agua": "water"}).themes_in("Educación y agua")
        ['education', 'water']
        """
        padded = f" {fold(text)} "
        found = {theme for word, theme in self._whole.items() if f" {word} " in padded}
        found |= {theme for start, theme in self._prefix.items() if f" {start}" in padded}
        return sorted(found)


@cache
def theme_index(path: Path | None = None) -> ThemeIndex:
    """Return the index of the shipped themes, or of another table with the same columns."""
    keywords: dict[str, str] = {}
    source = path or bundled("data") / "themes.csv"
    with source.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            names = [row["name_es"], row["name_en"]]
            listed = [*row["keywords_es"].split("|"), *row["keywords_en"].split("|")]
            for word in (*names, *listed):
                if word.strip():
                    keywords.setdefault(word.strip(), row["id"])
    return ThemeIndex(keywords)
