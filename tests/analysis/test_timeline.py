"""Timeline: years, growth, the pandemic, and what partial or odd dates mean for them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from grafo.analysis.result import Result
from grafo.analysis.snapshot import Agreement, Snapshot, Theme
from grafo.analysis.timeline import timeline
from tests.analysis.small_graph import city, graph, signed, state, town

THEMES = (Theme("culture", "Cultura", "Culture"), Theme("health", "Salud", "Health"))


def on(date: str | None, times: int = 1, **changes: Any) -> list[Agreement]:
    """Return agreements signed on a date."""
    return [
        replace(signed(f"{date}-{changes}-{n}", "puerto", "paris"), signed=date, **changes)
        for n in range(times)
    ]


def register(*agreements: list[Agreement]) -> Snapshot:
    governments = [state("este"), town("puerto", "este"), city("paris", "FR")]
    found = graph(governments, [one for some in agreements for one in some])
    return replace(found, themes=THEMES)


def rows(result: Result, table: str, key: str) -> dict[Any, dict[str, Any]]:
    return {record[key]: record for record in result.table(table).records()}


def told(result: Result, words: str, lang: str = "es") -> bool:
    return any(words in text[lang] for text in (*result.findings, *result.notes))


def test_every_year_from_the_first_to_the_last_is_there_with_its_kinds_and_the_sum_so_far() -> None:
    result = timeline(register(on("2001-05-03", 2), on("2003", 3, kind="specific-cooperation")))
    assert list(result.table("years").columns)[:4] == [
        "year", "agreements", "twinning", "specific_cooperation",
    ]  # fmt: skip
    assert [row[:4] + row[-1:] for row in result.table("years").rows] == [
        (2001, 2, 2, 0, 2),
        (2002, 0, 0, 0, 2),
        (2003, 3, 0, 3, 5),
    ]
    assert result.findings[0].es == (
        "Entre mayo de 2001 y 2003 se firmaron 5 acuerdos; el año con más fue 2003, con 3."
    )
    assert result.findings[0].en == (
        "Between May 2001 and 2003, 5 agreements were signed; the year with most was 2003, with 3."
    )


def test_years_that_tie_for_the_most_are_all_named() -> None:
    result = timeline(register(on("2001", 2), on("2003", 2)))
    assert told(result, "los años con más fueron 2001 y 2003, con 2 cada uno.")


def test_agreements_without_a_date_are_counted_and_left_out_of_the_years() -> None:
    result = timeline(register(on("2001", 2), on(None, 3)))
    assert told(result, "3 de 5 acuerdos no traen fecha de firma")
    assert told(result, "3 of 5 agreements have no date of signature", "en")
    assert result.table("years").rows[-1][-1] == 2


def test_without_any_date_there_is_one_helpful_finding_and_no_rows() -> None:
    result = timeline(register(on(None, 3, status="unknown")))
    assert len(result.findings) == 1
    assert told(result, "De 3 acuerdos, ninguno trae fecha de firma")
    assert [table.rows for table in result.tables] == [[]]


def test_an_empty_graph_says_that_there_is_nothing_to_put_in_order() -> None:
    result = timeline(Snapshot())
    assert [finding.en for finding in result.findings] == [
        "There are no agreements in the graph: load a register with “grafo load”."
    ]


def test_a_period_is_averaged_over_the_months_that_the_data_covers() -> None:
    result = timeline(register(on("1997-01", 4), on("2001", 10), on("2006-03-31", 6)))
    five = rows(result, "five_years", "period")
    assert list(five) == ["1995–1999", "2000–2004", "2005–2009"]
    # From 1997, the year of the first signature; up to March 2006, the month of the last.
    assert five["1995–1999"]["per_year"] == round(4 / 3, 2)
    assert five["2005–2009"]["per_year"] == round(6 / 15 * 12, 2)
    assert five["2000–2004"]["change_percent"] == 50.0
    assert [row["complete"] for row in five.values()] == [False, True, False]
    assert list(rows(result, "decades", "period")) == ["1990–1999", "2000–2009"]


def test_growth_is_compound_between_the_first_and_the_last_complete_five_years() -> None:
    result = timeline(register(on("1990", 5), on("2004", 10), on("2010", 20), on("2016", 1)))
    # 1 a year in 1990–1994 and 4 a year in 2010–2014, twenty years later: 4 ** (1/20) - 1.
    assert told(result, "de 1990–1994 a 2010–2014 la firma pasó de 1.0 a 4.0 al año "
                "(+7.2 % anual compuesto)")  # fmt: skip
    assert told(result, "La mitad se firmó de 2010 en adelante")


def test_no_growth_is_said_from_or_to_nothing() -> None:
    result = timeline(register(on("1992", 5), on("2006", 1)))
    assert not told(result, "anual compuesto")


def test_the_pandemic_is_compared_by_the_year_over_the_months_covered() -> None:
    themed = {"themes": ("health",)}
    result = timeline(
        register(
            on("2017", 12),
            on("2019", 24, kind="specific-cooperation"),
            on("2020-05", 4, **themed),
            on("2021-06-30", 5, kind="specific-cooperation"),
        )
    )
    compared = rows(result, "pandemic", "id")
    assert (compared["all"]["before"], compared["all"]["during"]) == (36, 9)
    assert compared["all"]["during_per_year"] == 6.0  # 9 in 18 months
    assert compared["all"]["change_percent"] == -50.0
    assert compared["twinning"]["change_percent"] == round(100 * (4 / 1.5 / 4 - 1), 1)
    assert compared["health"]["change_percent"] is None  # nothing before
    assert told(result, "En la pandemia, 2020–2022 (hasta junio de 2021), se firmaron 9: 6.0 al "
                "año, contra 12.0 en 2017–2019 (−50.0 %)")  # fmt: skip


def test_data_that_ends_before_the_pandemic_is_not_compared() -> None:
    result = timeline(register(on("2017", 12), on("2019-12-31", 2)))
    assert "pandemic" not in [table.name for table in result.tables]
    assert not told(result, "pandemia")


def test_a_theme_is_said_to_gain_only_when_chance_would_not_do_it() -> None:
    culture, health = {"themes": ("culture",)}, {"themes": ("health",)}
    few = timeline(register(on("1995", 3, **culture), on("2000", 3, **health), on("2005")))
    assert not told(few, "el tema que más ganó")
    many = timeline(register(on("1995", 30, **culture), on("2000", 30, **health), on("2005")))
    assert told(many, "De 1995–1999 a 2000–2004: el tema que más ganó es Salud, de 0.0 % a "
                "100.0 %; el que más perdió es Cultura, de 100.0 % a 0.0 %")  # fmt: skip


def test_themes_have_their_first_and_last_year_and_their_share_of_each_five_years() -> None:
    result = timeline(
        register(
            on("1996", 1, themes=("culture",)),
            on("1999", 3, themes=("culture", "health")),
            on("2003", 1, themes=("health",)),
            on("2004"),
        )
    )
    themes = rows(result, "themes", "id")
    assert themes["culture"]["first_year"] == 1996
    assert (themes["health"]["last_year"], themes["health"]["peak"]) == (2003, "1995–1999")
    shares = {
        (r["period"], r["id"]): r["share"] for r in result.table("themes_by_period").records()
    }
    assert shares["1995–1999", "health"] == 0.75
    assert shares["2000–2004", "health"] == 1.0  # of those with a theme


def test_on_leaves_out_what_was_signed_later_and_says_so() -> None:
    found = register(on("2010", 2), on("2015-06-30"), on("2015-07-01"), on("2016"))
    result = timeline(found, on="2015-06-30")
    assert sum(row[1] for row in result.table("years").rows) == 3
    assert told(result, "a la fecha pedida, 30 de junio de 2015; 2 firmas posteriores quedan fuera")
    early = timeline(found, on="1999")
    assert told(early, "Ningún acuerdo con fecha se firmó hasta 1999: los 5 que la traen son")
    assert [table.rows for table in early.tables] == [[]]


def test_a_partial_date_is_left_out_only_when_it_is_surely_later() -> None:
    result = timeline(register(on("2015"), on("2015-07"), on("2015-06")), on="2015-06-30")
    assert sum(row[1] for row in result.table("years").rows) == 2
    assert told(result, "Fechas que sólo dicen el año: 1; que sólo dicen año y mes: 1.")


def test_signatures_before_the_law_of_1992_and_far_from_all_others_are_named() -> None:
    result = timeline(register(on("1985"), on("2001", 2), on("2201-05-03")))
    assert told(
        result, "1 firma es anterior a 1992, año de la Ley sobre la Celebración de Tratados"
    )
    assert told(result, "2201 está a 200 años de la firma más cercana: quizá sea un error")
    assert not told(timeline(register(on("1992"), on("2001"))), "anterior")


def test_a_misread_year_does_not_make_a_row_of_every_year_between() -> None:
    result = timeline(register(on("0201"), on("2001", 2)))
    assert [row[0] for row in result.table("years").rows] == [201, 2001]


def test_the_kind_and_the_country_can_be_chosen() -> None:
    found = register(on("2001", 2), on("2003", kind="other"))
    assert told(timeline(found, kind="other"), "se firmó 1 acuerdo de otro tipo")
    assert told(timeline(found, country="Francia"), "se firmaron 3 acuerdos")


@pytest.mark.parametrize("date", ["1999", "1999-12", "1999-12-31"])
def test_one_agreement_is_enough(date: str) -> None:
    result = timeline(register(on(date)))
    assert told(result, "se firmó 1 acuerdo; el año con más fue 1999, con 1.")
    assert len(result.table("years").rows) == 1
