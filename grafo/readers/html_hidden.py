"""Which elements of a page are there but not seen: hidden ones, and those struck through.

Sort keys, words for screen readers and deleted rows stand in the page's source beside what a
visitor reads. Only what the page itself says counts; no script is run and no style fetched.
"""

from __future__ import annotations

import re

_NONE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE
)
_THROUGH = re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*(super|sub)", re.IGNORECASE)
STRUCK_TAGS = {"s", "strike", "del"}
REGION_TAGS = STRUCK_TAGS | {"sup", "sub"}
# A page that hides itself as a whole is shown by its script once it is there.
_WHOLE_PAGE = {"html", "body"}
# What the common style sheets call text that is for screen readers alone, or for sorting.
_UNSEEN_CLASSES = {
    "sr-only",
    "visually-hidden",
    "screen-reader-text",
    "sortkey",
    "element-invisible",
}
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SELECTOR = re.compile(r"(?:[A-Za-z][\w-]*)?([.#][\w-]+)")
_LONGEST_STYLES = 1 << 18


class Styles:
    """What the page's own style sheets hide, by class and id; conditional rules do not count."""

    def __init__(self) -> None:
        self._hidden: set[str] = set()
        self._length = 0
        self._pieces: list[str] = []

    def text(self, text: str) -> None:
        """Take a piece of a style sheet."""
        self._length += len(text)
        if self._length <= _LONGEST_STYLES:
            self._pieces.append(text)

    def end(self) -> None:
        """Read the style sheet that has ended."""
        for selectors, body in _RULE.findall(_top_level("".join(self._pieces))):
            if _NONE.search(body):
                for selector in selectors.split(","):
                    if found := _SELECTOR.fullmatch(selector.strip()):
                        self._hidden.add(found[1])
        self._pieces = []

    def hides(self, attributes: dict[str, str]) -> bool:
        """Whether an element with these attributes is not seen."""
        if "hidden" in attributes or _NONE.search(attributes.get("style", "")):
            return True
        classes = attributes.get("class", "").split()
        if not _UNSEEN_CLASSES.isdisjoint(classes):
            return True
        named = {f".{name}" for name in classes} | {f"#{attributes.get('id', '')}"}
        return not self._hidden.isdisjoint(named)


class Regions:
    """What is open at a place of the page: elements hidden, struck through, raised or lowered.

    Each counts the elements that are open inside of the outermost such one, with itself.
    """

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.hidden = self.struck = self.raised = 0

    @property
    def inside(self) -> bool:
        """Whether any is open."""
        return bool(self.hidden or self.struck or self.raised)

    def start(self, tag: str, attributes: dict[str, str]) -> str:
        """Go one element deeper, or begin; "sup" or "sub" if one begins."""
        if self.hidden:
            self.hidden += 1
        elif attributes and tag not in _WHOLE_PAGE and self._styles.hides(attributes):
            self.hidden = 1
        if self.struck:
            self.struck += 1
        elif tag in STRUCK_TAGS or (attributes and strikes(attributes)):
            self.struck = 1
        if self.raised:
            self.raised += 1
        elif began := raises(tag, attributes):
            self.raised = 1
            return began
        return ""

    def end(self) -> bool:
        """Leave an element; True if what was raised or lowered has ended."""
        was = self.raised
        self.hidden = max(0, self.hidden - 1)
        self.struck = max(0, self.struck - 1)
        self.raised = max(0, self.raised - 1)
        return was == 1


def raises(tag: str, attributes: dict[str, str]) -> str:
    """Return "sup" or "sub" if an element raises or lowers its text, else ""."""
    if tag in {"sup", "sub"}:
        return tag
    found = _RAISED.search(attributes.get("style", "")) if attributes else None
    return found[1].casefold()[:3] if found else ""


def strikes(attributes: dict[str, str]) -> bool:
    """Whether an element with these attributes strikes its text through."""
    return bool(_THROUGH.search(attributes.get("style", "")))


def _top_level(css: str) -> str:
    """Return the rules that always hold: those of print, or of small screens, are left out."""
    kept: list[str] = []
    depth, skipping = 0, False
    for piece in re.split(r"([{}])", _COMMENT.sub(" ", css)):
        if depth == 0 and piece not in "{}":
            skipping = piece.strip().startswith("@")
        if not skipping:
            kept.append(piece)
        depth += (piece == "{") - (piece == "}" and depth > 0)
    return "".join(kept)
