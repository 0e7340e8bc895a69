"""The single escaper: how any text becomes part of XML or HTML.

Every string that comes out of the graph is hostile until it has passed through here: a name in
a register may hold a tag, a quote or a sign that no XML parser accepts.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# What XML 1.0 does not admit, not even as a reference; lone surrogates are among it.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
# A parser turns a plain line break or tab in an attribute into a space; a reference survives.
_IN_ATTRIBUTE = _IN_TEXT | str.maketrans({'"': "&quot;", "'": "&#39;", "\n": "&#10;", "\t": "&#9;"})


def text(value: object) -> str:
    """Return a value as the text between two tags; None is nothing.

    >>> text("Cooperación <b>&"), text("null\\x00 byte"), text(None)
    ('Cooperación &lt;b&gt;&amp;', 'null byte', '')
    """
    return _admitted(value).translate(_IN_TEXT)


def attribute(value: object) -> str:
    """Return a value as the inside of a quoted attribute, with either kind of quote.

    >>> attribute('" onload="alert(1)')
    '&quot; onload=&quot;alert(1)'
    """
    return _admitted(value).translate(_IN_ATTRIBUTE)


def link(value: object) -> str | None:
    """Return a value as the inside of an `href`, or None when it is no plain web address.

    Only `http` and `https` with a host pass: `javascript:` and the like would run.

    >>> link("https://example.org/?a=1&b=2"), link("javascript:alert(1)")
    ('https://example.org/?a=1&amp;b=2', None)
    """
    address = _admitted(value).strip()
    if any(sign.isspace() or not sign.isprintable() for sign in address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return attribute(address)


def _admitted(value: object) -> str:
    return "" if value is None else _FORBIDDEN.sub("", str(value))
