"""A file loaded again with a corrected loader, other decisions or mended rows: one right graph."""

from __future__ import annotations

import csv
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grafo.errors import InputError, StoreError
from grafo.loading import run
from grafo.loading.catalogue import find_loader
from grafo.loading.report import RunReport
from grafo.places import Matcher
from grafo.store import Store
from grafo.store.canonical import canonical_hash
from grafo.store.ledger import finished, runs
from grafo.store.leftovers import leftovers
from tests.conftest import emptied
from tests.loading.conftest import LIST, Office

COUNTED = ("read", "loaded", "merged", "unchanged", "quarantined", "retired", "unmatched")
Change = tuple[str, str]

NO_CHANGE: Change = ("", "")
# How a loader may have been wrong: each changes what the same rows are read as.
WRONG: dict[str, Change] = {
    "a split that cuts names": (
        "    heading: Gobierno\n",
        '    heading: Gobierno\n    split: "a"\n',
    ),
    "no split": ('    split: ";"\n    country', "    country"),
    "another country": ("    country: MX\n", "    country: ES\n"),
    "another kind": ("Hermanamiento: twinning", "Hermanamiento: other"),
    "another level": (
        "    heading: Contraparte\n",
        "    heading: Contraparte\n    level: organization\n",
    ),
    "other roles": ("    heading: Contraparte\n", "    heading: Contraparte\n    role: party\n"),
    "no numbers": ("  register_number: {heading: Número}\n", ""),
    "another status": ("Concluido: expired", "Concluido: withdrawn"),
}


def row(home: str, counterpart: str, country: str, number: str, **more: str) -> dict[str, str]:
    said = {"Gobierno": home, "Contraparte": counterpart, "País": country, "Número": number}
    return {**said, "Tipo": "Hermanamiento", "Firma": "", "Estatus": "Concluido", **more}


ROWS = [
    row("Guadalajara", "Lyon", "Francia", "1", Firma="1990"),
    row("Guadalajara", "Lyon", "Francia", "2", Firma="2001-05-03", Tipo="Cooperación"),
    row("Mérida", "Villa Inventada; Nirgendwo am Fluß", "Cuba;Alemania", "3"),
    row("Oaxaca de Juárez", "Université de Nulle Part", "Francia", "4", Estatus="Vigente"),
    row("Zapopan", "Kioto", "Japón", "5", Firma="mayo de 1999"),
    row("ZAPOPAN", "Kioto", "Japón", "5", Firma="mayo de 1999"),
]


def load(
    office: Office, path: Path, *changes: Change, source: str = "list", **options: Any
) -> RunReport:
    """Load a file with the loader as the changes make it."""
    text = LIST.format(name=source, precedence=50, tolerance=1.0)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    spec = office.folder / f"{source}.yml"
    spec.write_text(text, encoding="utf-8")
    return office._run(find_loader(str(spec)), path, **options)


def counts(report: RunReport) -> dict[str, Any]:
    return {name: getattr(report, name) for name in COUNTED}


def test_a_corrected_loader_makes_the_graph_that_it_alone_would_have_made(prepared: Office) -> None:
    path = prepared.write(ROWS)
    load(prepared, path)
    right = canonical_hash(prepared.store)
    for name, wrong in WRONG.items():
        load(prepared, path, wrong)
        assert canonical_hash(prepared.store) != right, name
        foretold = load(prepared, path, dry_run=True)
        corrected = load(prepared, path)
        assert counts(corrected) == counts(foretold), name
        assert canonical_hash(prepared.store) == right, name
        assert load(prepared, path).written == 0, name


def test_what_a_correction_takes_out_is_said(prepared: Office) -> None:
    path = prepared.write(ROWS)
    load(prepared, path, WRONG["another country"])
    report = load(prepared, path)
    assert report.retired > 0
    (note,) = [note for note in report.notes if "earlier reading of this same file" in note.text]
    assert note.count == report.retired
    assert not prepared.count(
        "MATCH (a:Agreement) WHERE a.status = 'withdrawn' RETURN count(a) AS n"
    )


def test_a_changed_decision_moves_the_agreement_and_leaves_nothing(prepared: Office) -> None:
    rows = [*ROWS, row("Guadalajara", "Springfield", "Estados Unidos", "7")]
    path = prepared.write(rows)
    decided = "name,country,decision\nSpringfield,Estados Unidos,{}\n"
    for decision in ("gn-4250542", "gn-4951788", "omitir", "nuevo"):
        prepared.decide(decided.format(decision))
        load(prepared, path)
        found = prepared.store.rows(
            "MATCH (:Government {id: 'mx-14039'})-[:SIGNED]->(a {register_number: '7'})"
            "<-[:SIGNED]-(g) WHERE g.country <> 'MX' RETURN g.id AS id"
        )
        expected = {"omitir": [], "nuevo": ["slug-us-springfield"]}.get(decision, [decision])
        assert [each["id"] for each in found] == expected
    assert prepared.count("MATCH (g:Government {country: 'US'}) RETURN count(g) AS n") == 1


