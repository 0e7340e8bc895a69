"""One table of a page is read, with its spans unfolded and its text as a person sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from grafo.readers import Reading, locate_header, read_rows
from tests.readers.outcomes import refused, rows

REGISTER = """
<table><tr><td>menú</td><td>inicio</td></tr></table>
<table border=1>
 <tr><th colspan=100>Registro
 <tr><th rowspan=2>No.<th colspan=2>Parte  mexicana<th colspan=2>Contraparte
 <tr><th>Gobierno<th>Entidad<th>Ciudad<th>País
 <tr><td>1<td rowspan=2>Guadalajara<br>y&nbsp;Zapopan<td>Jalisco<td>Portland
     <td>EE.&nbsp;UU. &amp; &eacute;<script>var no = "<td>";</script>
 <tr><td>2<!-- nota --><td>Jalisco<td><p>Lyon</p><p>Villeurbanne</p><td>Francia
 <tr>
 <tr><td> </td></tr>
 <tr><td>3<td>León<td>Guanajuato<td>Cádiz<td>España
</table>
"""


def page(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def test_the_largest_table_is_read_with_its_spans_unfolded(tmp_path: Path) -> None:
    read = rows(page(tmp_path / "r.html", "<html><body>" + REGISTER))
    assert read == [
        (1, ("Registro",) * 5),
        (2, ("No.", "Parte mexicana", "Parte mexicana", "Contraparte", "Contraparte")),
        (3, ("No.", "Gobierno", "Entidad", "Ciudad", "País")),
        (4, ("1", "Guadalajara\ny Zapopan", "Jalisco", "Portland", "EE. UU. & é")),
        (5, ("2", "Guadalajara\ny Zapopan", "Jalisco", "Lyon\nVilleurbanne", "Francia")),
        (8, ("3", "León", "Guanajuato", "Cádiz", "España")),
    ]


def test_its_two_level_header_is_found(tmp_path: Path) -> None:
    header = locate_header(list(read_rows(page(tmp_path / "r.html", REGISTER))), {"gobierno"})
    assert header is not None
    assert header.row == 3
    assert header.names[:3] == ("No.", "Gobierno", "Parte mexicana / Entidad")


def test_a_page_saved_as_xls_is_read_as_a_page(tmp_path: Path) -> None:
    path = page(tmp_path / "reporte.xls", "<html>" + REGISTER)
    assert len(rows(path)) == 6
    assert len(rows(path, Reading(format="xls"))) == 6


def test_a_table_is_chosen_by_its_number(tmp_path: Path) -> None:
    path = page(tmp_path / "r.html", REGISTER)
    assert rows(path, Reading(sheet=1)) == [(1, ("menú", "inicio"))]
    assert rows(path, Reading(sheet="1")) == [(1, ("menú", "inicio"))]
    for wanted in (0, 3, "Registro"):
        found = refused(path, Reading(sheet=wanted))
        assert "has 2" in str(found.hint)


def test_a_table_inside_a_table_is_a_table_of_its_own(tmp_path: Path) -> None:
    path = page(
        tmp_path / "n.html",
        "<table><tr><td>fuera<table><tr><td>a<td>b<tr><td>c<td>d</table>más<td>x</table>",
    )
    assert rows(path) == [(1, ("a", "b")), (2, ("c", "d"))]
    assert rows(path, Reading(sheet=1)) == [(1, ("fuera\na\nb\nc\nd\nmás", "x"))]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset=windows-1252>", "cp1252"),
        ('<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1">', "cp1252"),
        ("", "cp1252"),
        ("<meta charset=utf-8>", "cp1252"),
        ("<meta charset=windows-1252>", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("<meta charset=windows-1253>", "cp1253"),
    ],
)
def test_the_encoding_is_the_one_that_makes_sense(tmp_path: Path, head: str, encoding: str) -> None:
    word = "Πάτρα" if encoding == "cp1253" else "Mérida «Perú»"
    path = page(tmp_path / "e.html", f"<html>{head}<table><tr><td>{word}</table>", encoding)
    assert rows(path) == [(1, (word,))]


def test_a_page_without_a_table_says_what_it_is_titled(tmp_path: Path) -> None:
    found = refused(page(tmp_path / "l.html", "<html><title>Iniciar  sesión</title><p>hola"))
    assert "'Iniciar sesión'" in found.message


def test_entities_of_a_document_type_are_not_unfolded(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    path = page(tmp_path / "b.html", f"{bomb}<html><table><tr><td>&b;</table>")
    assert rows(path) == [(1, ("&b;",))]


def test_cells_and_columns_are_bounded(tmp_path: Path) -> None:
    long = refused(page(tmp_path / "l.html", f"<table><tr><td>a<tr><td>b<td>{'x' * 150_000}"))
    assert long.at is not None
    assert (long.at.row, long.at.column) == (2, "2")
    wide = refused(page(tmp_path / "w.html", "<table><tr><td>a<tr>" + "<td>x" * 2_000))
    assert wide.at is not None
    assert wide.at.row == 2
