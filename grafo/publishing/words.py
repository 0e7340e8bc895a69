"""What the pages call things: `words.yml`, and grafo's own terms from the ontology."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from grafo.exports.rdf.own_terms import own_properties
from grafo.model import Bilingual, load_model


class Words(BaseModel):
    """Names of kinds of things, of what is said of them, and of what points at them."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    kinds: dict[str, Bilingual]
    listed: dict[str, Bilingual]
    first: list[str]
    predicates: dict[str, Bilingual]
    inverse: dict[str, Bilingual]


@cache
def words() -> Words:
    """Return the words; read once."""
    text = Path(__file__).with_name("words.yml").read_text(encoding="utf-8")
    read = Words.model_validate(yaml.safe_load(text))
    own = {term.short: term.label for term in own_properties(load_model())}
    return read.model_copy(update={"predicates": {**own, **read.predicates}})
