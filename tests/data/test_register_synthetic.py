"""register_synthetic.csv: says that it is invented, is valid row by row, has the article's shares.

Every share is counted from the file itself, with the names of the other tables; nothing is taken
from the script that made it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

from grafo.loading.date_formats import read_date
from grafo.loading.themes import theme_index
from grafo.text import fold
from tests.data.shipped import DATA, Row, rows, several

REGISTER = rows("register_synthetic.csv", skip=1)
CLAIMS = {row["measure"]: row for row in rows("article_claims.csv")}
COUNTRY_OF = {
    fold(name): row["id"]
    for row in rows("countries.csv")
    for name in (row["name_es"], row["name_en"], *several(row["aliases"]))
}
GOVERNMENTS = rows("governments_mx.csv")
STATE_OF = {
    fold(name): row["id"]
    for row in GOVERNMENTS
    if row["level"] == "state"
    for name in (row["name"], *several(row["aliases"]))
}
MUNICIPALITY_OF = {
    (row["state_id"], fold(row["name"])): row["id"]
    for row in GOVERNMENTS
    if row["level"] == "municipality"
}
_BEFORE_A_TOWN = re.compile(r"^(?:h )?(?:municipio de|ayuntamiento de|alcaldia|delegacion) ")
_BEFORE_A_STATE = re.compile(r"^gobierno (?:del|de la) |^estado de (?!mexico)")


def is_twinning(row: Row) -> bool:
    kind = fold(row["Tipo de acuerdo"])
    assert kind.removeprefix("acuerdo de ") in {"hermanamiento", "cooperacion especifica"}
    return kind.endswith("hermanamiento")


def is_municipal(row: Row) -> bool:
    level = fold(row["Orden de gobierno"])
    assert level in {"estatal", "municipal"}
    return level == "municipal"


def state(row: Row) -> str:
    return STATE_OF[fold(row["Entidad federativa"])]


def homes(row: Row) -> list[str]:
    """Ids of the Mexican parties, found by exact name within the row's state."""
    if not is_municipal(row):
        bare = fold(row["Parte mexicana"])
        for _ in range(2):
            bare = _BEFORE_A_STATE.sub("", bare)
        return [STATE_OF[bare]]
    return [
        MUNICIPALITY_OF[state(row), _BEFORE_A_TOWN.sub("", fold(one))]
        for one in row["Parte mexicana"].split(";")
    ]


def signed(row: Row) -> str:
    return read_date(row["Fecha de firma"], ["auto"])


def assert_claimed(measure: str, part: float, whole: float) -> None:
    claim = CLAIMS[measure]
    value = 100 * part / whole if claim["unit"] == "percent" else part
    assert float(claim["accept_min"]) <= value <= float(claim["accept_max"]), (measure, value)


TWINNINGS = [row for row in REGISTER if is_twinning(row)]
TOTAL = len(REGISTER)


def test_the_first_line_and_every_row_say_that_it_is_synthetic() -> None:
    first = (DATA / "register_synthetic.csv").read_text(encoding="utf-8").splitlines()[0]
    assert "SINTÉTICO" in first and "real" in first
    assert {row["Observaciones"] for row in REGISTER} == {"SINTÉTICO"}


def test_it_has_1612_numbered_agreements() -> None:
    assert TOTAL == 1612
    assert len({row["No. de registro"] for row in REGISTER}) == TOTAL
    assert_claimed("agreements_total", TOTAL, TOTAL)


def test_levels_are_shared_out_as_the_article_says() -> None:
    municipal = sum(map(is_municipal, REGISTER))
    assert_claimed("share_municipal_level", municipal, TOTAL)
    assert_claimed("share_state_level", TOTAL - municipal, TOTAL)


def test_kinds_are_shared_out_as_the_article_says() -> None:
    assert_claimed("share_twinning", len(TWINNINGS), TOTAL)
    assert_claimed("share_specific_cooperation", TOTAL - len(TWINNINGS), TOTAL)
    assert_claimed("share_twinnings_municipal", sum(map(is_municipal, TWINNINGS)), len(TWINNINGS))


def test_a_quarter_of_the_twinnings_is_with_the_united_states() -> None:
    in_us = sum(COUNTRY_OF[fold(row["País"])] == "US" for row in TWINNINGS)
    assert_claimed("share_twinnings_us", in_us, len(TWINNINGS))


