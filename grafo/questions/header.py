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

    `government`, `country` and `theme` take a key or a name and become the key; `level` keeps
    a government's homonyms of other levels out, and with `whole` the name of a state and of a
    municipality within it stands for the state. A `date` may stop at the year or the month.
    Where the default is empty or `optional` is set, an empty value is one: it asks for all.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    type: Literal["text", "integer", "float", "boolean", "date", "government", "country", "theme"]
    about: Bilingual
    default: Scalar | None = None
    required: bool = False
    optional: bool = False
    values: list[Scalar] | None = None
    min: float | None = None
    max: float | None = None
    level: str | None = None
    whole: bool = False

    @property
    def may_be_empty(self) -> bool:
        """Whether an empty value is one of the parameter's values."""
        return self.optional or self.default == ""

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if self.required and self.default is not None:
            raise ValueError("a parameter with a default is not required")
        if self.default is None or (self.default == "" and self.values is None):
            return self
        kinds: dict[str, type | tuple[type, ...]] = {
            "integer": int,
            "float": (int, float),
            "boolean": bool,
        }
        # YAML reads NO, Norway's code, as false.
        if not isinstance(self.default, kinds.get(self.type, str)):
            raise ValueError(f"the default is not {self.type}")
        if self.values is not None and self.default not in self.values:
            raise ValueError("the default is not one of the values")
        if isinstance(self.default, int | float) and not (
            (self.min is None or self.min <= self.default)
            and (self.max is None or self.default <= self.max)
        ):
            raise ValueError("the default is not from min to max")
        return self


class Question(BaseModel):
    """One question: its words, its parameters, its columns and its Cypher.

    `note` defines what the title leaves open; `denominator` says what a share is a share of.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: Bilingual
    params: dict[str, Parameter] = {}
    columns: dict[str, Bilingual]
    denominator: Bilingual | None = None
    note: Bilingual | None = None
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
