"""The loader file: one YAML per source that says what its columns mean. This is its schema."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BeforeValidator,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from grafo.language import say
from grafo.loading.columns import (
    Column,
    PartyColumn,
    Strict,
    Text,
    Texts,
    as_column,
    as_list,
)
from grafo.model import Bilingual, load_model
from grafo.places import country_of
from grafo.readers import Reading

Makes = Literal["agreement", "government", "country", "theme", "representation"]
NODE_TYPES: dict[Makes, str] = {
    "agreement": "Agreement",
    "government": "Government",
    "country": "Country",
    "theme": "Theme",
    "representation": "Representation",
}


def _as_texts(value: Any) -> Any:
    return [str(v) if isinstance(v, int | float) else v for v in as_list(value)]


def _as_patterns(value: Any) -> Any:
    for pattern in as_list(value):
        try:
            re.compile(str(pattern))
        except re.error as error:
            raise ValueError(
                say(
                    f"{pattern!r} no es una expresión regular: {error}",
                    f"{pattern!r} is no regular expression: {error}",
                )
            ) from None
    return as_list(value)


class SkipRule(Strict):
    """Rows that are no rows of the register.

    column   the heading of the column to look at
    matches  regular expressions; a cell in which one is found marks the row, whatever its case
    """

    column: Text
    matches: Annotated[list[str], BeforeValidator(_as_patterns)]


class Bounds(Strict):
    """An accepted range; None leaves a side open."""

    min: int | None = Field(default=None, ge=0)
    max: int | None = Field(default=None, ge=0)


class Share(Strict):
    """An accepted share of rows, 0 to 1."""

    max: float = Field(ge=0, le=1)


class Expectations(Strict):
    """What a sound file looks like. `rows` and `unmatched` are checked before any write.

    rows         how many rows the file has
    unmatched    share of parties that no gazetteer knows
    quarantined  share of rows that break the contract; above it the command ends with 3
    """

    rows: Bounds = Bounds()
    unmatched: Share | None = None
    quarantined: Share = Share(max=0.0)


class ThemeWords(Strict):
    """Themes read from keywords in other columns, for rows whose themes column gives none."""

    keywords_from: Annotated[list[Literal["title"]], BeforeValidator(as_list)]


class ReadsBlock(Strict):
    """How the file is read; see `grafo.readers.Reading`.

    sheets       several sheets of one workbook, by name or number, or `all` that are visible;
                 each has headings of its own
    skip_hidden  leave out rows and columns that are hidden, and rows that are struck through
    """

    format: Literal["auto", "csv", "tsv", "xlsx", "xls", "ods", "json", "jsonl", "html"] = "auto"
    sheet: int | str | None = None
    sheets: Literal["all"] | Annotated[list[int | str], Field(min_length=1)] | None = None
    encoding: str | None = None
    delimiter: str | None = None
    skip_hidden: bool = False

    @model_validator(mode="after")
    def _one_or_several(self) -> Self:
        if self.sheet is not None and self.sheets is not None:
            raise ValueError(
                say("ponga sheet o sheets, no las dos", "give sheet or sheets, not both")
            )
        return self

    def as_reading(self) -> Reading:
        """Return the readers' form of this block, without `sheets`."""
        return Reading(**self.model_dump(exclude={"sheets"}))


AGREEMENT_COLUMNS = frozenset(
    {"register_number", "title", "kind", "themes", "signed", "starts", "ends", "validity", "status"}
)
PARTY_COLUMNS = frozenset({"home", "counterpart", "party", "parties"})
# Edges that a row about a node of its own may give, as columns that hold the other end's id.
LINK_COLUMNS: dict[Makes, dict[str, tuple[str, str]]] = {
    "agreement": {},
    "country": {},
    "government": {
        "country": ("IN_COUNTRY", "Country"),
        "part_of": ("PART_OF", "Government"),
    },
    "theme": {"broader": ("BROADER", "Theme")},
    "representation": {
        "country": ("IN_COUNTRY", "Country"),
        "represents": ("REPRESENTS", "Country"),
        "accredited_to": ("ACCREDITED_TO", "Country"),
    },
}


