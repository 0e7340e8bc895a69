"""Which encoding a text file is in, decided over the whole file and never by replacing bytes.

The order: a byte order mark; UTF-16 without one; UTF-8 when every byte of the file agrees;
otherwise Windows-1252, of which Latin-1's printable part is a subset. A file that is UTF-8 but
for a few bytes, or whose letters make no sense in Windows-1252, is refused with the line and a
suggestion: a guess there would put wrong names into the graph without anybody noticing.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grafo.errors import InputError, Location, UsageError
from grafo.language import say

_CHUNK = 1 << 20
# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]{3,}")
_INSIDE_WORD = re.compile(rb"(?<=[A-Za-z])[\x80-\xff](?=[a-z])")
_NOT_WINDOWS_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
# A typographic apostrophe stands inside words too: Côte d’Ivoire.
_APOSTROPHE = 0x92


@dataclass(frozen=True, slots=True)
class Fault:
    """The first place of a file that cannot be decoded, or a NUL character in it."""

    row: int
    what: str
    nul: bool = False


@dataclass(slots=True)
class _Census:
    """How the bytes above 127 of a file behave."""

    sequences: int = 0  # well-formed UTF-8 sequences
    high: int = 0
    stray: int = 0  # bytes above 127 outside such sequences
    in_runs: int = 0  # bytes above 127 that stand three or more in a row
    undefined: int = 0
    inside_words: bytes = b""


def encoding_of(path: Path, declared: str | None, name: str) -> str:
    """Return the codec that decodes the whole file.

    Raises:
        UsageError: `declared` is no text encoding.
        InputError: a byte does not decode, a NUL character, or no encoding is plausible.
    """
    if declared is not None:
        codec = _codec(declared)
        _refuse(first_fault(path, codec), codec, name)
        return codec
    with path.open("rb") as file:
        sample = file.read(1 << 14)
    marked = marked_encoding(sample)
    if marked:
        _refuse(first_fault(path, marked), marked, name)
        return marked
    fault = first_fault(path, "utf-8")
    if fault is None or fault.nul:
        _refuse(fault, "utf-8", name)
        return "utf-8"
    return _legacy(_census(path), fault, name)


def marked_encoding(sample: bytes) -> str | None:
    """Return the codec that a byte order mark, or the zeros of UTF-16, give away."""
    for mark, codec in _MARKS:
        if sample.startswith(mark):
            return codec
    pairs = len(sample) // 2
    if not pairs:
        return None
    even = sample[0 : 2 * pairs : 2].count(0) / pairs
    odd = sample[1 : 2 * pairs : 2].count(0) / pairs
    if odd > 0.3 and even < 0.05:
        return "utf-16-le"
    if even > 0.3 and odd < 0.05:
        return "utf-16-be"
    return None


def first_fault(path: Path, codec: str) -> Fault | None:
    """Decode the whole file in pieces; return where it first fails, None where it does not."""
    decoder = codecs.getincrementaldecoder(codec)("strict")
    lines = _LineCount()
    for chunk in _chunks(path):
        try:
            text = decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            before = error.object[: error.start].decode(codec, "ignore")
            bad = error.object[error.start]
            what = say(f"el byte 0x{bad:02X} no es {codec}", f"byte 0x{bad:02X} is not {codec}")
            return Fault(lines.after(before), what)
        except UnicodeError as error:
            return Fault(lines.row, say(f"no es {codec}: {error}", f"not {codec}: {error}"))
        position = text.find("\0")
        if position >= 0:
            what = say("un carácter NUL", "a NUL character")
            return Fault(lines.after(text[:position]), what, nul=True)
        lines.after(text)
    return None


class _LineCount:
    """Counts lines as editors do: LF, CR LF and a CR alone all end one."""

    def __init__(self) -> None:
        self.row = 1
        self._ended_in_cr = False

    def after(self, text: str) -> int:
        """Return the row that follows `text`."""
        if text:
            self.row += text.count("\n") + text.count("\r") - text.count("\r\n")
            if self._ended_in_cr and text[0] == "\n":
                self.row -= 1
            self._ended_in_cr = text[-1] == "\r"
        return self.row


def _chunks(path: Path) -> Iterator[bytes]:
    """Yield the file in pieces and then b"", which tells a decoder that it is over."""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk
    yield b""


def _codec(declared: str) -> str:
    try:
        found = codecs.lookup(declared)
        "".encode(declared)
    except (LookupError, ValueError) as error:
        raise UsageError(
            say(f"codificación desconocida: {declared!r}", f"unknown encoding {declared!r}"),
            hint=say("escriba utf-8, windows-1252, utf-16 …", "say utf-8, windows-1252, utf-16 …"),
        ) from error
    # A declared "utf-8" or "ascii" may still carry a byte order mark; it is not part of a name.
    if found.name in {"utf-8", "ascii"}:
        return "utf-8-sig"
    return "cp1252" if found.name == "iso8859-1" else found.name


def _refuse(fault: Fault | None, codec: str, name: str) -> None:
    if fault is None:
        return
    hint = say(
        f"guarde el archivo como UTF-8, o escriba su `encoding:` (ahora {codec})",
        f"save the file as UTF-8, or say its `encoding:` (now {codec})",
    )
    if fault.nul:
        hint = say("está dañado o no es de texto", "the file is damaged or not a text file")
    raise InputError(fault.what, at=Location(name, fault.row), hint=hint)


def _census(path: Path) -> _Census:
    census = _Census()
    with path.open("rb") as file:
        # Whole lines, so that no sequence is cut in two.
        while chunk := file.read(_CHUNK):
            chunk += file.readline(_CHUNK)
            sequences = _UTF8_SEQUENCE.findall(chunk)
            high = len(_HIGH_BYTE.findall(chunk))
            census.sequences += len(sequences)
            census.high += high
            census.stray += high - sum(map(len, sequences))
            census.in_runs += sum(map(len, _HIGH_RUN.findall(chunk)))
            census.undefined += len(_NOT_WINDOWS_1252.findall(chunk))
            if len(census.inside_words) < _CHUNK:
                census.inside_words += b"".join(_INSIDE_WORD.findall(chunk))
    return census


def _legacy(census: _Census, fault: Fault, name: str) -> str:
    """Return "cp1252", or raise: the file is no UTF-8."""
    at = Location(name, fault.row)
    if census.sequences * 20 > census.stray:
        raise InputError(
            say(
                f"{fault.what}, aunque otros renglones sí son UTF-8: hay dos codificaciones",
                f"{fault.what}, though other rows are UTF-8: two encodings are mixed",
            ),
            at=at,
            hint=say(
                "repare ese renglón y guarde el archivo como UTF-8; si todo está en una sola "
                "codificación, escríbala en `encoding:`",
                "repair that row and save the file as UTF-8; if the whole file is in one "
                "encoding, say it as `encoding:`",
            ),
        )
    if census.in_runs * 2 > census.high:
        why = say("sus letras son de otra escritura", "its letters belong to another script")
        raise _neither(why, "cp1251, gb18030, shift_jis …", at)
    letters = _share_of_letters(census.inside_words, "cp1252")
    if census.undefined or (len(census.inside_words) >= 3 and letters < 0.7):
        why = say("sus acentos salen como signos", "its accents come out as signs")
        others = ("cp850", "mac_roman")
        likely = max(others, key=lambda codec: _share_of_letters(census.inside_words, codec))
        raise _neither(why, likely, at)
    return "cp1252"


def _neither(why: str, likely: str, at: Location) -> InputError:
    return InputError(
        say(
            f"el texto no es UTF-8 ni Windows-1252: {why}",
            f"the text is neither UTF-8 nor Windows-1252: {why}",
        ),
        at=at,
        hint=say(
            f"guarde el archivo como UTF-8, o escriba su `encoding:` (quizá {likely})",
            f"save the file as UTF-8, or say its `encoding:` (perhaps {likely})",
        ),
    )


def _share_of_letters(inside_words: bytes, codec: str) -> float:
    """Return which part of the bytes inside words are letters in `codec`.

    Only small letters count: a capital makes no sense between them.
    """
    if not inside_words:
        return 1.0
    apostrophes = inside_words.count(_APOSTROPHE) if codec == "cp1252" else 0
    letters = sum(ch.islower() for ch in inside_words.decode(codec, "replace"))
    return (letters + apostrophes) / len(inside_words)
