"""The single escaper: whatever the text, XML stays well-formed and nothing in it runs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from grafo.markup import attribute, link, text

# What XML 1.0 admits (production 2), written out anew.
ADMITTED = "\t\n\r"


def admitted(value: str) -> str:
    return "".join(
        sign
        for sign in value
        if sign in ADMITTED
        or 0x20 <= ord(sign) <= 0xD7FF
        or 0xE000 <= ord(sign) <= 0xFFFD
        or ord(sign) >= 0x10000
    )


HOSTILE = st.one_of(
    st.text(st.characters(codec=None), max_size=40),
    st.sampled_from(
        [
            "</script><script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "\" onload='alert(1)'",
            "]]>&amp;&#0;<!--",
            "\x00\x01\x0b\x1f\ufffe\uffff\ud800",
            "a\r\nb\tc",
        ]
    ),
)


@given(HOSTILE)
def test_text_comes_back_from_a_parser_as_it_went_in(value: str) -> None:
    parsed = etree.fromstring(f"<t>{text(value)}</t>".encode())
    assert (parsed.text or "") == admitted(value)
    assert len(parsed) == 0


@given(HOSTILE, st.sampled_from(["'", '"']))
def test_an_attribute_comes_back_from_a_parser_in_either_quote(value: str, quote: str) -> None:
    parsed = etree.fromstring(f"<t a={quote}{attribute(value)}{quote}/>".encode())
    assert parsed.get("a") == admitted(value)
    assert list(parsed.attrib) == ["a"]


@given(HOSTILE)
def test_in_html_no_element_and_no_attribute_arises(value: str) -> None:
    parsed = html.fromstring(f'<p title="{attribute(value)}">x{text(value)}</p>')
    assert parsed.tag == "p" and list(parsed.attrib) == ["title"]
    assert len(parsed) == 0


def test_nothing_is_the_empty_text_and_numbers_are_their_digits() -> None:
    assert (text(None), attribute(None), text(3), attribute(2.5)) == ("", "", "3", "2.5")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//example.org/x",
        "https://",
        "https://exa mple.org",
        "http://[",
        "ftp://example.org",
        "",
        None,
    ],
)
def test_what_is_no_plain_web_address_is_no_link(address: str | None) -> None:
    assert link(address) is None


def test_a_web_address_is_escaped() -> None:
    assert link('https://example.org/?a="1"&b=ñ') == (
        "https://example.org/?a=&quot;1&quot;&amp;b=ñ"
    )
