"""Cells that show an error instead of a value, in the words of any spreadsheet program."""

from __future__ import annotations

import re

from grafo.language import say
from grafo.readers.rows import CellError

# #REF!, #¡VALOR!, #¿NOMBRE?, #DIV/0!, #N/D, #ЗНАЧ!: capitals behind a number sign, and one of
# three endings. Three programs' "not available" has no ending of its own.
_ERROR = re.compile(
    r"#[¡¿]?[^\W\d_](?:[^\W_]|[/_ ])*[!?]|#[^\W\d_]{1,2}/[^\W\d_]{1,2}"
    r"|#(?:NV|YOK|HIÁNYZIK|NENÍ_K_DISPOZICI|GETTING_DATA)"
)
# LibreOffice counts its own from 501.
_NUMBERED = re.compile(r"(?:Err|Erro|Fehl|Fehler|Virhe|Błąd|Ошибка):5\d\d")
# What a column that is too narrow for its number is exported as.
_TOO_NARROW = re.compile(r"#{4,}")
_FORMULA = re.compile(r"=[\w(+\-$'\"{@?\[].*", re.DOTALL)
_LONGEST = 60
_LONGEST_FORMULA = 400


def error_in(text: str) -> CellError | None:
    """Return the error that a cell's whole text is, None where it is none.

    >>> error_in("#¡REF!").text, error_in("#1 Agreement")
    ('#¡REF!', None)
    """
    if text.startswith("="):
        return no_value(text) if _FORMULA.fullmatch(text) else None
    if len(text) > _LONGEST:
        return None
    if not text.startswith("#"):
        return shown_error(text) if _NUMBERED.fullmatch(text) else None
    if text == text.upper() and _ERROR.fullmatch(text):
        return shown_error(text)
    if _TOO_NARROW.fullmatch(text):
        return CellError(
            text,
            say(
                f"sólo trae {text}: la columna era angosta cuando se exportó el archivo. "
                "Ensánchela en la hoja de cálculo y expórtelo de nuevo",
                f"holds only {text}: the column was too narrow when the file was exported. "
                "Widen it in the spreadsheet and export it again",
            ),
        )
    return None


def shown_error(text: str) -> CellError:
    """Return the cell of a formula that ended in the error `text`."""
    return CellError(
        text,
        say(
            f"muestra el error {text}: repare la fórmula, o escriba el valor",
            f"shows the error {text}: repair the formula, or type the value",
        ),
    )


def no_value(formula: str) -> CellError:
    """Return the cell of a formula whose value the file does not keep."""
    formula = formula if len(formula) <= _LONGEST_FORMULA else formula[:_LONGEST_FORMULA] + "…"
    return CellError(
        formula,
        say(
            "es una fórmula sin su valor: abra el archivo en Excel o LibreOffice y guárdelo, "
            "o escriba el valor",
            "is a formula without its value: open and save the file in Excel or LibreOffice, "
            "or type the value",
        ),
    )
