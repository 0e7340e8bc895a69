"""Names in scripts that run from right to left, so that they leave the rest of a line in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Signs that turn the direction of all that follows them; a name needs none of them to be read.
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
# Words of one name; a comma or a parenthesis parts names.
_RUN = re.compile(f"[{_RIGHT_TO_LEFT}](?:[{_RIGHT_TO_LEFT}\\s.'’\"\\-–]*[{_RIGHT_TO_LEFT}])?")


def without_controls(text: str) -> str:
    """Return a text without the invisible signs that set a direction.

    >>> without_controls("abc\\u202edef")
    'abcdef'
    """
    return _CONTROLS.sub("", text)


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a text in order, and whether each runs from right to left."""
    end = 0
    for found in _RUN.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], False
        yield found.group(), True
        end = found.end()
    if end < len(text):
        yield text[end:], False
