"""Reads a JSON text value by value, holding one record in memory and never the whole file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.readers.limits import Limits

_PIECE = 1 << 16
_SPACE = " \t\r\n"


class RepeatedKey(dict[str, Any]):
    """An object that has a key twice; which of the two holds, nobody can tell."""

    key = ""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    keys = [key for key, _ in pairs]
    repeated = RepeatedKey(found)
    repeated.key = next(key for key in keys if keys.count(key) > 1)
    return repeated


# Line breaks inside strings are against the standard, but portals write them.
DECODER = json.JSONDecoder(object_pairs_hook=_object, strict=False)


def too_deep(limits: Limits, at: Location) -> InputError:
    """Return the error for objects inside objects without end."""
    return InputError(
        say(
            f"anidado a más de {limits.max_json_depth} niveles",
            f"nested deeper than {limits.max_json_depth} levels",
        ),
        at=at,
        hint=say(
            "un registro es plano; revise que sea el archivo correcto",
            "a register's record is flat; check that this is the right file",
        ),
    )


def not_json(error: ValueError, at: Location) -> InputError:
    """Return the error for text that is no JSON."""
    message = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
    return InputError(
        say(f"JSON no válido: {message}", f"not valid JSON: {message}"),
        at=at,
        hint=say(
            "descargue otra vez el archivo, o repare esta línea",
            "download the file again, or repair this line",
        ),
    )


class JsonSource:
    """A cursor over a JSON text. Rows in errors are physical lines."""

    def __init__(self, file: TextIO, limits: Limits, name: str) -> None:
        self._file = file
        self._limits = limits
        self._name = name
        self._buffer = ""
        self._at = 0
        self._line = 1  # of the buffer's first character
        self._ended = False
        self._members = 0

    def where(self, position: int | None = None) -> Location:
        """Return the place of the cursor, or of a position in the buffer."""
        end = self._at if position is None else position
        return Location(self._name, self._line + self._buffer.count("\n", 0, end))

    def peek(self) -> str:
        """Return the next character that is no white space, "" at the end."""
        while True:
            while self._at < len(self._buffer):
                if self._buffer[self._at] not in _SPACE:
                    return self._buffer[self._at]
                self._at += 1
            if not self._grow():
                return ""

    def take(self, expected: str) -> None:
        """Step over one character, which must be `expected`."""
        if self.peek() != expected:
            end = say("el final del archivo", "the end of the file")
            found = repr(self.peek()) if self.peek() else end
            message = say(
                f"se esperaba {expected!r} y se halló {found}",
                f"{expected!r} expected, {found} found",
            )
            raise not_json(ValueError(message), self.where())
        self._at += 1

    def members(self, opening: str, closing: str) -> Iterator[None]:
        """Step through a list or object; the caller reads each member.

        Raises:
            InputError: the lists and objects of the file have too many members together.
        """
        self.take(opening)
        if self.peek() != closing:
            while True:
                self._members += 1
                if self._members > self._limits.max_rows:
                    raise InputError(
                        say(
                            f"más de {self._limits.max_rows:,} elementos",
                            f"more than {self._limits.max_rows:,} items",
                        ),
                        at=self.where(),
                        hint=say(
                            "divida el archivo, o pídalo en csv",
                            "split the file, or ask for it as csv",
                        ),
                    )
                yield
                if self.peek() != ",":
                    break
                self.take(",")
        self.take(closing)

    def value(self) -> Any:
        """Return the next value, decoded.

        Raises:
            InputError: it is no JSON, too long, or too deep.
        """
        self.peek()
        failed_at = -1
        while True:
            try:
                found, end = DECODER.raw_decode(self._buffer, self._at)
            except RecursionError as error:
                raise too_deep(self._limits, self.where()) from error
            except json.JSONDecodeError as error:
                # It may only be cut off by the buffer's end. An error that stays where it was
                # although there is more text is one; an open string is reported where it opens.
                place = error.pos - self._at
                stays = place == failed_at and not error.msg.startswith("Unterminated")
                failed_at = place
                if stays or not self._grow():
                    raise not_json(error, self.where(error.pos)) from error
            except ValueError as error:
                raise not_json(error, self.where()) from error
            else:
                # A number at the very end of the buffer may go on.
                if end < len(self._buffer) or not self._grow():
                    self._at = end
                    return found

    def _grow(self) -> bool:
        """Read on; False at the end of the file. Moves the cursor to the buffer's beginning."""
        if self._ended:
            return False
        rest = self._buffer[self._at :]
        if len(rest) > self._limits.max_record_chars:
            most = f"{self._limits.max_record_chars:,}"
            raise InputError(
                say(
                    f"un valor pasa de {most} caracteres", f"one value runs over {most} characters"
                ),
                at=self.where(),
                hint=say(
                    "se espera una lista de registros, cada uno corto",
                    "the file needs a list of records, each of them short",
                ),
            )
        piece = self._file.read(max(_PIECE, len(rest)))
        self._ended = not piece
        if piece:
            self._line += self._buffer.count("\n", 0, self._at)
            self._buffer, self._at = rest + piece, 0
        return bool(piece)


def listed_items(source: JsonSource, limits: Limits) -> Iterator[tuple[str, Any]]:
    """Yield every item of every list in the text, with the dotted path to its list.

    Lists inside an item belong to the item.

    Raises:
        InputError: the text is no JSON, or nests too deep.
    """
    yield from _items(source, (), limits)
    if source.peek():
        raise InputError(
            say("hay más de un valor JSON en el archivo", "more than one JSON value in the file"),
            at=source.where(),
            hint=say(
                "si cada línea es un registro, escriba `format: jsonl`",
                "if every line is a record, say `format: jsonl`",
            ),
        )


def _items(source: JsonSource, path: tuple[str, ...], limits: Limits) -> Iterator[tuple[str, Any]]:
    if len(path) > limits.max_json_depth:
        raise too_deep(limits, source.where())
    opening = source.peek()
    if opening == "[":
        dotted = ".".join(path)
        for _ in source.members("[", "]"):
            yield dotted, source.value()
    elif opening == "{":
        seen: set[str] = set()
        for _ in source.members("{", "}"):
            key = _key(source, seen)
            yield from _items(source, (*path, key), limits)
    else:
        source.value()


def _key(source: JsonSource, seen: set[str]) -> str:
    if source.peek() != '"':
        source.take('"')
    key = str(source.value())
    if key in seen:
        message = say(f"la clave {key!r} aparece dos veces", f"the key {key!r} appears twice")
        raise not_json(ValueError(message), source.where())
    seen.add(key)
    source.take(":")
    return key
