"""How the synthetic register words its cells: the many spellings of a real one, all resolvable."""

from __future__ import annotations

import datetime as dt
import unicodedata

from seeded import Chance
from synthetic_parties import Agreement, Counterpart
from tables import Row

CAPITAL = "mx-09"
STATE_OF_MEXICO = "mx-15"
# The Federal District became Mexico City in January 2016; its delegations, boroughs in 2018.
_CITY_SINCE = 2016
_BOROUGHS_SINCE = 2018

_COUNTRY_SPELLINGS = {
    "US": ("Estados Unidos", "Estados Unidos de América", "EUA", "E.U.A.", "EE. UU.", "USA"),
    "CN": ("China", "República Popular China", "R.P. China", "China, República Popular"),
    "KR": ("Corea del Sur", "República de Corea"),
    "GB": ("Reino Unido", "Gran Bretaña"),
    "CZ": ("República Checa", "Chequia"),
    "NL": ("Países Bajos", "Holanda"),
    "RU": ("Rusia", "Federación de Rusia"),
    "DE": ("Alemania", "República Federal de Alemania"),
    "DO": ("República Dominicana", "Rep. Dominicana"),
    "NZ": ("Nueva Zelanda", "Nueva Zelandia"),
}
_STATE_SPELLINGS = {
    CAPITAL: ("Ciudad de México", "CDMX", "Distrito Federal", "D.F."),
    STATE_OF_MEXICO: ("México", "Estado de México", "Edo. de México"),
    "mx-05": ("Coahuila", "Coahuila de Zaragoza"),
    "mx-16": ("Michoacán", "Michoacán de Ocampo"),
    "mx-30": ("Veracruz", "Veracruz de Ignacio de la Llave"),
}
_KINDS = {
    True: ("Hermanamiento",) * 6 + ("Acuerdo de Hermanamiento", "HERMANAMIENTO", "hermanamiento"),
    False: ("Cooperación específica",) * 6
    + ("Cooperacion especifica", "COOPERACIÓN ESPECÍFICA", "Acuerdo de Cooperación Específica"),
}
# Kind of counterpart: article, and the word before its name.
_WORDS_ABROAD = {
    "state": ("el", "Estado"),
    "land": ("el", "Estado"),
    "province": ("la", "Provincia"),
    "region": ("la", "Región"),
    "community": ("la", "Comunidad Autónoma"),
    "prefecture": ("la", "Prefectura"),
    "department": ("el", "Departamento"),
    "voivodeship": ("el", "Voivodato"),
    "county": ("el", "Condado"),
    "metropolis": ("la", "Comunidad Urbana"),
    "city": ("la", "Ciudad"),
}
_WITH_DEL = ("País Vasco", "Valle del Cauca", "Biobío")
_MONTHS = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
).split()


def without_accents(text: str) -> str:
    """Drop acute accents and diaereses but keep the ñ, as people type in a hurry."""
    kept = text.replace("ñ", "\0").replace("Ñ", "\1")
    plain = "".join(c for c in unicodedata.normalize("NFD", kept) if not unicodedata.combining(c))
    return plain.replace("\0", "ñ").replace("\1", "Ñ")


def worn(text: str, chance: Chance) -> str:
    """Return the cell as it is or, now and then, in capitals, without accents or with spaces."""
    if chance.happens(0.03):
        text = text.upper()
    if chance.happens(0.04):
        text = without_accents(text)
    if chance.happens(0.03):
        text = text.replace(" ", "  ", 1)
    if chance.happens(0.03):
        text = f" {text} "
    return text


def state_cell(agreement: Agreement, states: dict[str, Row], chance: Chance) -> str:
    """Return the federal entity; the capital by the name it bore that year."""
    spellings = _STATE_SPELLINGS.get(agreement.state)
    if not spellings:
        return states[agreement.state]["name"]
    if agreement.state == CAPITAL:
        return chance.one_of(
            spellings[:2] if agreement.signed.year >= _CITY_SINCE else spellings[2:]
        )
    return spellings[0] if chance.happens(0.7) else chance.one_of(spellings[1:])


def _state_phrase(agreement: Agreement, states: dict[str, Row]) -> str:
    """The state in a sentence: "Estado de Jalisco", "Distrito Federal"."""
    if agreement.state == CAPITAL:
        return "Ciudad de México" if agreement.signed.year >= _CITY_SINCE else "Distrito Federal"
    name = states[agreement.state]["name"]
    return name if agreement.state == STATE_OF_MEXICO else f"Estado de {name}"


