"""Twinnings become statements for Wikidata, true ones only, and what is left out is counted."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from grafo.errors import UsageError
from grafo.exports import ExportOptions, ExportSource, find_export, write_export
from grafo.language import Lang, set_language
from grafo.store import Store

LINE = re.compile(
    r"Q\d+\tP190\tQ\d+(\tP580\t\+\d{4}-\d\d-\d\dT00:00:00Z/(9|10|11))?"
    r'(\tS(854|4656)\t"[^"\s]+"(\t!S(854|4656)\t"[^"\s]+")*)?'
)


def _export(store: Store, folder: Path) -> tuple[list[str], str]:
    """Return the lines of the file, and what was told beside it."""
    told: list[str] = []
    output = folder / "twinnings.qs"
    options = ExportOptions(tell=told.append)
    write_export(find_export("quickstatements"), ExportSource(store), output, options)
    return output.read_text(encoding="utf-8").splitlines(), " ".join(told)


def _create(store: Store, items: dict[str, str | None], *twinnings: dict[str, Any]) -> None:
    """Create governments with their items, and agreements: home, counterpart, url, …"""
    governments = [{"id": id_, "name": id_, "wikidata": item} for id_, item in items.items()]
    _run(store, "UNWIND $rows AS row CREATE (g:Government) SET g = row", governments)
    for number, twinning in enumerate(twinnings):
        properties = {"kind": "twinning", "status": "unknown", "id": f"ag-{number}"}
        more = {k: v for k, v in twinning.items() if k in ("kind", "status", "signed")}
        row = {
            "agreement": properties | more,
            "home": twinning["home"],
            "counterpart": twinning["counterpart"],
            "sources": [
                {"id": f"s-{number}-{n}", "synthetic": twinning.get("synthetic", False), "url": u}
                for n, u in enumerate(twinning.get("urls", [None]))
            ],
            "retired": twinning.get("retired"),
        }
        _run(
            store,
            "UNWIND $rows AS row MATCH (g:Government {id: row.home}) "
            "MATCH (h:Government {id: row.counterpart}) CREATE (a:Agreement) SET a = row.agreement "
            "CREATE (g)-[:SIGNED {role: 'home'}]->(a) "
            "CREATE (h)-[:SIGNED {role: 'counterpart'}]->(a) "
            "WITH a, row UNWIND row.sources AS source CREATE (s:Source) SET s = source "
            "CREATE (a)-[r:REPORTED_IN]->(s) SET r.retired_at = row.retired",
            [row],
        )


def _run(store: Store, cypher: str, rows: list[dict[str, Any]]) -> None:
    store.write(lambda tx: tx.run(cypher, rows=rows).consume())


PAIR = {"mx-14039": "Q9022", "gn-1": "Q34600"}
TWINNED = {"home": "mx-14039", "counterpart": "gn-1"}


def test_a_twinning_is_stated_from_both_sides_with_its_date_and_page(
    store: Store, tmp_path: Path
) -> None:
    page = "https://registro.example/acuerdos?id=1"
    _create(store, PAIR, {**TWINNED, "signed": "1980-03-20", "urls": [page]})
    lines, told = _export(store, tmp_path)
    more = f'P580\t+1980-03-20T00:00:00Z/11\tS854\t"{page}"'
    assert lines == [f"Q9022\tP190\tQ34600\t{more}", f"Q34600\tP190\tQ9022\t{more}"]
    assert "1 twinnings, 2 statements" in told
    assert "Nothing was sent" in told


@pytest.mark.parametrize(
    ("signed", "stated"),
    [
        ("1995", "\tP580\t+1995-00-00T00:00:00Z/9"),
        ("1995-05", "\tP580\t+1995-05-00T00:00:00Z/10"),
        ("1995-05-03", "\tP580\t+1995-05-03T00:00:00Z/11"),
        ("0836", ""),
        (None, ""),
    ],
)
def test_a_date_is_as_precise_as_the_source_gives_it(
    embedded_store: Store, tmp_path: Path, signed: str | None, stated: str
) -> None:
    _create(embedded_store, PAIR, {**TWINNED, "signed": signed})
    lines, _ = _export(embedded_store, tmp_path)
    assert lines[0] == f"Q9022\tP190\tQ34600{stated}"


@pytest.mark.parametrize(
    "agreement", [{"status": "withdrawn"}, {"status": "expired"}, {"kind": "other"}]
)
def test_what_is_no_twinning_today_is_not_stated(
    embedded_store: Store, tmp_path: Path, agreement: dict[str, str]
) -> None:
    _create(embedded_store, PAIR, {**TWINNED, **agreement})
    lines, told = _export(embedded_store, tmp_path)
    assert lines == []
    ended = 1 if agreement.get("status") == "expired" else 0
    assert f"{ended} that have ended" in told


def test_a_twinning_signed_twice_is_stated_once_from_the_first_date_still_in_force(
    embedded_store: Store, tmp_path: Path
) -> None:
    _create(
        embedded_store,
        PAIR,
        {**TWINNED, "signed": "1960", "status": "expired", "urls": ["https://a.example/old"]},
        {**TWINNED, "signed": "2001-02", "urls": ["https://b.example/", "https://a.example/"]},
        {**TWINNED, "signed": "1999", "status": "in-force"},
        {**TWINNED, "signed": "1970", "status": "withdrawn"},
    )
    lines, told = _export(embedded_store, tmp_path)
    assert len(lines) == 2
    assert lines[0].split("\t")[3:] == [
        *("P580", "+1999-00-00T00:00:00Z/9"),
        *("S854", '"https://a.example/"', "!S854", '"https://b.example/"'),
    ]
    assert "0 that have ended" in told


def test_those_without_an_item_are_left_out_and_counted(
    embedded_store: Store, tmp_path: Path
) -> None:
    items = {**PAIR, "gn-2": None, "gn-3": "not an item", "gn-4": "Q9022"}
    others = [{"home": "mx-14039", "counterpart": f"gn-{n}"} for n in (1, 2, 3, 4)]
    _create(embedded_store, items, *others)
    lines, told = _export(embedded_store, tmp_path)
    assert len(lines) == 2
    assert "Left out were 3" in told


def test_where_no_item_is_known_it_says_how_to_give_them(
    embedded_store: Store, tmp_path: Path
) -> None:
    _create(embedded_store, {"mx-14039": None, "gn-1": None}, TWINNED)
    lines, told = _export(embedded_store, tmp_path)
    assert lines == []
    assert "column" in told and "wikidata" in told


def test_a_source_that_no_longer_says_it_is_no_reference(
    embedded_store: Store, tmp_path: Path
) -> None:
    retired = {"retired": "2026-01-01", "urls": ["https://a.example/"]}
    _create(embedded_store, PAIR, {**TWINNED, **retired})
    assert _export(embedded_store, tmp_path)[0][0] == "Q9022\tP190\tQ34600"


def test_hostile_addresses_break_no_line(embedded_store: Store, tmp_path: Path) -> None:
    urls = [
        "javascript:alert(1)",
        'https://a.example/"quoted"\t|tab\nQ1\tP31\tQ5',
        "https://b.example/México \u200f",
        "https://es.wikipedia.org/wiki/Guadalajara",
        "no address",
        "https://[broken",
    ]
    _create(embedded_store, PAIR, {**TWINNED, "urls": urls})
    lines, _ = _export(embedded_store, tmp_path)
    assert len(lines) == 2
    for line in lines:
        assert LINE.fullmatch(line), line
        assert "\tP31\t" not in line
        assert 'S4656\t"https://es.wikipedia.org/wiki/Guadalajara"' in line


@pytest.mark.parametrize(("lang", "said"), [("es", "datos sintéticos"), ("en", "synthetic data")])
def test_a_graph_with_made_up_data_is_refused(
    embedded_store: Store, tmp_path: Path, lang: Lang, said: str
) -> None:
    _create(embedded_store, PAIR, {**TWINNED, "synthetic": True})
    set_language(lang)
    with pytest.raises(UsageError, match=said):
        _export(embedded_store, tmp_path)
    assert not list(tmp_path.iterdir())
