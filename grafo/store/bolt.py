"""A store reached over Bolt with the official driver: writing, reading, and asking."""

from __future__ import annotations

import logging
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self, TypeVar

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from grafo.errors import GrafoError, QueryError, UsageError
from grafo.language import say
from grafo.store.answers import Answer, plain
from grafo.store.failures import question_error, store_error, store_failures, too_slow
from grafo.store.guard import Engine, check_read_only
from grafo.store.returned import returned_columns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import TracebackType


T = TypeVar("T")

MAX_ROWS = 1_000_000
_CONNECT_SECONDS = 8.0
# Records asked for at a time: a load reads tens of thousands, and each round trip costs.
_FETCH_SIZE = 10_000

# The driver warns about each retry; without a handler Python prints that on stderr.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


def open_driver(uri: str, username: str, password: str, *, retry_seconds: float) -> neo4j.Driver:
    """Return a driver set as the product needs it: quiet, and bounded in every wait.

    Raises:
        StoreError: the URI or the TLS settings do not work.
    """
    with store_failures(uri):
        return neo4j.GraphDatabase.driver(
            uri,
            auth=(username, password),
            connection_timeout=_CONNECT_SECONDS,
            connection_acquisition_timeout=_CONNECT_SECONDS + 2,
            max_transaction_retry_time=retry_seconds,
            notifications_min_severity="OFF",
            user_agent="grafo",
        )


