"""Dates of registers: read as they are written, partial where they are partial."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grafo.dates import is_partial_date
from grafo.loading.date_formats import NotADate, read_date

MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("03/05/1995", "1995-05-03"),
        ("3/5/1995", "1995-05-03"),
        ("3 de mayo de 1995", "1995-05-03"),
        ("1º de mayo de 1995", "1995-05-01"),
        ("1o. de Mayo de 1995", "1995-05-01"),
        ("3 de MAYO del 2005", "2005-05-03"),
        ("setiembre de 1998", "1998-09"),
        ("15-ago-2010", "2010-08-15"),
        ("May 3, 1995", "1995-05-03"),
        ("05/1995", "1995-05"),
        ("1995", "1995"),
        (1995, "1995"),
        ("1995-05-03", "1995-05-03"),
        (dt.date(1995, 5, 3), "1995-05-03"),
        (dt.datetime(1995, 5, 3, 0, 0), "1995-05-03"),  # as a workbook gives it
    ],
)
def test_a_date_keeps_the_precision_it_is_written_with(cell: object, expected: str) -> None:
    assert read_date(cell, ["auto"]) == expected


@pytest.mark.parametrize("cell", ["31/02/2003", "29/02/2001", "31 de abril de 2010", "00/00/2000"])
def test_a_day_that_does_not_exist_is_refused_as_such(cell: str) -> None:
    with pytest.raises(NotADate) as refused:
        read_date(cell, ["auto"])
    assert "does not exist" in refused.value.reason


@pytest.mark.parametrize(
    "cell", ["pendiente", "12/13", "3 de brumario de 1995", "1/2/3/1995", "9999", "1492"]
)
def test_what_is_no_date_of_a_register_is_refused(cell: str) -> None:
    with pytest.raises(NotADate):
        read_date(cell, ["auto"])


def test_month_first_is_read_only_when_asked_for() -> None:
    assert read_date("12/31/1999", ["mm/dd/yyyy"]) == "1999-12-31"
    with pytest.raises(NotADate):
        read_date("12/31/1999", ["auto"])


@given(st.dates(dt.date(1800, 1, 1), dt.date(2100, 12, 31)))
def test_every_day_comes_back_from_every_way_of_writing_it(day: dt.date) -> None:
    spelled = f"{day.day} de {MONTHS.split()[day.month - 1]} de {day.year}"
    for text in (day.isoformat(), f"{day:%d/%m/%Y}", spelled, f"{day:%d.%m.%Y}"):
        assert read_date(text, ["auto"]) == day.isoformat()


@given(st.text(max_size=40))
def test_no_text_yields_anything_but_a_date_or_a_refusal(text: str) -> None:
    try:
        read = read_date(text, ["auto"])
    except NotADate as refused:
        assert refused.reason
    else:
        assert is_partial_date(read)
