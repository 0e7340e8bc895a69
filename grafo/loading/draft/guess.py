"""Which field each column of an unknown register is, from its heading and its cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from grafo.loading.draft.profile import ColumnProfile
from grafo.loading.mapped import is_negated
from grafo.loading.themes import theme_index
from grafo.text import fold

# Words that a heading holds, by field; the earlier the word, the surer the field. Spanish,
# English, Portuguese and French, since counterparts' registers come in those too.
_HEADINGS: dict[str, tuple[str, ...]] = {
    "register_number": (
        "no de registro",
        "numero de registro",
        "num de registro",
        "registro no",
        "folio",
        "register number",
        "clave",
        "expediente",
        "numero",
        "num",
        "no",
        "id",
        "consecutivo",
    ),
    "title": (
        "titulo",
        "nombre del acuerdo",
        "nombre del instrumento",
        "denominacion",
        "title",
        "instrumento",
        "objeto",
        "acuerdo",
        "agreement",
        "intitule",
        "descripcion",
    ),
    "kind": (
        "tipo de acuerdo",
        "tipo de instrumento",
        "tipo",
        "clase",
        "modalidad",
        "kind",
        "type",
        "figura",
        "categoria",
    ),
    "signed": (
        "fecha de firma",
        "fecha de suscripcion",
        "fecha firma",
        "suscripcion",
        "firma",
        "date signed",
        "signature date",
        "signed",
        "fecha",
        "date",
        "ano",
        "year",
        "desde",
        "since",
        "data",
    ),
    "starts": ("inicio de vigencia", "entrada en vigor", "inicio", "start"),
    "ends": ("fin de vigencia", "fecha de termino", "vencimiento", "termino", "expira", "end"),
    "validity": ("vigencia", "duracion", "validity", "duration", "plazo"),
    "status": ("estatus", "situacion", "status", "estado del acuerdo", "estado actual"),
    "themes": (
        "areas de cooperacion",
        "areas",
        "temas",
        "tema",
        "materia",
        "ejes",
        "ambitos",
        "themes",
        "topics",
        "areas of cooperation",
        "rubro",
        "sector",
    ),
    "counterpart": (
        "contraparte extranjera",
        "contraparte",
        "ciudad hermana",
        "ciudad extranjera",
        "gobierno extranjero",
        "parte extranjera",
        "counterpart",
        "sister city",
        "twin town",
        "foreign city",
        "partner",
        "socio",
        "ciudad 2",
        "city 2",
        "city2",
        "ville jumelle",
        "cidade irma",
        "extranjer",
        "foreign",
        "ciudad",
    ),
    "counterpart_country": (
        "pais de la contraparte",
        "pais 2",
        "country 2",
        "country2",
        "pais",
        "country",
        "pays",
        "nacion",
    ),
    "home": (
        "parte mexicana",
        "gobierno local",
        "parte local",
        "municipio o estado",
        "municipio",
        "ayuntamiento",
        "alcaldia",
        "local government",
        "home city",
        "signatario mexicano",
        "organo firmante",
        "gobierno",
        "ciudad 1",
        "city 1",
        "city1",
        "ciudad mexicana",
        "municipality",
        "localidad",
        "firmante",
    ),
    "home_parent": ("entidad federativa", "entidad", "estado de la republica", "estado", "state"),
    "counterpart_parent": (
        "estado o provincia",
        "provincia o estado",
        "estado 2",
        "state 2",
        "provincia",
        "state or province",
        "departamento",
        "prefectura",
        "region",
    ),
    "home_level": ("orden de gobierno", "nivel de gobierno", "orden", "nivel", "ambito", "level"),
}
_THRESHOLD = 0.3


@dataclass(frozen=True, slots=True)
class Guess:
    """A column taken for a field, with how sure that is (0 to 1)."""

    column: ColumnProfile
    score: float


def guess_fields(columns: list[ColumnProfile]) -> dict[str, Guess]:
    """Give each field the column that fits best; no column serves two fields."""
    offers = sorted(
        (
            (score, -column.index, field, column)
            for column in columns
            for field in _HEADINGS
            if (score := _score(field, column)) >= _THRESHOLD
        ),
        key=lambda offer: (offer[0], offer[1]),
        reverse=True,
    )
    guesses: dict[str, Guess] = {}
    taken: set[int] = set()
    for score, _, field, column in offers:
        if field not in guesses and column.index not in taken:
            guesses[field] = Guess(column, score)
            taken.add(column.index)
    return guesses


# Words that say whose a column is, in its heading or in the one merged above it.
_THEIRS = ("contraparte", "extranjer", "counterpart", "foreign", "hermana", "sister")


def _score(field: str, column: ColumnProfile) -> float:
    folded = fold(column.heading)
    theirs = any(word in folded for word in _THEIRS)
    if theirs and field.startswith("home"):
        return 0.0
    # Of "Contraparte / País" the part below the merged heading says what the column is.
    heading = max(_heading_score(field, fold(part)) for part in _parts(column.heading))
    if theirs and field.startswith("counterpart"):
        heading = min(1.0, heading * 1.2)
    cells = _CELLS.get(field)
    if cells is None:
        return heading if column.filled else 0.0
    return 0.6 * heading + 0.4 * cells(column) if heading or cells(column) > 0.9 else 0.0


def _parts(heading: str) -> list[str]:
    return [heading, heading.rsplit(" / ", maxsplit=1)[-1]]


def _heading_score(field: str, heading: str) -> float:
    for place, word in enumerate(_HEADINGS[field]):
        weight = 1.0 - 0.5 * place / len(_HEADINGS[field])
        if heading == word:
            return weight
        if len(word) > 3 and f" {word}" in f" {heading}":
            return weight * 0.8
    return 0.0


def _themes_share(column: ColumnProfile) -> float:
    index = theme_index()
    return column.share(bool(index.themes_in(value)) for value in column.values)


def _kind_share(column: ColumnProfile) -> float:
    return column.share(kind_of(value) is not None for value in column.values)


def _status_share(column: ColumnProfile) -> float:
    return column.share(status_of(value) is not None for value in column.values)


def _level_share(column: ColumnProfile) -> float:
    return column.share(level_of(value) is not None for value in column.values)


def _unique_share(column: ColumnProfile) -> float:
    return len(column.values) / max(1, min(column.filled, sum(column.values.values())))


_CELLS: dict[str, Callable[[ColumnProfile], float]] = {
    "counterpart_country": lambda c: c.country_share,
    "signed": lambda c: c.date_share,
    "starts": lambda c: c.date_share,
    "ends": lambda c: c.date_share,
    "themes": _themes_share,
    "kind": _kind_share,
    "status": _status_share,
    "home_level": _level_share,
    "register_number": _unique_share,
}


Meaning = Callable[[str], str | None]


def _by_stem(stems: dict[str, tuple[str, ...]]) -> Meaning:
    def find(value: str) -> str | None:
        folded = f" {fold(value)}"
        for meaning, words in stems.items():
            if any(f" {word}" in folded for word in words):
                return meaning
        return None

    return find


kind_of = _by_stem(
    {
        "twinning": ("herman", "twin", "sister", "jumel", "geminac", "gemell", "irma"),
        "specific-cooperation": ("cooperacion", "coop", "especific", "cooperation", "colabora"),
        "other": ("otro", "other", "memorand", "carta", "convenio", "intencion", "acuerdo marco"),
    }
)
_STATUS: dict[str, tuple[str, ...]] = {
    "expired": (
        *("conclu", "termin", "venc", "expir", "caduc", "fini", "finaliz", "ended", "inactiv"),
        *("inaktiv", "inattiv", "scadut", "abgelaufen", "beendet", "erloschen", "ungultig"),
    ),
    "withdrawn": (
        *("cancel", "baja", "retir", "denunci", "denounc", "withdrawn", "rescin", "revoc"),
        *("anul", "annul", "disuel", "dissol", "resili", "gekundigt", "aufgehoben"),
    ),
    "in-force": (
        *("vigente", "en vigor", "em vigor", "in vigore", "en vigueur", "in kraft", "gultig"),
        *("activ", "aktiv", "attiv", "ativ", "in force", "current", "renov"),
    ),
    "unknown": ("descono", "unknown", "por confirmar", "n d", "unbekannt", "inconnu"),
}
_STATUS_NEGATED = {
    **dict.fromkeys(("no vigente", "sin vigencia", "not in force", "non en vigueur"), "expired"),
    **dict.fromkeys(("no activo", "not active", "nicht in kraft", "non attivo"), "expired"),
    "sin informacion": "unknown",
}
# What is still to come is not yet so.
_TO_COME = frozenset("por pendiente proceso tramite pending proposed proyecto".split())


def status_of(value: str) -> str | None:
    """Return the status that a word of a register means, or None where that is a matter of doubt.

    A negated word ("Sin actividad") means what it says only if the whole is known; a text that
    names two statuses means neither.
    """
    folded = fold(value)
    if folded in _STATUS_NEGATED:
        return _STATUS_NEGATED[folded]
    found = {
        meaning
        for meaning, stems in _STATUS.items()
        if any(f" {stem}" in f" {folded}" for stem in stems)
    }
    if len(found) != 1 or "?" in value:
        return None
    (meaning,) = found
    doubtful = is_negated(value) or not _TO_COME.isdisjoint(folded.split())
    return None if doubtful and meaning != "unknown" else meaning


level_of = _by_stem(
    {
        "state": ("estatal", "estado", "state", "entidad", "gobierno del estado"),
        "municipality": ("municip", "alcald", "ayuntamiento", "delegac", "local", "demarcac"),
    }
)