def _borough_word(agreement: Agreement) -> str:
    return "Alcaldía" if agreement.signed.year >= _BOROUGHS_SINCE else "Delegación"


def home_cell(agreement: Agreement, governments: dict[str, Row], chance: Chance) -> str:
    """Return the Mexican party or parties, several with semicolons between them."""
    if not agreement.municipal:
        phrase = _state_phrase(agreement, governments)
        article = "de la" if phrase.startswith("Ciudad") else "del"
        bare = (
            phrase if agreement.state in (CAPITAL, STATE_OF_MEXICO) else phrase[len("Estado de ") :]
        )
        return chance.one_of((f"Gobierno {article} {phrase}", phrase, bare))
    names = [governments[home]["name"] for home in agreement.homes]
    if agreement.state == CAPITAL:
        return "; ".join(f"{_borough_word(agreement)} {name}" for name in names)
    if len(names) > 1:
        return "; ".join(f"Municipio de {name}" for name in names)
    wording = ("Municipio de ", "Municipio de ", "Ayuntamiento de ", "H. Ayuntamiento de ", "")
    return f"{chance.one_of(wording)}{names[0]}"


def _abroad(counterpart: Counterpart) -> tuple[str, str]:
    """Return the article and the counterpart as a sentence names it, without its country."""
    article, word = _WORDS_ABROAD[counterpart.kind]
    within = f", {counterpart.within}" if counterpart.within else ""
    if counterpart.name.startswith("Ciudad "):
        return "la", counterpart.name + within
    of = "del" if counterpart.name in _WITH_DEL else "de"
    return article, f"{word} {of} {counterpart.name}{within}"


def counterpart_cell(counterpart: Counterpart, chance: Chance) -> str:
    """Return the counterpart; a city may stand by its bare name, a division never does."""
    _, phrase = _abroad(counterpart)
    if counterpart.kind != "city" or chance.happens(0.55):
        return phrase
    return f"{counterpart.name}, {counterpart.within}" if counterpart.within else counterpart.name


def country_cell(counterpart: Counterpart, countries: dict[str, Row], chance: Chance) -> str:
    """Return the country, in one of the spellings registers have for it."""
    spellings = _COUNTRY_SPELLINGS.get(counterpart.country)
    if not spellings:
        return countries[counterpart.country]["name_es"]
    return spellings[0] if chance.happens(0.5) else chance.one_of(spellings)


def kind_cell(twinning: bool, chance: Chance) -> str:
    """Return the kind of agreement, in one of four spellings each."""
    return chance.one_of(_KINDS[twinning])


def title_of(
    agreement: Agreement, area: str, governments: dict[str, Row], countries: dict[str, Row]
) -> str:
    """Return the agreement's title as registers word it."""
    phrase = _state_phrase(agreement, governments)
    if not agreement.municipal:
        article = "de la" if phrase.startswith("Ciudad") else "del"
        home = f"el Gobierno {article} {phrase}"
    else:
        names = [governments[one]["name"] for one in agreement.homes]
        several = len(names) > 1
        listed = ", ".join(names[:-1]) + f" y {names[-1]}" if several else names[0]
        if agreement.state == CAPITAL:
            word = _borough_word(agreement)
            home = f"las {word}es {listed}" if several else f"la {word} {listed}"
            home = home.replace("Alcaldíaes", "Alcaldías").replace("Delegaciónes", "Delegaciones")
        else:
            home = f"los Municipios de {listed}" if several else f"el Municipio de {listed}"
        home = f"{home}, {phrase}"
    article, abroad = _abroad(agreement.counterpart)
    country = countries[agreement.counterpart.country]["name_es"]
    what = "Hermanamiento" if agreement.twinning else "Cooperación Específica"
    matter = f" en materia de {area}" if area and not agreement.twinning else ""
    pause = "," if agreement.municipal else ""
    return f"Acuerdo de {what}{matter} entre {home}{pause} y {article} {abroad}, {country}"


def date_cell(signed: dt.date, chance: Chance) -> str:
    """Return the date: mostly dd/mm/yyyy, some in words, few in ISO form or the year alone."""
    draw = chance.number(1, 100)
    if draw <= 8:
        return f"{signed.day} de {_MONTHS[signed.month - 1]} de {signed.year}"
    if draw <= 10:
        return signed.isoformat()
    if draw == 11:
        return str(signed.year)
    return signed.strftime("%d/%m/%Y")
