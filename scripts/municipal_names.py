"""Other names of a Mexican municipality that follow from its name and that of its seat.

Registers write Acapulco for Acapulco de Juárez, Cancún for Benito Juárez, Guaymas for Heroica
Guaymas. What follows from a rule is derived here; what does not is kept in
`kept/governments_mx.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_HONORIFIC = re.compile(
    r"^(?:Tres Veces )?Her[oó]ic[ao] (?:Ciudad de |Ciudad |Villa de )?", re.IGNORECASE
)
_SHORT = re.compile(r"^(?P<head>.+?) de (?:(?:los|las|la) )?[A-ZÁÉÍÓÚÑ0-9].*$")

# First halves that name a kind of place, a saint or a half-phrase rather than this place: "Villa"
# is no short form of Villa de Reyes, nor "San Juan" of San Juan de los Lagos.
_GENERIC = frozenset(
    "asunción bahía barrio benemérito boca cañada cañón casas castillo cerro ciudad ciénega "
    "concepción cuna fortín general guadalupe honduras ignacio isla joaquín laguna lagunas llano "
    "lo magdalena marqués martínez mártir mártires mesa mineral natividad nombre noria nuevo ojo "
    "paso playa playas pueblo puente puerto real reforma rincón salto san santa santiago santo "
    "santos sitio trinidad unión valle vega villa".split()
)
_SAINTS = ("San", "Santa", "Santo", "Trinidad")


def common_name(official: str) -> str:
    """Return the name without the honours that decrees put before it and without a stray stop."""
    return _HONORIFIC.sub("", official).rstrip(".")


def seat_spellings(seat: str) -> Iterator[str]:
    """Yield the spellings of a seat: as catalogued, without honours or brackets, with `Cd.`."""
    plain = re.sub(r"\s*\(.*\)$", "", seat)
    for name in (plain, common_name(plain)):
        if name:
            yield name
        if name.startswith("Ciudad "):
            yield name.replace("Ciudad", "Cd.", 1)


def short_form(name: str) -> str:
    """Return "Acapulco" for "Acapulco de Juárez", or "" where the first half says too little."""
    found = _SHORT.match(name)
    if not found:
        return ""
    head: str = found["head"]
    words = head.split()
    if words[0] in _SAINTS and len(words) == 2:
        return ""
    return "" if {words[-1].casefold(), head.casefold()} & _GENERIC else head
