"""Parses the XML parts of workbooks piece by piece, without a tree, entities or a DTD."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.parsers import expat

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.readers.limits import Limits
from grafo.readers.zip_bounds import damaged

# Text or a tag that runs on for this many bytes is no cell: nothing may keep it in memory.
_LONGEST_RUN = 1 << 19
# Elements inside elements; a cell of a workbook is some ten deep.
_DEEPEST = 100_000


class LocalNames(dict[str, str]):
    """Tag names without their prefix, remembered: a sheet has few tags, millions of times."""

    def __missing__(self, tag: str) -> str:
        self[tag] = local = tag.rpartition(":")[2]
        return local


class XmlWatch:
    """Follows the events of one part, and ends it when it costs too much.

    A subclass overrides `start`, `end` and `text` (which may bring one text in several pieces).
    With `namespaces`, names come as "URI name"; without, as they are written.
    """

    namespaces = False
    wants_text = False

    def __init__(self, limits: Limits, name: str) -> None:
        self.limits = limits
        self.name = name

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Handle an opening tag."""

    def end(self, tag: str) -> None:
        """Handle a closing tag."""

    def text(self, text: str) -> None:
        """Handle text."""

    def where(self) -> Location:
        """Return the place that an error names."""
        return Location(self.name)

    def read(self, chunks: Iterable[bytes]) -> None:
        """Parse all of `chunks`; raises as `follow` does."""
        for _ in self.follow(chunks):
            pass

    def follow(self, chunks: Iterable[bytes]) -> Iterator[None]:
        """Parse `chunks`; yields after each, so that what was found can be taken on.

        Raises:
            InputError: not well-formed, a document type, too many elements, endless text.
        """
        closed: list[str] = []
        parser = self._parser(closed)
        fed = marks = opened = last_mark = 0
        try:
            for chunk in chunks:
                # Counted on the bytes, which costs nothing; every element has one or two.
                marks += chunk.count(b"<")
                if marks > 2 * self.limits.max_xml_elements:
                    raise self._too_many()
                last = chunk.rfind(b"<")
                last_mark = fed + last if last >= 0 else last_mark
                fed += len(chunk)
                parser.Parse(chunk, False)
                # At least as many as are open: marks that are no closing tags, less those closed.
                opened += chunk.count(b"<") - chunk.count(b"</") - len(closed)
                closed.clear()
                if opened > _DEEPEST:
                    raise self._too_many()
                # An unfinished tag is kept by the parser, and moves its position no further.
                if fed - min(last_mark, parser.CurrentByteIndex) > _LONGEST_RUN:
                    raise self._endless()
                yield
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            message = say(
                f"una parte no es XML bien formado ({error})",
                f"a part is not well-formed XML ({error})",
            )
            raise damaged(self.name, message) from error
        yield

    def _parser(self, closed: list[str]) -> expat.XMLParserType:
        """Return a parser that also puts the name of each element that ends into `closed`."""
        parser = expat.ParserCreate(namespace_separator=" " if self.namespaces else None)
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = closed.append
        if type(self).end is not XmlWatch.end:  # otherwise a call for every element is saved

            def ended(tag: str) -> None:
                closed.append(tag)
                self.end(tag)

            parser.EndElementHandler = ended
        if self.wants_text:
            parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        return parser

    def _too_many(self) -> InputError:
        return InputError(
            say(
                f"el libro tiene más de {self.limits.max_xml_elements:,} elementos",
                f"the workbook is made of more than {self.limits.max_xml_elements:,} elements",
            ),
            at=self.where(),
            hint=say(
                "borre renglones y columnas con formato pero vacíos, o guarde la hoja como csv",
                "delete formatted but empty rows and columns, or save the sheet as csv",
            ),
        )

    def _endless(self) -> InputError:
        return InputError(
            say(
                f"un texto o etiqueta sigue por más de {_LONGEST_RUN:,} bytes",
                f"a text or tag runs on for more than {_LONGEST_RUN:,} bytes",
            ),
            at=self.where(),
            hint=say(
                "una celda es corta: busque un archivo pegado ahí",
                "a register's cell is short: look for a pasted file",
            ),
        )

    def _refuse_doctype(self, *_: object) -> None:
        raise InputError(
            say(
                "el libro lleva una definición de tipo de documento, que ninguno necesita",
                "the workbook carries a document type definition, which no workbook needs",
            ),
            at=Location(self.name),
            hint=say(
                "puede ser un ataque a quien lo abra; pida un archivo limpio a quien lo publica",
                "it may be an attack on whoever opens it; ask the publisher for a clean file",
            ),
        )
