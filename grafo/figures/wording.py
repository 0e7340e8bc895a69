"""Figures and kinds of agreement in words, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from grafo.figures.claims import Number, Unit
from grafo.model import Bilingual

AGREEMENTS = Bilingual(es="acuerdos", en="agreements")
TWINNINGS = Bilingual(es="hermanamientos", en="twinnings")
REPRESENTATIONS = Bilingual(es="representaciones", en="representations")
SQUARE_KM = Bilingual(es="km²", en="km²")
YEARS = Bilingual(es="año", en="year")

_KINDS = {
    "twinning": TWINNINGS,
    "specific-cooperation": Bilingual(
        es="acuerdos de cooperación específica", en="agreements of specific cooperation"
    ),
    "other": Bilingual(es="acuerdos de otro tipo", en="agreements of another kind"),
}
_AS_THE_ARTICLE_ROUNDS = {
    "more than, hundreds": Bilingual(es="más de {}", en="more than {}"),
    "more than half": Bilingual(es="más de la mitad", en="more than half"),
    "about a quarter, nearest five percent": Bilingual(
        es="alrededor de una cuarta parte", en="about a quarter"
    ),
}


def kinds_named(kinds: Sequence[str]) -> Bilingual:
    """Return kinds of agreement in the plural.

    >>> kinds_named(["twinning", "other"]).en
    'twinnings and agreements of another kind'
    """
    named = [_KINDS[kind] for kind in kinds]
    return Bilingual(
        es=" y ".join(name.es for name in named), en=" and ".join(name.en for name in named)
    )


def shown(value: Number, unit: Unit, *, decimals: int = 1) -> str:
    """Return a figure as it is read. `decimals` are those of a share that was measured.

    >>> shown(1612, "count"), shown(63.027, "percent"), shown(63, "percent"), shown(1992, "year")
    ('1,612', '63.0 %', '63 %', '1992')
    """
    if unit == "year":
        return str(value)
    if unit == "percent":
        return f"{value:.{decimals}f} %" if isinstance(value, float) else f"{value} %"
    return f"{value:,}"


def as_stated(figure: Number, unit: Unit, rounding: str) -> Bilingual:
    """Return an article's figure with its rounding: “más de 1,600”, “63 %”."""
    words = _AS_THE_ARTICLE_ROUNDS.get(rounding, Bilingual(es="{}", en="{}"))
    text = shown(figure, unit)
    return Bilingual(es=words.es.format(text), en=words.en.format(text))
