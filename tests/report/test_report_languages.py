"""A report is in one language throughout."""

from __future__ import annotations

import re

import pytest

from grafo.analysis.wording import Lang
from tests.report.graphs import GRAPHS
from tests.report.pages import page, parsed, text_of, words

# Words that stand in every report of a language, and never in one of the other.
ONLY = {
    "es": "acuerdo acuerdos gobiernos países ningún fuente firma Cifras Método con sin".split(),
    "en": "agreement agreements governments countries without source Key Method with the".split(),
}
NAMES = [name for name in GRAPHS if name != "hostile"]


@pytest.mark.parametrize("lang", ["es", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_no_word_of_the_other_language_is_left(name: str, lang: Lang) -> None:
    other = "en" if lang == "es" else "es"
    root = parsed(page(GRAPHS[name], lang))
    charts = " ".join(map(str, root.xpath("//svg//text()")))
    for told in (words(root), charts, text_of(GRAPHS[name], lang)):
        found = set(re.findall(r"[^\W\d_]+", re.sub(r"`?grafo [a-z_ =-]+`?", "", told)))
        assert not found & set(ONLY[other])


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_parts(name: str) -> None:
    def shape(lang: Lang) -> list[str]:
        root = parsed(page(GRAPHS[name], lang))
        return [element.tag for element in root.iter() if isinstance(element.tag, str)]

    assert shape("es") == shape("en")


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_give_the_same_numbers(name: str) -> None:
    def numbers(lang: Lang) -> list[str]:
        root = parsed(page(GRAPHS[name], lang))
        cells = root.xpath("//td[@class='number']|//dd[@class='value']")
        return [words(cell) for cell in cells]

    assert numbers("es") == numbers("en")