class Store:
    """A graph store. Use it as a context manager, or call `close`.

    Attributes:
        engine: `neo4j` or `embedded`.
        version: the server's version.
    """

    engine: Engine

    def __init__(self, driver: neo4j.Driver, database: str, *, version: str) -> None:
        self.version = version
        self._driver = driver
        self._database = database

    @property
    def where(self) -> str:
        """Which store this is, in words for people; holds no secret."""
        raise NotImplementedError

    def write(self, work: Callable[[neo4j.ManagedTransaction], T]) -> T:
        """Run `work` in a transaction, again after a transient failure, and return its result.

        `work` may run several times and must be the same each time (MERGE, no counters).

        Raises:
            StoreError: the store is away, refuses, or kept failing for a minute.
        """
        with self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(work)

    def rows(
        self, cypher: str, parameters: Mapping[str, Any] | None = None
    ) -> list[dict[str, Any]]:
        """Return the rows of one of the product's own reading queries, as plain values.

        Raises:
            StoreError: the store is away or refuses.
        """

        def read(tx: neo4j.ManagedTransaction) -> list[dict[str, Any]]:
            return [_plain_row(row) for row in tx.run(cypher, dict(parameters or {}))]

        with self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(read)

    def stream(
        self, cypher: str, parameters: Mapping[str, Any] | None = None
    ) -> Iterator[dict[str, Any]]:
        """Yield the same rows one by one, without holding them all; not retried.

        Raises:
            StoreError: the store is away or refuses.
        """
        with self._session(neo4j.READ_ACCESS) as session:
            for row in session.run(cypher, dict(parameters or {})):
                yield _plain_row(row)

    def command(self, cypher: str) -> None:
        """Run a schema statement in a transaction of its own.

        Raises:
            StoreError: the store is away or refuses.
        """
        with self._session(neo4j.WRITE_ACCESS) as session:
            session.run(cypher).consume()

    def ask(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        max_rows: int,
        seconds: float,
    ) -> Answer:
        """Answer a question that nobody vouches for: it can read the graph and nothing else.

        Args:
            max_rows: how many rows to return, 1 to 1,000,000; `Answer.cut` says if there were more.
            seconds: how long the question may run.

        Raises:
            QueryError: it writes, calls what it may not, has an error, would be answered
                wrongly by this engine, takes too long or needs too much memory.
            StoreError: the store is away.
            UsageError: `max_rows` or `seconds` is outside its values.
        """
        if not 1 <= max_rows <= MAX_ROWS:
            raise UsageError(
                say(
                    f"max_rows es {max_rows}; puede ser de 1 a {MAX_ROWS:,}",
                    f"max_rows is {max_rows}; it can be 1 to {MAX_ROWS:,}",
                )
            )
        if not 0 < seconds <= threading.TIMEOUT_MAX:
            raise UsageError(
                say(
                    f"seconds es {seconds}; debe ser mayor que 0",
                    f"seconds is {seconds}; it must be more than 0",
                )
            )
        tokens = check_read_only(cypher, self.engine)
        answer = self._answer(cypher, dict(parameters or {}), max_rows, seconds)
        if answer.columns or not (columns := returned_columns(cypher, tokens)):
            return answer
        # The embedded engine names no columns when there are no rows.
        return Answer(columns, answer.rows, answer.cut, answer.seconds)

    def close(self) -> None:
        """Close the connection. Closing twice does nothing."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _session(self, access: str) -> Iterator[neo4j.Session]:
        """Open a session; the driver's errors inside it become StoreError."""
        self._make_ready()
        try:
            with self._driver.session(
                database=self._database, default_access_mode=access, fetch_size=_FETCH_SIZE
            ) as session:
                yield session
        except (Neo4jError, DriverError, OSError) as error:
            raise self._explained(store_error(error, self.where), error) from error

    def _answer(
        self, cypher: str, parameters: dict[str, Any], max_rows: int, seconds: float
    ) -> Answer:
        """Ask without the guard: the engine's own refusal is the only wall here."""
        self._make_ready()
        start = time.monotonic()
        try:
            with self._stopwatch(seconds) as late:
                columns, rows = self._fetch(cypher, parameters, max_rows + 1, seconds)
        except (Neo4jError, DriverError, OSError) as error:
            if late.is_set():
                raise too_slow(seconds) from error
            raise self._explained(question_error(error, self.where, seconds), error) from error
        except (TypeError, ValueError, OverflowError) as error:
            raise QueryError(
                say(
                    f"Hay un valor que no se puede enviar o leer: {error}",
                    f"A value cannot be sent or read: {error}",
                )
            ) from error
        if late.is_set():
            raise too_slow(seconds)  # it came all the same, but after its time
        took = time.monotonic() - start
        return Answer(columns, rows[:max_rows], len(rows) > max_rows, took)

    def _fetch(
        self, cypher: str, parameters: dict[str, Any], limit: int, seconds: float
    ) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
        session = self._question_driver().session(
            database=self._database,
            default_access_mode=neo4j.READ_ACCESS,
            fetch_size=min(limit, 1000),
        )
        interrupted = False
        try:
            # Rolled back at the end, always: a question leaves nothing behind.
            with session, session.begin_transaction(timeout=seconds) as tx:
                try:
                    result = tx.run(cypher, parameters)
                    rows = [tuple(map(plain, row.values())) for row in result.fetch(limit)]
                except KeyboardInterrupt:
                    interrupted = True
                    self._stop_question()  # or the rollback would wait for its end
                    raise
                return tuple(result.keys()), rows
        except (Neo4jError, DriverError):
            if interrupted:  # how the stopped question ended matters no more
                raise KeyboardInterrupt from None
            raise

    @contextmanager
    def _stopwatch(self, seconds: float) -> Iterator[threading.Event]:
        """Stop the question when its time is over; the event says that this happened."""
        late = threading.Event()

        def stop() -> None:
            late.set()
            self._stop_question()

        timer = threading.Timer(seconds + self._patience(), stop)
        timer.daemon = True
        timer.start()
        try:
            yield late
        finally:
            timer.cancel()
            timer.join()  # so that it cannot stop the question after this one

    def _make_ready(self) -> None:
        """Do what must be done before the store is used."""

    def _explained(self, error: GrafoError, cause: Exception) -> GrafoError:  # noqa: ARG002
        """Return the error, or a better one from what this kind of store knows."""
        return error

    def _question_driver(self) -> neo4j.Driver:
        """Return the driver whose user asks questions."""
        raise NotImplementedError

    def _patience(self) -> float:
        """Return the seconds to wait after the time limit before `_stop_question`."""
        raise NotImplementedError

    def _stop_question(self) -> None:
        """End the running question from another thread."""
        raise NotImplementedError


def _plain_row(row: neo4j.Record) -> dict[str, Any]:
    return {key: plain(value) for key, value in zip(row.keys(), row.values(), strict=True)}
