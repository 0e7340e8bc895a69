"""How one file is to be read: the `reads:` block of a loader file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Format = Literal["auto", "csv", "tsv", "xlsx", "xls", "ods", "json", "jsonl", "html"]


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read a file. The default looks at the content and decides.

    Attributes:
        format: what the file is; "auto" decides by content.
        sheet: for workbooks the sheet's number (from 1, hidden ones included) or its name;
            for html the table's number; for json the dotted path to the list of records.
            None takes the first visible sheet, the largest table, the only list of records.
        encoding: of text formats; None decides over the whole file.
        delimiter: of csv; None decides over the first rows. "tab" may be written for a tab.
        skip_hidden: leave out rows and columns of a workbook that are hidden, and rows that are
            struck through. What a page hides is never read.
    """

    format: Format = "auto"
    sheet: int | str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    skip_hidden: bool = False
