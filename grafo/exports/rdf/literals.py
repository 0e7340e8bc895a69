"""Values of the graph as RDF literals that every syntax can carry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import partial
from typing import Any

from pyoxigraph import Literal, NamedNode

from grafo.dates import is_partial_date
from grafo.exports.rdf.vocabulary import vocabulary
from grafo.model import Property

# Where a text's language is not known and a tag must stand: BCP 47's own word for that.
UNKNOWN_LANGUAGE = "und"

# What XML 1.0 cannot hold; the four syntaxes are to say the same.
_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n?")

_XSD = vocabulary().prefixes["xsd"]
_DATES = {
    4: NamedNode(_XSD + "gYear"),
    7: NamedNode(_XSD + "gYearMonth"),
    10: NamedNode(_XSD + "date"),
}
_BOOLEAN = NamedNode(_XSD + "boolean")
_DECIMAL = NamedNode(_XSD + "decimal")
_INTEGER = NamedNode(_XSD + "integer")
_WKT = NamedNode(vocabulary().prefixes["geo"] + "wktLiteral")


def text(value: str, language: str | None = None) -> Literal:
    r"""Return a text; signs that XML 1.0 cannot hold become U+FFFD, and line ends `\n`.

    >>> text("a\x00b\r\nc", "es")
    <Literal value=a�b
    c language=es>
    """
    if not value.isprintable():  # what is printable has none of those signs
        value = _NOT_XML.sub("\ufffd", _LINE_END.sub("\n", value))
    return Literal(value, language=language)


def partial_date(value: str) -> Literal:
    """Return a date no more precise than it is: a year, a month of a year, or a day.

    Text that is no date stays text.
    """
    if not is_partial_date(value):
        return text(value)
    return Literal(value, datatype=_DATES[len(value)])


def integer(value: int) -> Literal:
    """Return an xsd:integer."""
    return Literal(str(value), datatype=_INTEGER)


def decimal(value: float) -> Literal:
    """Return an xsd:decimal, which has no exponent, with the digits that tell the float.

    >>> decimal(1e-7).value, decimal(4005.0).value
    ('0.0000001', '4005.0')
    """
    return Literal(format(Decimal(repr(float(value))), "f"), datatype=_DECIMAL)


def boolean(value: bool) -> Literal:
    """Return an xsd:boolean."""
    return Literal("true" if value else "false", datatype=_BOOLEAN)


def point(lat: float, lon: float) -> Literal:
    """Return a place in degrees (WGS 84) as GeoSPARQL wants it: longitude first.

    >>> point(19.31655, -98.23764).value
    'POINT(-98.23764 19.31655)'
    """
    return Literal(f"POINT({decimal(lon).value} {decimal(lat).value})", datatype=_WKT)


def literals(name: str, prop: Property) -> Callable[[Any], Iterable[Literal]]:
    """Return what makes the literals of a property's value: one, or one a member of a list.

    Texts whose property is named `…_es` or `…_en` have that language, others have none.
    """
    makers: dict[str, Callable[[Any], Literal]] = {
        **{"integer": integer, "integers": integer, "float": decimal},
        **{"boolean": boolean, "date": partial_date},
    }
    language = name[-2:] if name.endswith(("_es", "_en")) else None
    make = makers.get(prop.type, partial(text, language=language))
    if prop.type in {"integers", "texts"}:
        return lambda values: map(make, values)
    return lambda value: (make(value),)