def test_a_correction_leaves_other_sources_and_earlier_editions_alone(prepared: Office) -> None:
    load(prepared, prepared.write(ROWS[:2]), source="other")
    load(prepared, prepared.write([*ROWS, row("Puerto Vallarta", "Cognac", "Francia", "9")]))
    path = prepared.write(ROWS)
    load(prepared, path, WRONG["another country"])
    report = load(prepared, path)
    assert report.retired > 0
    gone = prepared.store.rows(
        "MATCH (a:Agreement)-[r:REPORTED_IN]->(s) WHERE r.retired_at IS NOT NULL "
        "RETURN a.register_number AS number, s.id AS source ORDER BY number"
    )
    # Only the row that the second edition lacks was ever taken back by the register.
    assert {"number": "9", "source": "list"} in gone
    assert {each["source"] for each in gone} == {"list"}
    assert prepared.count(
        "MATCH (:Agreement)-[r:REPORTED_IN]->(:Source {id: 'other'}) "
        "WHERE r.retired_at IS NULL RETURN count(r) AS n"
    ) == 2  # fmt: skip


def test_a_correction_of_every_row_is_no_shrinking_and_a_shrunken_file_still_is(
    prepared: Office,
) -> None:
    rows = [row("Guadalajara", f"Nowhere {n}", "Francia", str(n)) for n in range(10)]
    path = prepared.write(rows)
    load(prepared, path, WRONG["another kind"])
    assert load(prepared, path).retired == 10
    renumbered = prepared.write([{**each, "Número": f"A-{each['Número']}"} for each in rows])
    report = load(prepared, renumbered)
    assert (report.loaded, report.retired) == (10, 10)
    half = prepared.write(rows[:5])
    with pytest.raises(InputError, match="would retire 5 of the 10"):
        load(prepared, half)


def test_a_part_takes_back_what_it_was_read_as_and_nothing_else(prepared: Office) -> None:
    one, other = prepared.write(ROWS[:3]), prepared.write(ROWS[3:])
    load(prepared, one, WRONG["another kind"], keep_missing=True)
    load(prepared, other, keep_missing=True)
    assert load(prepared, one, keep_missing=True).retired == 2
    assert prepared.count("MATCH (a:Agreement) RETURN count(a) AS n") == 5


