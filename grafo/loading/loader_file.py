"""The loader file: one YAML per source that says what its columns mean.

`parse_loader` checks a file against the schema below; whatever is wrong is reported with its
line and key, all faults at once, so that a person can mend the file in one pass.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal, Self

import yaml
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.loading.date_formats import DateFormat
from grafo.model import Bilingual, load_model
from grafo.readers import Reading

Makes = Literal["agreement", "government", "country", "theme", "representation"]
NODE_TYPES: dict[Makes, str] = {
    "agreement": "Agreement",
    "government": "Government",
    "country": "Country",
    "theme": "Theme",
    "representation": "Representation",
}


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Texts = Annotated[list[Text], BeforeValidator(_as_list)]


def _as_column(value: Any) -> Any:
    """`country: MX` is short for `country: {constant: MX}`."""
    return value if isinstance(value, dict) else {"constant": value}


class Strict(BaseModel):
    """Base of the schema: a key that nobody reads is an error, not a wish."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Column(Strict):
    """Where a value comes from and how to read it.

    heading    accepted headings; case, accents and punctuation do not matter
    constant   the value for every row, in place of a heading
    required   the heading must be there and each row must fill it
    split      separators of several values in one cell
    map        value in the cell → value in the graph; "*" takes whatever is left,
               "" takes an empty cell. Without "*", an unknown value sends the row to quarantine
    date       accepted date formats, or `auto`
    """

    heading: Texts = []
    constant: str | int | float | None = None
    required: bool = False
    split: Texts = []
    map: dict[str, str] = {}
    date: Annotated[list[DateFormat], BeforeValidator(_as_list)] = []

    @model_validator(mode="after")
    def _one_origin(self) -> Self:
        if bool(self.heading) == (self.constant is not None):
            raise ValueError(
                say("ponga heading o constant, uno de los dos", "give either heading or constant")
            )
        return self


ColumnOrConstant = Annotated[Column, BeforeValidator(_as_column)]


class PartyColumn(Column):
    """A column that names a party. The columns beside it say where that party is.

    or_parent  an empty cell means that `parent` itself, a state, is the party
    """

    or_parent: bool = False
    role: Literal["home", "counterpart", "party"] | None = None
    id: ColumnOrConstant | None = None
    country: ColumnOrConstant | None = None
    parent: ColumnOrConstant | None = None
    level: ColumnOrConstant | None = None
    lat: ColumnOrConstant | None = None
    lon: ColumnOrConstant | None = None

    @property
    def details(self) -> dict[str, Column]:
        """The columns that say more of the party, by name."""
        names = ("id", "country", "parent", "level", "lat", "lon")
        return {name: part for name in names if (part := getattr(self, name)) is not None}


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

    keywords_from: Annotated[list[Literal["title"]], BeforeValidator(_as_list)]


class ReadsBlock(Strict):
    """How the file is read; see `grafo.readers.Reading`."""

    format: Literal["auto", "csv", "tsv", "xlsx", "xls", "ods", "json", "jsonl", "html"] = "auto"
    sheet: int | str | None = None
    encoding: str | None = None
    delimiter: str | None = None

    def as_reading(self) -> Reading:
        """Return the readers' form of this block."""
        return Reading(**self.model_dump())


