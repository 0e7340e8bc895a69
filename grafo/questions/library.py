"""The library of questions: every `.cypher` file in `queries/`, found by itself."""

from __future__ import annotations

from grafo.bundled import bundled
from grafo.errors import UsageError, nearest
from grafo.language import say
from grafo.questions.header import Question, parse_question


def questions() -> list[Question]:
    """Return all questions, sorted by name."""
    return [parse_question(path) for path in sorted(bundled("queries").glob("*.cypher"))]


def find_question(name: str) -> Question:
    """Return a question by its name.

    Raises:
        UsageError: there is none; the message gives the nearest names.
    """
    path = bundled("queries") / f"{name}.cypher"
    if name.isidentifier() and path.is_file():
        return parse_question(path)
    names = [p.stem for p in bundled("queries").glob("*.cypher")]
    raise UsageError(
        say(f"no hay una pregunta {name!r}", f"no question named {name!r}") + nearest(name, names),
        hint=say("`grafo query list` las enlista.", "`grafo query list` lists them."),
    )
