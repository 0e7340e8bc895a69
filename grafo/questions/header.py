"""The header of a `.cypher` file: what the question is, its parameters and its columns."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from grafo.errors import InputError, Location
from grafo.model import Bilingual

Scalar = str | int | float | bool


class Parameter(BaseModel):
    """A parameter of a question. Without a default it must be given.

    `government` takes an id or a name and becomes the id.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    type: Literal["text", "integer", "float", "boolean", "government"]
    about: Bilingual
    default: Scalar | None = None
    required: bool = False
    values: list[Scalar] | None = None
    min: float | None = None
    max: float | None = None

    @model_validator(mode="after")
    def _default_or_required(self) -> Self:
        if self.required and self.default is not None:
            raise ValueError("a parameter with a default is not required")
        return self


class Question(BaseModel):
    """One question: its words, its parameters, its columns and its Cypher."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: Bilingual
    params: dict[str, Parameter] = {}
    columns: dict[str, Bilingual]
    denominator: Bilingual | None = None
    cypher: str


def parse_question(path: Path) -> Question:
    """Read a question from its file.

    Raises:
        InputError: the header is missing or not sound; the message names file and key.
    """
    at = Location(path.name)
    lines = path.read_text(encoding="utf-8").splitlines()
    header = []
    for line in lines:
        if not line.startswith("//"):
            break
        header.append(line.removeprefix("//").removeprefix(" "))
    try:
        raw: Any = yaml.safe_load("\n".join(header))
    except yaml.YAMLError as error:
        raise InputError(f"has a header that is not YAML: {error}", at=at) from None
    if not isinstance(raw, dict):
        raise InputError("has no header", at=at, hint="CONTRIBUTING.md shows one.")
    raw["cypher"] = "\n".join(lines[len(header) :]).strip()
    try:
        question = Question.model_validate(raw)
    except ValidationError as error:
        faults = "; ".join(
            f"key {'.'.join(map(str, e['loc']))!r}: {e['msg']}" for e in error.errors()
        )
        raise InputError(faults, at=at) from None
    if question.name != path.stem:
        raise InputError(f"names itself {question.name!r}, not like its file", at=at)
    return question
