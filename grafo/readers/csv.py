"""Delimited text: csv, tsv and their relatives, streamed.

A quote that is not closed, or text after a closing quote, is an error that names the row: read
leniently, it would swallow the rows that follow it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from grafo.errors import InputError, Location, UsageError
from grafo.language import say
from grafo.readers.delimiter import Dialect, detect_dialect, sep_line
from grafo.readers.encoding import encoding_of
from grafo.readers.limits import Limits
from grafo.readers.reading import Reading
from grafo.readers.rows import Row, too_long

_SAMPLE_CHARS = 1 << 18
_SPELLED_OUT = {"tab": "\t", "\\t": "\t"}
_LINE_END = re.compile(r"\r\n|\r|\n")


def read_csv(path: Path, reading: Reading, limits: Limits, name: str) -> Iterator[Row]:
    """Yield every record, blank ones included, as rows of strings.

    Raises:
        UsageError: the delimiter or encoding of `reading` cannot be one.
        InputError: undecodable bytes, NUL, unbalanced quotes, or a record beyond the limits.
    """
    delimiter = _given_delimiter(reading)
    encoding = encoding_of(path, reading.encoding, name)
    with path.open(encoding=encoding, newline="") as file:
        dialect, first_row = _dialect(file, delimiter)
        lines = _Lines(file, first_row, limits, name)
        yield from _records(lines, dialect, limits, name)


def _given_delimiter(reading: Reading) -> str | None:
    if reading.delimiter is None:
        return "\t" if reading.format == "tsv" else None
    sign = _SPELLED_OUT.get(reading.delimiter, reading.delimiter)
    if len(sign) != 1 or sign in '"\r\n':
        raise UsageError(
            say(
                f"{reading.delimiter!r} no puede ser un delimitador",
                f"{reading.delimiter!r} cannot be a delimiter",
            ),
            hint=say(
                'dé un solo carácter, como "," o ";" o "tab"',
                'give one character, such as "," or ";" or "tab"',
            ),
        )
    return sign


def _dialect(file: TextIO, given: str | None) -> tuple[Dialect, int]:
    """Return the dialect and the row to begin at; leaves `file` there."""
    sample = file.read(_SAMPLE_CHARS)
    whole = len(sample) < _SAMPLE_CHARS
    file.seek(0)
    named = sep_line(sample.split("\n", 1)[0])
    if named is not None:
        file.readline()
        return Dialect(given or named), 2
    return (Dialect(given) if given else detect_dialect(sample, whole=whole)), 1


class _Lines:
    """Feeds the csv module line by line, and knows on which line the current record began."""

    def __init__(self, file: TextIO, first_row: int, limits: Limits, name: str) -> None:
        self._file = file
        self._limits = limits
        self._name = name
        self._next_row = first_row
        self._record_chars = 0
        self.record_row = first_row

    def begin_record(self) -> None:
        self.record_row = self._next_row
        self._record_chars = 0

    @property
    def record_lines(self) -> int:
        return self._next_row - self.record_row

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._file.readline(self._limits.max_record_chars + 1)
        if not line:
            raise StopIteration
        self._next_row += 1
        self._record_chars += len(line)
        if self._record_chars > self._limits.max_record_chars:
            most = f"{self._limits.max_record_chars:,}"
            raise InputError(
                say(
                    f"el registro que empieza aquí pasa de {most} caracteres",
                    f"the record that starts here runs over {most} characters",
                ),
                at=Location(self._name, self.record_row),
                hint=say(
                    "quizá una comilla quedó abierta, o no es texto delimitado",
                    "a quote is probably not closed, or the file is not delimited text",
                ),
            )
        return line


def _records(lines: _Lines, dialect: Dialect, limits: Limits, name: str) -> Iterator[Row]:
    reader = csv.reader(
        lines, delimiter=dialect.delimiter, skipinitialspace=dialect.skip_space, strict=True
    )
    width = 0
    while True:
        lines.begin_record()
        # The csv module keeps one limit for the whole process: lend it ours for one record.
        others = csv.field_size_limit(limits.max_cell_chars)
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _complaint(error, limits, Location(name, lines.record_row)) from error
        finally:
            csv.field_size_limit(others)
        if lines.record_lines > 3:
            _refuse_swallowed_rows(record, width, dialect.delimiter, lines, name)
        width = len(record)
        yield Row(lines.record_row, tuple(record))


def _complaint(error: csv.Error, limits: Limits, at: Location) -> InputError:
    text = str(error)
    if "field larger than field limit" in text:
        return too_long(limits, at)
    if "unexpected end of data" in text:
        return InputError(
            say(
                "una comilla se abre en este renglón y nunca se cierra",
                "a quote opens in this row and is never closed",
            ),
            at=at,
            hint=say(
                'ciérrela, o duplíquela ("") si es parte del texto',
                'close it, or double it ("") if the quote belongs to the text',
            ),
        )
    if "expected after" in text:
        return InputError(
            say(
                "hay texto después de una comilla de cierre en el registro que empieza aquí",
                "text follows a closing quote in the record that starts in this row",
            ),
            at=at,
            hint=say(
                'duplique toda comilla que sea parte del texto (""), y cierre la celda después',
                'double every quote that belongs to the text (""), and close the cell after it',
            ),
        )
    message = say(
        f"texto delimitado mal formado: {text}", f"not well-formed delimited text: {text}"
    )
    return InputError(message, at=at)


def _refuse_swallowed_rows(
    record: list[str], width: int, delimiter: str, lines: _Lines, name: str
) -> None:
    """Refuse a cell whose inner lines are rows: two stray quotes enclosed them.

    A pair of stray quotes is well-formed, so only the content shows it. Two inner lines or more,
    all with as many delimiters as the row before, are taken for rows.
    """
    if width < 3:
        return
    for cell in record:
        inner = _LINE_END.split(cell)[1:-1]
        if len(inner) > 1 and all(line.count(delimiter) == width - 1 for line in inner):
            raise InputError(
                say(
                    f"una celda entre comillas contiene {len(inner)} líneas que parecen renglones",
                    f"a quoted cell of this row holds {len(inner)} lines that look like rows",
                ),
                at=Location(name, lines.record_row),
                hint=say(
                    "aquí se abre una comilla sin querer; duplíquela o quítela",
                    "a quote opens here that was not meant; double it or remove it",
                ),
            )