def test_a_correction_that_died_is_finished_by_the_next(
    prepared: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = prepared.write(ROWS)
    load(prepared, path)
    right = canonical_hash(prepared.store)
    for step in ("take_back", "derive_edges", "settle_mentions"):
        load(prepared, path, WRONG["a split that cuts names"])

        def died(*_: Any, **__: Any) -> Any:
            raise StoreError("the server went away")

        with monkeypatch.context() as patch, pytest.raises(StoreError):
            patch.setattr(run, step, died)
            load(prepared, path)
        load(prepared, path)
        assert canonical_hash(prepared.store) == right, step


def mend(report: RunReport, *changes: Change) -> Path:
    """Return a copy of a load's quarantine file with cells corrected."""
    assert report.quarantine_file
    path = Path(report.quarantine_file)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    mended = path.with_name("mended.csv")
    with mended.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([[dict(changes).get(c, c) for c in row] for row in rows])
    return mended


def test_a_row_mended_again_is_the_row_as_it_was_mended_last(prepared: Office) -> None:
    broken = prepared.write(
        [*ROWS, row("Puerto Vallarta", "Cognac", "Atlántida", "9", Firma="31/02/2001")]
    )
    report = load(prepared, broken)
    assert report.broken == 1
    load(prepared, mend(report, ("Atlántida", "España"), ("31/02/2001", "2001")))
    again = load(prepared, mend(report, ("Atlántida", "Francia"), ("31/02/2001", "2001")))
    assert (again.loaded, again.retired) == (1, 1)
    kept = load(prepared, broken)
    assert (kept.unchanged, kept.retired) == (6, 0)
    (mention,) = prepared.store.rows(
        "MATCH (:Government {id: 'mx-14067'})-[r:REPORTED_IN]->() RETURN r.retired_at AS gone"
    )
    assert mention["gone"] is None
    assert not prepared.count(
        "MATCH (g:Government) WHERE g.id STARTS WITH 'slug-es' RETURN count(g) AS n"
    )


def test_a_row_that_is_read_at_last_takes_the_place_of_its_mending(prepared: Office) -> None:
    path = prepared.write([*ROWS, row("Guadalajara", "Springfield", "Estados Unidos", "9")])
    report = load(prepared, path)
    assert report.ambiguous == 1
    load(prepared, mend(report, ("Springfield", "Springfield, Illinois")))
    assert load(prepared, path).retired == 0
    prepared.decide("name,country,decision\nSpringfield,Estados Unidos,gn-4951788\n")
    foretold = load(prepared, path, dry_run=True)
    report = load(prepared, path)
    assert counts(report) == counts(foretold)
    assert (report.loaded, report.retired) == (1, 1)
    found = prepared.store.rows("MATCH (g:Government {country: 'US'}) RETURN g.id AS id")
    assert found == [{"id": "gn-4951788"}]


def test_a_government_that_its_own_source_took_back_keeps_its_name_while_mentioned(
    prepared: Office,
) -> None:
    spec = prepared.folder / "towns.yml"
    spec.write_text(TOWNS, encoding="utf-8")
    town = {"id": "mx-14039", "name": "Guadalajara (capital)", "level": "municipality"}
    towns = [town, *({**town, "id": f"mx-1400{n}", "name": f"Town {n}"} for n in range(1, 6))]
    prepared._run(find_loader(str(spec)), prepared.write(towns))
    load(prepared, prepared.write(ROWS))
    report = prepared._run(find_loader(str(spec)), prepared.write(towns[1:]))
    assert report.retired == 1
    (kept,) = prepared.store.rows(
        "MATCH (g:Government {id: 'mx-14039'}) RETURN g.name AS name, g.level AS level"
    )
    assert kept == {"name": "Guadalajara (capital)", "level": "municipality"}


TOWNS = """\
name: towns
title: {es: Municipios, en: Towns}
publisher: nobody
licence: CC0-1.0
precedence: 10
makes: government
columns:
  id: {heading: id, required: true}
  level: {heading: level, required: true}
  name: {heading: name, required: true}
  country: MX
"""


def test_claims_that_the_last_load_did_not_make_are_seen(
    prepared: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def seen() -> dict[str, int]:
        return dict(leftovers(prepared.store, finished(runs(prepared.store))))

    broken = prepared.write([*ROWS, row("Puerto Vallarta", "Cognac", "Atlántida", "9")])
    report = load(prepared, broken)
    load(prepared, mend(report, ("Atlántida", "Francia")))
    load(prepared, broken)
    assert seen() == {}
    load(prepared, broken, WRONG["another kind"])
    with monkeypatch.context() as patch:
        patch.setattr(run, "take_back", lambda *_, **__: (0, 0))  # as grafo once did
        load(prepared, broken)
        assert seen() == {"list": 4}
        load(prepared, prepared.write(ROWS[1:]), allow_shrink=True)
    assert seen()["list"] > 4
    load(prepared, prepared.write(ROWS[1:]), allow_shrink=True)
    assert seen() == {}


HOMES = ("Guadalajara", "Zapopan", "Mérida", "Ayuntamiento de Zapopan", "Pueblo Inventado")
ABROAD = (
    ("Lyon", "Francia"),
    ("Kioto;Lyon", "Japón;Francia"),
    ("Springfield", "Estados Unidos"),
    ("Nirgendwo", "Alemania"),
    ("NIRGENDWO", "Alemania"),
)
DECISIONS = ("", "gn-4250542", "nuevo", "omitir")
READINGS = st.tuples(st.sampled_from([NO_CHANGE, *WRONG.values()]), st.sampled_from(DECISIONS))


@settings(
    max_examples=8,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_however_a_file_was_read_before_its_last_reading_makes_the_graph(
    embedded_store: Store, matcher: Matcher, tmp_path_factory: pytest.TempPathFactory, data: Any
) -> None:
    drawn = data.draw(
        st.lists(
            st.tuples(
                st.sampled_from(HOMES),
                st.sampled_from(ABROAD),
                st.sampled_from(("", "1", "2")),
                st.sampled_from(("", "1990", "1990-05")),
                st.sampled_from(("Hermanamiento", "Cooperación")),
            ),
            min_size=2,
            max_size=7,
        )
    )
    rows = [
        row(home, name, country, number, Firma=signed, Tipo=kind)
        for home, (name, country), number, signed, kind in drawn
    ]
    rows += [row("Tonalá", "Lyon", "Francia", f"x{n}") for n in range(len(rows))]
    earlier = data.draw(st.lists(READINGS, min_size=1, max_size=3))
    change, decision = data.draw(READINGS)
    office = Office(embedded_store, matcher, tmp_path_factory.mktemp("office"))

    def read(path: Path, change: Change, decision: str, **options: Any) -> RunReport:
        office.decide(f"name,country,decision\nSpringfield,Estados Unidos,{decision}\n")
        return load(office, path, change, **options)

    _fresh(office)
    path = office.write(rows)
    for each in earlier:
        read(path, *each)
    foretold = read(path, change, decision, dry_run=True)
    assert counts(read(path, change, decision)) == counts(foretold)
    corrected = canonical_hash(office.store, provenance=False)
    assert read(path, change, decision).written == 0
    _fresh(office)
    shuffled = random.Random(len(rows)).sample(rows, len(rows))  # noqa: S311  # no secret
    read(office.write(shuffled), change, decision)
    assert canonical_hash(office.store, provenance=False) == corrected


def _fresh(office: Office) -> None:
    emptied(office.store)
    office.reference("countries", "themes")
