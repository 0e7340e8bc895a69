"""What a view shows is what the graph holds, whatever stands in its names."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from grafo.analysis.snapshot import (
    Agreement,
    Cooperation,
    Country,
    Government,
    Representation,
    Snapshot,
    Source,
    Theme,
)
from grafo.views.page import embedded_json, policy_hash, scene_page
from grafo.views.scene import Scene, SceneOptions, build_scene

HOSTILE = '</script><img src=x onerror="alert(1)"><!-- {{scene}} \u2028 مدينة 漢字'


def _government(id_: str, level: str = "municipality", **more: object) -> Government:
    return Government(id_, more.pop("name", id_), level, more.pop("country", "MX"), **more)  # type: ignore[arg-type]


SMALL = Snapshot(
    governments=(
        _government("gn-1", "city", country="US", lat=29.4, lon=-98.5, name="San Antonio"),
        _government("gn-2", "city", country="US", name="Houston"),
        _government("gn-3", "city", country="US", name="Unheard of"),
        _government("mx-01", "state", population=1_400_000, name="Aguascalientes"),
        _government("mx-14", "state", population=8_300_000, name="Jalisco"),
        _government("mx-14039", parent="mx-14", population=1_400_000, name="Guadalajara"),
        _government("mx-14120", parent="mx-14", population=1_500_000, name="Zapopan"),
        _government("mx-14999", parent="mx-14", population=900, name="Small"),
    ),
    agreements=(
        Agreement("a1", "twinning", "in-force", (("gn-1", "counterpart"), ("mx-14039", "home")),
                  themes=("culture",), signed="1974-06", sources=("made",)),
        Agreement("a2", "other", "unknown", (("gn-1", "counterpart"), ("mx-14039", "home"))),
        Agreement("a3", "other", "unknown",
                  (("gn-1", "counterpart"), ("gn-2", "counterpart"), ("mx-14", "home"))),
    ),
    cooperations=(
        Cooperation("gn-1", "mx-14", 1), Cooperation("gn-1", "mx-14039", 2),
        Cooperation("gn-2", "mx-14", 1),
    ),
    countries=(Country("MX", "México", "Mexico", m49="484"),
               Country("US", "Estados Unidos", "United States", m49="840")),
    themes=(Theme("culture", "Cultura", "Culture"),),
    representations=(
        Representation("closed", "consulate", "closed", "US", "MX", lat=29.4, lon=-98.5),
        Representation("open", "consulate", "active", "US", "MX", lat=29.7, lon=-95.4),
    ),
    sources=(Source("made", "Hecha", "Made", False, 1, limits_es="pocos", limits_en="few"),
             Source("other", "Otra", "Other", False, 0, limits_es="x", limits_en="x")),
)  # fmt: skip


@pytest.fixture(scope="module")
def scene() -> Scene:
    """The scene of the small graph."""
    return build_scene(SMALL, SceneOptions(min_population=1_000_000))


def test_every_column_has_a_value_for_every_government_and_agreement(scene: Scene) -> None:
    for part in ("nodes", "agreements"):
        columns = {k: v for k, v in scene[part].items() if k != "rank"}
        assert {len(values) for values in columns.values()} == {len(scene[part]["id"])}, part
    assert {len(ranks) for ranks in scene["nodes"]["rank"].values()} == {7 - 1}


def test_those_without_agreements_are_drawn_from_a_population_on_and_states_always(
    scene: Scene,
) -> None:
    nodes = scene["nodes"]
    assert nodes["id"] == ["gn-1", "gn-2", "mx-01", "mx-14", "mx-14039", "mx-14120"]
    assert nodes["partners"] == [2, 1, 0, 2, 1, 0]
    assert nodes["agreements"] == [3, 1, 0, 1, 2, 0]
    assert [b == 2 for b in nodes["band"]] == [n == 0 for n in nodes["partners"]]
    left_out = scene["unconnected"].pop("others")
    assert scene["unconnected"] == {"included": 2, "total": 3, "min_population": 1_000_000}
    assert left_out["name"] == ["Small"]
    assert [nodes["id"][parent] for parent in left_out["parent"]] == ["mx-14"]
    assert [scene["levels"][level] for level in left_out["level"]] == ["municipality"]


def test_parties_stand_home_first_with_their_number(scene: Scene) -> None:
    agreements = scene["agreements"]
    assert agreements["parties"] == [[4, 0], [4, 0], [3, 0, 1]]
    assert agreements["homes"] == [1, 1, 1]
    assert agreements["signed"] == ["1974-06", None, None]
    assert [scene["kinds"][kind] for kind in agreements["kind"]] == ["twinning", "other", "other"]


def test_parties_without_roles_are_all_linked() -> None:
    roles = (("gn-1", "party"), ("mx-14", "party"))
    one = replace(SMALL, agreements=(Agreement("a1", "twinning", "unknown", roles),))
    agreements = build_scene(one, SceneOptions())["agreements"]
    assert agreements["homes"] == [-1]
    assert "themes" not in agreements


def test_the_nearest_post_is_an_active_one_and_only_for_those_abroad(scene: Scene) -> None:
    nodes = scene["nodes"]
    posts = scene["representations"]["id"]
    assert [posts[i] if i >= 0 else None for i in nodes["nearest"]] == ["open", *[None] * 5]
    assert nodes["nearest_km"][0] == pytest.approx(302, abs=5)


def test_only_limits_of_sources_with_agreements_are_notices(scene: Scene) -> None:
    assert scene["notices"] == [{"es": "Hecha: pocos", "en": "Made: few"}]


@pytest.mark.parametrize("kept", [0, 1])
def test_the_smallest_graphs_have_a_scene(kept: int) -> None:
    governments = SMALL.governments[3 : 3 + kept]
    small = Snapshot(governments=governments, countries=SMALL.countries)
    page = scene_page(build_scene(small, SceneOptions()), "")
    assert page.endswith("</html>\n")


def test_nothing_in_the_data_becomes_markup_or_a_placeholder() -> None:
    hostile = replace(
        SMALL,
        governments=tuple(replace(g, name=HOSTILE, name_es=HOSTILE) for g in SMALL.governments),
        agreements=tuple(replace(a, title=HOSTILE) for a in SMALL.agreements),
        themes=(Theme("culture", HOSTILE, HOSTILE),),
    )
    scene = build_scene(hostile, SceneOptions())
    page = scene_page(scene, "")
    assert "<img" not in page.partition('id="scene">')[2].partition("</script>")[0]
    start = page.index('id="scene">') + len('id="scene">')
    embedded = json.loads(page[start : page.index("</script>", start)])
    assert embedded["nodes"]["name"][0] == HOSTILE
    assert page.count("<script") == 2


def test_the_policy_admits_the_page_s_own_script_and_style_alone(scene: Scene) -> None:
    page = scene_page(scene, "")
    policy = page.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]
    script = page.rpartition("<script>")[2].rpartition("</script>")[0]
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert "default-src 'none'" in policy
    assert f"script-src '{policy_hash(script)}'" in policy
    assert f"style-src '{policy_hash(style)}'" in policy
    assert "unsafe" not in policy


def test_embedded_json_closes_no_script_and_reads_back() -> None:
    value = {"a": HOSTILE, "b": [1, None, "]]>"]}
    assert "<" not in embedded_json(value)
    assert json.loads(embedded_json(value)) == value
