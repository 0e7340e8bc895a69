"""The examples in SPARQL: every `.rq` file in `sparql/`, each the twin of a question in Cypher."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from grafo.bundled import bundled
from grafo.errors import InputError, Location, UsageError, nearest
from grafo.language import say
from grafo.model import Bilingual


class SparqlExample(BaseModel):
    """An example. `twin` names the question of `queries/` that answers the same by default."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    title: Bilingual
    twin: str
    note: Bilingual | None = None
    sparql: str


def sparql_examples() -> list[SparqlExample]:
    """Return all examples, sorted by name."""
    return [_parsed(path) for path in sorted(bundled("sparql").glob("*.rq"))]


def find_sparql_example(name: str) -> SparqlExample:
    """Return an example by its name.

    Raises:
        UsageError: there is none; the message gives the nearest names.
    """
    known = {path.stem: path for path in sorted(bundled("sparql").glob("*.rq"))}
    if name in known:
        return _parsed(known[name])
    raise UsageError(
        say(f"no hay un ejemplo {name!r}", f"no example named {name!r}") + nearest(name, known),
        hint=say(f"Hay {', '.join(known)}.", f"There are {', '.join(known)}."),
    )


def _parsed(path: Path) -> SparqlExample:
    lines = path.read_text(encoding="utf-8").splitlines()
    count = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    header = "\n".join(line.removeprefix("#").removeprefix(" ") for line in lines[:count])
    try:
        said: Any = yaml.safe_load(header)
        body = "\n".join(lines[count:]).strip()
        return SparqlExample.model_validate({**said, "name": path.stem, "sparql": body})
    except (yaml.YAMLError, TypeError, ValidationError) as error:
        raise InputError(
            say(f"su encabezado no sirve: {error}", f"its header is not sound: {error}"),
            at=Location(path.name),
        ) from None
