"""Make data/register_synthetic.csv: 1,612 invented agreements in the shape of Mexico's register.

Nothing in it is a real agreement. The governments are real, so that names can be resolved and
maps drawn; who signed what with whom, and when, is made up so that the shares the article
states come out when they are rounded as the article rounds them.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from seeded import Chance
from synthetic_parties import Agreement, invented_agreements
from synthetic_wording import (
    counterpart_cell,
    country_cell,
    date_cell,
    home_cell,
    kind_cell,
    state_cell,
    title_of,
    worn,
)
from tables import Row, as_text, build_one, read_table

SEED = 1992
NOTICE = (
    "AVISO: registro SINTÉTICO hecho para pruebas y demostraciones; "
    "ninguno de sus renglones es un acuerdo real"
)
COLUMNS = (
    "No. de registro", "Título", "Parte mexicana", "Entidad federativa", "Orden de gobierno",
    "Contraparte", "País", "Tipo de acuerdo", "Áreas de cooperación", "Fecha de firma",
    "Vigencia", "Estatus", "Observaciones",
)  # fmt: skip
_AS_OF = dt.date(2021, 9, 30)  # what "in force" means in the register
_AREAS_OF_TWINNINGS = (
    "Cultura", "Educación", "Turismo", "Promoción económica", "Comercio e inversión", "Deporte",
    "Medio ambiente", "Ciencia y tecnología", "Intercambio académico", "Salud", "Juventud",
    "Desarrollo urbano", "Seguridad pública", "Recursos humanos y capacitación",
    "Desarrollo social", "Ecología", "Comunidades migrantes",
)  # fmt: skip
_AREAS_OF_SPECIFIC = (
    "Educación", "Educación", "Intercambio académico", "Movilidad estudiantil", "Cultura",
    "Cultura", "Promoción económica", "Promoción económica", "Comercio e inversión", "Turismo",
    "Agricultura", "Desarrollo rural", "Ciencia y tecnología", "Innovación", "Medio ambiente",
    "Cambio climático", "Agua y saneamiento", "Energías renovables", "Salud",
    "Protección civil", "Seguridad pública", "Migración", "Gobernanza metropolitana",
    "Administración pública", "Movilidad urbana", "Igualdad de género", "Derechos humanos",
    "Patrimonio cultural", "Deporte", "Juventud",
)  # fmt: skip
_EMPTY_AREAS = 0.005


def _areas(agreement: Agreement, chance: Chance) -> list[str]:
    if chance.happens(_EMPTY_AREAS):
        return []
    offered = _AREAS_OF_TWINNINGS if agreement.twinning else _AREAS_OF_SPECIFIC
    wanted = chance.number(2, 5) if agreement.twinning else chance.number(1, 3)
    return list(dict.fromkeys(chance.shuffled(offered)))[:wanted]


def _validity(agreement: Agreement, chance: Chance) -> tuple[str, dt.date | None]:
    """Return the cell and the day on which the agreement ends, None when it does not say."""
    draw = chance.number(1, 100)
    if draw <= (60 if agreement.twinning else 20):
        return "Indefinida", None
    if draw > 92:
        return "", None
    years = chance.one_of((2, 3, 3, 4, 5, 5, 5, 6))
    year = agreement.signed.year + years
    if draw > 84:
        return f"Hasta 31/12/{year}", dt.date(year, 12, 31)
    leap = (agreement.signed.month, agreement.signed.day) == (2, 29)
    return f"{years} años", agreement.signed.replace(
        year=year, day=28 if leap else agreement.signed.day
    )


def _status(ends: dt.date | None, chance: Chance) -> str:
    if ends is not None and ends <= _AS_OF:
        return chance.one_of(("Concluido", "Concluido", "CONCLUIDO", "Vencido", "Terminado"))
    if chance.happens(0.02):
        return "Terminado"
    return chance.one_of(("Vigente", "Vigente", "Vigente", "VIGENTE", "Vigente "))


def _row(
    number: int,
    agreement: Agreement,
    tables: tuple[dict[str, Row], dict[str, Row]],
    chance: Chance,
) -> Row:
    governments, countries = tables
    areas = _areas(agreement, chance)
    validity, ends = _validity(agreement, chance)
    level = "Municipal" if agreement.municipal else "Estatal"
    title = title_of(agreement, areas[0] if areas else "", governments, countries)
    values = (
        f"RAI-{number:04d}",
        worn(title, chance),
        worn(home_cell(agreement, governments, chance), chance),
        worn(state_cell(agreement, governments, chance), chance),
        level.upper() if chance.happens(0.03) else level,
        worn(counterpart_cell(agreement.counterpart, chance), chance),
        worn(country_cell(agreement.counterpart, countries, chance), chance),
        kind_cell(agreement.twinning, chance),
        worn(chance.one_of(("; ", "; ", ", ")).join(areas), chance),
        date_cell(agreement.signed, chance),
        validity,
        _status(ends, chance),
        "SINTÉTICO",
    )
    return dict(zip(COLUMNS, values, strict=True))


def build(data: Path) -> str:
    """Return the register as text, in order of signature, the notice on its first line."""
    chance = Chance(SEED)
    tables = (
        {row["id"]: row for row in read_table(data / "governments_mx.csv")},
        {row["id"]: row for row in read_table(data / "countries.csv")},
    )
    rows = [
        _row(number, agreement, tables, chance)
        for number, agreement in enumerate(invented_agreements(chance), start=1)
    ]
    return as_text(COLUMNS, rows, notice=NOTICE)


if __name__ == "__main__":
    build_one("register_synthetic.csv", build, needs_source=False)
