"""A row about an agreement to the claim it makes and the governments it mentions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from grafo.identity import bond_of
from grafo.language import say
from grafo.loading.cells import (
    Problem,
    RowRejected,
    date_of,
    raw,
    text_of,
    value_of,
    values_of,
)
from grafo.loading.columns import PartyColumn
from grafo.loading.headings import Binding, BoundColumn
from grafo.loading.loader_file import LoaderFile
from grafo.loading.parties import PartyReader, Resolve
from grafo.loading.themes import ThemeIndex
from grafo.loading.validity import end_of, term_of, with_unit
from grafo.model import load_model
from grafo.places import Place, PlaceQuery
from grafo.readers import Row
from grafo.statements import Claim, Link


@dataclass(slots=True)
class RowClaims:
    """What one row says: its claim, the governments in it, and notes for the report."""

    claim: Claim
    mentioned: list[Place] = field(default_factory=list)
    unmatched: list[PlaceQuery] = field(default_factory=list)
    unknown_themes: list[str] = field(default_factory=list)


class AgreementReader:
    """Turns the rows of one file into agreement claims."""

    def __init__(
        self, loader: LoaderFile, binding: Binding, resolve: Resolve, themes: ThemeIndex
    ) -> None:
        self._loader = loader
        self._columns = binding.columns
        self._parties = [
            PartyReader(name, column, column.spec, resolve)
            for name, column in binding.columns.items()
            if isinstance(column.spec, PartyColumn)
        ]
        headings = [reader.heading for reader in self._parties]
        # One column bound as home and as counterpart repeats all its parties, which says nothing.
        self._twice = {heading for heading in headings if headings.count(heading) > 1}
        self._themes = themes
        self._remarks = binding.remarks
        self._habit = binding.habit()
        self._declared = load_model().nodes["Agreement"].properties
        self._endless: str | None = None

    def read(self, row: Row) -> RowClaims:
        """Return what a row says.

        Raises:
            RowRejected: with all that is wrong with the row.
        """
        problems: list[Problem] = []
        properties = self._properties(row, problems)
        signers, mentioned, unmatched = self._signers(row, problems)
        try:
            themes, unknown = self._about(row)
        except Problem as problem:
            problems.append(problem)
        if problems:
            raise RowRejected(problems)
        links = [
            Link("SIGNED", False, "Government", party, role) for party, role in signers.items()
        ]
        links += [Link("ABOUT", True, "Theme", theme, basis) for theme, basis in themes.items()]
        bond = bond_of(properties["kind"], signers)
        claim = Claim("Agreement", bond, properties, tuple(links), [row.key])
        return RowClaims(claim, mentioned, unmatched, unknown)

    def _signers(
        self, row: Row, problems: list[Problem]
    ) -> tuple[dict[str, str], list[Place], list[PlaceQuery]]:
        """Return the parties' roles by id, the parties as places, and what no gazetteer knows."""
        signers: dict[str, str] = {}
        mentioned: list[Place] = []
        unmatched: list[PlaceQuery] = []
        repeated: set[str] = set()
        for reader in self._parties:
            here: set[str] = set()
            for party in reader.read(row, problems):
                place = party.place
                if signers.get(place.id) == party.role:
                    if place.id in here or reader.heading not in self._twice:
                        repeated.add(reader.heading)
                    here.add(place.id)
                    continue
                if place.id in signers:
                    reason = say(
                        f"{place.name!r} ({place.id}) está dos veces en el renglón",
                        f"{place.name!r} ({place.id}) stands twice in the row",
                    )
                    problems.append(Problem(reader.heading, reason))
                signers[place.id] = party.role
                here.add(place.id)
                mentioned.append(place)
                if party.unknown:
                    unmatched.append(party.unknown)
        for heading in sorted(repeated):
            self._remarks.notes.add(_repeated(heading), row=row.number)
        if len(signers) == 1 and not problems:
            reason = say(
                f"nombra a una sola parte, {mentioned[0].name!r}; un acuerdo tiene dos o más",
                f"names a single party, {mentioned[0].name!r}; an agreement has two or more",
            )
            problems.append(Problem(self._parties[-1].heading, reason))
        return signers, mentioned, unmatched

    def _properties(self, row: Row, problems: list[Problem]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, column in self._columns.items():
            if name not in self._declared:
                continue
            try:
                values[name] = self._value(row, name, column)
                fault = values[name] is not None and self._declared[name].fault(values[name])
                if fault:
                    problems.append(Problem(column.heading, fault))
            except Problem as problem:
                problems.append(problem)
        values["status"] = values.get("status") or "unknown"
        self._end(values)
        return {name: value for name, value in values.items() if value is not None}

    def _value(self, row: Row, name: str, column: BoundColumn) -> Any:
        if self._declared[name].type != "date":
            return value_of(row, column)
        text = text_of(raw(row, column)) if name == "ends" else ""
        term = term_of(text) if text else None
        if term is None or not term.endless:
            return date_of(row, column)
        # "Indefinida" where the end should stand is no date, and nothing is wrong with it.
        column.remarks.no_date(column.heading, text, row.number)
        self._endless = text
        return None

    def _end(self, values: dict[str, Any]) -> None:
        """Work out the end from the validity; what is not understood stays text and is counted."""
        values["validity"] = values.get("validity") or self._endless
        self._endless = None
        validity = values["validity"]
        if not validity:
            return
        heading = self._columns["validity"].heading if "validity" in self._columns else "ends"
        stated = with_unit(validity, heading)
        if term_of(stated, self._habit) is None:
            self._remarks.not_understood(heading, validity)
        elif not values.get("ends"):
            values["ends"] = end_of(
                stated, values.get("starts"), self._habit, signed=values.get("signed")
            )

    def _about(self, row: Row) -> tuple[dict[str, str], list[str]]:
        """Return themes with the basis on which they are known, and words that name none."""
        themes: dict[str, str] = {}
        unknown: list[str] = []
        if column := self._columns.get("themes"):
            for area in values_of(row, column):
                found = self._themes.themes_in(area)
                themes |= dict.fromkeys(found, "column")
                if not found:
                    unknown.append(area)
        if not themes and self._loader.themes:
            for name in self._loader.themes.keywords_from:
                if source := self._columns.get(name):
                    words = self._themes.themes_in(text_of(raw(row, source)))
                    themes |= dict.fromkeys(words, "keyword")
        return themes, unknown


def _repeated(heading: str) -> str:
    return say(
        f"renglones que nombran dos veces a una parte en {heading!r}, contada una vez",
        f"rows that name a party twice in {heading!r}, counted once",
    )
