"""The graph as plain values: all of it, and nothing that was withdrawn."""

from __future__ import annotations

import networkx as nx
import pytest

from grafo.analysis import Snapshot, take_snapshot
from grafo.analysis.projection import project
from grafo.store import Store
from tests.conftest import emptied

_GRAPH = """
CREATE (mx:Country {id: 'MX', name_es: 'México', name_en: 'Mexico', subregion_es: 'América Latina'})
CREATE (us:Country {id: 'US', name_es: 'Estados Unidos', name_en: 'United States'})
CREATE (state:Government {id: 'mx-14', name: 'Jalisco', level: 'state', country: 'MX'})
CREATE (city:Government {id: 'mx-14039', name: 'Guadalajara', level: 'municipality',
  country: 'MX', population: 1385629, lat: 20.67, lon: -103.35})-[:PART_OF]->(state)
CREATE (other:Government {id: 'gn-2', name: 'Portland', level: 'city', country: 'US'})
CREATE (alone:Government {id: 'mx-29', name: 'Tlaxcala', level: 'state', country: 'MX'})
CREATE (theme:Theme {id: 'culture', name_es: 'Cultura', name_en: 'Culture'})
CREATE (source:Source {id: 'made', title_es: 'Hecha', title_en: 'Made', synthetic: true,
  precedence: 1, limits_es: 'ninguno', limits_en: 'none'})
CREATE (a:Agreement {id: 'a1', kind: 'twinning', status: 'in-force', signed: '1983', bond: 'x'})
CREATE (b:Agreement {id: 'a2', kind: 'other', status: 'unknown', bond: 'y'})
CREATE (gone:Agreement {id: 'a3', kind: 'other', status: 'withdrawn', bond: 'z'})
CREATE (city)-[:SIGNED {role: 'home'}]->(a), (other)-[:SIGNED {role: 'counterpart'}]->(a)
CREATE (city)-[:SIGNED {role: 'home'}]->(b), (other)-[:SIGNED {role: 'counterpart'}]->(b)
CREATE (state)-[:SIGNED {role: 'home'}]->(b), (alone)-[:SIGNED {role: 'home'}]->(gone)
CREATE (a)-[:ABOUT {basis: 'column'}]->(theme)
CREATE (a)-[:REPORTED_IN {row: 2}]->(source), (gone)-[:REPORTED_IN {row: 3}]->(source)
CREATE (other)-[:COOPERATES_WITH {agreements: 2, kinds: ['other', 'twinning'],
  themes: ['culture'], since: '1983', last: '1983'}]->(city)
CREATE (other)-[:COOPERATES_WITH {agreements: 1, kinds: ['other'], themes: []}]->(state)
CREATE (r:Representation {id: 'r1', type: 'consulate', status: 'active', name_es: 'Consulado'})
CREATE (r)-[:IN_COUNTRY]->(us), (r)-[:REPRESENTS]->(mx), (r)-[:ACCREDITED_TO]->(us)
CREATE (:Representation {id: 'r2', type: 'embassy', status: 'active', retired_at: '2026-01-01'})
"""


@pytest.fixture
def snapshot(store: Store) -> Snapshot:
    """A small graph, written and read on either engine."""
    emptied(store)
    store.write(lambda tx: tx.run(_GRAPH).consume())
    return take_snapshot(store)


def test_everything_that_is_in_force_is_there_in_order(snapshot: Snapshot) -> None:
    assert [g.id for g in snapshot.governments] == ["gn-2", "mx-14", "mx-14039", "mx-29"]
    city = snapshot.governments[snapshot.index["mx-14039"]]
    assert (city.parent, city.population, city.lat) == ("mx-14", 1385629, 20.67)
    assert [a.id for a in snapshot.agreements] == ["a1", "a2"]
    first, second = snapshot.agreements
    assert first.parties == (("gn-2", "counterpart"), ("mx-14039", "home"))
    assert (first.themes, first.sources, first.signed) == (("culture",), ("made",), "1983")
    assert (second.themes, second.sources, second.signed) == ((), (), None)
    assert [c.agreements for c in snapshot.cooperations] == [1, 2]
    assert snapshot.cooperations[1].kinds == ("other", "twinning")
    (post,) = snapshot.representations
    assert (post.country, post.sender, post.accredited_to) == ("US", "MX", ("US",))
    (source,) = snapshot.sources
    assert source.agreements == 1
    assert snapshot.theme["culture"].name_es == "Cultura"
    assert snapshot.country["US"].name_en == "United States"


def test_a_graph_with_made_up_agreements_says_so(snapshot: Snapshot) -> None:
    assert snapshot.synthetic


def test_the_country_at_home_is_the_one_that_signs_as_such(snapshot: Snapshot) -> None:
    assert snapshot.home_country == "MX"


def test_links_are_the_cooperations_by_number(snapshot: Snapshot) -> None:
    links = snapshot.links
    assert links.n == 4
    pairs = zip(links.one.tolist(), links.other.tolist(), links.weight.tolist(), strict=True)
    assert list(pairs) == [(0, 1, 1.0), (0, 2, 2.0)]


def test_the_projection_has_an_edge_for_every_agreement_of_a_pair(snapshot: Snapshot) -> None:
    graph = project(snapshot)
    assert isinstance(graph, nx.MultiGraph)
    assert set(graph) == {"gn-2", "mx-14", "mx-14039", "mx-29"}
    assert graph.nodes["mx-14039"]["population"] == 1385629
    assert "population" not in graph.nodes["mx-29"]
    assert sorted(graph.edges(keys=True)) == [
        ("gn-2", "mx-14", "a2"),
        ("gn-2", "mx-14039", "a1"),
        ("gn-2", "mx-14039", "a2"),
    ]
    assert graph.edges["gn-2", "mx-14039", "a1"]["themes"] == ("culture",)
    assert nx.degree(graph, "mx-14039") == 2


def test_an_empty_graph_is_an_empty_snapshot(store: Store) -> None:
    emptied(store)
    snapshot = take_snapshot(store)
    assert snapshot == Snapshot()
    assert snapshot.home_country is None
    assert not snapshot.synthetic
    assert snapshot.links.n == 0
    assert len(project(snapshot)) == 0
