"""What the graph says, it says in RDF in the terms that portals know."""

from __future__ import annotations

from itertools import chain

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from grafo.errors import UsageError
from grafo.exports.rdf import to_rdflib, triples
from grafo.exports.rdf.vocabulary import vocabulary
from tests.exports.given import Given, source_node
from tests.exports.rdf_given import (
    EDGES,
    NODES,
    OPTIONS,
    TERMS,
    iri,
    one_of_everything,
    said,
)

XSD = "http://www.w3.org/2001/XMLSchema#"
NO_BASES = [
    *("", "data/", "ftp://a.org/", "https://a.org", "https://a.org/?x=/", "https:///x/"),
    *("https://a.org/a b/", "https://a.org/#/", "https://u@a.org/", "https://a.org/../x/"),
    *("https://a.org/%zz/", 'https://a.org/"/', "https://a.org:x/", "https://a.org/<b>/"),
    *("https://[/", "https://a.org/\n", "//a.org/", "https://a.org/\x00/"),
]


@pytest.fixture(scope="module")
def graph() -> Given:
    return one_of_everything()


def test_nothing_is_said_twice_and_everything_has_an_iri(graph: Given) -> None:
    found = list(triples(graph, OPTIONS))
    assert len(found) == len(set(found)) > 200
    assert all(isinstance(triple.subject, ox.NamedNode) for triple in found)
    assert not any(isinstance(triple.object, ox.BlankNode) for triple in found)


def test_a_subject_is_described_in_one_place(graph: Given) -> None:
    subjects = [triple.subject for triple in triples(graph, OPTIONS)]
    changes = [
        one for one, before in zip(subjects, [None, *subjects], strict=False) if one != before
    ]
    assert len(changes) == len(set(changes))


def test_a_government_is_a_public_organisation_of_three_vocabularies(graph: Given) -> None:
    shorts = ("m8g:PublicOrganisation", "org:FormalOrganization", "schema:GovernmentOrganization")
    shorts += ("grafo:Government",)
    assert said(graph, "rdf:type", "government", "mx-14") == [str(TERMS[s]) for s in shorts]
    assert said(graph, "org:classification", "government", "mx-14") == [
        iri("government-level", "state")
    ]
    above = said(graph, "org:subOrganizationOf", "government", "mx-14039")
    assert above == [iri("government", "mx-14")]


def test_a_name_has_its_language_or_none_is_made_up(graph: Given) -> None:
    assert said(graph, "skos:prefLabel", "government", "mx-14") == ['"Jalisco"@und']
    assert said(graph, "skos:prefLabel", "government", "mx-14039") == ['"Guadalajara"@es']
    assert said(graph, "skos:prefLabel", "government", "gn-1") == ['"Kioto"@es', '"京都市"@und']


def test_a_place_lies_in_its_state_and_country_and_has_a_point(graph: Given) -> None:
    assert said(graph, "dct:spatial", "government", "mx-14") == [iri("place", "mx-14")]
    assert str(TERMS["schema:State"]) in said(graph, "rdf:type", "place", "mx-14")
    assert said(graph, "dcat:centroid", "place", "mx-14") == [
        f'"POINT(-103.25 20.5)"^^{TERMS["geo:wktLiteral"]}'
    ]
    assert said(graph, "schema:containedInPlace", "place", "mx-14039") == [
        iri("place", "mx-14"),
        iri("country", "MX"),
    ]
    assert said(graph, "schema:containedInPlace", "country", "JP") == [iri("region", "030")]
    assert said(graph, "schema:containedInPlace", "region", "030") == [iri("region", "142")]


def test_keys_of_others_are_kept(graph: Given) -> None:
    assert '"14"' in said(graph, "dct:identifier", "government", "mx-14")
    assert said(graph, "skos:notation", "inegi", "mx-14") == ['"14"']
    assert said(graph, "skos:exactMatch", "government", "gn-1") == [
        "<https://sws.geonames.org/1857910/>",
        "<http://www.wikidata.org/entity/Q34600>",
    ]


