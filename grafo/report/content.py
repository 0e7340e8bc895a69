"""What a report holds, as plain values in one language: sections of blocks, for any renderer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grafo.analysis.wording import Lang


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or a few."""

    text: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Sentences that can be quoted, each on its own."""

    sentences: Sequence[str]


@dataclass(frozen=True, slots=True)
class Point:
    """One thing worth knowing, what it is about, and the section that says more."""

    about: str
    sentence: str
    section: str


@dataclass(frozen=True, slots=True)
class Points:
    """The report in brief."""

    points: Sequence[Point]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number to be read at a glance: what it is, out of what, and the section it comes from."""

    value: str
    label: str
    of: str
    section: str


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The numbers of the report."""

    figures: Sequence[KeyFigure]


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that leads to an address outside; one that is no web address is only its text."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Code:
    """A cell with a command."""

    text: str


Cell = str | Link | Code


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column."""

    text: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it is read.

    Attributes:
        rows: as many cells each as there are headings.
        named: the column that says what a row is about; None for none.
        note: what its numbers are of; empty for nothing.
        folded: whether it is only shown to who asks for it.
    """

    caption: str
    headings: Sequence[Heading]
    rows: Sequence[Sequence[Cell]]
    named: int | None = 0
    note: str = ""
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as SVG, and the table with its numbers; None where a table beside it has them."""

    svg: str
    table: Grid | None = None


@dataclass(frozen=True, slots=True)
class Subheading:
    """The heading of a part of a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Limits:
    """What the data cannot say, to be read before anything else."""

    heading: str
    sentences: Sequence[str]


@dataclass(frozen=True, slots=True)
class Notes:
    """How to read what stands above."""

    sentences: Sequence[str]


@dataclass(frozen=True, slots=True)
class Repeat:
    """The commands that give the same again: where each number comes from."""

    commands: Sequence[str]


Block = (
    Paragraph | Findings | Points | KeyFigures | Grid | Chart | Subheading | Limits | Notes | Repeat
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report; `id` names it within the page."""

    id: str
    title: str
    blocks: Sequence[Block]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report.

    Attributes:
        warning: what stands over everything, such as that the data is made up; empty for nothing.
        as_of: the date of the data in words, or that there is none.
        opening: what stands before the first section.
    """

    lang: Lang
    title: str
    subtitle: str
    warning: str
    as_of: str
    opening: Sequence[Block]
    sections: Sequence[Section]
