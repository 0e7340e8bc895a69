"""Headers and fields as the import tool reads them.

Every text is quoted, so that an empty text stays one and a missing value (an empty field) stays
missing. An array is quoted too, its members parted by U+001F, which ASCII has for that and no
text of a register holds; in one that does it becomes U+FFFD.
"""

from __future__ import annotations

from typing import Any

from grafo.model import Property, PropertyType

ARRAY_DELIMITER = "\x1f"

_TYPES: dict[PropertyType, str] = {
    "integer": "long",
    "float": "double",
    "boolean": "boolean",
    "integers": "long[]",
    "texts": "string[]",
}


def header_of(name: str, prop: Property) -> str:
    """Return the header of a property's column.

    >>> from grafo.model import load_model
    >>> header_of("sdg", load_model().node("Theme").properties["sdg"])
    'sdg:long[]'
    """
    return f"{name}:{_TYPES.get(prop.type, 'string')}"


def field_of(value: Any) -> str:
    """Return a value as a field.

    >>> field_of(None), field_of(2.5), field_of('say "yes"'), field_of([])
    ('', '2.5', '"say ""yes\"""', '""')
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case list():
            members = (str(member).replace(ARRAY_DELIMITER, "\ufffd") for member in value)
            return _quoted(ARRAY_DELIMITER.join(members))
        case _:
            return _quoted(str(value))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
