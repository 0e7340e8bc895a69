"""What a catalogue names of others: typed and labelled in it, for portals read each file alone."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from grafo.exports.rdf import Terms
from grafo.exports.rdf.description import Statement, labels
from grafo.exports.rdf.literals import UNKNOWN_LANGUAGE, text
from grafo.exports.rdf.mentions import Mentions
from grafo.exports.rdf.vocabulary import authorities
from grafo.model import Bilingual

_EU = "http://publications.europa.eu/resource/authority/"
_IANA = "https://www.iana.org/assignments/media-types/"
_LANGUAGES = {
    "SPA": Bilingual(es="español", en="Spanish"),
    "ENG": Bilingual(es="inglés", en="English"),
}
_IRREGULAR = Bilingual(es="irregular", en="irregular")
_THEMES = "data-theme"
_TABLES = {
    "file-type": Bilingual(es="Tipos de archivo de la UE", en="EU file types"),
    "frequency": Bilingual(es="Frecuencias de la UE", en="EU frequencies"),
    "language": Bilingual(es="Lenguas de la UE", en="EU languages"),
}


class Named:
    """Terms of others, each mentioned with its type and its label as it is used."""

    def __init__(self, terms: Terms, mentions: Mentions) -> None:
        self._terms, self.mentions = terms, mentions

    def languages(self) -> Iterator[Statement]:
        """Yield the languages of the publication."""
        for code, label in _LANGUAGES.items():
            language = self._authority("language", code, "dct:LinguisticSystem", label)
            yield self._terms["dct:language"], language

    def theme(self, code: str) -> NamedNode:
        """Return a data theme of the EU."""
        return self._authority(_THEMES, code, None, authorities().eu_themes[code])

    def themes(self) -> NamedNode:
        """Return the scheme of the EU's data themes."""
        return self._table(_THEMES)

    def irregular(self) -> NamedNode:
        """Return the frequency of what is published when there is something new."""
        return self._authority("frequency", "IRREG", "dct:Frequency", _IRREGULAR)

    def file_type(self, code: str) -> NamedNode:
        """Return a file type of the EU's table."""
        label = Bilingual(es=code, en=code)
        return self._authority("file-type", code, "dct:MediaTypeOrExtent", label)

    def media_type(self, media_type: str) -> NamedNode:
        """Return a media type of IANA, whose name is the same in every language."""
        terms = self._terms
        return self.mentions.of_others(
            _IANA + media_type,
            [
                (terms["rdf:type"], terms["dct:MediaType"]),
                (terms["rdfs:label"], text(media_type, UNKNOWN_LANGUAGE)),
            ],
        )

    def document(self, iri: str, title: Bilingual) -> NamedNode:
        """Return a page."""
        terms = self._terms
        return self.mentions.add(
            NamedNode(iri),
            [(terms["rdf:type"], terms["foaf:Document"]), *labels(terms, title, "dct:title")],
        )

    def _authority(self, table: str, code: str, type_: str | None, label: Bilingual) -> NamedNode:
        terms = self._terms
        types = [terms["skos:Concept"], *([terms[type_]] if type_ else [])]
        return self.mentions.of_others(
            f"{_EU}{table}/{code}",
            [
                *((terms["rdf:type"], each) for each in types),
                *labels(terms, label),
                (terms["skos:inScheme"], self._table(table)),
            ],
        )

    def _table(self, table: str) -> NamedNode:
        """Return the concept scheme that one of the EU's authority tables is."""
        terms = self._terms
        label = authorities().schemes["eu_themes"].label if table == _THEMES else _TABLES[table]
        return self.mentions.of_others(
            f"{_EU}{table}",
            [
                (terms["rdf:type"], terms["skos:ConceptScheme"]),
                *labels(terms, label, "dct:title"),
                *labels(terms, label),
            ],
        )
