"""The parties of a row: names in its cells to governments with stable ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from dataclasses import replace as changed

from grafo.language import language, say
from grafo.loading.cells import Problem, raw, text_of, values_of
from grafo.loading.columns import PartyColumn
from grafo.loading.headings import BoundColumn
from grafo.loading.separators import LINE, lines_of, split, split_cell
from grafo.places import Match, Place, PlaceQuery, country_of, explain, no_country
from grafo.places.place import BODY_LEVELS, NO_COUNTRY
from grafo.readers import Cell, Row
from grafo.text import fold

Resolve = Callable[[PlaceQuery], Match]
Details = dict[str, str | None]


class Ambiguous(Problem):
    """A party that could be several governments; a person decides."""

    match: Match

    def __init__(self, column: str, match: Match) -> None:
        super().__init__(column, explain(match, language()), kind="ambiguous")
        object.__setattr__(self, "match", match)


@dataclass(frozen=True, slots=True)
class Party:
    """One party of a row. `unknown` is what was asked of a name that no gazetteer has."""

    place: Place
    role: str
    unknown: PlaceQuery | None = None


# How registers and programs write that they do not know who.
_NOBODY = frozenset(
    (
        "null", "none", "nan", "nil", "undefined", "true", "false", "tbd", "tba", "idem", "ibidem",
        "ditto", "object object", "por definir", "por confirmar", "sin dato", "sin datos",
        "se desconoce", "desconocido", "unknown",
    )
)  # fmt: skip


def names_nobody(name: str) -> bool:
    """Tell whether a text names no party: signs and digits alone, or a word for "not known".

    >>> names_nobody("?"), names_nobody("12"), names_nobody("TBD"), names_nobody("Y")
    (True, True, True, False)
    """
    return not any(map(str.isalpha, name)) or fold(name) in _NOBODY


def without_country(match: Match) -> Match:
    """Ask about an unknown name whose country is missing where the others' are stated.

    The same name with its country would be another government.
    """
    place = match.place
    if match.outcome != "unknown" or place is None or place.country != NO_COUNTRY:
        return match
    if place.level in BODY_LEVELS:  # an organisation may well have none
        return match
    against = (*match.against, "country:not-stated")
    return changed(match, outcome="ambiguous", place=None, against=against)


class PartyReader:
    """Reads one party column, with the columns beside it that say where the party is."""

    def __init__(self, name: str, column: BoundColumn, spec: PartyColumn, resolve: Resolve) -> None:
        self._column = column
        self._spec = spec
        self._role = spec.role or ("party" if name == "parties" else name)
        self._resolve = resolve
        # A list without states or coordinates need not be asked for them on every row.
        self._beside = {
            detail: part
            for detail, part in column.details.items()
            if part.index is not None or part.spec.constant is not None or part.spec.required
        }

    @property
    def heading(self) -> str:
        """The heading of the column, as errors name it."""
        return self._column.heading

    def read(self, row: Row, problems: list[Problem]) -> Iterator[Party]:
        """Yield the parties that a row names; what is wrong goes to `problems`."""
        try:
            names = self._names(row)
        except Problem as problem:
            problems.append(problem)
            return
        details = self._details(row, max(1, len(names)), problems)
        if not names and self._spec.or_parent and (state := details[0].get("parent")):
            names = [state]
            details = [{**details[0], "parent": None, "level": "state"}]
        if not names:
            reason = say("no nombra a ninguna parte", "names no party")
            problems.append(Problem(self.heading, reason))
            return
        parties: list[Party] = []
        for name, said in zip(names, details, strict=True):
            query = self._query(name, said, problems)
            if query is not None:
                parties += self._resolved(query, problems)
        yield from self._on_sides(parties)

    def _names(self, row: Row) -> list[str]:
        """Return the names in the cell.

        Raises:
            Problem: the cell is an error, or has lines that the loader does not split.
        """
        cell = raw(row, self._column)
        text = text_of(cell)
        lines = lines_of(cell) if text else []
        if len(lines) > 1 and not self._spec.split:
            reason = say(
                f'tiene {len(lines)} líneas; si cada una es una parte, ponga split: ["\\n"] en '
                "esta columna del cargador",
                f'has {len(lines)} lines; if each is a party, give this column split: ["\\n"] in '
                "the loader file",
            )
            raise Problem(self.heading, reason)
        if len(lines) > 1 and LINE not in self._spec.split:
            self._column.remarks.notes.add(
                say(
                    f"celdas de {self.heading!r} con varias líneas, cada una tomada por una parte",
                    f"cells of {self.heading!r} with several lines, each taken for a party",
                ),
                row=row.number,
            )
        return self._split(cell, text)

    def _split(self, cell: Cell, text: str) -> list[str]:
        """Cut a cell, but not a country's name at a word in it: "Bosnia y Herzegovina"."""
        signs = [sign for sign in self._spec.split if not any(map(str.isalpha, sign))]
        if len(signs) == len(self._spec.split):
            return split_cell(cell, text, signs)
        names: list[str] = []
        for piece in split_cell(cell, text, signs or [LINE]):
            whole = country_of(piece).iso2 is not None
            names += [piece] if whole else split(piece, self._spec.split)
        return names

    def _on_sides(self, parties: list[Party]) -> list[Party]:
        """Tell home parties from counterparts by their country, where the loader gives one."""
        home = self._spec.home_country and country_of(self._spec.home_country).iso2
        sides = {party.place.country == home for party in parties}
        if not home or len(sides) < 2:
            return parties
        return [
            changed(party, role="home" if party.place.country == home else "counterpart")
            for party in parties
        ]

    def _details(self, row: Row, count: int, problems: list[Problem]) -> list[Details]:
        """Return what the columns beside say of each of `count` parties."""
        details: list[Details] = [{} for _ in range(count)]
        for name, part in self._beside.items():
            try:
                values: list[str | None] = list(values_of(row, part)) or [None]
            except Problem as problem:
                problems.append(problem)
                continue
            if len(values) == 1:  # one value holds for every party of the cell
                values *= count
            if len(values) != count:
                reason = say(
                    f"trae {len(values)} valores para {count} partes",
                    f"holds {len(values)} values for {count} parties",
                )
                problems.append(Problem(part.heading, reason))
                continue
            for said, value in zip(details, values, strict=True):
                said[name] = value
        return details

    def _query(self, name: str, said: Details, problems: list[Problem]) -> PlaceQuery | None:
        if names_nobody(name) and not said.get("id"):
            reason = say(f"{name!r} no es el nombre de nadie", f"{name!r} is nobody's name")
            problems.append(Problem(self.heading, reason))
            return None
        country = said.get("country")
        if country and not country_of(country).recognised:
            heading = self._column.details["country"].heading
            problems.append(Problem(heading, no_country(country)))
            return None
        try:
            lat, lon = self._degrees(said, "lat", 90), self._degrees(said, "lon", 180)
        except Problem as problem:
            problems.append(problem)
            return None
        return PlaceQuery(
            name=name,
            country=country,
            parent=said.get("parent"),
            level=said.get("level"),
            lat=lat if lon is not None else None,
            lon=lon if lat is not None else None,
            id=said.get("id"),
        )

    def _degrees(self, said: Details, axis: str, limit: int) -> float | None:
        text = said.get(axis)
        if not text:
            return None
        try:
            value = float(text.replace(",", "."))
        except ValueError:
            value = float("nan")
        if not -limit <= value <= limit:
            reason = say(
                f"{text!r} no está en grados entre -{limit} y {limit}",
                f"{text!r} is not in degrees between -{limit} and {limit}",
            )
            raise Problem(self._column.details[axis].heading, reason)
        return value

    def _resolved(self, query: PlaceQuery, problems: list[Problem]) -> Iterator[Party]:
        match = self._resolve(query)
        if "country" in self._beside and not query.country:
            match = without_country(match)
        if query.id and f"id:unknown:{query.id}" in match.against:
            reason = say(
                f"{query.id!r} no es una clave conocida", f"{query.id!r} is no id that grafo knows"
            )
            problems.append(Problem(self._column.details["id"].heading, reason))
        elif match.outcome == "ambiguous":
            problems.append(Ambiguous(self.heading, match))
        elif match.place is None:
            reason = say(
                f"{query.name!r} se omite por decisión", f"{query.name!r} is left out by decision"
            )
            problems.append(Problem(self.heading, reason, kind="left-out"))
        else:
            self._note_parent(query, match)
            yield Party(match.place, self._role, query if match.outcome == "unknown" else None)

    def _note_parent(self, query: PlaceQuery, match: Match) -> None:
        """Tell of a stated state or province that nobody knows: the name was read without it."""
        if query.parent and any(code.startswith("parent:unrecognised") for code in match.against):
            column = self._column.details["parent"]
            column.remarks.unknown_parent(column.heading, query.parent)
