"""Questions in SPARQL, asked of the graph as it is exported, in memory."""

from __future__ import annotations

import queue
import re
import threading
import time
from collections.abc import Callable
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples
from pyoxigraph import Store as Triplestore

from grafo.errors import QueryError
from grafo.exports.rdf.graph import prefixes, triples
from grafo.exports.rdf.sparql_guard import check_reads_only
from grafo.exports.rdf.terms import Terms
from grafo.exports.rdf.vocabulary import vocabulary
from grafo.exports.registry import ExportOptions
from grafo.exports.source import ExportSource
from grafo.language import say
from grafo.model import load_model
from grafo.store import Answer

_XSD = vocabulary().prefixes["xsd"]
_NUMBERS: dict[str, type[int] | type[float]] = {
    f"{_XSD}integer": int,
    f"{_XSD}decimal": float,
    f"{_XSD}double": float,
    f"{_XSD}float": float,
}
_Gathered = tuple[tuple[str, ...], list[tuple[Any, ...]], bool]
_WHERE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


class SparqlGraph:
    """The graph in RDF, ready for questions. The prefixes of an export are known in them.

    Raises:
        UsageError: the base IRI is no good.
        StoreError: the store is away.
    """

    def __init__(self, source: ExportSource, options: ExportOptions) -> None:
        self.prefixes = prefixes(source.model, Terms(options.base_iri))
        self._triples = Triplestore()
        self._triples.bulk_extend(
            Quad(triple.subject, triple.predicate, triple.object)
            for triple in triples(source, options)
        )

    def ask(
        self, query: str, *, max_rows: int | None = None, seconds: float | None = None
    ) -> Answer:
        """Return the answer of a SELECT, of an ASK (one row), or the triples of a CONSTRUCT.

        IRIs come as text, numbers and truth values as such, other literals as their text; what is
        not bound is None. After `seconds` the answer is no longer waited for; the engine cannot
        be stopped, and goes on in the background until it is done or the program ends.

        Raises:
            QueryError: the query is not SPARQL (it says where), asks for what is not allowed,
                takes too long, or failed.
        """
        check_reads_only(query)
        begun = time.perf_counter()
        try:
            columns, rows, cut = _within(seconds, lambda: self._answered(query, max_rows))
        except SyntaxError as error:
            raise _not_sparql(str(error)) from None
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError(
                say(f"la consulta SPARQL falló: {error}", f"the SPARQL query failed: {error}")
            ) from error
        return Answer(columns, rows, cut, time.perf_counter() - begun)

    def _answered(self, query: str, max_rows: int | None) -> _Gathered:
        return _gathered(self._triples.query(query, prefixes=self.prefixes), max_rows)


def ask_sparql(
    source: ExportSource,
    options: ExportOptions,
    query: str,
    *,
    max_rows: int | None = None,
    seconds: float | None = None,
) -> Answer:
    """Return the answer of one question; for several, keep a `SparqlGraph`.

    Raises:
        QueryError: as `SparqlGraph.ask` does; what is not allowed is refused before anything is
            read.
        UsageError: the base IRI is no good.
        StoreError: the store is away.
    """
    check_reads_only(query)
    return SparqlGraph(source, options).ask(query, max_rows=max_rows, seconds=seconds)


def with_prefixes(query: str, options: ExportOptions) -> str:
    """Return a query with the prefixes that it uses written before it, for other tools.

    Raises:
        UsageError: the base IRI is no good.
    """
    known = prefixes(load_model(), Terms(options.base_iri))
    used = [prefix for prefix in known if re.search(rf"(?<![\w-]){prefix}:", query)]
    return "".join(f"PREFIX {prefix}: <{known[prefix]}>\n" for prefix in used) + query


def _within(seconds: float | None, work: Callable[[], _Gathered]) -> _Gathered:
    """Return what `work` returns or raises, waiting for it so long and no longer.

    It runs in a thread, in which the engine lets others go on: so Ctrl-C is heard too.
    """
    done: queue.SimpleQueue[_Gathered | BaseException] = queue.SimpleQueue()

    def run() -> None:
        try:
            done.put(work())
        except BaseException as error:  # it is raised again by who waits
            done.put(error)

    threading.Thread(target=run, daemon=True).start()
    try:
        found = done.get(timeout=seconds)
    except queue.Empty:
        raise QueryError(
            say(
                f"la consulta SPARQL tardó más de {seconds:g} s",
                f"the SPARQL query took longer than {seconds:g} s",
            ),
            hint=say("Ponga condiciones o un LIMIT.", "Add conditions or a LIMIT."),
        ) from None
    if isinstance(found, BaseException):
        raise found
    return found


def _gathered(
    found: QuerySolutions | QueryBoolean | QueryTriples, max_rows: int | None
) -> _Gathered:
    if isinstance(found, QueryBoolean):
        return ("answer",), [(bool(found),)], False
    if isinstance(found, QuerySolutions):
        columns = tuple(variable.value for variable in found.variables)
    else:
        columns = ("subject", "predicate", "object")
    rows: list[tuple[Any, ...]] = []
    for solution in found:
        if max_rows is not None and len(rows) == max_rows:
            return columns, rows, True
        rows.append(tuple(_plain(term) for term in solution))
    return columns, rows, False


def _plain(term: object) -> Any:
    if isinstance(term, NamedNode):
        return term.value
    if not isinstance(term, Literal):
        return None if term is None else str(term)
    datatype = term.datatype.value
    if datatype == f"{_XSD}boolean":
        return term.value in {"true", "1"}
    number = _NUMBERS.get(datatype)
    return term.value if number is None else number(term.value)


def _not_sparql(said: str) -> QueryError:
    where = _WHERE.search(said)
    if where is None:
        return QueryError(say(f"no es SPARQL: {said}", f"this is no SPARQL: {said}"))
    row, column, expected = where.groups()
    return QueryError(
        say(
            f"no es SPARQL, en el renglón {row}, columna {column}: {expected}",
            f"this is no SPARQL, at row {row}, column {column}: {expected}",
        ),
        hint=say(
            "`grafo sparql` lista ejemplos; los prefijos ya están dados.",
            "`grafo sparql` lists examples; the prefixes are given already.",
        ),
    )
