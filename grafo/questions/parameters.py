"""Values for a question's parameters: checked, converted, and names turned into keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from grafo.dates import is_partial_date
from grafo.errors import UsageError
from grafo.language import say
from grafo.questions.header import Parameter, Scalar
from grafo.questions.names import country_code, government_id, theme_id
from grafo.store import Store

_TRUE = frozenset({"true", "1", "yes", "si", "sí"})
_FALSE = frozenset({"false", "0", "no"})


class Asked(Protocol):
    """What takes parameters by name: a question of the library, or an analysis."""

    @property
    def name(self) -> str: ...

    @property
    def params(self) -> Mapping[str, Parameter]: ...


def bind_parameters(
    question: Asked, given: Mapping[str, Any], store: Store
) -> dict[str, Scalar | None]:
    """Return a value for every parameter of a question, defaults where nothing is given.

    Raises:
        UsageError: a parameter is unknown, missing, of the wrong type, or outside its values;
            or the name of a government, country or theme is unknown or stands for several.
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
        text = "" if value is None else str(value).strip()
        if parameter.required and not text:
            raise UsageError(
                say(
                    f"{question.name} necesita el parámetro {name!r}: {parameter.about.es}",
                    f"{question.name} needs the parameter {name!r}: {parameter.about.en}",
                ),
                hint=f"-p {name}=…",
            )
        if value is None:
            bound[name] = parameter.default
        elif not text and parameter.may_be_empty:
            bound[name] = ""
        else:
            bound[name] = _value(name, parameter, text, store)
    return bound


def _value(name: str, parameter: Parameter, text: str, store: Store) -> Scalar:
    match parameter.type:
        case "government":
            return government_id(store, text, parameter.level, whole=parameter.whole)
        case "country":
            return country_code(store, text)
        case "theme":
            return theme_id(store, text)
    converted = _converted(name, parameter, text)
    if parameter.values is not None and converted not in parameter.values:
        allowed = ", ".join(str(value) or "''" for value in parameter.values)
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


def _converted(name: str, parameter: Parameter, text: str) -> Scalar:
    """Return `text` as the parameter's type."""
    conversions: dict[str, Callable[[str], Scalar]] = {
        "integer": int,
        "float": float,
        "boolean": _boolean,
        "date": _date,
    }
    try:
        return conversions.get(parameter.type, str)(text)
    except ValueError:
        wanted = {
            "integer": say("un número entero", "an integer"),
            "float": say("un número", "a number"),
            "boolean": say("sí o no", "yes or no"),
        }.get(
            parameter.type,
            say("una fecha (1995, 1995-05 o 1995-05-03)", "a date (1995, 1995-05 or 1995-05-03)"),
        )
        raise UsageError(
            say(
                f"el parámetro {name!r} es {text!r}, no {wanted}",
                f"parameter {name!r} is {text!r}, not {wanted}",
            )
        ) from None


def _boolean(text: str) -> bool:
    if text.casefold() not in _TRUE | _FALSE:
        raise ValueError(text)
    return text.casefold() in _TRUE


def _date(text: str) -> str:
    if not is_partial_date(text):
        raise ValueError(text)
    return text
