"""JSON and JSON Lines: a list of records becomes a table with one column for every key.

Two passes: the first finds the records and all their keys, the second yields the rows. The
keys come first, as a header row with the number 0.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.readers.encoding import encoding_of
from grafo.readers.json_source import (
    DECODER,
    JsonSource,
    RepeatedKey,
    listed_items,
    not_json,
    too_deep,
)
from grafo.readers.limits import Limits
from grafo.readers.reading import Reading
from grafo.readers.rows import Cell, Row, too_wide, whole

_BETWEEN = "; "


@dataclass(slots=True)
class _Records:
    """One list of records found in a file."""

    count: int = 0
    objects: int = 0
    keys: dict[str, None] = field(default_factory=dict)


def read_json(path: Path, reading: Reading, limits: Limits, name: str) -> Iterator[Row]:
    """Yield a header row and one row for every record of one list; rows count its items.

    Raises:
        InputError: not JSON, no list of records or several, or a record beyond the limits.
    """
    encoding = encoding_of(path, reading.encoding, name)

    def items() -> Iterator[tuple[str, Any]]:
        with path.open(encoding=encoding, newline="") as file:
            yield from listed_items(JsonSource(file, limits, name), limits)

    wanted = None if reading.sheet is None else str(reading.sheet)
    lists: dict[str, _Records] = {}
    for found_at, item in items():
        records = lists.setdefault(found_at, _Records())
        records.count += 1
        if isinstance(item, dict):
            records.objects += 1
            if wanted in {None, found_at}:
                _note_keys(records, item, limits, Location(name, records.count))
    chosen = _chosen({at: r for at, r in lists.items() if r.objects or at == wanted}, wanted, name)
    yield from _table(
        lists[chosen].keys,
        lambda: (item for found_at, item in items() if found_at == chosen),
        limits,
        name,
    )


def record_lists(path: Path, reading: Reading, limits: Limits, name: str) -> list[tuple[str, int]]:
    """Return the dotted path and the length of each list of records; raises as `read_json`."""
    lists: dict[str, _Records] = {}
    with path.open(encoding=encoding_of(path, reading.encoding, name), newline="") as file:
        for found_at, item in listed_items(JsonSource(file, limits, name), limits):
            records = lists.setdefault(found_at, _Records())
            records.count += 1
            records.objects += isinstance(item, dict)
    return [(at, records.count) for at, records in lists.items() if records.objects]


def _chosen(lists: dict[str, _Records], wanted: str | None, name: str) -> str:
    if wanted is not None and wanted in lists:
        return wanted
    if wanted is None and len(lists) == 1:
        return next(iter(lists))
    shown = ", ".join(f"{at!r} ({r.count:,})" for at, r in lists.items())
    if wanted is not None:
        message = say(
            f"no hay lista de registros en {wanted!r}", f"no list of records at {wanted!r}"
        )
    elif lists:
        message = say("hay varias listas de registros", "several lists of records")
    else:
        message = say("no hay ninguna lista de registros", "no list of records")
    hint = say(
        "un registro en JSON es una lista de objetos, uno por acuerdo",
        "a register in JSON is a list of objects, one for each agreement",
    )
    if shown:
        hint = say(
            f"escriba cuál en `sheet:`; el archivo tiene {shown}",
            f"say which in `sheet:`; the file has {shown}",
        )
    raise InputError(message, at=Location(name), hint=hint)


def read_jsonl(path: Path, reading: Reading, limits: Limits, name: str) -> Iterator[Row]:
    """Yield a header row and one row for every line, which holds one record.

    Raises:
        InputError: a line that is no JSON object, or beyond the limits.
    """
    encoding = encoding_of(path, reading.encoding, name)
    records = _Records()
    for number, record in _lines(path, encoding, limits, name):
        records.count += 1
        _note_keys(records, record, limits, Location(name, number))
    if not records.count:
        raise InputError(
            say("el archivo no tiene registros", "the file holds no records"), at=Location(name)
        )
    yield Row(0, tuple(records.keys))
    for number, record in _lines(path, encoding, limits, name):
        yield _row(number, record, records.keys, limits, name)


def _lines(
    path: Path, encoding: str, limits: Limits, name: str
) -> Iterator[tuple[int, dict[str, Any]]]:
    with path.open(encoding=encoding) as file:
        number = 0
        while line := file.readline(limits.max_record_chars + 1):
            number += 1
            at = Location(name, number)
            if len(line) > limits.max_record_chars:
                most = f"{limits.max_record_chars:,}"
                message = say(
                    f"la línea pasa de {most} caracteres", f"the line runs over {most} characters"
                )
                raise InputError(message, at=at)
            if not line.strip():
                continue
            try:
                record = DECODER.decode(line)
            except RecursionError as error:
                raise too_deep(limits, at) from error
            except ValueError as error:
                raise not_json(error, at) from error
            yield number, _as_record(record, at)


def _as_record(item: Any, at: Location) -> dict[str, Any]:
    if isinstance(item, dict):
        return item
    found = json.dumps(item)[:60]
    raise InputError(
        say(
            f"un registro debe ser un objeto, esto es {found}",
            f"a record must be an object, this is {found}",
        ),
        at=at,
        hint=say(
            'escriba cada registro como {"columna": "valor", …}',
            'write each record as {"column": "value", …}',
        ),
    )


def _table(
    keys: dict[str, None], items: Callable[[], Iterator[Any]], limits: Limits, name: str
) -> Iterator[Row]:
    yield Row(0, tuple(keys))
    for number, item in enumerate(items(), 1):
        record = _as_record(item, Location(name, number))
        yield _row(number, record, keys, limits, name)


def _row(
    number: int, record: dict[str, Any], keys: dict[str, None], limits: Limits, name: str
) -> Row:
    cells = flattened(record, limits, Location(name, number))
    return Row(number, tuple(cells.get(key) for key in keys))


def _note_keys(records: _Records, record: dict[str, Any], limits: Limits, at: Location) -> None:
    records.keys.update(dict.fromkeys(flattened(record, limits, at)))
    if len(records.keys) > limits.max_columns:
        raise too_wide(len(records.keys), limits, at)


def flattened(record: dict[str, Any], limits: Limits, at: Location) -> dict[str, Cell]:
    """Return a record as cells: {"a": {"b": 1}} is the column "a.b".

    Raises:
        InputError: a key appears twice, a number is infinite, or it nests too deep.
    """
    cells: dict[str, Cell] = {}
    _flatten(record, (), cells, limits, at)
    return cells


def _flatten(
    record: dict[str, Any],
    path: tuple[str, ...],
    cells: dict[str, Cell],
    limits: Limits,
    at: Location,
) -> None:
    if len(path) > limits.max_json_depth:
        raise too_deep(limits, at)
    if isinstance(record, RepeatedKey):
        raise _twice(record.key, at)
    for key, value in record.items():
        column = ".".join((*path, key))
        if isinstance(value, dict) and value:
            _flatten(value, (*path, key), cells, limits, at)
        elif column in cells:
            raise _twice(column, at)
        else:
            cells[column] = _cell(value, limits, Location(at.file, at.row, column))


def _twice(key: str, at: Location) -> InputError:
    message = say(
        f"la clave {key!r} aparece dos veces en un registro",
        f"the key {key!r} appears twice in one record",
    )
    return InputError(message, at=at)


def _cell(value: Any, limits: Limits, at: Location) -> Cell:
    """Return one value as a cell; a list of plain values as text, joined by semicolons."""
    if isinstance(value, float):
        if math.isnan(value):
            return None
        if math.isinf(value):
            raise InputError(say("un número infinito", "an infinite number"), at=at)
        return whole(value)
    if isinstance(value, list):
        if any(isinstance(item, dict | list) for item in value):
            _bound_depth(value, limits, at)
            return json.dumps(value, ensure_ascii=False)
        return _BETWEEN.join(_plain(item) for item in value if item is not None) or None
    if value == {}:
        return None
    return value if isinstance(value, str | int) else None


def _bound_depth(value: Any, limits: Limits, at: Location) -> None:
    level = [value]
    for _ in range(limits.max_json_depth):
        inner: list[Any] = []
        for item in level:
            if isinstance(item, dict):
                inner += item.values()
            elif isinstance(item, list):
                inner += item
        if not inner:
            return
        level = inner
    raise too_deep(limits, at)


def _plain(item: str | float | bool) -> str:
    return item if isinstance(item, str) else json.dumps(item)
