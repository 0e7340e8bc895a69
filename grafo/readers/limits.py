"""What a file may cost: its size, its rows, and what it may become once it is unpacked.

Every bound is checked before the memory or the time it protects is spent, so that a hostile
file is refused within seconds and a few hundred megabytes.
"""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one read. Sizes are bytes, lengths are characters."""

    max_bytes: int = 256 * MIB
    max_rows: int = 1_000_000
    max_columns: int = 1_000
    max_cell_chars: int = 100_000
    # One line of a csv or jsonl file with all its quoted newlines, or one JSON record.
    max_record_chars: int = 2_000_000

    # Zipped workbooks. Real sheets shrink 5 to 60 times; deflate itself ends at about 1,030.
    # Below `zip_ratio_from` bytes the ratio says nothing: a page of blanks is no bomb.
    max_unzipped_bytes: int = 512 * MIB
    max_zip_ratio: int = 200
    zip_ratio_from: int = 16 * MIB
    max_zip_entries: int = 10_000

    # Sheets of xlsx and xls are held in memory: about 80 bytes a cell.
    max_cells: int = 1_500_000
    max_workbook_chars: int = 128 * MIB
    max_xml_elements: int = 2_750_000
    max_xls_bytes: int = 64 * MIB

    max_html_bytes: int = 64 * MIB
    max_html_cells: int = 500_000
    max_html_tags: int = 2_250_000

    max_json_depth: int = 50

    # Only for files that are fetched.
    max_redirects: int = 5
    fetch_seconds: float = 120.0


DEFAULT = Limits()


def shown(size: int) -> str:
    """Return a byte count as people read it.

    >>> shown(300 * 1024 * 1024)
    '300 MiB'
    """
    return f"{size / MIB:,.0f} MiB" if size >= MIB else f"{size:,} bytes"
