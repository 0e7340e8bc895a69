"""The driver's many errors as the project's few, each with what to do next.

No message carries a password: those are built from the server's code and text, and from
where the store is, never from the credentials.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from neo4j.exceptions import (
    AuthError,
    BrokenRecordError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from grafo.errors import GrafoError, QueryError, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

_READ_ONLY_SERVER = (
    "Neo.ClientError.Cluster.NotALeader",
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase",
)
_TIMED_OUT = (
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
)
_MEMORY = ("MemoryPoolOutOfMemoryError", "OutOfMemory", "TransactionOutOfMemory")
# The embedded engine tells its own limits by these words only.
_MEMORY_WORDS = ("queryMaxHeap", "in-heap", "QueryHeapBudget", "queryMaxRangeSize")
_NOT_BOLT = ("HTTP", "BoltProtocolError", "handshake")


@contextmanager
def store_failures(where: str) -> Iterator[None]:
    """Turn the driver's errors inside the block into StoreError."""
    try:
        yield
    except (Neo4jError, DriverError, OSError) as error:
        raise store_error(error, where) from error


def store_error(error: Exception, where: str) -> GrafoError:
    """Return the StoreError for what the driver raised while the product used the store."""
    code = getattr(error, "code", None) or ""
    if isinstance(error, AuthError) or code.startswith("Neo.ClientError.Security."):
        return _not_admitted(error, code, where)
    if code in _READ_ONLY_SERVER:
        return StoreError(
            f"{where} only takes reads here ({code.rpartition('.')[2]})",
            hint="Use the address of the cluster with neo4j:// so that writes reach its leader.",
        )
    if code == "Neo.ClientError.Database.DatabaseNotFound":
        return StoreError(
            f"{where}: there is no such database",
            hint="Set NEO4J_DATABASE to one that exists; on Community Edition it is neo4j.",
        )
    if isinstance(error, ServiceUnavailable | SessionExpired | OSError):
        return _unreachable(error, where)
    detail = said(error)
    if isinstance(error, ConstraintError):
        detail = f"a uniqueness constraint was broken: {detail}"
    elif isinstance(error, ConfigurationError):
        detail = f"the connection settings do not work: {detail}"
    elif code:
        detail = f"{detail} ({code})"
    return StoreError(f"{where}: {detail}")


def question_error(error: Exception, where: str, seconds: float) -> GrafoError:  # noqa: PLR0911 - one for each kind of failure
    """Return the error for what the driver raised while a question was asked."""
    code = getattr(error, "code", None) or ""
    if isinstance(error, BrokenRecordError):
        return QueryError(
            "The answer holds a value that Python has not, such as a year beyond 1 to 9999",
            hint="Return it as text: toString(…)",
        )
    if code in _TIMED_OUT or code.endswith(("Transaction.Terminated", "LockClientStopped")):
        return too_slow(seconds)
    if any(word in code for word in _MEMORY) or any(word in said(error) for word in _MEMORY_WORDS):
        return QueryError(
            f"The question needs more memory than the database allows: {said(error)}",
            hint="Ask for less: aggregate earlier, add a LIMIT, or bound the path lengths.",
        )
    if code == "Neo.ClientError.Statement.AccessMode" or code.endswith("Security.Forbidden"):
        return QueryError(f"A question only reads; the database refused this one: {said(error)}")
    if code.startswith(("Neo.ClientError.Statement.", "Neo.ClientError.Procedure.")):
        return QueryError(said(error))
    if code.startswith("Neo.DatabaseError."):
        return QueryError(f"The database could not answer: {said(error)}")
    return store_error(error, where)


def too_slow(seconds: float) -> QueryError:
    """Return the error of a question that was stopped at its time limit."""
    return QueryError(
        f"The question took longer than {seconds:g} s and was stopped",
        hint="Add conditions or a LIMIT, or bound the path lengths ([:TYPE*..3]).",
    )


def said(error: Exception) -> str:
    """Return what an error says, in one line, at most 500 characters."""
    text = getattr(error, "message", None) or str(error) or type(error).__name__
    first = " ".join(line.strip() for line in str(text).splitlines() if line.strip(" \t^"))
    return first[:500]


def _not_admitted(error: Exception, code: str, where: str) -> StoreError:
    if code.endswith("AuthenticationRateLimit"):
        return StoreError(
            f"{where} refuses to log in for a while after several wrong passwords",
            hint="Wait a few seconds, then check NEO4J_USERNAME and NEO4J_PASSWORD.",
        )
    if code.endswith("CredentialsExpired"):
        return StoreError(
            f"{where} wants the first password to be changed",
            hint="ALTER CURRENT USER SET PASSWORD FROM … TO …, in its browser or cypher-shell.",
        )
    if code.endswith(("Forbidden", "AuthorizationExpired")):
        return StoreError(f"{where}: the user may not do this: {said(error)}")
    return StoreError(
        f"{where} refused the user name or password",
        hint="Check NEO4J_USERNAME and NEO4J_PASSWORD.",
    )


def _unreachable(error: Exception, where: str) -> StoreError:
    text = said(error)
    chain = f"{text} {error.__cause__!r}"
    if "ssl" in chain.lower() or "certificate" in chain.lower():
        hint = "A server without TLS takes bolt:// or neo4j://; a self-signed one takes bolt+ssc://"
    elif any(word in chain for word in _NOT_BOLT):
        hint = (
            "This port does not speak Bolt, or only versions from before Neo4j 4.4."
            " Bolt's usual port is 7687; 7474 is the browser's."
        )
    else:
        hint = "Is it running, and is NEO4J_URI right? What was committed is kept; run this again."
    return StoreError(f"{where} cannot be reached: {text}", hint=hint)
