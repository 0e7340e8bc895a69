"""The page of `grafo view network`, as a file: what is in it and what is not."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace

import pytest

from grafo.analysis.snapshot import Agreement, Snapshot, Source, Theme
from grafo.views.network import network
from grafo.views.registry import ViewOptions
from tests.analysis.small_graph import city, graph, signed, state, town
from tests.views.opened import Parsed

HOSTILE = '</script><img src=x onerror="alert(1)"><!--'
STRANGE = (
    HOSTILE,
    "{{ 7 * 7 }}{% raw %}",
    "n" * 400,
    "\u202e\u0627\u0644\u0645\u062f\u064a\u0646\u0629 \u05e2\u05d9\u05e8",
    "東京都\u3000港区",
    "'\"&<a href='javascript:alert(1)'>\u2028\x00",
)


def page(snapshot: Snapshot, lang: str = "es") -> Parsed:
    """Return the page, parsed."""
    return Parsed(network(snapshot, ViewOptions(lang="en" if lang == "en" else "es")))


def two_towns(count: int = 1) -> Snapshot:
    """Return two governments with so many agreements between them."""
    return graph(
        [town("gdl"), city("kyoto", "JP")],
        [signed(f"a{number}", "gdl", "kyoto") for number in range(count)],
    )


def strange(text: str) -> Snapshot:
    """Return a graph that has `text` in every field that takes any text."""
    made = graph(
        [
            replace(town("gdl"), name=text, name_es=text + "1", name_en=text + "2"),
            replace(city("kyoto", "JP"), name=text),
        ]
    )
    agreement = Agreement(
        text, "twinning", "in-force", (("gdl", "home"), ("kyoto", "counterpart")),
        themes=("t",), title=text, signed="1999-02", sources=("s",),
    )  # fmt: skip
    links = graph([town("gdl"), city("kyoto", "JP")], [signed("a", "gdl", "kyoto")]).cooperations
    source = Source(
        "s", text, text, synthetic=False, agreements=1, publisher=text, licence=text,
        url=text, limits_es=text, limits_en=text,
    )  # fmt: skip
    return replace(
        made,
        agreements=(agreement,),
        cooperations=links,
        themes=(Theme("t", text, text),),
        sources=(source,),
        countries=tuple(replace(c, name_es=text, name_en=text) for c in made.countries),
    )


def test_it_has_a_node_for_each_government_and_an_edge_for_each_pair() -> None:
    snapshot = graph(
        [state("jal"), town("gdl", "jal"), city("kyoto", "JP"), city("lyon", "FR")],
        [
            signed("a", "gdl", "kyoto"),
            signed("b", "gdl", "lyon"),
            signed("c", "gdl", "jal", "lyon", home=2),
        ],
    )
    parsed = page(snapshot)
    assert [node["label"] for node in parsed.data("nodes")] == ["Gdl", "Jal", "Kyoto", "Lyon"]
    assert len(parsed.data("edges")) == len(snapshot.cooperations) == 3
    assert len(parsed.data("facts")["agreements"]["kind"]) == 3


def test_both_agreements_of_a_pair_are_kept_and_make_its_line_wider() -> None:
    one, two = (page(two_towns(count)).data("edges") for count in (1, 2))
    assert len(one) == len(two) == 1
    assert two[0]["agreements"] == [0, 1]
    assert two[0]["width"] > one[0]["width"]


def test_parties_without_roles_are_linked_each_with_each() -> None:
    snapshot = graph([city(name, "JP") for name in "abc"], [signed("x", *"abc", home=0)])
    assert len(page(snapshot).data("edges")) == len(snapshot.cooperations) == 3


def test_it_asks_for_nothing_from_elsewhere() -> None:
    parsed = page(two_towns())
    assert parsed.addresses() == ["data:,"]
    scripts = "".join(text for tag, _, text in parsed.raw if tag == "style")
    assert "url(" not in scripts
    assert "@import" not in scripts
    assert not [text for tag, _, text in parsed.raw if "sourceMappingURL" in text]


def test_the_policy_lets_exactly_its_own_scripts_and_style_run() -> None:
    parsed = page(two_towns())
    policy = next(
        given["content"] or ""
        for tag, given in parsed.tags
        if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy"
    )
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in policy
    for kind, rule in (("script", "script-src"), ("style", "style-src")):
        sources = [
            text
            for tag, given, text in parsed.raw
            if tag == kind and given.get("type") != "application/json"
        ]
        hashes = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in sources]
        assert rules[rule] == " ".join(f"'sha256-{each}'" for each in hashes)
    assert not [given for _, given in parsed.tags if any(name.startswith("on") for name in given)]
    assert not [given for _, given in parsed.tags if "style" in given]


@pytest.mark.parametrize("text", STRANGE, ids=["tag", "template", "long", "rtl", "cjk", "quotes"])
def test_no_text_of_the_data_becomes_markup_and_none_is_lost(text: str) -> None:
    plain, odd = page(strange("Plain")), page(strange(text))
    # The noscript table is the only place where a name is HTML: as many tags as with a plain name.
    assert [tag for tag, _ in odd.tags] == [tag for tag, _ in plain.tags]
    assert odd.addresses() == plain.addresses()
    assert {node["label"] for node in odd.data("nodes")} == {text}
    facts = odd.data("facts")
    assert facts["agreements"]["title"] == [text]
    assert facts["themes"]["es"] == [text]
    assert text in facts["countries"]["es"]
    shown = re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)
    assert shown in odd.text  # in the notices


@pytest.mark.parametrize("lang", ["es", "en"])
def test_made_up_data_say_so_in_the_title_and_in_the_heading(lang: str) -> None:
    source = Source("s", "Fuente", "Source", synthetic=True, agreements=1)
    made_up = replace(
        two_towns(),
        sources=(source,),
        agreements=(replace(signed("a", "gdl", "kyoto"), sources=("s",)),),
    )
    words = {"es": "DATOS SINTÉTICOS", "en": "SYNTHETIC DATA"}[lang]
    assert page(made_up, lang).text.count(words) >= 2  # title and heading
    assert words not in page(two_towns(), lang).text


def test_limits_of_the_data_are_on_the_page() -> None:
    assert "hechas a mano" in page(strange("hechas a mano")).text


@pytest.mark.parametrize(
    "snapshot",
    [
        Snapshot(),
        graph([state("jal")], [signed("z", "jal", "jal", home=0)]),
        graph(
            [city("here", "JP", 1.0, 2.0), city("nowhere", "JP")], [signed("a", "here", "nowhere")]
        ),
    ],
    ids=["empty", "one", "no coordinates"],
)
def test_the_smallest_graphs_give_a_page(snapshot: Snapshot) -> None:
    parsed = page(snapshot)
    assert len(parsed.data("nodes")) == len(snapshot.governments)
    assert all(isinstance(node[axis], int) for node in parsed.data("nodes") for axis in ("x", "y"))


def test_a_large_network_names_the_explorer_and_draws_lighter() -> None:
    towns = [town(f"t{number:04}") for number in range(2001)]
    abroad = [city(f"c{number:04}", "JP") for number in range(1000)]
    pairs = [signed(t.id, t.id, abroad[n % 1000].id) for n, t in enumerate(towns)]
    large = page(graph([*towns, *abroad], pairs))
    assert len(large.data("nodes")) == 3001
    assert "grafo view explorer -o" in large.text
    assert large.data("options")["interaction"]["hideEdgesOnDrag"] is True
    assert "grafo view explorer" not in page(two_towns()).text


def test_shapes_tell_levels_apart() -> None:
    snapshot = graph([state("jal"), city("kyoto", "JP")], [signed("a", "jal", "kyoto")])
    shapes = {node["label"]: node["shape"] for node in page(snapshot).data("nodes")}
    assert shapes == {"Jal": "square", "Kyoto": "dot"}


def test_a_line_of_one_other_kind_is_broken_and_one_of_several_kinds_is_whole() -> None:
    def dashes(*kinds: str) -> object:
        agreements = [
            replace(signed(f"a{place}", "gdl", "kyoto"), kind=kind)
            for place, kind in enumerate(kinds)
        ]
        return (
            page(graph([town("gdl"), city("kyoto", "JP")], agreements))
            .data("edges")[0]
            .get("dashes")
        )

    assert dashes("twinning") is None
    assert dashes("specific-cooperation")
    assert dashes("specific-cooperation", "other") is None


_PRINT = """
import hashlib
from tests.views.test_network import strange
from grafo.views.network import network
from grafo.views.registry import ViewOptions
page = network(strange("Á"), ViewOptions())
print(hashlib.sha256(page.encode()).hexdigest())
"""


def test_the_same_graph_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    digests = {
        subprocess.run(  # noqa: S603 - this very interpreter and the text above
            [sys.executable, "-c", _PRINT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "77")
    }
    assert len(digests) == 1
