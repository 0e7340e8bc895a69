"""A report as Markdown: the same words and tables, without the charts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from grafo.analysis.wording import Lang
from grafo.markup import link, text
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
    Subheading,
)
from grafo.report.isolation import without_controls
from grafo.report.words import DENOMINATOR, EMPTY, REPEAT

_COMMAND = re.compile("`(grafo [^`]*)`")
_SIGNS = re.compile(r"([\\`*_\[\]|#~$!])")
# What would begin a list, a rule or a heading where it stands first on a line.
_FIRST = re.compile(r"^(?:([-+=])|(\d+)([.)])(?=\s|$))")


def markdown(report: Report) -> str:
    """Return the report as GitHub Flavored Markdown."""
    lines = [f"# {_words(report.title)}"]
    if report.warning:
        lines += ["", f"**{_words(report.warning)}**"]
    lines += ["", _words(report.subtitle), "", _words(report.as_of)]
    for block in report.opening:
        lines += ["", *_block(block, report.lang)]
    for place, section in enumerate(report.sections, start=1):
        lines += ["", f"## {place}. {_words(section.title)}"]
        for block in section.blocks:
            lines += ["", *_block(block, report.lang)]
    return "\n".join([*lines, ""])


def _block(block: Block, lang: Lang) -> list[str]:
    match block:
        case Paragraph(words):
            made = [_words(words)]
        case Findings(sentences) | Notes(sentences):
            made = [f"- {_words(each)}" for each in sentences]
        case Limits(heading, sentences):
            made = [f"> **{_words(heading)}**", ">", *(f"> - {_words(each)}" for each in sentences)]
        case Subheading(words):
            made = [f"### {_words(words)}"]
        case Points(points):
            made = [f"- **{_words(each.about)}.** {_words(each.sentence)}" for each in points]
        case KeyFigures(figures):
            made = [
                f"- **{_words(each.value)}** {_words(each.label)} ({_words(each.of)})"
                for each in figures
            ]
        case Chart(_, table):
            made = [] if table is None else _grid(table, lang)
        case Grid():
            made = _grid(block, lang)
        case Repeat(commands):
            made = [_words(REPEAT[lang]), "", *(f"    {one_line(each)}" for each in commands)]
    return made


def _grid(grid: Grid, lang: Lang) -> list[str]:
    if not grid.rows:
        return [f"**{_words(grid.caption)}**: {_words(EMPTY[lang])}"]
    lines = [
        f"**{_words(grid.caption)}**",
        "",
        _line(_words(heading.text) for heading in grid.headings),
        _line("---:" if heading.numeric else "---" for heading in grid.headings),
        *(_line(_cells(row)) for row in grid.rows),
    ]
    return [*lines, "", f"{_words(DENOMINATOR[lang])}: {_words(grid.note)}"] if grid.note else lines


def _line(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(row: Sequence[Cell]) -> Iterator[str]:
    for cell in row:
        match cell:
            case Code(command):
                yield _code(command)
            case Link(words, address):
                href = link(address)
                # Signs that would end the address; `link` has let no white space through.
                safe = href and re.sub(r"[()<>\\|`\[\]]", lambda s: f"%{ord(s[0]):02X}", href)
                yield f"[{_words(words)}]({safe})" if safe else _words(words)
            case str():
                yield _words(cell)


def _words(words: str) -> str:
    """Return a text in which every sign stands for itself; commands in it are code."""
    parts = _COMMAND.split(without_controls(one_line(words)))
    marked = [_code(part) if place % 2 else _escaped(part) for place, part in enumerate(parts)]
    return _FIRST.sub(_as_it_is, "".join(marked))


def _escaped(words: str) -> str:
    return _SIGNS.sub(r"\\\1", text(words))


def _as_it_is(found: re.Match[str]) -> str:
    mark, digits, stop = found.groups()
    return f"\\{mark}" if mark else f"{digits}\\{stop}"


def _code(command: str) -> str:
    """Return a command as code; within it nothing can be escaped, so what ends it is left out."""
    return f"`{re.sub('[`|<>]', '', one_line(command))}`"
