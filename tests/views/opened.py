"""What a page of HTML holds, read by a parser and not by a search for words."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any


class Parsed(HTMLParser):
    """Tags with their attributes, the text of each script and style, and all other text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, dict[str, str | None], str]] = []
        self.words: list[str] = []
        self._inside = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag; a script or a style has its text kept too."""
        self.tags.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self._inside = tag
            self.raw.append((tag, dict(attrs), ""))

    def handle_endtag(self, tag: str) -> None:
        """Note the end of a script or style."""
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        """Keep text where it belongs."""
        if self._inside:
            tag, attributes, before = self.raw[-1]
            self.raw[-1] = (tag, attributes, before + data)
        else:
            self.words.append(data)

    @property
    def text(self) -> str:
        """All text outside of scripts and styles."""
        return "".join(self.words)

    def data(self, name: str) -> Any:
        """The value of the JSON in the script element of that id."""
        return next(json.loads(text) for _, given, text in self.raw if given.get("id") == name)

    def addresses(self) -> list[str]:
        """Every address that a browser would fetch or lead to."""
        fetching = ("src", "href", "srcset", "action", "data", "poster")
        return [given[name] or "" for _, given in self.tags for name in fetching if name in given]
