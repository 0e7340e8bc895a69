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
from grafo.language import say

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
            say(
                f"{where} aquí sólo admite lecturas ({code.rpartition('.')[2]})",
                f"{where} only takes reads here ({code.rpartition('.')[2]})",
            ),
            hint=say(
                "Use la dirección del clúster con neo4j://, para que lo escrito llegue a su líder.",
                "Use the address of the cluster with neo4j:// so that writes reach its leader.",
            ),
        )
    if code == "Neo.ClientError.Database.DatabaseNotFound":
        return StoreError(
            say(f"{where}: esa base de datos no existe", f"{where}: there is no such database"),
            hint=say(
                "Ponga en NEO4J_DATABASE una que exista; en la Community Edition es neo4j.",
                "Set NEO4J_DATABASE to one that exists; on Community Edition it is neo4j.",
            ),
        )
    if isinstance(error, ServiceUnavailable | SessionExpired | OSError):
        return _unreachable(error, where)
    return StoreError(f"{where}: {_detail(error, code)}")


def _detail(error: Exception, code: str) -> str:
    if isinstance(error, ConstraintError):
        broken = say("se violó una restricción de unicidad", "a uniqueness constraint was broken")
        return f"{broken}: {said(error)}"
    if isinstance(error, ConfigurationError):
        unfit = say("la conexión está mal configurada", "the connection settings do not work")
        return f"{unfit}: {said(error)}"
    return f"{said(error)} ({code})" if code else said(error)


def question_error(error: Exception, where: str, seconds: float) -> GrafoError:  # noqa: PLR0911 - one for each kind of failure
    """Return the error for what the driver raised while a question was asked."""
    code = getattr(error, "code", None) or ""
    if isinstance(error, BrokenRecordError):
        return QueryError(
            say(
                "La respuesta tiene un valor que Python no admite, como un año fuera de 1 a 9999",
                "The answer holds a value that Python has not, such as a year beyond 1 to 9999",
            ),
            hint=say("Devuélvalo como texto: toString(…)", "Return it as text: toString(…)"),
        )
    if code in _TIMED_OUT or code.endswith(("Transaction.Terminated", "LockClientStopped")):
        return too_slow(seconds)
    if any(word in code for word in _MEMORY) or any(word in said(error) for word in _MEMORY_WORDS):
        return _too_large(said(error))
    if code == "Neo.ClientError.Statement.AccessMode" or code.endswith("Security.Forbidden"):
        return QueryError(
            say(
                f"Una pregunta sólo lee; la base de datos rechazó ésta: {said(error)}",
                f"A question only reads; the database refused this one: {said(error)}",
            )
        )
    if code.startswith(("Neo.ClientError.Statement.", "Neo.ClientError.Procedure.")):
        return QueryError(said(error))
    if code.startswith("Neo.DatabaseError."):
        return QueryError(
            say(
                f"La base de datos no pudo responder: {said(error)}",
                f"The database could not answer: {said(error)}",
            )
        )
    return store_error(error, where)


def _too_large(detail: str) -> QueryError:
    return QueryError(
        say(
            f"La pregunta necesita más memoria de la que la base de datos permite: {detail}",
            f"The question needs more memory than the database allows: {detail}",
        ),
        hint=say(
            "Pida menos: agregue antes, ponga un LIMIT o acote la longitud de los caminos.",
            "Ask for less: aggregate earlier, add a LIMIT, or bound the path lengths.",
        ),
    )


def too_slow(seconds: float) -> QueryError:
    """Return the error of a question that was stopped at its time limit."""
    return QueryError(
        say(
            f"La pregunta tardó más de {seconds:g} s y se detuvo",
            f"The question took longer than {seconds:g} s and was stopped",
        ),
        hint=say(
            "Ponga condiciones o un LIMIT, o acote la longitud de los caminos ([:TIPO*..3]).",
            "Add conditions or a LIMIT, or bound the path lengths ([:TYPE*..3]).",
        ),
    )


def said(error: Exception) -> str:
    """Return what an error says, in one line, at most 500 characters."""
    text = getattr(error, "message", None) or str(error) or type(error).__name__
    first = " ".join(line.strip() for line in str(text).splitlines() if line.strip(" \t^"))
    return first[:500]


def _not_admitted(error: Exception, code: str, where: str) -> StoreError:
    if code.endswith("AuthenticationRateLimit"):
        return StoreError(
            say(
                f"{where} no admite entradas por un rato, tras varias contraseñas equivocadas",
                f"{where} refuses to log in for a while after several wrong passwords",
            ),
            hint=say(
                "Espere unos segundos y revise NEO4J_USERNAME y NEO4J_PASSWORD.",
                "Wait a few seconds, then check NEO4J_USERNAME and NEO4J_PASSWORD.",
            ),
        )
    if code.endswith("CredentialsExpired"):
        return StoreError(
            say(
                f"{where} pide que se cambie la primera contraseña",
                f"{where} wants the first password to be changed",
            ),
            hint=say(
                "ALTER CURRENT USER SET PASSWORD FROM … TO …, en su navegador o en cypher-shell.",
                "ALTER CURRENT USER SET PASSWORD FROM … TO …, in its browser or cypher-shell.",
            ),
        )
    if code.endswith(("Forbidden", "AuthorizationExpired")):
        return StoreError(
            say(
                f"{where}: el usuario no tiene permiso para esto: {said(error)}",
                f"{where}: the user may not do this: {said(error)}",
            )
        )
    return StoreError(
        say(
            f"{where} rechazó el usuario o la contraseña",
            f"{where} refused the user name or password",
        ),
        hint=say(
            "Revise NEO4J_USERNAME y NEO4J_PASSWORD.", "Check NEO4J_USERNAME and NEO4J_PASSWORD."
        ),
    )


def _unreachable(error: Exception, where: str) -> StoreError:
    text = said(error)
    chain = f"{text} {error.__cause__!r}"
    if "ssl" in chain.lower() or "certificate" in chain.lower():
        hint = say(
            "Un servidor sin TLS se abre con bolt:// o neo4j://; uno con certificado propio, con "
            "bolt+ssc://",
            "A server without TLS takes bolt:// or neo4j://; a self-signed one takes bolt+ssc://",
        )
    elif any(word in chain for word in _NOT_BOLT):
        hint = say(
            "Este puerto no habla Bolt, o sólo versiones anteriores a Neo4j 4.4."
            " El puerto usual de Bolt es 7687; 7474 es el del navegador.",
            "This port does not speak Bolt, or only versions from before Neo4j 4.4."
            " Bolt's usual port is 7687; 7474 is the browser's.",
        )
    else:
        hint = say(
            "¿Está encendido y NEO4J_URI es correcta? Lo ya guardado se conserva; repita la orden.",
            "Is it running, and is NEO4J_URI right? What was committed is kept; run this again.",
        )
    message = say(f"{where} no responde: {text}", f"{where} cannot be reached: {text}")
    return StoreError(message, hint=hint)
