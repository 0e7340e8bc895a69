"""Why a name was matched, left open or not found, as a sentence in Spanish or English."""

from __future__ import annotations

from collections.abc import Iterable

from grafo.places.place import NO_COUNTRY, Candidate, Match

# A code, cut at its colons from the right until it is found here; what was cut off fills {0}
# and, for codes with two values, {1}.
_REASONS: dict[str, tuple[str, str]] = {
    "id:stated": ("la fuente da su clave", "the source gives its id"),
    "id:unknown": ("la clave {0} no existe", "there is no id {0}"),
    "decision": ("así se decidió en la revisión ({0})", "so decided in the review ({0})"),
    "decision-at": ("{0}", "{0}"),
    "name:exact": ("el nombre es el suyo", "the name is its own"),
    "name:alias": ("es otro de sus nombres", "it is another of its names"),
    "name:alternate": ("es un nombre alterno suyo", "it is an alternate name of it"),
    "name:only-one": ("ninguno otro se llama así", "no other is called so"),
    "name:not-found": ("ningún lugar conocido se llama así", "no known place is called so"),
    "name:like": ("su nombre se parece", "its name is alike"),
    "name:not-on-the-list": (
        "el país tiene una lista cerrada de gobiernos, y en ella nadie se llama así",
        "the country has a closed list of governments, and none on it is called so",
    ),
    "name:slip": ("parece un desliz por «{0}»", "it looks like a slip for “{0}”"),
    "name:one-edit": ("difiere en una letra de «{0}»", "it is one letter away from “{0}”"),
    "name:part-of-its-own": (
        "es un lugar pequeño y sólo una parte de su nombre",
        "it is a small place, and only a part of its name",
    ),
    "name:alternate-of-small": (
        "es un nombre alterno de un lugar pequeño, y puede ser de otro",
        "it is an alternate name of a small place, and may be another's",
    ),
    "name:part-of-several": (
        "es sólo una parte de su nombre, y la comparte con otros",
        "it is only a part of its name, which it shares with others",
    ),
    "name:small-by-other-letters": (
        "es un lugar pequeño que se escribe con otras letras",
        "it is a small place that is written with other letters",
    ),
    "name:other-letters": (
        "otro lugar se escribe justo con esas letras",
        "another place is written with just these letters",
    ),
    "name:little-known": (
        "es un lugar pequeño y puede haber otros del mismo nombre",
        "it is a small place, and there may be others of its name",
    ),
    "name:questioned": (
        "quien lo escribió lo puso en duda", "whoever wrote it put a question mark to it",
    ),
    "name:two-places": ("nombra dos lugares distintos", "it names two different places"),
    "name:of-the-country": (
        "es el nombre del país o territorio",
        "it is the name of the country or territory",
    ),
    "name:too-long": ("es demasiado largo para ser un nombre", "it is too long to be a name"),
    "name:empty": ("no contiene letras", "it holds no letters"),
    "unwrapped": ("sin las palabras «{0}»", "without the words “{0}”"),
    "country:same": ("está en el país indicado", "it is in the stated country"),
    "country:misspelt": ("el país está mal escrito", "the country is misspelt"),
    "country:territory": (
        "está en un territorio del país ({0})", "it is in a territory of the country ({0})",
    ),
    "country:not-stated": ("no se indica el país", "no country is stated"),
    "country:in-name": ("el nombre dice el país", "the name says the country"),
    "country:unrecognised": ("no se reconoce el país «{0}»", "no country is called “{0}”"),
    "country:several": (
        "«{0}» puede ser más de un país", "“{0}” may be more than one country",
    ),
    "country:former": (
        "está en lo que fue «{0}»", "it is in what was “{0}”",
    ),
    "country:other": (
        "es el nombre de un país, y la fuente indica otro país ({0})",
        "it is the name of a country, and the source states another country ({0})",
    ),
    "nation": ("es el gobierno del país", "it is the government of the country"),
    "nation:past": ("es un estado que ya no existe", "it is a state that is no more"),
    "nation:or-place": (
        "puede ser el gobierno del país o un lugar que se llama igual",
        "it may be the government of the country or a place called the same",
    ),
    "nation:or-division": (
        "puede ser el gobierno del país o el de una división que se llama igual",
        "it may be the government of the country or of a division called the same",
    ),
    "nation:both": ("nombra más de un país", "it names more than one country"),
    "nation:several": ("puede ser más de un país", "it may be more than one country"),
    "organization": (
        "es una organización internacional o una red", "it is an international body or a network",
    ),
    "organization:or-country": (
        "las siglas pueden ser de una organización o de un país",
        "the letters may stand for an organisation or for a country",
    ),
    "organization:or-place": (
        "puede ser una organización o un lugar que se llama igual",
        "it may be an organisation or a place called the same",
    ),
    "level": ("se pide el orden «{0}»", "the level asked for is “{0}”"),
    "level:town-over": (
        "sin más indicación, es la ciudad y no la división del mismo nombre ({0})",
        "without more, it is the city and not the division of that name ({0})",
    ),
    "level:division-over-towns": (
        "la división es mucho mayor que los pueblos de ese nombre",
        "the division is far larger than the towns of that name",
    ),
    "level:division-or-town": (
        "puede ser la división o un municipio de ese nombre",
        "it may be the division or a town of that name",
    ),
    "level:conflict": (
        "la columna pide «{0}» y el nombre dice «{1}»",
        "the column asks for “{0}” and the name says “{1}”",
    ),
    "parent": ("está en {0}", "it is in {0}"),
    "parent:unrecognised": ("no se reconoce «{0}»", "“{0}” is not recognised"),
    "parent:elsewhere": ("no está en {0}", "it is not in {0}"),
    "part-of": ("es parte de {0}, y no {0}", "it is a part of {0}, not {0} itself"),
    "also-called": ("también se llama {0}", "it is also called {0}"),
    "near": ("está a {1} de {0}", "it is {1} from {0}"),
    "coordinates": (
        "está a {0} de las coordenadas dadas", "it is {0} from the given coordinates",
    ),
    "same-place": ("{0} es el mismo lugar", "{0} is the same place"),
    "population": (
        "su población es {0} veces la del siguiente",
        "its population is {0} times that of the next",
    ),
    "namesakes": ("otros {0} se llaman igual", "{0} more are called the same"),
    "in": ("está en {0}", "it is in {0}"),
}  # fmt: skip
_OUTCOMES = {
    "matched": ("«{name}» es {place}", "“{name}” is {place}"),
    "ambiguous": ("«{name}» no se puede decidir", "“{name}” cannot be decided"),
    "unknown": ("«{name}» no se conoce", "“{name}” is not known"),
}
_LABELS = {
    "for": ("a favor", "for it"),
    "against": ("en contra", "against it"),
    "best": ("lo más probable es {0}", "the most likely is {0}"),
    "like": ("se parece a {0}", "it resembles {0}"),
    "names": ("nombra {0}", "it names {0}"),
}
# Where no candidate is the likeliest: they are all meant, or none of them.
_OF_SEVERAL = {"name:two-places": "names", "name:not-on-the-list": "like"}
_SHOWN = 3


