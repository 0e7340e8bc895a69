"""The frame of every page: head, language, way back; nothing runs or comes from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from grafo.language import Lang
from grafo.markup import attribute, link, text
from grafo.model import Bilingual
from grafo.publishing.paths import relative

STYLE = "assets/style.css"
INDEX: dict[Lang, str] = {"es": "index.html", "en": "index.en.html"}
LANGS: tuple[Lang, Lang] = ("es", "en")
# Structured data is no script: nothing here runs, whatever the data hold.
_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
_HOME = Bilingual(es="Inicio", en="Home")
_OTHER = Bilingual(es="In English", en="En español")


@dataclass(frozen=True, slots=True)
class Page:
    """A page in one language.

    Attributes:
        folder: where it lies, relative to the site; empty for the front page.
        title: plain text.
        body: HTML.
        data: JSON-LD as text, already fit to stand in a page; empty for none.
        site: what the site is called.
        listed: whether search engines may list it.
        canonical: the IRI that it is the page of.
        name: the file, but for its language's ending, where it is no index.
    """

    folder: str
    lang: Lang
    title: str
    body: str
    site: str
    data: str = ""
    listed: bool = True
    canonical: str = ""
    trail: Iterable[tuple[str, str]] = field(default=())
    name: str = "index"

    @property
    def path(self) -> str:
        """The file, relative to the site."""
        file = file_name(self.name, self.lang)
        return f"{self.folder}/{file}" if self.folder else file

    def html(self) -> str:
        """Return the whole page."""
        other: Lang = "en" if self.lang == "es" else "es"
        home = relative(INDEX[self.lang], self.folder)
        trail = "".join(
            f' / <a href="{attribute(relative(path, self.folder))}">{text(name)}</a>'
            for path, name in self.trail
        )
        head = [
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            f"<title>{text(self.title)} · {text(self.site)}</title>",
            f'<link rel="stylesheet" href="{relative(STYLE, self.folder)}">',
            f'<link rel="alternate" hreflang="{other}" href="{file_name(self.name, other)}">',
        ]
        if not self.listed:
            head.append('<meta name="robots" content="noindex">')
        if canonical := link(self.canonical):
            head.append(f'<link rel="canonical" href="{canonical}">')
        if self.data:
            head.append(f'<script type="application/ld+json">{self.data}</script>')
        return (
            f'<!doctype html>\n<html lang="{self.lang}">\n<head>\n'
            + "\n".join(head)
            + f'\n</head>\n<body>\n<header><nav><a href="{home}">{text(_HOME[self.lang])}</a>'
            f'{trail}</nav><a class="other" hreflang="{other}" lang="{other}" '
            f'href="{file_name(self.name, other)}">{text(_OTHER[self.lang])}</a></header>\n'
            f"<main>\n{self.body}\n</main>\n<footer>{text(self.site)}</footer>\n</body>\n</html>\n"
        )


def file_name(name: str, lang: Lang) -> str:
    """Return a page's file in a language; Spanish is what an IRI answers with."""
    return f"{name}.html" if lang == "es" else f"{name}.en.html"


def anchor(target: str, folder: str, name: str) -> str:
    """Return a link to a file or folder of the site."""
    return f'<a href="{attribute(relative(target, folder))}">{text(name)}</a>'


def address(folder: str, lang: Lang) -> str:
    """Return where the page of a folder is in a language, relative to the site."""
    return f"{folder}/" if lang == "es" else f"{folder}/{INDEX[lang]}"
