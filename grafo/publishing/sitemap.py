"""Sitemaps, as sitemaps.org wants them: what search engines are to find."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from grafo.markup import text

_MOST = 50_000  # addresses in one file, by the protocol
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def sitemaps(base: str, folders: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the files: one, or as many as it takes and an index of them."""
    addresses = [base, *(f"{base}{quote(folder)}/" for folder in folders)]
    chunks = [addresses[start : start + _MOST] for start in range(0, len(addresses), _MOST)]
    if len(chunks) == 1:
        yield "sitemap.xml", _file("urlset", "url", chunks[0])
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(chunks) + 1)]
    yield "sitemap.xml", _file("sitemapindex", "sitemap", [base + name for name in names])
    for name, chunk in zip(names, chunks, strict=True):
        yield name, _file("urlset", "url", chunk)


def _file(root: str, entry: str, addresses: Sequence[str]) -> str:
    lines = "\n".join(f"<{entry}><loc>{text(each)}</loc></{entry}>" for each in addresses)
    return f'{_HEAD}<{root} xmlns="{_NAMESPACE}">\n{lines}\n</{root}>\n'
