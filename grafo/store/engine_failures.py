"""Why the embedded engine did not start or did not last, told from its last words."""

from __future__ import annotations

from grafo.errors import GrafoError, QueryError, StoreError
from grafo.language import say

# What the shell ends with when the program it was to start cannot run.
_CANNOT_RUN = (126, 127)


def ended(words: str) -> GrafoError:
    """Return the error for an engine that ended while it was asked something."""
    if "OutOfMemoryError" in words:
        return QueryError(
            say(
                "Al motor embebido se le acabó la memoria y se detuvo; sus datos están completos",
                "The embedded engine ran out of memory and was ended; its data is whole",
            ),
            hint=say(
                "Pida menos, o dele más: GRAFO_HEAP=2g",
                "Ask for less, or give it more: GRAFO_HEAP=2g",
            ),
        )
    return StoreError(
        say(
            f"El motor embebido terminó de forma inesperada:\n{words}",
            f"The embedded engine ended unexpectedly:\n{words}",
        ),
        hint=say(
            "Lo ya guardado se conserva; repita la misma orden para completarla.",
            "What was committed is kept; run the same command again to complete it.",
        ),
    )


def never_ready(where: str, words: str, seconds: float) -> StoreError:
    """Return the error for an engine that runs and does not answer within its time."""
    return StoreError(
        say(
            f"{where} no está listo después de {seconds:g} s:\n{words}",
            f"{where} is not ready after {seconds:g} s:\n{words}",
        ),
        hint=say(
            "¿Está muy ocupado el equipo? Inténtelo de nuevo.",
            "Is the machine very busy? Try again.",
        ),
    )


def never_started(where: str, words: str, code: int) -> StoreError:
    """Return the error for an engine that ended, with an exit code, before it was ready."""
    if code in _CANNOT_RUN:
        return StoreError(
            say(
                f"El Java de arcadedb-embedded no funciona en este equipo:\n{words}",
                f"The Java runtime of arcadedb-embedded does not run on this machine:\n{words}",
            ),
            hint=say(
                "Necesita Linux con glibc 2.34 o posterior (x86-64, arm64) o macOS."
                " En otros equipos, ponga en NEO4J_URI un servidor Neo4j.",
                "It needs Linux with glibc 2.34 or later (x86-64, arm64) or macOS."
                " Elsewhere, set NEO4J_URI to a Neo4j server.",
            ),
        )
    hint = say(
        "¿Está lleno el disco, o dañada la carpeta? Arriba está lo que dijo el motor.",
        "Is the disk full, or the folder damaged? What the engine said is above.",
    )
    if "heap" in words.lower():
        hint = say(
            "GRAFO_HEAP pide más memoria de la que este equipo da; pruebe GRAFO_HEAP=512m",
            "GRAFO_HEAP asks for more memory than this machine gives; try GRAFO_HEAP=512m",
        )
    message = say(
        f"{where} no arrancó (código de salida {code}):\n{words}",
        f"{where} did not start (exit code {code}):\n{words}",
    )
    return StoreError(message, hint=hint)
