"""Reports as a reader takes them apart: a page of HTML, checked for what every page promises."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise

from lxml import etree, html

from grafo.analysis import Snapshot
from grafo.analysis.wording import Lang
from grafo.report import Report, build_report, rendered

_VOID = {"meta", "br", "img", "link", "input", "hr"}
_TAGS = set(
    "html head meta title style body a header p h1 h2 h3 nav ol ul li div main section aside dl dt "
    "dd figure details summary table caption thead tbody tr th td code span bdi "
    "svg desc rect line polyline polygon circle text pattern".split()
)


@cache
def _made(snapshot: Snapshot, lang: Lang) -> Report:
    return build_report(snapshot, (), lang)


def page(snapshot: Snapshot, lang: Lang = "es") -> str:
    """Return the page of a graph, without the article's figures."""
    return rendered(_made(snapshot, lang), "html")


def text_of(snapshot: Snapshot, lang: Lang = "es") -> str:
    """Return the Markdown of a graph, without the article's figures."""
    return rendered(_made(snapshot, lang), "md")


class _Balance(HTMLParser):
    """Every tag is closed where it was opened: lxml would mend it without a word."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert tag in _TAGS, tag
        assert len(names) == len(set(names)), (tag, names)
        assert not any(name.startswith("on") or name in ("style", "src") for name in names)
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def parsed(page: str) -> html.HtmlElement:
    """Return the page's root, checked: well-formed, offline, named, nothing that runs."""
    balance = _Balance()
    balance.feed(page)
    balance.close()
    assert balance.open == []
    root = html.document_fromstring(page, parser=html.HTMLParser(recover=False, encoding=None))
    assert page.startswith("<!DOCTYPE html>\n")
    keys = [str(key) for key in root.xpath("//@id")]
    assert len(keys) == len(set(keys)), "an id stands for one element"
    for target in root.xpath("//a/@href[starts-with(., '#')]"):
        assert target[1:] in keys, f"{target} leads nowhere"
    for element in root.xpath("//@aria-labelledby"):
        assert set(str(element).split()) <= set(keys)
    for address in root.xpath("//@href[not(starts-with(., '#'))]"):
        assert str(address).startswith(("https://", "http://"))
    _styled_by_its_own_policy(page, root)
    _headings_in_order(root)
    for table in root.xpath("//table"):
        _whole(table)
    return root


def sections(root: html.HtmlElement) -> dict[str, html.HtmlElement]:
    """Return the sections of a page by id."""
    return {section.get("id"): section for section in root.xpath("//main/section")}


def words(element: etree._Element) -> str:
    """Return what is read, with plain spaces; the texts of charts are left out."""
    found = element.xpath(".//text()[not(ancestor::svg) and not(ancestor::style)]")
    return re.sub(r"\s+", " ", " ".join(map(str, found))).strip()


def _styled_by_its_own_policy(page: str, root: html.HtmlElement) -> None:
    policy = root.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert len(styles) == 1
    digest = base64.b64encode(hashlib.sha256(styles[0].encode()).digest()).decode()
    rules = [rule.strip() for rule in policy.split(";")]
    assert rules[:2] == ["default-src 'none'", f"style-src 'sha256-{digest}'"]
    assert not re.search(r"url\(|@import|expression", styles[0])


def _headings_in_order(root: html.HtmlElement) -> None:
    levels = [int(each.tag[1]) for each in root.xpath("//h1|//h2|//h3")]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def _whole(table: etree._Element) -> None:
    """Every row has a cell for each heading, and all headings say of what they are."""
    assert table.xpath("string(caption)").strip()
    heads = table.xpath("thead/tr/th")
    assert heads and all(each.get("scope") == "col" for each in heads)
    for row in table.xpath("tbody/tr"):
        spans = sum(int(cell.get("colspan", "1")) for cell in row.xpath("th|td"))
        assert spans == len(heads)
        assert all(each.get("scope") == "row" for each in row.xpath("th"))
