"""Colours of the charts: told apart by colour-blind readers, in grey print and in the dark.

The hues follow Okabe and Ito (Color Universal Design, 2008). They are darkened so that each has
a contrast of at least 3 : 1 to the paper, and neighbours differ in lightness, not in hue alone.

An SVG carries the light colours as attributes, so that it is right wherever it is pasted; the
style sheet of a page turns them into custom properties with a dark set.
"""

from __future__ import annotations

from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "paper": "#ffffff",
    "ink": "#1b2733",
    "muted": "#56616d",
    "grid": "#dde3e9",
    "band": "#eef1f4",
    "one": "#00639c",
    "two": "#c27c00",
    "three": "#8f3f71",
    "four": "#00745a",
    "pale": "#7f8c99",
    "on-one": "#ffffff",
    "on-two": "#101820",
    "on-three": "#ffffff",
    "on-four": "#ffffff",
    "on-pale": "#101820",
}
DARK: Mapping[str, str] = {
    "paper": "#14191f",
    "ink": "#e8edf2",
    "muted": "#a8b3be",
    "grid": "#313a44",
    "band": "#222a33",
    "one": "#56aee2",
    "two": "#f0b74a",
    "three": "#d993bb",
    "four": "#3cc39e",
    "pale": "#8793a0",
    "on-one": "#10161c",
    "on-two": "#10161c",
    "on-three": "#10161c",
    "on-four": "#10161c",
    "on-pale": "#10161c",
}
SERIES = ("one", "two", "three", "four")


def stylesheet() -> str:
    """Return the CSS of a page with charts: light and dark, and light again on paper.

    A page that sets `data-theme` to `light` or `dark` on its root overrules the system. Only
    custom properties named `--chart-…` and the class `grafo-chart` are touched.
    """
    rules = [".grafo-chart{max-width:100%;height:auto}"]
    for name, colour in LIGHT.items():
        value = f"var(--chart-{name},{colour})"
        rules.append(f".grafo-chart .fill-{name}{{fill:{value}}}")
        rules.append(f".grafo-chart .line-{name}{{stroke:{value}}}")
    dark = "".join(f"--chart-{name}:{colour};" for name, colour in DARK.items())
    light = "".join(f"--chart-{name}:{colour};" for name, colour in LIGHT.items())
    rules += [
        "@media screen and (prefers-color-scheme:dark){"
        f':root:not([data-theme="light"]){{{dark}}}}}',
        f'@media screen{{:root[data-theme="dark"]{{{dark}}}}}',
        f"@media print{{:root{{{light}}}}}",
    ]
    return "\n".join(rules) + "\n"
