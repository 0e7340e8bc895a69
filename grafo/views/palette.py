"""Colours that tell communities apart, for people who see colours differently too.

Eight hues a theme, each with a contrast of at least 3 : 1 against its background and a CIE 1976
difference of at least 18 from every other one, seen normally and with protanopia, deuteranopia
or tritanopia. What has no colour of its own is grey.
"""

from __future__ import annotations

from typing import Final

BACKGROUND: Final = {"light": "#ffffff", "dark": "#14181d"}
LIGHT: Final = (
    "#2245C9", "#BA8901", "#0EA26D", "#B34C8A", "#2482FB", "#C31417", "#770F7A", "#377A2B",
)  # fmt: skip
DARK: Final = (
    "#4D85FF", "#D6E049", "#00B370", "#FFBCBB", "#84EAFF", "#F34B19", "#7335FF", "#8EBD56",
)  # fmt: skip
OTHER: Final = {"light": "#7a828c", "dark": "#98a2ad"}
EDGE: Final = {"light": "#d5dae0", "dark": "#39424c"}
