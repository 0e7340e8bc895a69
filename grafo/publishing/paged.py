"""A catalogue in pages that a harvester goes through: hydra's terms, as CKAN follows them."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from grafo.exports.rdf import Terms
from grafo.exports.rdf.description import Description, Statement
from grafo.exports.rdf.literals import integer, text
from grafo.publishing.vocabularies import Vocabularies

A_PAGE = 100  # datasets; what CKAN's harvester takes at a time


def page_of(terms: Terms, number: int, count: int, datasets: int) -> Description:
    """Return the description of one page of `count`, the first being 0, and of the next one."""
    term = Vocabularies(terms)

    def statements() -> Iterator[Statement]:
        yield terms["rdf:type"], term["hydra:PagedCollection"]
        yield term["hydra:totalItems"], integer(datasets)
        yield term["hydra:itemsPerPage"], integer(A_PAGE)
        yield term["hydra:firstPage"], text(page_address(terms.base, 0))
        yield term["hydra:lastPage"], text(page_address(terms.base, count - 1))
        if number + 1 < count:
            yield term["hydra:nextPage"], text(page_address(terms.base, number + 1))
            yield term["hydra:next"], NamedNode(page_address(terms.base, number + 1))

    return Description.of(NamedNode(page_address(terms.base, number)), statements())


def page_address(base: str, number: int) -> str:
    """Return the address of a page of the catalogue."""
    return f"{base}{page_name(number)}.ttl"


def page_name(number: int) -> str:
    """Return the name of a page's files, without their endings."""
    return "catalog" if number == 0 else f"catalog-{number + 1}"
