"""What a load promises, on both engines."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from grafo.errors import InputError
from grafo.store.canonical import canonical_hash
from tests.loading.conftest import Office

GDL, PDX = "Guadalajara", {"Contraparte": "Portland, Oregon", "País": "Estados Unidos"}


def row(home: str, counterpart: str, country: str, **more: str) -> dict[str, str]:
    return {"Gobierno": home, "Contraparte": counterpart, "País": country, "Tipo": "", **more}


REGISTER = [
    row(
        "Guadalajara",
        "Portland, Oregon",
        "EUA",
        Número="1",
        Firma="03/05/1983",
        Tipo="Hermanamiento",
        Título="Hermanamiento Guadalajara - Portland",
        Áreas="Educación;Turismo",
        Estatus="Vigente",
    ),
    row(
        "Puebla",
        "Pueblo, Colorado",
        "Estados Unidos",
        Número="2",
        Firma="1990",
        Tipo="Hermanamiento",
        Título="",
        Áreas="Cultura",
        Estatus="Concluido",
    ),
    row(
        "Jalisco",
        "Alberta",
        "Canadá",
        Número="3",
        Firma="mayo de 1999",
        Tipo="Cooperación",
        Título="Cooperación en materia de salud",
        Áreas="",
        Estatus="Vigente",
        Vigencia="5 años",
    ),
    row(
        "Guadalajara",
        "Portland, Oregon",
        "EUA",
        Número="4",
        Firma="04/06/2001",
        Tipo="Cooperación",
        Título="Cooperación en agua",
        Áreas="Agua",
        Estatus="",
    ),
    row(
        "Mérida",
        "La Habana",
        "Cuba",
        Número="5",
        Firma="",
        Tipo="Hermanamiento",
        Título="",
        Áreas="",
        Estatus="",
    ),
]


def test_a_register_becomes_agreements_with_parties_themes_and_provenance(prepared: Office) -> None:
    report = prepared.load(REGISTER)
    assert (report.loaded, report.quarantined) == (5, 0)
    (found,) = prepared.store.rows(
        "MATCH (h:Government {id: 'mx-14039'})-[s:SIGNED]->(a:Agreement {register_number: '1'})"
        "<-[t:SIGNED]-(c:Government) MATCH (a)-[r:REPORTED_IN]->(src:Source) "
        "RETURN s.role AS home, t.role AS away, c.name AS name, a.signed AS signed, "
        "a.signed_precision AS precision, a.status AS status, r.row AS row, r.file AS file, "
        "r.sha256 AS sha, src.id AS source"
    )
    assert found["sha"] == report.sha256
    del found["sha"]
    assert found == {
        "home": "home",
        "away": "counterpart",
        "name": "Portland",
        "signed": "1983-05-03",
        "precision": "day",
        "status": "in-force",
        "row": 2,
        "file": "registro.csv",
        "source": "list",
    }
    themes = prepared.store.rows(
        "MATCH (a:Agreement)-[e:ABOUT]->(t:Theme) "
        "RETURN a.register_number AS n, t.id AS theme, e.basis AS basis ORDER BY n, theme"
    )
    assert {"n": "1", "theme": "education", "basis": "column"} in themes
    assert {"n": "3", "theme": "health", "basis": "keyword"} in themes
    (ends,) = prepared.store.rows("MATCH (a:Agreement {register_number: '3'}) RETURN a.ends AS e")
    assert ends["e"] == "2004-05"


def test_loading_twice_changes_nothing(prepared: Office) -> None:
    path = prepared.write(REGISTER)
    prepared.load(path)
    before = canonical_hash(prepared.store)
    again = prepared.load(path)
    assert (again.unchanged, again.written, again.retired) == (5, 0, 0)
    assert canonical_hash(prepared.store) == before


@pytest.mark.parametrize("batch_size", [1, 7, 500])
def test_neither_row_order_nor_batch_size_matters(prepared: Office, batch_size: int) -> None:
    rows = [*REGISTER, REGISTER[4], row("Mérida", "LA HABANA", "CUBA", Número="5")]
    prepared.load(rows)
    expected = canonical_hash(prepared.store, provenance=False)
    shuffled = random.Random(batch_size).sample(rows, len(rows))  # noqa: S311  # no secret
    prepared.store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    prepared.reference("countries", "themes")
    report = prepared.load(shuffled, batch_size=batch_size)
    assert (report.loaded, report.merged) == (5, 2)
    assert canonical_hash(prepared.store, provenance=False) == expected


def test_two_sources_of_one_twinning_make_one_agreement_with_two_reports(prepared: Office) -> None:
    undated = [row("Guadalajara", "Portland, Oregon", "Estados Unidos", Tipo="")]
    prepared.load(undated, source="crowd", precedence=70)
    report = prepared.load(REGISTER, source="register", precedence=20)
    assert (report.loaded, report.merged) == (4, 1)
    (found,) = prepared.store.rows(
        "MATCH (a:Agreement {kind: 'twinning'})<-[:SIGNED]-(:Government {id: 'mx-14039'}) "
        "MATCH (a)-[:REPORTED_IN]->(s:Source) WITH a, s ORDER BY s.id "
        "RETURN a.signed AS signed, collect(s.id) AS sources"
    )
    assert found == {"signed": "1983-05-03", "sources": ["crowd", "register"]}


def test_the_order_of_sources_does_not_matter(prepared: Office) -> None:
    undated = prepared.write([row("Guadalajara", "Portland, Oregon", "EUA", Tipo="")], "crowd.csv")
    other = [
        row("Guadalajara", "Portland, Oregon", "EUA", Número="9", Firma="1983", Título="Pacto")
    ]
    loads = [
        (undated, "crowd", 70),
        (prepared.write(REGISTER), "register", 20),
        (prepared.write(other, "state.csv"), "state", 40),
    ]
    hashes = set()
    for order in ((0, 1, 2), (2, 1, 0), (1, 0, 2), (2, 0, 1)):
        prepared.store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
        prepared.reference("countries", "themes")
        for index in order:
            path, source, precedence = loads[index]
            prepared.load(path, source=source, precedence=precedence)
        hashes.add(canonical_hash(prepared.store))
    assert len(hashes) == 1


def test_what_a_source_no_longer_says_is_retired_and_comes_back(prepared: Office) -> None:
    prepared.load([row("Guadalajara", "Portland, Oregon", "EUA")], source="crowd", precedence=70)
    prepared.load(REGISTER, source="register", precedence=20)
    whole = canonical_hash(prepared.store, provenance=False)
    report = prepared.load(REGISTER[1:], source="register", precedence=20)
    assert report.retired == 1
    # The other source still says it, so the agreement stands, without what only one gave.
    (kept,) = prepared.store.rows(
        "MATCH (a:Agreement {kind: 'twinning'})<-[:SIGNED]-(:Government {id: 'mx-14039'}) "
        "RETURN a.status AS status, a.retired_at AS gone, a.signed AS signed"
    )
    assert kept == {"status": "unknown", "gone": None, "signed": None}
    prepared.load(REGISTER[2:], source="register", precedence=20, allow_shrink=True)
    (gone,) = prepared.store.rows(
        "MATCH (a:Agreement {register_number: '2'}) RETURN a.status AS s, a.retired_at AS at"
    )
    assert gone["s"] == "withdrawn"
    assert gone["at"]
    assert not prepared.count(
        "MATCH (g:Government {id: 'mx-21114'})-[e:TWINNED_WITH]-() RETURN count(e) AS n"
    )
    prepared.load(REGISTER, source="register", precedence=20)
    assert canonical_hash(prepared.store, provenance=False) == whole


def test_a_shrunken_file_is_refused_before_any_write(prepared: Office) -> None:
    prepared.load(REGISTER)
    before = canonical_hash(prepared.store)
    with pytest.raises(InputError, match="would retire 2 of the 5"):
        prepared.load(REGISTER[:3])
    assert canonical_hash(prepared.store) == before
    part = prepared.load(REGISTER[:3], keep_missing=True)
    assert (part.unchanged, part.retired) == (3, 0)


def test_bad_rows_are_quarantined_with_where_and_why_and_load_once_mended(prepared: Office) -> None:
    broken = [dict(r) for r in REGISTER]
    broken[0]["Firma"] = "31/02/1983"
    broken[4]["País"] = "Atlántida"
    report = prepared.load(broken)
    assert (report.loaded, report.quarantined, report.contract_kept) == (3, 2, False)
    assert [(p.row, p.column) for p in report.problems] == [(2, "Firma"), (6, "País")]
    assert "does not exist" in report.problems[0].reason
    assert report.quarantine_file is not None
    path = Path(report.quarantine_file)
    text = path.read_text(encoding="utf-8-sig")
    assert "31/02/1983" in text
    mended = path.with_name("mended.csv")
    mended.write_text(
        text.replace("31/02/1983", "03/05/1983").replace("Atlántida", "Cuba"), encoding="utf-8"
    )
    repaired = prepared.load(mended)
    assert (repaired.loaded, repaired.quarantined, repaired.retired) == (2, 0, 0)
    assert repaired.columns_unread == []
    amended = canonical_hash(prepared.store, provenance=False)
    # The original file again: its bad rows are bad still, and what mends them stays.
    again = prepared.load(prepared.write(broken))
    assert (again.unchanged, again.quarantined, again.retired) == (3, 2, 0)
    assert canonical_hash(prepared.store, provenance=False) == amended
    prepared.store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    prepared.reference("countries", "themes")
    prepared.load(REGISTER)
    assert canonical_hash(prepared.store, provenance=False) == amended


def test_a_file_that_is_wrong_as_a_whole_loads_nothing(prepared: Office) -> None:
    empty = canonical_hash(prepared.store)
    swapped = [{**r, "Contraparte": r["País"], "País": r["Contraparte"]} for r in REGISTER]
    with pytest.raises(InputError, match="5 of 5 rows break the contract"):
        prepared.load(swapped)
    with pytest.raises(InputError, match="'Contraparte'"):
        prepared.load([{k: v for k, v in r.items() if k != "Contraparte"} for r in REGISTER])
    assert canonical_hash(prepared.store) == empty


def test_a_broken_file_is_told_of_behind_a_hundred_ambiguous_rows(prepared: Office) -> None:
    ambiguous = [row("Guadalajara", "Springfield", "EUA", Número=str(n)) for n in range(110)]
    broken = [row("Guadalajara", "Lyon", "Francia", Firma="31/02/2001") for _ in range(120)]
    with pytest.raises(
        InputError, match="120 of 230 rows break the contract, the first on row 112"
    ):
        prepared.load([*ambiguous, *broken])


def test_an_ambiguous_name_waits_for_a_decision_and_then_loads(prepared: Office) -> None:
    rows = [*REGISTER, row("Benito Juárez", "Springfield", "Estados Unidos")]
    report = prepared.load(rows)
    assert (report.loaded, report.ambiguous, report.contract_kept) == (5, 1, True)
    assert not prepared.count("MATCH (g:Government {name: 'Springfield'}) RETURN count(g) AS n")
    prepared.decide(
        "version,name,country,parent,level,decision\n"
        "1,Benito Juárez,MX,,,mx-23005\n1,Springfield,Estados Unidos,,,gn-4250542\n"
    )
    again = prepared.load(rows)
    assert (again.loaded, again.unchanged, again.ambiguous) == (1, 5, 0)


def test_a_dry_run_counts_and_writes_nothing(prepared: Office) -> None:
    before = canonical_hash(prepared.store)
    trial = prepared.load(REGISTER, dry_run=True)
    assert (trial.loaded, trial.written) == (5, 0)
    assert canonical_hash(prepared.store) == before
    prepared.load(REGISTER)
    trial = prepared.load(REGISTER[1:], dry_run=True)
    assert (trial.unchanged, trial.retired) == (4, 1)


def test_several_parties_in_a_cell_are_all_parties(prepared: Office) -> None:
    prepared.load([row("Guadalajara", "Kioto; Lyon", "Japón; Francia")])
    assert prepared.count("MATCH (a:Agreement)<-[:SIGNED]-(g:Government) RETURN count(g) AS n") == 3
    # Kyoto and Lyon are not linked with each other by what each signed with Guadalajara.
    assert prepared.count("MATCH ()-[e:COOPERATES_WITH]->() RETURN count(e) AS n") == 2


def test_derived_edges_follow_the_agreements(prepared: Office) -> None:
    prepared.load(REGISTER)
    (edge,) = prepared.store.rows(
        "MATCH (a:Government {id: 'mx-14039'})-[e:COOPERATES_WITH]-() RETURN properties(e) AS e"
    )
    assert edge["e"] == {
        "agreements": 2,
        "kinds": ["specific-cooperation", "twinning"],
        "themes": ["education", "tourism", "water"],
        "since": "1983-05-03",
        "last": "2001-06-04",
    }
    prepared.reference("representations_mx")
    (near,) = prepared.store.rows(
        "MATCH (g:Government {name: 'Portland'})-[e:NEAREST]->(r:Representation) "
        "RETURN r.city AS city, e.km AS km"
    )
    assert near["city"] == "Portland"
    assert near["km"] < 5
    assert not prepared.count(
        "MATCH (g:Government {country: 'MX'})-[e:NEAREST]->() RETURN count(e) AS n"
    )


def test_the_two_sides_cannot_be_one_government(prepared: Office) -> None:
    report = prepared.load([*REGISTER, row("Guadalajara", "Guadalajara, Jalisco", "México")])
    assert report.quarantined == 1
    assert "stands twice" in report.problems[0].reason


def test_hostile_text_stays_text(prepared: Office) -> None:
    hostile = "x'}) DETACH DELETE n //`\\u0060 $rows {{}} ${jndi:ldap://x} <script>"
    report = prepared.load(
        [*REGISTER, row("Guadalajara", hostile, "Francia", Título=hostile, Número=hostile)]
    )
    assert report.quarantined == 0
    (found,) = prepared.store.rows(
        "MATCH (g:Government {country: 'FR'})-[:SIGNED]->(a) RETURN g.name AS g, a.title AS a"
    )
    assert found == {"g": hostile, "a": hostile}
