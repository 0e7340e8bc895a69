"""What a person decided about names that grafo would not decide alone, kept in a review file."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from grafo.errors import InputError, Location
from grafo.files import atomic_write
from grafo.formulas import guard
from grafo.language import say
from grafo.places.asked import Question, Questions
from grafo.places.degrees import LIMITS, read_degrees, written_degrees
from grafo.places.place import LEVELS, NO_COUNTRY, Candidate, PlaceQuery
from grafo.places.review_file import (
    CANDIDATES,
    COLUMNS,
    VERSION,
    WORD_COLUMNS,
    ReviewFile,
    Row,
    read_file,
)

NEW, SKIP = "new", "skip"
_WORDS = {"new": NEW, "nuevo": NEW, "nueva": NEW, "skip": SKIP, "omitir": SKIP}
_ID = re.compile(r"[a-z0-9]+(?:-[\w]+)+")


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided: an id, `new` or `skip`; `at` is the cell it stands in."""

    value: str
    at: Location


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """A name to be decided, its candidates, the best first, and why it was left open."""

    query: PlaceQuery
    candidates: tuple[Candidate, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decided rows of a review file: each holds for what was asked in it, and no more."""

    decided: dict[Question, Decision] = field(default_factory=dict)
    _asked: Questions = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the questions findable."""
        object.__setattr__(self, "_asked", Questions(self.decided))

    @classmethod
    def load(cls, path: Path) -> Decisions:
        """Read a review file; one that does not exist holds no decisions.

        Raises:
            InputError: the file is no review file, or a decision cannot be understood or
                contradicts an earlier one. The message names file, row and column.
        """
        decided: dict[Question, Decision] = {}
        if not path.exists():
            return cls(decided)
        for number, row in enumerate(read_file(path).rows, start=2):
            _check(row, path, number)
            at = Location(path.name, number, "decision")
            value = _value(row, at)
            if value is None:
                continue
            question = Question.of(_query(row, path, number))
            earlier = decided.setdefault(question, Decision(value, at))
            if earlier.value != value:
                raise InputError(
                    say(
                        f"{row['name']!r} ya se decidió como {earlier.value!r} en el renglón "
                        f"{earlier.at.row}",
                        f"{row['name']!r} was decided as {earlier.value!r} in row {earlier.at.row}",
                    ),
                    at=at,
                    hint=say("Deje uno solo de los dos renglones.", "Keep one of the two rows."),
                )
        return cls(decided)

    def get(self, query: PlaceQuery) -> Decision | None:
        """Return the decision for a query, whatever the accents and capitals of its names.

        A query that states another country, parent, level, id or point was not asked then.
        """
        question = self._asked.find(Question.of(query))
        return self.decided[question] if question else None


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A row of a review file as it stands; `decision` is empty while nobody has decided."""

    name: str
    country: str
    parent: str
    level: str
    decision: str
    why: str
    candidates: tuple[str, ...]
    lat: str = ""
    lon: str = ""
    id: str = ""


def read_review(path: Path) -> list[ReviewRow]:
    """Return the rows of a review file, in order.

    Raises:
        InputError: the file is no review file.
    """
    rows = [row for row in read_file(path).rows if row["name"].strip()]
    return [
        ReviewRow(
            row["name"].strip(),
            row["country"].strip(),
            row["parent"].strip(),
            row["level"].strip(),
            row["decision"].strip(),
            row["why"].strip(),
            tuple(row[column] for column in CANDIDATES if row[column].strip()),
            row["lat"].strip(),
            row["lon"].strip(),
            row["id"].strip(),
        )
        for row in rows
    ]


def write_review(path: Path, items: Iterable[ReviewItem]) -> int:
    """Merge open names into a review file and return how many rows of it are undecided.

    Rows that are there stay, decided or not, in their order and with any columns of the
    reader's own; an undecided one gets the new candidates. The file is replaced at once.

    Raises:
        InputError: the file that is there is no review file.
    """
    kept = read_file(path) if path.exists() else ReviewFile([], list(COLUMNS), ",")
    columns = [*kept.columns, *(name for name in COLUMNS if name not in kept.columns)]
    numbered = list(enumerate(kept.rows, start=2))
    by_question = {Question.of(_query(row, path, n)): row for n, row in reversed(numbered)}
    asked = Questions(by_question)
    for item in items:
        question = Question.of(item.query)
        row = by_question.get(asked.find(question) or question)
        if row is None:
            row = by_question[question] = dict.fromkeys((*columns, *COLUMNS), "")
            asked.add(question)
            kept.rows.append(row)
            row.update(_stated(item.query))
        elif row["decision"].strip():
            continue
        row["why"] = item.why
        shown = [_shown(candidate) for candidate in item.candidates[: len(CANDIDATES)]]
        row.update(dict.fromkeys(CANDIDATES, ""))
        row.update(zip(CANDIDATES, shown, strict=False))
    with atomic_write(path, newline="") as stream:
        stream.write("\ufeff")  # without it Excel reads UTF-8 as windows-1252
        table = csv.writer(stream, delimiter=kept.delimiter)
        table.writerow([guard(name) for name in columns])
        table.writerows([[guard(row.get(name, "")) for name in columns] for row in kept.rows])
    return sum(bool(row["name"].strip()) and not row["decision"].strip() for row in kept.rows)


def _check(row: Row, path: Path, number: int) -> None:
    if row["version"].strip() not in {"", VERSION}:
        raise InputError(
            say(
                f"el renglón se escribió para la versión {row['version']!r} del archivo de "
                f"revisión; este grafo lee la versión {VERSION}",
                f"the row was written for version {row['version']!r} of the review file; this grafo"
                f" reads version {VERSION}",
            ),
            at=Location(path.name, number, "version"),
        )
    if row["level"].strip() and row["level"].strip() not in LEVELS:
        raise InputError(
            say(f"{row['level']!r} no es un orden de gobierno", f"{row['level']!r} is no level"),
            at=Location(path.name, number, "level"),
            hint=say(
                f"Se admiten: {', '.join(sorted(LEVELS))}.",
                f"Levels are: {', '.join(sorted(LEVELS))}.",
            ),
        )


def _value(row: Row, at: Location) -> str | None:
    """Return the row's decision, or None when it is undecided."""
    decision = row["decision"].strip()
    if not decision:
        return None
    if not row["name"].strip():
        raise InputError(
            say(
                "el renglón trae una decisión, pero ningún nombre",
                "the row is decided but names no place",
            ),
            at=at,
        )
    if decision.casefold() in _WORDS:
        return _WORDS[decision.casefold()]
    if decision.isdecimal():
        candidate = row.get(f"candidate_{int(decision)}", "") if len(decision) == 1 else ""
        if not candidate.strip():
            raise InputError(
                say(
                    f"el renglón no tiene candidato {decision}",
                    f"the row has no candidate {decision}",
                ),
                at=at,
            )
        decision = candidate
    identity = decision.split("·")[0].strip().casefold()
    if not _ID.fullmatch(identity):
        raise InputError(
            say(
                f"no se entiende la decisión {decision!r}",
                f"the decision {decision!r} is not understood",
            ),
            at=at,
            hint=say(
                "Escriba el número de un candidato, una clave, «nuevo» u «omitir»; o déjela vacía.",
                "Write a candidate's number, an id, “nuevo” or “omitir”; or leave it empty.",
            ),
        )
    return identity


def _stated(query: PlaceQuery) -> Row:
    """Return the cells that say what was asked."""
    texts = {name: getattr(query, name) or "" for name in WORD_COLUMNS}
    degrees = {axis: written_degrees(getattr(query, axis)) for axis in LIMITS}
    return {"version": VERSION, **texts, **degrees}


def _query(row: Row, path: Path, number: int) -> PlaceQuery:
    stated = {name: row[name].strip() or None for name in WORD_COLUMNS if name != "name"}
    degrees = {axis: _degrees(row, axis, path, number) for axis in LIMITS}
    if None in degrees.values():
        degrees = {}
    return PlaceQuery(row["name"].strip(), **stated, **degrees)  # type: ignore[arg-type]


def _degrees(row: Row, axis: str, path: Path, number: int) -> float | None:
    limit = LIMITS[axis]
    try:
        return read_degrees(row[axis], limit)
    except ValueError as error:
        raise InputError(
            say(
                f"{row[axis]!r} no está en grados entre -{limit:.0f} y {limit:.0f}",
                f"{row[axis]!r} is not in degrees between -{limit:.0f} and {limit:.0f}",
            ),
            at=Location(path.name, number, axis),
        ) from error


def _shown(candidate: Candidate) -> str:
    place = candidate.place
    division = next(
        (code.partition(":")[2] for code in candidate.evidence if code.startswith("in:")), ""
    )
    country = "" if place.country == NO_COUNTRY else place.country
    where = ", ".join(filter(None, (place.name, division, country)))
    people = f" ({place.population:,})".replace(",", " ") if place.population else ""
    return f"{place.id} · {where}{people}"
