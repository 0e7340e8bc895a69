"""The parties of a row: each once, on the side its country tells, and two at least."""

from __future__ import annotations

from pathlib import Path

import pytest

from grafo.errors import InputError
from grafo.loading.separators import lines_of, split, split_cell
from tests.loading.reading import HEADINGS, TWO_SIDES, read

PARTIES = """\
columns:
  parties: {heading: Partes, required: true, split: [";", " y "], home_country: MX}
  kind: twinning
  title: {heading: Título}
"""


def test_one_column_of_parties_tells_home_from_counterpart_by_country(tmp_path: Path) -> None:
    rows = [
        ["Título", "Partes"],
        ["A", "México: Puebla; Francia: Lyon"],
        ["B", "Francia: Lyon; Italia: Turín; Francia: LYON"],
        ["C", "México: Puebla"],
        ["D", "México: Puebla y México: Mérida"],
    ]
    found = read(tmp_path, rows, PARTIES)
    assert found.parties() == [
        {"mx-puebla": "home", "fr-lyon": "counterpart"},
        {"fr-lyon": "party", "it-turin": "party"},
        {"mx-puebla": "party", "mx-merida": "party"},
    ]
    assert found.notes == ["rows that name a party twice in 'Partes', counted once: 1 (3)"]
    assert "single party" in found.reasons[0]


def test_without_a_home_country_all_are_parties_alike(tmp_path: Path) -> None:
    loader = PARTIES.replace(", home_country: MX", "")
    rows = [["Partes"], ["México: Puebla; Francia: Lyon"]]
    assert set(read(tmp_path, rows, loader).parties()[0].values()) == {"party"}


@pytest.mark.parametrize(
    "columns",
    [
        '  home: {heading: Partes, role: party, split: ";"}\n',
        '  home: {heading: Partes, role: party, split: ";"}\n'
        '  counterpart: {heading: Partes, role: party, split: ";"}\n',
    ],
)
def test_a_column_of_parties_may_be_called_home_or_both_sides(tmp_path: Path, columns: str) -> None:
    rows = [["Partes"], ["Francia: Lyon ; Malta: Mdina ; Malta: MDINA"]]
    found = read(tmp_path, rows, f"columns:\n{columns}  kind: other\n")
    assert found.parties() == [{"fr-lyon": "party", "mt-mdina": "party"}]
    assert found.notes == ["rows that name a party twice in 'Partes', counted once: 1 (2)"]


def test_hundreds_of_parties_in_a_cell_are_all_parties(tmp_path: Path) -> None:
    names = "; ".join(f"Francia: Villa {number}" for number in range(300))
    (parties,) = read(tmp_path, [["Partes"], [names]], PARTIES).parties()
    assert len(parties) == 300


def test_the_lines_of_a_cell_are_parties_or_asked_about(tmp_path: Path) -> None:
    rows = [
        HEADINGS[1:],
        ["Tijuana\nEnsenada", "San Diego", "EUA"],
        ["San Miguel\nde Allende", "Lyon", "Francia"],
        ["Mérida", "Lyon\nNantes", "Francia"],
    ]
    found = read(tmp_path, rows)
    assert [set(parties) for parties in found.parties()] == [
        {"mx-tijuana", "mx-ensenada", "us-san-diego"},
        {"mx-san-miguel-de-allende", "fr-lyon"},
    ]
    # The loader splits the home cells, so it was told of several; the others it was not.
    assert ["cells of 'Gobierno' with several lines" in note for note in found.notes] == [True]
    assert "has 2 lines" in found.reasons[0]
    for separator in ('"\\n"', "'\\n'"):
        split_too = TWO_SIDES.replace("Contraparte,", f"Contraparte, split: {separator},")
        assert len(read(tmp_path, rows, split_too).claims) == 3


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ("Dallas\r\nHouston", ["Dallas", "Houston"]),
        ("Dallas_x000D_\nHouston", ["Dallas", "Houston"]),
        ("1. Dallas\n2. Houston", ["Dallas", "Houston"]),
        ("• Łódź\n• Kraków", ["Łódź", "Kraków"]),
        ("San Miguel\nde Allende", ["San Miguel de Allende"]),
        ("Guadalajara,\nJalisco", ["Guadalajara, Jalisco"]),
        ("Frankfurt\n(Oder)", ["Frankfurt (Oder)"]),
        ("Stratford-upon-Avon\n\n", ["Stratford-upon-Avon"]),
    ],
)
def test_a_line_that_only_wraps_the_one_before_is_no_line_of_its_own(
    cell: str, lines: list[str]
) -> None:
    assert lines_of(cell) == lines


@pytest.mark.parametrize(
    ("text", "separators", "parts"),
    [
        ("Ayuntamiento de Ixtlán y León", [" y "], ["Ayuntamiento de Ixtlán", "León"]),
        ("GUADALAJARA Y ZAPOPAN", [" y "], ["GUADALAJARA", "ZAPOPAN"]),
        ("Saint-Denis - Tanger", [" - "], ["Saint-Denis", "Tanger"]),
        ("Lyon und Nantes", [" und "], ["Lyon", "Nantes"]),
        ("FRANCE ; MALTA; ITALY", [" ; "], ["FRANCE", "MALTA", "ITALY"]),
        ("Kioto;Lyon | Turín", [";", "|"], ["Kioto", "Lyon", "Turín"]),
        ("A y el B y C", [" y ", " y el "], ["A", "B", "C"]),
    ],
)
def test_a_separator_keeps_its_spaces(text: str, separators: list[str], parts: list[str]) -> None:
    assert split(text, separators) == parts
    assert split_cell(text, text, separators) == parts


def test_a_name_on_both_sides_is_still_refused(tmp_path: Path) -> None:
    found = read(tmp_path, [HEADINGS[1:], ["Puebla", "Puebla", "México"]])
    assert "stands twice" in found.reasons[0]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("home_country: MX", "home_country: Atlántida", "home_country.*no country"),
        ('split: [";", " y "]', 'split: " "', "parties.split.*separates nothing"),
        ("parties:", "home:", "'counterpart' is missing"),
    ],
)
def test_a_fault_of_the_new_keys_names_its_line_and_key(
    tmp_path: Path, old: str, new: str, why: str
) -> None:
    assert old in PARTIES
    with pytest.raises(InputError, match=why):
        read(tmp_path, [["Partes"], ["x"]], PARTIES.replace(old, new))


@pytest.mark.parametrize("name", ["?", ".", "12", "NULL", "TBD", "Ídem", "por confirmar", "???"])
def test_what_is_nobodys_name_makes_no_government(tmp_path: Path, name: str) -> None:
    rows = [["Número", "Gobierno", "Contraparte", "País"], ["1", "Puebla", name, "Francia"]]
    read_one = read(tmp_path, rows)
    assert read_one.claims == []
    assert any("nobody's name" in reason for reason in read_one.reasons)


def test_a_countrys_name_is_not_cut_at_a_word_in_it(tmp_path: Path) -> None:
    loader = PARTIES.replace(", home_country: MX", "")
    rows = [["Partes"], ["Bosnia y Herzegovina; Chile"], ["Lyon y Trier"]]
    first, second = read(tmp_path, rows, loader).parties()
    assert len(first) == len(second) == 2
    assert not any(party.partition("-")[2] == "herzegovina" for party in first)
