"""The end of an agreement follows from its words, or is left open."""

from __future__ import annotations

import pytest

from grafo.loading.validity import end_of


@pytest.mark.parametrize(
    ("validity", "start", "expected"),
    [
        ("5 años", "2003-05-17", "2008-05-17"),
        ("Cinco años, renovables", "2003-05", "2008-05"),
        ("3 años", "2003", "2006"),
        ("18 meses", "2003-05-31", "2004-11-30"),
        ("18 meses", "2003", None),
        ("1 año", "2004-02-29", "2005-02-28"),
        ("Hasta el 31/12/2024", "2003", "2024-12-31"),
        ("Hasta 31 de diciembre de 2024.", None, "2024-12-31"),
        ("Indefinida", "2003", None),
        ("5 años", None, None),
        ("Hasta que una parte avise", "2003", None),
        ("", "2003", None),
    ],
)
def test_the_end_is_what_the_words_say(
    validity: str, start: str | None, expected: str | None
) -> None:
    assert end_of(validity, start) == expected
