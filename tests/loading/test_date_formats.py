"""Dates of registers: read as they are written, partial where they are partial."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grafo.dates import is_partial_date
from grafo.loading.date_formats import NotADate, read_date, understand
from grafo.loading.date_marks import says_no_date

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


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2010-11-30T00:00:00.000", "2010-11-30"),
        ("1998-02-01T00:00:00Z", "1998-02-01"),
        ("1995-05-03 00:00:00", "1995-05-03"),
        ("1995-05-03T00:00:00+02:00", "1995-05-03"),
        ("3/5/1995 12:00:00 a. m.", "1995-05-03"),
        ("1351-08-01", "1351-08-01"),
        ("2001/5/3", "2001-05-03"),
        ("20010503", "2001-05-03"),
        ("3. 5. 2001.", "2001-05-03"),
        ("12.V.1998", "1998-05-12"),
        ("1995*", "1995"),
        ("mars 2001", "2001-03"),
        ("1er mars 1990", "1990-03-01"),
        ("12. Mai 1958", "1958-05-12"),
        ("4 maja 1991", "1991-05-04"),
        ("3 de maio de 1995", "1995-05-03"),
        ("15. května 1999", "1999-05-15"),
        ("2001. május 3.", "2001-05-03"),
        ("1990. gada 5. maijs", "1990-05-05"),
        ("1995 m. gegužės 3 d.", "1995-05-03"),
        ("15 января 2001", "2001-01-15"),
        ("15 Μαΐου 1990", "1990-05-15"),
        ("15 जनवरी 2001", "2001-01-15"),
        ("20 d’abril de 1999", "1999-04-20"),
        ("miércoles, 3 de mayo de 1995", "1995-05-03"),
        ("May 3rd, 1995", "1995-05-03"),
        ("2001年5月3日", "2001-05-03"),
        ("2001년 5월", "2001-05"),
        ("ngày 3 tháng 5 năm 2001", "2001-05-03"),
        ("1964-XX-16", "1964"),
        ("1964-00-00", "1964"),
        ("1998-05-??", "1998-05"),
        ("??/05/1998", "1998-05"),
        ("mar-15", "2015-03"),
        ("nov-11", "2011-11"),
        ("7-jul-98", "1998-07-07"),
        ("'98", "1998"),
    ],
)
def test_dates_are_read_as_the_world_writes_them(cell: str, expected: str) -> None:
    assert read_date(cell, ["auto"]) == expected


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("c. 1990", "approximate"),
        ("ca. 1985", "approximate"),
        ("1985?", "approximate"),
        ("hacia 1990", "approximate"),
        ("1985-1990", "span"),
        ("1998/1999", "span"),
        ("1985-90", "span"),
        ("May 12", "not a date"),
        ("12-nov", "not a date"),
        ("1990s", "not a date"),
        ("antes de 1990", "not a date"),
        ("12 listopada 1998", "another month"),
        ("00/05/1998", "does not exist"),
        ("03/05/98", "dd/mm/yy"),
        ("36526", "2000-01-01"),
    ],
)
def test_what_is_in_doubt_is_refused_with_the_doubt(cell: str, why: str) -> None:
    with pytest.raises(NotADate) as refused:
        read_date(cell, ["auto"])
    assert why in refused.value.reason


@pytest.mark.parametrize(
    "cell",
    "s/f|S/F|sin fecha|(sin fecha)|n/d|NA|N/A|0|0000-00-00|9999-12-31|31.12.9999|no date|k.A.|"
    "ohne Datum|s.d.|brak|-|?|sans date|xx/xx/xxxx|nicht bekannt".split("|"),
)
def test_marks_of_nothing_are_no_date(cell: str) -> None:
    assert says_no_date(cell)


@pytest.mark.parametrize("cell", ["1995", "mayo de 1995", "pendiente", "vigente", "10"])
def test_a_date_or_a_word_of_its_own_is_no_mark_of_nothing(cell: str) -> None:
    assert not says_no_date(cell)


def test_a_year_typed_into_a_date_cell_is_no_day_of_1905() -> None:
    with pytest.raises(NotADate) as refused:
        read_date(dt.date(1905, 6, 20), ["auto"])
    assert "1998" in refused.value.reason
    assert read_date(dt.date(1905, 6, 20), ["dd/mm/yyyy"]) == "1905-06-20"
    assert read_date(dt.date(1904, 6, 20), ["auto"]) == "1904-06-20"
    # As text it may be a day that somebody means.
    assert understand("20/06/1905", ["auto"]).remark == "typed-year"


def test_an_hour_of_another_zone_is_told_of() -> None:
    assert understand("1995-05-02T22:00:00Z", ["auto"]).remark == "utc"
    assert understand("1995-05-02T00:00:00Z", ["auto"]).remark is None


@pytest.mark.parametrize("cell", ["31/02/2003", "29/02/2001", "31 de abril de 2010", "00/00/2000"])
def test_a_day_that_does_not_exist_is_refused_as_such(cell: str) -> None:
    with pytest.raises(NotADate) as refused:
        read_date(cell, ["auto"])
    assert "does not exist" in refused.value.reason


@pytest.mark.parametrize(
    "cell", ["pendiente", "12/13", "3 de brumario de 1995", "1/2/3/1995", "9999", "999"]
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


@pytest.mark.parametrize("text", ["dal 1962", "ab 1959", "No 1995", "vol. 1995", "12 ab 1959"])
def test_a_word_of_one_language_is_no_month_of_a_rare_one(text: str) -> None:
    with pytest.raises(NotADate):
        read_date(text, ["auto"])