def explain(match: Match, lang: str = "es") -> str:
    """Return the reasons of a match as a sentence, in Spanish ("es") or English (any other)."""
    spanish = lang == "es"
    place = _named(match.candidates[0]) if match.candidates else ""
    if match.place is not None:
        place = f"{match.place.name} ({match.place.id})"
    opening = _say(_OUTCOMES[match.outcome], spanish).format(name=match.query.name, place=place)
    parts = [opening]
    if match.outcome == "ambiguous" and match.candidates:
        label = next((_OF_SEVERAL[code] for code in match.against if code in _OF_SEVERAL), "best")
        shown = match.candidates[: 1 if label == "best" else _SHOWN]
        parts[0] += ": " + _say(_LABELS[label], spanish).format("; ".join(map(_named, shown)))
    if match.outcome == "unknown" and match.evidence:
        parts[0] += f": {_reasons(match.evidence, spanish)}"
    elif match.evidence:
        parts.append(f"{_say(_LABELS['for'], spanish)}: {_reasons(match.evidence, spanish)}")
    if match.against:
        parts.append(f"{_say(_LABELS['against'], spanish)}: {_reasons(match.against, spanish)}")
    if match.outcome == "unknown" and match.candidates:
        names = ", ".join(_named(each) for each in match.candidates[:_SHOWN])
        parts.append(_say(_LABELS["like"], spanish).format(names))
    return "; ".join(parts) + "."


def _reasons(codes: Iterable[str], spanish: bool) -> str:
    return ", ".join(_reason(code, spanish) for code in codes)


def _reason(code: str, spanish: bool) -> str:
    key, values = _normal(code)
    pair = _REASONS.get(key)
    if pair is None:
        return code
    text = _say(pair, spanish)
    for number, value in enumerate(values):
        text = text.replace(f"{{{number}}}", value)
    return text


def _normal(code: str) -> tuple[str, list[str]]:
    """Return the code's entry in the table, and its values."""
    if code.startswith("level:town-over-"):
        return "level:town-over", [code.removeprefix("level:town-over-")]
    if "-worded-" in code:
        return "level:conflict", code.removeprefix("level:").split("-worded-")
    pieces = code.split(":")
    for length in (len(pieces), 2, 1):
        key = ":".join(pieces[:length])
        if key in _REASONS:
            rest = pieces[length:]
            if key == "near" and len(rest) > 1:
                return key, [":".join(rest[:-1]), rest[-1]]
            return key, [":".join(rest).removesuffix("x-next")]
    return code, []


def _named(candidate: Candidate) -> str:
    where = (code.partition(":")[2] for code in candidate.evidence if code.startswith("in:"))
    country = () if candidate.place.country == NO_COUNTRY else (candidate.place.country,)
    return ", ".join((candidate.place.name, *where, *country))


def _say(pair: tuple[str, str], spanish: bool) -> str:
    return pair[0] if spanish else pair[1]
