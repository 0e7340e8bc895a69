"""What every chart keeps to, whatever it is given."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from grafo.analysis.wording import Lang
from grafo.report.charts import (
    Bar,
    Caption,
    Lorenz,
    Series,
    Strip,
    Survivors,
    bars,
    columns_by_year,
    lorenz_curves,
    share_columns,
    strips,
    survival_curves,
)
from grafo.report.charts.lettering import lines, shortened, width_of
from grafo.report.charts.palette import DARK, LIGHT, stylesheet
from grafo.report.charts.scale import ticks
from tests.report.parsed import HOSTILE, LONG, parsed, tips, words

Chart = Callable[[Caption, str, float, Lang], str]


def _bars(caption: Caption, name: str, value: float, lang: Lang) -> str:
    return bars(caption, [Bar(name, value, mark=value / 2, said=name)], lang, mark_label=name)


def _lorenz(caption: Caption, name: str, value: float, lang: Lang) -> str:
    curve = Lorenz(name, [(0, 0), (0.5, value / 100), (1, 1)], said=name)
    return lorenz_curves(caption, [curve], lang, x_label=name, y_label=name)


def _years(caption: Caption, name: str, value: float, lang: Lang) -> str:
    return columns_by_year(caption, [2020], [Series(name, [value])], lang)


def _shares(caption: Caption, name: str, value: float, lang: Lang) -> str:
    return share_columns(caption, [name], [Series(name, [value])], lang)


def _strips(caption: Caption, name: str, value: float, lang: Lang) -> str:
    return strips(caption, [Strip(name, [(name, value)])], lang, unit=name)


def _survival(caption: Caption, name: str, value: float, lang: Lang) -> str:
    curve = Survivors(name, [(5, value / 100), (9, value / 200)])
    return survival_curves(caption, [curve], lang, x_label=name)


CHARTS: list[Chart] = [_bars, _lorenz, _years, _shares, _strips, _survival]
EMPTY: list[Callable[[Caption, Lang], str]] = [
    lambda caption, lang: bars(caption, [], lang),
    lambda caption, lang: lorenz_curves(caption, [], lang, x_label="", y_label=""),
    lambda caption, lang: lorenz_curves(caption, [Lorenz("x", [])], lang, x_label="", y_label=""),
    lambda caption, lang: columns_by_year(caption, [], [], lang),
    lambda caption, lang: columns_by_year(caption, [2020], [Series("x", [0])], lang),
    lambda caption, lang: share_columns(caption, [], [], lang),
    lambda caption, lang: share_columns(caption, ["x"], [Series("x", [0])], lang),
    lambda caption, lang: strips(caption, [], lang),
    lambda caption, lang: strips(caption, [Strip("x", [])], lang),
    lambda caption, lang: survival_curves(caption, [], lang, x_label=""),
]


@pytest.mark.parametrize("chart", CHARTS)
def test_a_hostile_text_anywhere_stays_text(chart: Chart) -> None:
    caption = Caption(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    root = parsed(chart(caption, HOSTILE, 40, "es"))
    assert any("<script>" in word for word in words(root))
    assert not root.xpath("//*[local-name() = 'script'] | //@onload")


@pytest.mark.parametrize("chart", CHARTS)
def test_a_text_of_four_hundred_letters_is_cut_and_whole_where_the_pointer_rests(
    chart: Chart,
) -> None:
    assert len(LONG) > 400
    root = parsed(chart(Caption("c", LONG * 2, LONG * 2, LONG * 2), LONG, 40, "en"))
    assert sum(word.endswith("…") for word in words(root)) >= 4  # title, subtitle, note, label
    assert sum(LONG * 2 in tip for tip in tips(root)) == 3
    assert all(width_of(word, 11.5) < 720 for word in words(root))
    assert any(LONG in tip for tip in tips(root))


@pytest.mark.parametrize("draw", EMPTY)
@pytest.mark.parametrize(("lang", "said"), [("es", "Sin datos"), ("en", "No data")])
def test_without_data_a_chart_says_so(
    draw: Callable[[Caption, Lang], str], lang: Lang, said: str
) -> None:
    root = parsed(draw(Caption("empty", "Título"), lang))
    assert any(said in word for word in words(root))
    assert not root.xpath("//*[local-name() = 'rect' or local-name() = 'polyline']")


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1.0])
def test_what_is_no_length_is_refused(chart: Chart, value: float) -> None:
    with pytest.raises(ValueError, match="cannot be drawn"):
        chart(Caption("c", "t"), "x", value, "es")


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("value", [1e-9, 1, 99.5])
def test_equal_input_is_equal_bytes_with_two_decimals_at_most(chart: Chart, value: float) -> None:
    draw = partial(chart, Caption("c", "Título", "de 1,612"), "Jalisco", value, "es")
    assert draw() == draw()
    parsed(draw())


def test_charts_of_one_page_share_no_id() -> None:
    found = [
        root.get("id")
        for key in ("states", "Países", "???", "years")
        for root in parsed(_shares(Caption(key, "t"), "x", 1, "es")).iter()
        if root.get("id")
    ]
    assert len(found) == len(set(found)) == 8


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_colours_can_be_read_and_told_apart(colours: dict[str, str]) -> None:
    for name in ("ink", "muted"):
        assert contrast(colours[name], colours["paper"]) >= 4.5
        assert contrast(colours[name], colours["band"]) >= 4.5
    for name in ("one", "two", "three", "four", "pale"):
        assert contrast(colours[name], colours["paper"]) >= 3
        assert contrast(colours[name], colours[f"on-{name}"]) >= 4.5
    # The two that stand beside each other most differ in grey, too.
    assert contrast(colours["one"], colours["two"]) >= 1.3


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_colour_used_is_one_the_style_sheet_turns_dark() -> None:
    css = stylesheet()
    svg = "".join(chart(Caption("c", "t", "s", "n"), "x", 40, "es") for chart in CHARTS)
    root = parsed(CHARTS[0](Caption("c", "t"), "x", 40, "es"))
    assert "style" not in root.attrib
    for name in {
        each for chunk in svg.split('class="')[1:] for each in chunk.split('"')[0].split()
    }:
        assert name == "grafo-chart" or f".grafo-chart .{name}{{" in css
    assert css.count("--chart-paper:#14191f") == 2  # by system and by the page's own switch


def test_words_are_cut_to_their_room_and_letters_keep_their_accents() -> None:
    assert shortened("Cuauhtémoc", 60, 13) == "Cuauht…"
    assert shortened("e\u0301" * 20, 60, 13).rstrip("…").endswith("\u0301")
    assert lines("uno dos tres", 36, 13, most=2) == ["uno", "dos…"]
    assert width_of("東京", 10) == 20


@pytest.mark.parametrize("most", [0.004, 0.7, 1, 3, 87, 1612, 123456.7])
def test_ticks_start_at_nothing_and_reach_the_most(most: float) -> None:
    found = ticks(most)
    assert found[0] == 0 and found[-1] >= most > found[-2]
    assert 2 <= len(found) <= 12