def test_an_agreement_keeps_parties_roles_themes_and_how_these_are_known(graph: Given) -> None:
    both = [iri("government", "gn-1"), iri("government", "mx-14")]
    assert said(graph, "grafo:party", "agreement", "ag-1") == both
    assert said(graph, "grafo:homeParty", "agreement", "ag-1") == both[1:]
    assert said(graph, "grafo:counterpartParty", "agreement", "ag-1") == both[:1]
    assert said(graph, "grafo:party", "agreement", "ag-2") == both
    assert said(graph, "grafo:homeParty", "agreement", "ag-2") == []
    assert said(graph, "grafo:statedTheme", "agreement", "ag-1") == [iri("theme", "water")]
    assert said(graph, "grafo:inferredTheme", "agreement", "ag-1") == [iri("theme", "environment")]
    assert len(said(graph, "dct:subject", "agreement", "ag-1")) == 2


def test_the_kind_of_an_agreement_is_a_class_and_a_concept(graph: Given) -> None:
    assert str(TERMS["grafo:Twinning"]) in said(graph, "rdf:type", "agreement", "ag-1")
    assert said(graph, "dct:type", "agreement", "ag-1") == [iri("agreement-kind", "twinning")]
    assert str(TERMS["grafo:Twinning"]) not in said(graph, "rdf:type", "agreement", "ag-2")


def test_dates_are_no_more_precise_than_the_source(graph: Given) -> None:
    assert said(graph, "dct:issued", "agreement", "ag-1") == [f'"1995-05"^^<{XSD}gYearMonth>']
    assert said(graph, "schema:startDate", "agreement", "ag-1") == [f'"1995-05-03"^^<{XSD}date>']
    assert said(graph, "schema:endDate", "agreement", "ag-1") == [f'"2005"^^<{XSD}gYear>']
    assert said(graph, "dct:issued", "agreement", "ag-2") == []


def test_a_withdrawn_agreement_is_told_as_such(graph: Given) -> None:
    assert said(graph, "adms:status", "agreement", "ag-2") == [iri("agreement-status", "withdrawn")]
    assert said(graph, "grafo:retiredOn", "agreement", "ag-2") == [f'"2026-05-04"^^<{XSD}date>']


def test_a_row_that_a_source_took_back_is_told_only_of_what_nothing_else_reports(
    graph: Given,
) -> None:
    key = "ab" * 8
    assert said(graph, "prov:wasDerivedFrom", "government", "mx-14") == [iri("report", f"{key}-5")]
    assert said(graph, "prov:wasDerivedFrom", "agreement", "ag-2") == [iri("report", f"{key}-8")]


def test_twins_are_told_from_both_sides(graph: Given) -> None:
    assert said(graph, "grafo:twinnedWith", "government", "mx-14") == [iri("government", "gn-1")]
    assert said(graph, "grafo:twinnedWith", "government", "gn-1") == [iri("government", "mx-14")]


def test_a_representation_is_a_unit_of_its_state_and_only_its_seat_is_an_embassy(
    graph: Given,
) -> None:
    unit = "representation", "embassy-tokyo"
    classes = [str(TERMS[s]) for s in ("org:OrganizationalUnit", "grafo:Representation")]
    assert said(graph, "rdf:type", *unit) == classes
    assert said(graph, "org:unitOf", *unit) == [iri("state", "MX")]
    assert said(graph, "grafo:accreditedTo", *unit) == [iri("country", "JP")]
    assert said(graph, "org:hasPrimarySite", *unit) == [iri("seat", "embassy-tokyo")]
    assert str(TERMS["schema:Embassy"]) in said(graph, "rdf:type", "seat", "embassy-tokyo")


def test_a_theme_is_matched_to_goals_and_data_themes_that_exist(graph: Given) -> None:
    assert said(graph, "skos:broadMatch", "theme", "water") == [
        "<http://metadata.un.org/sdg/6>",
        "<http://publications.europa.eu/resource/authority/data-theme/ENVI>",
    ]
    assert said(graph, "skos:broader", "theme", "water") == [iri("theme", "environment")]
    assert said(graph, "skos:narrower", "theme", "environment") == [iri("theme", "water")]


