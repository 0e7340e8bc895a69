"""The vocabularies that RDF is written in, as data: `vocabulary.yml` and `authorities.yml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

from grafo.model import Bilingual

# The prefix of grafo's own terms; its namespace follows from the base IRI.
OWN = "grafo"


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class OwnTerm(_Data):
    """A class or property of grafo's own. What is not given follows from `model.yml`."""

    label: Bilingual | None = None
    about: Bilingual | None = None
    parents: list[str] = []
    domain: str | None = None
    range: str | None = None
    symmetric: bool = False
    min: int = 0


class Context(_Data):
    """How predicates are written in JSON-LD."""

    things: list[str]
    texts: list[str]
    typed: dict[str, str]
    plain: list[str]


class Vocabulary(_Data):
    """Prefixes, what values and levels are in RDF, grafo's own terms, and the JSON-LD context."""

    prefixes: dict[str, str]
    values: dict[str, dict[str, str]]
    territories: dict[str, str]
    version: str
    title: Bilingual
    about: Bilingual
    classes: dict[str, OwnTerm]
    properties: dict[str, OwnTerm]
    definitions: dict[str, dict[str, Bilingual]]
    context: Context


class Named(_Data):
    """A thing of others: its IRI and what it is called."""

    iri: str
    label: Bilingual


class Authorities(_Data):
    """Concepts and licences of others, by their codes."""

    sdg: dict[int, Bilingual]
    eu_themes: dict[str, Bilingual]
    schemes: dict[str, Named]
    licences: dict[str, Named] = Field(default_factory=dict)


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabularies; read once."""
    return Vocabulary.model_validate(_read("vocabulary.yml"))


@cache
def authorities() -> Authorities:
    """Return the terms and licences of others; read once."""
    return Authorities.model_validate(_read("authorities.yml"))


def _read(name: str) -> Any:
    return yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))
