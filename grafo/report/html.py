"""A report as one HTML page: no script, nothing to fetch, its style named in its own policy."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence

from grafo.analysis.wording import Lang
from grafo.markup import attribute, link, text
from grafo.report.charts.lettering import one_line
from grafo.report.content import (
    Block,
    Cell,
    Chart,
    Code,
    Findings,
    Grid,
    KeyFigures,
    Limits,
    Link,
    Notes,
    Paragraph,
    Points,
    Repeat,
    Report,
    Section,
    Subheading,
)
from grafo.report.isolation import runs, without_controls
from grafo.report.page_style import page_style
from grafo.report.words import CONTENTS, DENOMINATOR, EMPTY, REPEAT, SKIP, TABLE_OF

# A command within a finding: `grafo load`.
_COMMAND = re.compile("`(grafo [^`]*)`")


def html(report: Report) -> str:
    """Return the page."""
    style = page_style()
    title = f"{report.title} · {report.warning}" if report.warning else report.title
    body = [
        f'<a class="skip" href="#content">{_words(SKIP[report.lang])}</a>',
        _header(report),
        '<div class="page">',
        _contents(report),
        '<main id="content">',
        '<div class="opening">',
        *_blocks(report.opening, report.lang),
        "</div>",
        *(_section(section, place, report.lang) for place, section in _numbered(report)),
        "</main>",
        "</div>",
    ]
    head = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{attribute(_policy(style))}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="generator" content="grafo">',
        f"<title>{_plain(title)}</title>",
        f"<style>{style}</style>",
    ]
    lines = ["<!DOCTYPE html>", f'<html lang="{report.lang}">', "<head>", *head, "</head>"]
    return "\n".join([*lines, "<body>", *body, "</body>", "</html>", ""])


def _policy(style: str) -> str:
    """Return what the page may do: be styled by its own style sheet, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _numbered(report: Report) -> Iterable[tuple[int, Section]]:
    return enumerate(report.sections, start=1)


def _header(report: Report) -> str:
    warning = f'<p class="warning">{_words(report.warning)}</p>' if report.warning else ""
    return (
        f'<header class="title">{warning}<h1>{_words(report.title)}</h1>'
        f'<p class="subtitle">{_words(report.subtitle)}</p>'
        f'<p class="as-of">{_words(report.as_of)}</p></header>'
    )


def _contents(report: Report) -> str:
    entries = "".join(
        f'<li><a href="#{attribute(section.id)}">{_words(section.title)}</a></li>'
        for section in report.sections
    )
    return (
        f'<nav class="contents" aria-labelledby="contents"><h2 id="contents">'
        f"{_words(CONTENTS[report.lang])}</h2><ol>{entries}</ol></nav>"
    )


def _section(section: Section, place: int, lang: Lang) -> str:
    key = attribute(section.id)
    return "\n".join(
        [
            f'<section id="{key}" aria-labelledby="{key}-title">',
            f'<h2 id="{key}-title"><span class="place">{place}</span> {_words(section.title)}</h2>',
            *_blocks(section.blocks, lang),
            "</section>",
        ]
    )


def _blocks(blocks: Sequence[Block], lang: Lang) -> list[str]:
    return [_block(block, lang) for block in blocks]


def _block(block: Block, lang: Lang) -> str:
    match block:
        case Paragraph(words):
            made = f"<p>{_words(words)}</p>"
        case Findings(sentences):
            made = _list("findings", sentences)
        case Notes(sentences):
            made = _list("notes", sentences)
        case Limits(heading, sentences):
            inside = _list("", sentences)
            made = f'<aside class="limits"><h2>{_words(heading)}</h2>{inside}</aside>'
        case Subheading(words):
            made = f"<h3>{_words(words)}</h3>"
        case Points():
            made = _points(block)
        case KeyFigures():
            made = _key_figures(block)
        case Chart(svg, table):
            made = f'<figure><div class="plot">{svg}</div>{_beside(table, lang)}</figure>'
        case Grid():
            made = _grid(block, lang)
        case Repeat(commands):
            listed = "".join(f"<li><code>{_words(command)}</code></li>" for command in commands)
            made = f'<div class="repeat"><p>{_words(REPEAT[lang])}</p><ul>{listed}</ul></div>'
    return made