def test_six_municipalities_hold_a_quarter_of_the_twinnings_and_no_seventh_ties() -> None:
    held = Counter(home for row in TWINNINGS if is_municipal(row) for home in homes(row))
    ranked = held.most_common()
    assert_claimed(
        "top6_municipalities_share_twinnings", sum(n for _, n in ranked[:6]), len(TWINNINGS)
    )
    assert ranked[5][1] > ranked[6][1]


def test_ten_states_hold_seventy_percent_on_fifteen_percent_of_the_territory() -> None:
    ranked = Counter(map(state, REGISTER)).most_common()
    assert_claimed("top10_states_share_agreements", sum(n for _, n in ranked[:10]), TOTAL)
    assert ranked[9][1] > ranked[10][1]
    areas = {row["id"]: int(row["area_km2"]) for row in GOVERNMENTS if row["level"] == "state"}
    ten = sum(areas[key] for key, _ in ranked[:10])
    assert_claimed("top10_states_share_territory", ten, sum(areas.values()))


def test_some_states_have_none_and_some_very_few() -> None:
    counts = Counter(map(state, REGISTER))
    assert len(counts) == 29
    assert min(counts.values()) < 10


def test_every_date_is_one_between_the_law_and_the_article() -> None:
    dates = [signed(row) for row in REGISTER]
    assert min(dates) >= "1992-01-03"
    assert max(dates) < "2021-10"
    years = Counter(date[:4] for date in dates)
    assert len(years) == 30
    assert years["2020"] + years["2021"] < years["2019"]
    assert set(map(len, dates)) == {4, 10}


def test_parties_stand_in_one_state_and_are_found_by_name() -> None:
    several_homes = 0
    for row in REGISTER:
        found = homes(row)
        several_homes += len(found) > 1
        assert len(set(found)) == len(found)
        if not is_municipal(row):
            assert found == [state(row)], row["No. de registro"]
    assert several_homes == 9


def test_no_two_rows_are_one_agreement() -> None:
    seen = Counter(
        (is_twinning(row), frozenset(homes(row)), counterpart(row), signed(row)[:4])
        for row in REGISTER
    )
    assert seen.most_common(1)[0][1] == 1


def counterpart(row: Row) -> tuple[str, str]:
    name = re.sub(r"^ciudad de (?!guatemala|panama|belice)", "", fold(row["Contraparte"]))
    return name, COUNTRY_OF[fold(row["País"])]


def test_a_few_pairs_sign_twice_in_different_years() -> None:
    pairs = Counter((is_twinning(row), frozenset(homes(row)), counterpart(row)) for row in REGISTER)
    again = [pair for pair, count in pairs.items() if count > 1]
    assert sum(pair[0] for pair in again) == 3
    assert 3 < len(again) < 200


def test_every_area_leads_to_a_theme_and_a_handful_of_rows_have_none() -> None:
    index = theme_index(DATA / "themes.csv")
    empty = [row for row in REGISTER if not row["Áreas de cooperación"].strip()]
    assert 1 <= len(empty) <= 20
    areas = {
        area.strip()
        for row in REGISTER
        for area in re.split("[;,]", row["Áreas de cooperación"])
        if area.strip()
    }
    assert [area for area in areas if not index.themes_in(area)] == []


def test_what_has_ended_is_not_in_force() -> None:
    for row in REGISTER:
        until = re.search(r"31/12/(\d{4})", row["Vigencia"])
        if until and int(until[1]) < 2021:
            assert fold(row["Estatus"]) in {"concluido", "terminado", "vencido"}
        if until and dt.date(int(until[1]), 12, 31) > dt.date(2021, 9, 30):
            assert fold(row["Estatus"]) in {"vigente", "terminado"}


def test_the_mess_of_a_real_register_is_in_it() -> None:
    cells = [cell for row in REGISTER for cell in row.values()]
    assert any(cell != cell.strip() for cell in cells)
    assert any("  " in cell for cell in cells)
    assert any(row["Título"].isupper() for row in REGISTER)
    assert {"D.F.", "Edo. de México"} <= {row["Entidad federativa"] for row in REGISTER}
    assert any(";" in row["Áreas de cooperación"] for row in REGISTER)
    assert any("," in row["Áreas de cooperación"] for row in REGISTER)
    assert len({row["País"].strip() for row in REGISTER if counterpart(row)[1] == "US"}) >= 5
