"""What a loader file can say of one column."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, model_validator

from grafo.language import say
from grafo.loading.date_formats import DateFormat


def as_list(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Texts = Annotated[list[Text], BeforeValidator(as_list)]


def _separator(text: Any) -> Any:
    if isinstance(text, str):
        text = text.replace("\\n", "\n")  # '\n' in single quotes is two signs in YAML
    if isinstance(text, str) and not text.strip() and "\n" not in text:
        raise ValueError(
            say(
                'un separador es un signo, una palabra o "\\n"; el espacio solo no separa',
                'a separator is a sign, a word or "\\n"; a space alone separates nothing',
            )
        )
    return text


# Unlike `Text` it keeps the spaces around it: " y " stands between words, "y" within them.
Separators = Annotated[
    list[Annotated[str, BeforeValidator(_separator), StringConstraints(min_length=1)]],
    BeforeValidator(as_list),
]


def as_column(value: Any) -> Any:
    """`country: MX` is short for `country: {constant: MX}`."""
    return value if isinstance(value, dict) else {"constant": value}


# `map: {EUA: US, "*": keep}`: what the map does not list stays as it is written.
REST, KEEP = "*", "keep"


class Strict(BaseModel):
    """Base of the schema: a key that nobody reads is an error, not a wish."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Fallback(Strict):
    """Where a value comes from where its own heading gives none."""

    heading: Texts


class Column(Strict):
    """Where a value comes from and how to read it.

    heading    accepted headings; case, accents and punctuation do not matter
    constant   the value for every row, in place of a heading
    required   the heading must be there and each row must fill it
    fallback   headings to read where this one is absent, or its cell is empty
    empty      what else counts as an empty cell
    split      separators of several values in one cell, with the spaces that they need: " y "
               cuts between words. Where any is given, each line of a cell is a value too; "\\n"
               alone says that only lines part them
    map        value in the cell → value in the graph; "*" takes whatever is left,
               "" takes an empty cell. `"*": keep` passes on what is not listed as it is written,
               where any text is a value. Without "*", an unknown value sends the row to quarantine
    date       accepted date formats, or `auto`
    """

    heading: Texts = []
    constant: str | int | float | None = None
    fallback: Fallback | None = None
    empty: Texts = []
    required: bool = False
    split: Separators = []
    map: dict[str, str] = {}
    date: Annotated[list[DateFormat], BeforeValidator(as_list)] = []

    @model_validator(mode="after")
    def _one_origin(self) -> Self:
        if bool(self.heading) == (self.constant is not None):
            raise ValueError(
                say("ponga heading o constant, uno de los dos", "give either heading or constant")
            )
        if self.fallback and not self.heading:
            raise ValueError(
                say("fallback acompaña a heading", "fallback goes with heading, not constant")
            )
        return self


ColumnOrConstant = Annotated[Column, BeforeValidator(as_column)]


class PartyColumn(Column):
    """A column that names a party. The columns beside it say where that party is.

    or_parent     an empty cell means that `parent` itself, a state, is the party
    home_country  in the column `parties`: the country whose parties are the home ones; where a
                  row has none of them, or no other, all are parties alike
    """

    or_parent: bool = False
    home_country: Text | None = None
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