def _list(name: str, sentences: Sequence[str]) -> str:
    kind = f' class="{name}"' if name else ""
    return f"<ul{kind}>{''.join(f'<li>{_words(each)}</li>' for each in sentences)}</ul>"


def _points(block: Points) -> str:
    listed = "".join(
        f'<div><dt><a href="#{attribute(point.section)}">{_words(point.about)}</a></dt>'
        f"<dd>{_words(point.sentence)}</dd></div>"
        for point in block.points
    )
    return f'<dl class="brief">{listed}</dl>'


def _key_figures(block: KeyFigures) -> str:
    listed = "".join(
        f'<div><dt><a href="#{attribute(figure.section)}">{_words(figure.label)}</a></dt>'
        f'<dd class="value">{_words(figure.value)}</dd>'
        f'<dd class="of">{_words(figure.of)}</dd></div>'
        for figure in block.figures
    )
    return f'<dl class="key-figures">{listed}</dl>'


def _beside(table: Grid | None, lang: Lang) -> str:
    return "" if table is None else _grid(table, lang)


def _grid(grid: Grid, lang: Lang) -> str:
    caption = _words(grid.caption)
    whole = _table(grid, lang)
    if not grid.folded:
        return whole
    summary = f"{_words(TABLE_OF[lang])}: {caption}"
    return f"<details><summary>{summary}</summary>{whole}</details>"


def _table(grid: Grid, lang: Lang) -> str:
    heads = "".join(
        f'<th scope="col"{_numeric(heading.numeric)}>{_words(heading.text)}</th>'
        for heading in grid.headings
    )
    rows = "".join(f"<tr>{_row(grid, row)}</tr>" for row in grid.rows)
    if not grid.rows:
        rows = f'<tr><td colspan="{len(grid.headings)}">{_words(EMPTY[lang])}</td></tr>'
    note = ""
    if grid.note:
        note = f'<p class="of-what">{_words(DENOMINATOR[lang])}: {_words(grid.note)}</p>'
    label = attribute(_bare(grid.caption))
    return (
        f'<div class="table" role="region" tabindex="0" aria-label="{label}">'
        f"<table><caption>{_words(grid.caption)}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>{note}"
    )


def _row(grid: Grid, row: Sequence[Cell]) -> str:
    return "".join(
        f'<th scope="row">{_cell(cell)}</th>'
        if place == grid.named
        else f"<td{_numeric(grid.headings[place].numeric)}>{_cell(cell)}</td>"
        for place, cell in enumerate(row)
    )


def _numeric(numeric: bool) -> str:
    return ' class="number"' if numeric else ""


def _cell(cell: Cell) -> str:
    match cell:
        case Code(command):
            return f"<code>{_plain(command)}</code>"
        case Link(words, address):
            inside, href = f"<bdi>{_words(words)}</bdi>", link(address)
            return f'<a href="{href}" rel="noopener">{inside}</a>' if href else inside
        case str():
            return f"<bdi>{_words(cell)}</bdi>"


def _words(words: str) -> str:
    """Return a text of ours with names of others in it: escaped, and each in its direction."""
    marked = []
    for place, part in enumerate(_COMMAND.split(_bare(words))):
        if place % 2:
            marked.append(f"<code>{_plain(part)}</code>")
        else:
            marked += [f"<bdi>{text(r)}</bdi>" if turned else text(r) for r, turned in runs(part)]
    # A number stays with its sign.
    return "".join(marked).replace(" %", "\u00a0%").replace(" km", "\u00a0km")


def _plain(words: str) -> str:
    return text(_bare(words))


def _bare(words: str) -> str:
    return without_controls(one_line(words))