AGREEMENT_COLUMNS = frozenset(
    {"register_number", "title", "kind", "themes", "signed", "starts", "ends", "validity", "status"}
)
PARTY_COLUMNS = frozenset({"home", "counterpart", "party"})
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
    """A source: who publishes it, how its file is read, and what its columns mean."""

    name: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,62}$")]
    title: Bilingual
    publisher: Text
    licence: Text
    url: str | None = None
    coverage: Bilingual | None = None
    limits: Bilingual | None = None
    synthetic: bool = False
    precedence: int = Field(default=50, ge=1, le=99)
    needs: list[str] = []
    file: str | None = None
    reads: ReadsBlock = ReadsBlock()
    makes: Makes
    columns: dict[str, PartyColumn | Column]
    ignore: Texts = []
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
            shaped[name] = _validated(shape, _as_column(raw), ("columns", name))
        return {**data, "columns": shaped}

    @model_validator(mode="after")
    def _columns_make_sense(self) -> Self:
        known = self.fields()
        faults: list[_Fault] = [
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
        required = {"home", "counterpart", "kind"} if self.makes == "agreement" else {"id"}
        faults += [
            (("columns",), say(f"falta {name!r}", f"{name!r} is missing"))
            for name in sorted(required - self.columns.keys())
        ]
        for name, column in self.columns.items():
            allowed = _allowed_values(NODE_TYPES[self.makes], name)
            faults += [
                (
                    ("columns", name, "map", key),
                    say(f"da {value!r}; se admite: ", f"gives {value!r}; allowed: ")
                    + ", ".join(allowed),
                )
                for key, value in column.map.items()
                if allowed and value not in allowed
            ]
        if faults:
            raise _Faults(faults)
        return self

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


_Fault = tuple[tuple[str, ...], str]


class _Faults(ValueError):
    """Faults with the path of keys that leads to each."""

    def __init__(self, faults: list[_Fault]) -> None:
        super().__init__("; ".join(message for _, message in faults))
        self.faults = faults


def _validated(shape: type[Column], raw: Any, path: tuple[str, ...]) -> Column:
    try:
        return shape.model_validate(raw)
    except ValidationError as error:
        raise _Faults([((*path, *map(str, e["loc"])), e["msg"]) for e in error.errors()]) from None


def read_yaml(path: Path) -> tuple[str, dict[str, Any]]:
    """Read a loader file's text and the keys in it.

    Raises:
        InputError: it cannot be read, is not YAML, or holds no keys.
    """
    at = Location(path.name)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            say(
                f"no se puede leer como texto UTF-8: {error}",
                f"cannot be read as UTF-8 text: {error}",
            ),
            at=at,
        ) from None
    try:
        raw = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise InputError(
            say(f"no es YAML válido: {error}", f"is not valid YAML: {error}"), at=at
        ) from None
    if not isinstance(raw, dict):
        raise InputError(
            say("no es un cargador: no tiene claves", "is no loader file: it holds no keys"), at=at
        )
    return text, raw


def parse_loader(text: str, name: str, raw: dict[str, Any]) -> LoaderFile:
    """Check the keys of a loader file against the schema.

    `text` is the file's own text, to find the line of each fault; `raw` are its keys, laid
    over those of a loader that it extends.

    Raises:
        InputError: the schema is broken; one line per fault, each with its line and key.
    """
    tree = yaml.compose(text, Loader=yaml.SafeLoader)
    try:
        return LoaderFile.model_validate(raw)
    except ValidationError as error:
        lines = [f"{name}, {_place(tree, path)}: {message}" for path, message in _faults(error)]
        raise InputError(
            "\n".join(lines),
            hint=say(
                "`grafo loaders show generic_agreements` es una plantilla.",
                "`grafo loaders show generic_agreements` is a template.",
            ),
        ) from None


def _faults(error: ValidationError) -> list[_Fault]:
    faults: list[_Fault] = []
    for fault in error.errors():
        cause = fault.get("ctx", {}).get("error")
        if isinstance(cause, _Faults):
            faults += cause.faults
        else:
            faults.append((tuple(map(str, fault["loc"])), fault["msg"]))
    return [(path, message.removeprefix("Value error, ")) for path, message in faults]


def _place(tree: yaml.Node | None, path: tuple[str, ...]) -> str:
    """Say where in the YAML a path of keys leads, as far as it can be followed."""
    node, line = tree, 1
    for key in path:
        if not isinstance(node, yaml.MappingNode):
            break
        for name, value in node.value:
            if str(name.value) == key:
                node, line = value, name.start_mark.line + 1
                break
        else:
            break
    where = say(f"línea {line}", f"line {line}")
    return where + say(", clave ", ", key ") + repr(".".join(path)) if path else where