def test_where_a_thing_is_reported_survives_to_the_row(graph: Given) -> None:
    key = "ab" * 8
    assert said(graph, "prov:hadPrimarySource", "agreement", "ag-1") == [iri("source", "registro")]
    assert said(graph, "prov:wasDerivedFrom", "agreement", "ag-1") == [
        iri("report", f"{key}-5"),
        iri("report", f"{key}-9"),
    ]
    assert said(graph, "dct:title", "file", key) == ['"rai.csv"']
    assert said(graph, "dct:isPartOf", "report", f"{key}-9") == [iri("file", key)]


def test_a_source_has_its_licence_as_an_iri(graph: Given) -> None:
    by = "<https://creativecommons.org/licenses/by/4.0/>"
    assert said(graph, "dct:license", "source", "registro") == [by]
    labels = [str(t.object) for t in triples(graph, OPTIONS) if str(t.subject) == by]
    assert len([label for label in labels if label.endswith(("@es", "@en"))]) == 2


@pytest.mark.parametrize(
    ("licence", "told"),
    [
        ("unknown", []),
        ("https://example.org/l?a=b c", ["<https://example.org/l?a=b%20c>"]),
        ("INEGI free-use terms", [iri("licence", "inegi-free-use-terms")]),
        ("javascript:alert(1)", [iri("licence", "javascript-alert-1")]),
    ],
)
def test_any_licence_becomes_an_iri_unless_it_is_unknown(licence: str, told: list[str]) -> None:
    graph = Given([source_node(licence=licence)])
    assert said(graph, "dct:license", "source", "registro") == told
    assert bool(said(graph, "dct:rights", "source", "registro")) == (licence == "unknown")


def test_synthetic_data_are_told_in_the_title_of_the_graph(graph: Given) -> None:
    made_up = Given([*NODES, source_node("inventado", synthetic=True)], EDGES)
    assert all("SINTÉTICOS" in t or "SYNTHETIC" in t for t in said(made_up, "dct:title"))
    assert not any("SINT" in t or "SYNTH" in t for t in said(graph, "dct:title"))
    assert said(made_up, "grafo:synthetic") == [f'"true"^^<{XSD}boolean>']


def test_whatever_is_named_is_typed_and_labelled_in_the_file(graph: Given) -> None:
    found = list(triples(graph, OPTIONS))
    typed = {t.subject for t in found if t.predicate == TERMS["rdf:type"]}
    linked = {
        t.object
        for t in found
        if isinstance(t.object, ox.NamedNode)
        and t.predicate not in {TERMS["rdf:type"], TERMS["skos:exactMatch"]}
        and "geonames.org" not in t.object.value
    }
    assert linked <= typed
    assert {t.subject for t in found} == typed


def test_every_predicate_has_its_place_in_the_context_of_json_ld(graph: Given) -> None:
    context = vocabulary().context
    known = {TERMS[s] for s in chain(context.things, context.texts, context.typed, context.plain)}
    used = {triple.predicate for triple in triples(graph, OPTIONS)}
    assert used - known == {TERMS["rdf:type"]}


def test_an_edge_to_a_node_that_is_not_there_breaks_nothing() -> None:
    found = list(triples(Given([], EDGES), OPTIONS))
    assert len(found) == len(set(found))


def test_rdflib_gets_the_same_graph(graph: Given) -> None:
    ours = to_rdflib(graph, OPTIONS)
    theirs = rdflib.Graph().parse(ox.serialize(triples(graph, OPTIONS), None, ox.RdfFormat.TURTLE))
    assert isomorphic(ours, theirs)
    assert ours.namespace_manager.normalizeUri(TERMS["grafo:party"].value) == "grafo:party"


@pytest.mark.parametrize("base", NO_BASES)
def test_a_base_that_is_no_base_is_refused_in_words(base: str) -> None:
    with pytest.raises(UsageError, match="base for IRIs") as refused:
        triples(Given([]), type(OPTIONS)(base_iri=base))
    assert "https://" in (refused.value.hint or "")


@pytest.mark.parametrize(
    "base", ["https://a.org/grafo#", "http://localhost:8000/", "https://año.mx/ñ/"]
)
def test_a_base_may_end_in_a_slash_or_a_hash(base: str) -> None:
    options = type(OPTIONS)(base_iri=base)
    found = list(triples(one_of_everything(), options))
    own = {t.subject.value for t in found if t.subject.value.startswith(base)}
    assert all(subject.count("#") <= 1 for subject in own)
    assert f"{base}government/mx-14" in own
