"""Values for a question's parameters: checked, converted, and names turned into ids."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any

from grafo.errors import UsageError
from grafo.language import say
from grafo.questions.header import Parameter, Question, Scalar
from grafo.store import Store
from grafo.text import fold

_TRUE = frozenset({"true", "1", "yes", "si", "sí"})
_FALSE = frozenset({"false", "0", "no"})


def bind_parameters(
    question: Question, given: Mapping[str, Any], store: Store
) -> dict[str, Scalar | None]:
    """Return a value for every parameter of a question, defaults where nothing is given.

    Raises:
        UsageError: a parameter is unknown, missing, of the wrong type, or outside its values;
            or a government's name is unknown or stands for several.
    """
    for name in given:
        if name not in question.params:
            known = ", ".join(question.params) or say("ninguno", "none")
            raise UsageError(
                say(
                    f"{question.name} no tiene un parámetro {name!r}; tiene: {known}",
                    f"{question.name} has no parameter {name!r}; it has: {known}",
                )
            )
    bound: dict[str, Scalar | None] = {}
    for name, parameter in question.params.items():
        value = given.get(name)
        if value is None:
            if parameter.required:
                raise UsageError(
                    say(
                        f"{question.name} necesita el parámetro {name!r}: {parameter.about.es}",
                        f"{question.name} needs the parameter {name!r}: {parameter.about.en}",
                    ),
                    hint=f"-p {name}=…",
                )
            bound[name] = parameter.default
            continue
        bound[name] = _convert(name, parameter, value)
        if parameter.type == "government":
            bound[name] = government_id(store, str(value))
    return bound


def _convert(name: str, parameter: Parameter, value: Any) -> Scalar:
    text = str(value).strip()
    converted: Scalar = text
    try:
        if parameter.type == "integer":
            converted = int(text)
        elif parameter.type == "float":
            converted = float(text)
        elif parameter.type == "boolean":
            if text.casefold() not in _TRUE | _FALSE:
                raise ValueError(text)
            converted = text.casefold() in _TRUE
    except ValueError:
        raise UsageError(
            say(
                f"el parámetro {name!r} es {text!r}, no {parameter.type}",
                f"parameter {name!r} is {text!r}, not {parameter.type}",
            )
        ) from None
    if parameter.values is not None and converted not in parameter.values:
        allowed = ", ".join(map(str, parameter.values))
        raise UsageError(
            say(
                f"el parámetro {name!r} es {text!r}; se admite: {allowed}",
                f"parameter {name!r} is {text!r}; allowed: {allowed}",
            )
        )
    if isinstance(converted, int | float) and not isinstance(converted, bool):
        low, high = parameter.min, parameter.max
        # Written so that NaN, which compares false with everything, is refused too.
        if not ((low is None or converted >= low) and (high is None or converted <= high)):
            raise UsageError(
                say(
                    f"el parámetro {name!r} es {text}; se admite de {low} a {high}",
                    f"parameter {name!r} is {text}; allowed: {low} to {high}",
                )
            )
    return converted


def government_id(store: Store, wanted: str) -> str:
    """Return the id of a government given by id or name, or as "name, country" for a homonym.

    Case and accents do not matter; the country is an ISO 3166-1 alpha-2 code.

    Raises:
        UsageError: no government has that name (the nearest are given), or several do (they
            are listed with their ids).
    """
    rows = store.rows(
        "MATCH (g:Government) RETURN g.id AS id, g.name AS name, g.name_es AS es, "
        "g.name_en AS en, g.level AS level, g.country AS country"
    )
    names: dict[str, dict[str, str]] = {}
    for row in rows:
        if row["id"] == wanted:
            return wanted
        for name in {row["name"], row["es"], row["en"]} - {None}:
            label = f"{row['id']} ({row['name']}, {row['level']}, {row['country']})"
            names.setdefault(fold(name), {})[row["id"]] = label
            names.setdefault(fold(f"{name} {row['country']}"), {})[row["id"]] = label
    found = names.get(fold(wanted), {})
    if len(found) == 1:
        return next(iter(found))
    if found:
        raise UsageError(
            say(
                f"{wanted!r} nombra {len(found)} gobiernos; dé una clave o «nombre, PAÍS»",
                f"{wanted!r} names {len(found)} governments; give an id or “name, COUNTRY”",
            ),
            hint="\n".join(sorted(found.values())[:20]),
        )
    near = difflib.get_close_matches(fold(wanted), names, n=5, cutoff=0.6)
    nearest = sorted(label for name in near for label in names[name].values())[:5]
    raise UsageError(
        say(
            f"no hay un gobierno {wanted!r} en el grafo",
            f"no government named {wanted!r} in the graph",
        ),
        hint=say("¿Será: ", "Did you mean: ") + "; ".join(nearest)
        if nearest
        else say("¿Ya se cargó su fuente?", "Is its source loaded?"),
    )
