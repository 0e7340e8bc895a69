"""governments_mx.csv: Mexico's states and municipalities, whole and keyed as INEGI keys them."""

from __future__ import annotations

from collections import Counter

import pytest

from grafo.text import fold
from tests.data.shipped import rows, several

GOVERNMENTS = {row["id"]: row for row in rows("governments_mx.csv")}
STATES = {key: row for key, row in GOVERNMENTS.items() if row["level"] == "state"}
MUNICIPALITIES = {key: row for key, row in GOVERNMENTS.items() if row["level"] == "municipality"}
NEWER_THAN_THE_CENSUS = {
    "mx-02007", "mx-04013", "mx-12082", "mx-12083", "mx-12084", "mx-12085", "mx-24059",
    "mx-25019", "mx-25020",
}  # fmt: skip


def test_there_are_32_states_and_2478_municipalities() -> None:
    assert len(rows("governments_mx.csv")) == len(GOVERNMENTS)
    assert (len(STATES), len(MUNICIPALITIES)) == (32, 2478)
    assert len(STATES) + len(MUNICIPALITIES) == len(GOVERNMENTS)


def test_ids_are_made_of_inegi_keys_with_their_zeros() -> None:
    for key, row in GOVERNMENTS.items():
        assert key == f"mx-{row['inegi']}"
        assert len(row["inegi"]) == (2 if row["level"] == "state" else 5)
        assert row["inegi"].isdigit()


def test_every_municipality_lies_in_the_state_of_its_key() -> None:
    assert all(row["state_id"] == "" for row in STATES.values())
    for key, row in MUNICIPALITIES.items():
        assert row["state_id"] == key[:5]
        assert row["state_id"] in STATES


def test_municipal_populations_add_up_to_their_states() -> None:
    sums: Counter[str] = Counter()
    for row in MUNICIPALITIES.values():
        sums[row["state_id"]] += int(row["population"] or 0)
    assert sums == {key: int(row["population"]) for key, row in STATES.items()}
    assert sum(sums.values()) == 126_014_024


def test_only_municipalities_newer_than_the_census_have_no_population() -> None:
    assert {key for key, row in GOVERNMENTS.items() if not row["population"]} == (
        NEWER_THAN_THE_CENSUS
    )


def test_coordinates_lie_in_mexico_and_only_new_municipalities_lack_them() -> None:
    lacking = {key for key, row in GOVERNMENTS.items() if not row["lat"] or not row["lon"]}
    assert lacking == NEWER_THAN_THE_CENSUS - {"mx-02007", "mx-25020"}
    for key, row in GOVERNMENTS.items():
        if key not in lacking:
            assert 14.4 < float(row["lat"]) < 32.8, key
            assert -117.2 < float(row["lon"]) < -86.6, key
            assert all(len(row[axis].partition(".")[2]) <= 5 for axis in ("lat", "lon")), key


def test_areas_are_those_of_the_country_within_a_hundredth() -> None:
    areas = {key: int(row["area_km2"]) for key, row in STATES.items()}
    assert sum(areas.values()) == pytest.approx(1_960_000, rel=0.01)
    assert max(areas, key=areas.__getitem__) == "mx-08"
    assert min(areas, key=areas.__getitem__) == "mx-09"
    assert not any(row["area_km2"] for row in MUNICIPALITIES.values())


def test_an_alias_names_one_municipality_of_its_state() -> None:
    owners: dict[tuple[str, str], set[str]] = {}
    for key, row in MUNICIPALITIES.items():
        for alias in several(row["aliases"]):
            owners.setdefault((row["state_id"], fold(alias)), set()).add(key)
    names = {(row["state_id"], fold(row["name"])): key for key, row in MUNICIPALITIES.items()}
    shared = {
        alias: who | {names.get(alias, next(iter(who)))}
        for alias, who in owners.items()
        if len(who | {names.get(alias, next(iter(who)))}) > 1
    }
    assert shared == {}


def test_an_alias_names_one_state_and_says_more_than_its_name() -> None:
    owners = Counter(
        fold(name) for row in STATES.values() for name in (row["name"], *several(row["aliases"]))
    )
    assert [name for name, count in owners.items() if count > 1] == []


@pytest.mark.parametrize(
    ("spelling", "key"),
    [
        ("Distrito Federal", "mx-09"),
        ("D.F.", "mx-09"),
        ("CDMX", "mx-09"),
        ("Edomex", "mx-15"),
        ("Estado de México", "mx-15"),
        ("Coahuila de Zaragoza", "mx-05"),
        ("Veracruz de Ignacio de la Llave", "mx-30"),
        ("Michoacán de Ocampo", "mx-16"),
        ("Ciudad Juárez", "mx-08037"),
        ("Acapulco", "mx-12001"),
        ("Ecatepec", "mx-15033"),
        ("Cancún", "mx-23005"),
        ("Playa del Carmen", "mx-23008"),
        ("Solidaridad", "mx-23008"),
        ("Chetumal", "mx-23004"),
        ("Tlaquepaque", "mx-14098"),
        ("Cabo San Lucas", "mx-03008"),
        ("San José del Cabo", "mx-03008"),
        ("Ciudad Victoria", "mx-28041"),
        ("Cd. Victoria", "mx-28041"),
        ("Ciudad Obregón", "mx-26018"),
        ("Los Mochis", "mx-25001"),
        ("Villahermosa", "mx-27004"),
        ("Zihuatanejo", "mx-12038"),
        ("Rosarito", "mx-02005"),
        ("Pachuca", "mx-13048"),
        ("Jalapa", "mx-30087"),
        ("Puerto Vallarta", "mx-14067"),
        ("Guaymas", "mx-26029"),
    ],
)
def test_names_in_daily_use_are_known(spelling: str, key: str) -> None:
    row = GOVERNMENTS[key]
    assert fold(spelling) in {fold(name) for name in (row["name"], *several(row["aliases"]))}


@pytest.mark.parametrize(
    ("key", "no_name"),
    [("mx-14073", "San Juan"), ("mx-24046", "Villa"), ("mx-07121", "Honduras")],
)
def test_a_half_name_that_says_too_little_is_no_alias(key: str, no_name: str) -> None:
    assert fold(no_name) not in {fold(name) for name in several(GOVERNMENTS[key]["aliases"])}