class LoaderFile(Strict):
    """A source: who publishes it, how its file is read, and what its columns mean.

    empty  what counts as an empty cell in every column
    only   heading → values: other rows are left out
    skip   which rows are no rows of the register, such as totals
    """

    name: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,62}$")]
    title: Bilingual
    publisher: Text
    licence: Text
    url: str | None = None
    coverage: Bilingual | None = None
    limits: Bilingual | None = None
    synthetic: bool = False
    precedence: int = Field(default=50, ge=1, le=99)
    needs: list[str] = Field(default_factory=list)
    file: str | None = None
    reads: ReadsBlock = ReadsBlock()
    makes: Makes
    columns: dict[str, PartyColumn | Column]
    ignore: Texts = Field(default_factory=list)
    empty: Texts = Field(default_factory=list)
    only: dict[Text, Annotated[list[str], BeforeValidator(_as_texts)]] = Field(default_factory=dict)
    skip: Annotated[list[SkipRule], BeforeValidator(as_list)] = Field(default_factory=list)
    themes: ThemeWords | None = None
    expect: Expectations = Expectations()

    @model_validator(mode="before")
    @classmethod
    def _shape_columns(cls, data: Any) -> Any:
        """Party columns have a shape of their own; which ones they are follows from the name."""
        if not isinstance(data, dict) or not isinstance(data.get("columns"), dict):
            return data
        shaped = {}
        for name, raw in data["columns"].items():
            shape = PartyColumn if name in PARTY_COLUMNS else Column
            # Validated here, under the column's own name, so that an error names its key.
            shaped[name] = _validated(shape, as_column(raw), ("columns", name))
        return {**data, "columns": shaped}

    @model_validator(mode="after")
    def _columns_make_sense(self) -> Self:
        known = self.fields()
        faults: list[Fault] = [
            (
                ("columns", name),
                say(
                    f"no es un campo de {self.makes}; hay: {', '.join(sorted(known))}",
                    f"no field of {self.makes}; known: {', '.join(sorted(known))}",
                ),
            )
            for name in self.columns
            if name not in known
        ]
        required = self._required()
        faults += [
            (("columns",), say(f"falta {name!r}", f"{name!r} is missing"))
            for name in sorted(required - self.columns.keys())
        ]
        faults += [
            (("columns", name, "home_country"), fault)
            for name, column in self.parties.items()
            if (fault := _home_country_fault(name, column))
        ]
        for name, column in self.columns.items():
            faults += _map_faults(("columns", name), column, NODE_TYPES[self.makes], name)
            level = column.details.get("level") if isinstance(column, PartyColumn) else None
            if level is not None:
                faults += _map_faults(("columns", name, "level"), level, "Government", "level")
        if faults:
            raise Faults(faults)
        return self

    def _required(self) -> set[str]:
        """Return the columns that must be there; one column of parties does for both sides."""
        if self.makes != "agreement":
            return {"id"}
        alike = [n for n, c in self.parties.items() if n == "parties" or c.role == "party"]
        several = "parties" in alike or any(self.columns[name].split for name in alike)
        return {"kind"} if several else {"home", "counterpart", "kind"}

    def fields(self) -> set[str]:
        """Return the names that `columns` may have for what this loader makes."""
        if self.makes == "agreement":
            return set(AGREEMENT_COLUMNS | PARTY_COLUMNS)
        properties = load_model().nodes[NODE_TYPES[self.makes]].properties
        return {n for n, p in properties.items() if not p.volatile} | set(LINK_COLUMNS[self.makes])

    @property
    def parties(self) -> dict[str, PartyColumn]:
        """The columns that name parties."""
        return {n: c for n, c in self.columns.items() if isinstance(c, PartyColumn)}

    def source_properties(self) -> dict[str, Any]:
        """Return the properties of the Source node."""
        properties = {
            "id": self.name,
            "title_es": self.title.es,
            "title_en": self.title.en,
            "publisher": self.publisher,
            "licence": self.licence,
            "url": self.url,
            "coverage_es": self.coverage and self.coverage.es,
            "coverage_en": self.coverage and self.coverage.en,
            "limits_es": self.limits and self.limits.es,
            "limits_en": self.limits and self.limits.en,
            "synthetic": self.synthetic,
            "precedence": self.precedence,
        }
        return {name: value for name, value in properties.items() if value is not None}


def _allowed_values(node_type: str, name: str) -> list[str]:
    prop = load_model().nodes[node_type].properties.get(name)
    return list(prop.values) if prop and prop.values else []


def _home_country_fault(name: str, column: PartyColumn) -> str | None:
    home = column.home_country
    if home is None:
        return None
    if name not in {"party", "parties"}:
        return say("es sólo de la columna `parties`", "is for the column `parties` alone")
    if country_of(home).iso2 is None:
        return say(f"{home!r} no es un país conocido", f"{home!r} is no country that grafo knows")
    return None


Fault = tuple[tuple[str, ...], str]


def _map_faults(path: tuple[str, ...], column: Column, node_type: str, name: str) -> list[Fault]:
    """Return what a map gives that the model has no such value for; `keep` is none either."""
    allowed = _allowed_values(node_type, name)
    return [
        (
            (*path, "map", key),
            say(f"da {value!r}; se admite: ", f"gives {value!r}; allowed: ") + ", ".join(allowed),
        )
        for key, value in column.map.items()
        if allowed and value not in allowed
    ]


class Faults(ValueError):
    """Faults with the path of keys that leads to each."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(message for _, message in faults))
        self.faults = faults


def _validated(shape: type[Column], raw: Any, path: tuple[str, ...]) -> Column:
    try:
        return shape.model_validate(raw)
    except ValidationError as error:
        raise Faults([((*path, *map(str, e["loc"])), e["msg"]) for e in error.errors()]) from None
