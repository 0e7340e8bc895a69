"""A loader file that is not sound says where and why, all faults at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from grafo.errors import InputError, UsageError
from grafo.loading.catalogue import find_loader, loader_paths
from grafo.loading.cells import value_of
from grafo.loading.headings import BoundColumn
from grafo.readers import Row

SOUND = """\
name: jalisco
title: {es: Registro de Jalisco, en: Register of Jalisco}
publisher: Gobierno de Jalisco
licence: CC-BY-4.0
makes: agreement
columns:
  home: {heading: Municipio, country: MX}
  counterpart: {heading: [Ciudad, Ciudad hermana], country: {heading: País}}
  kind: {heading: Tipo, map: {Hermanamiento: twinning}}
  signed: {heading: Fecha, date: [dd/mm/yyyy]}
"""


def written(folder: Path, text: str) -> str:
    path = folder / "jalisco.yml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    loader = find_loader(written(tmp_path, SOUND))
    assert loader.columns["counterpart"].heading == ["Ciudad", "Ciudad hermana"]
    assert loader.parties["home"].details["country"].constant == "MX"


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "why"),
    [
        ("makes: agreement", "makes: agreements", 5, "makes", "agreement"),
        ("heading: Tipo,", "headings: Tipo,", 9, "columns.kind", "Extra inputs"),
        ("twinning}", "twining}", 9, "columns.kind.map", "twining"),
        ("twinning}", 'twinning, "*": keep}', 9, "columns.kind.map", "keep"),
        (
            "country: MX}",
            'country: MX, level: {heading: Orden, map: {"*": keep}}}',
            7,
            "columns.home.level.map",
            "keep",
        ),
        ("[dd/mm/yyyy]", "[dd/mm]", 10, "columns.signed.date", "no year"),
        ("publisher: Gobierno de Jalisco", "publisher: ''", 3, "publisher", "at least 1"),
        ("name: jalisco", "name: Jalisco 2", 1, "name", "pattern"),
    ],
)
def test_a_fault_names_its_line_and_key(
    tmp_path: Path, old: str, new: str, line: int, key: str, why: str
) -> None:
    assert old in SOUND
    with pytest.raises(InputError) as refused:
        find_loader(written(tmp_path, SOUND.replace(old, new)))
    assert f"line {line}" in refused.value.message
    assert key in refused.value.message
    assert why in refused.value.message


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = SOUND.replace("licence: CC-BY-4.0\n", "").replace("makes: agreement", "makes: x")
    with pytest.raises(InputError) as refused:
        find_loader(written(tmp_path, text))
    assert "'licence'" in refused.value.message
    assert "'makes'" in refused.value.message


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "a: [1\n", "a: &x [*x]\n", "\x00"])
def test_what_is_no_loader_file_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError):
        find_loader(written(tmp_path, text))


def test_an_unknown_name_suggests_the_nearest() -> None:
    with pytest.raises(UsageError) as refused:
        find_loader("twin_town")
    assert "twin_towns" in refused.value.message


def test_a_file_can_extend_a_shipped_loader(tmp_path: Path) -> None:
    text = "name: puebla\nextends: generic_agreements\ncolumns:\n  title: {heading: Asunto}\n"
    loader = find_loader(written(tmp_path, text))
    base = find_loader("generic_agreements")
    assert loader.columns["title"].heading == ["Asunto"]
    assert loader.columns["kind"] == base.columns["kind"]


@pytest.mark.parametrize("base", ["nowhere", "../rai", 7])
def test_what_cannot_be_extended_is_said(tmp_path: Path, base: object) -> None:
    with pytest.raises(InputError, match="extends"):
        find_loader(written(tmp_path, f"name: a\nextends: {base}\n"))


@pytest.mark.parametrize("name", sorted(loader_paths()))
def test_every_shipped_loader_is_sound(name: str) -> None:
    loader = find_loader(name)
    assert loader.name == name
    assert loader.synthetic == ("synthetic" in name)


def test_a_map_may_pass_on_what_it_does_not_list(tmp_path: Path) -> None:
    kept = SOUND.replace(
        "country: {heading: País}", 'country: {heading: País, map: {Holanda: NL, "*": keep}}'
    )
    country = find_loader(written(tmp_path, kept)).parties["counterpart"].details["country"]
    column = BoundColumn(country, 0, "País")
    values = [value_of(Row(number, (cell,)), column) for number, cell in enumerate(
        ("HOLANDA", "Perú", ""), start=1)]  # fmt: skip
    assert values == ["NL", "Perú", None]
