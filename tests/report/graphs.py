"""Small graphs to report on: nothing, one government, no dates, hostile names."""

from __future__ import annotations

from dataclasses import replace

from grafo.analysis import Snapshot
from grafo.analysis.snapshot import Agreement, Source, Theme
from tests.analysis.small_graph import city, graph, post, signed, state, town

SCRIPT = "</td></style></script><script>alert('x')</script><img src=x onerror=alert(1)>"
MARKDOWN = "# a|b `c` *d* _e_ [f](javascript:alert(1)) <b>\n\n- g $h$ ~~i~~ \\"
HEBREW, ARABIC, CHINESE = "תל אביב-יפו", "مدينة الكويت", "上海市"
OVERRIDE = "abc\u202eedcba"
LONG = "Municipio" + "largo" * 80
HOSTILE = (SCRIPT, MARKDOWN, HEBREW, ARABIC, CHINESE, OVERRIDE, LONG, "=1+1", "1. uno", "`grafo x")

SOURCE = Source(
    "register",
    "Registro de prueba",
    "Test register",
    synthetic=False,
    agreements=3,
    publisher="Secretaría",
    licence="CC0-1.0",
    url="https://example.org/register",
)


def dated() -> Snapshot:
    """Return a register of Mexico with states, municipalities, dates, themes and posts."""
    governments = [
        state("jal", 8_000_000, 78_000.0),
        state("nay", 1_200_000, 28_000.0),
        state("pue", 6_500_000, 34_000.0),
        town("gdl", "jal", 1_400_000),
        town("tep", "nay", 420_000),
        city("vie", "AT", 48.2, 16.4),
        city("par", "FR", 48.9, 2.4),
        city("tok", "JP", 35.7, 139.7),
    ]
    agreements = [
        signed("a1", "jal", "vie"),
        signed("a2", "gdl", "par"),
        signed("a3", "pue", "tok"),
        signed("a4", "jal", "tok"),
    ]
    told = [
        replace(each, signed=date, status=status, themes=themes, sources=("register",))
        for each, date, status, themes in zip(
            agreements,
            ("1995", "2004-05", "2021-03-02", "2018-07-09"),
            ("expired", "in-force", "in-force", "in-force"),
            (("culture",), ("culture", "water"), (), ("water",)),
            strict=True,
        )
    ]
    found = graph(governments, told, [post("emb-vie", "AT", 48.2, 16.4)])
    themes = (Theme("culture", "Cultura", "Culture"), Theme("water", "Agua", "Water"))
    return replace(found, themes=themes, sources=(SOURCE,))


def undated() -> Snapshot:
    """Return the same without dates, themes, outcomes, coordinates and representations."""
    found = dated()
    return replace(
        found,
        governments=tuple(replace(each, lat=None, lon=None) for each in found.governments),
        agreements=tuple(
            replace(each, signed=None, themes=(), status="unknown") for each in found.agreements
        ),
        representations=(),
    )


def homeless() -> Snapshot:
    """Return a graph in which nobody is at home and no country is known by name."""
    found = graph(
        [city("one", "FR"), city("two", "AT"), city("three", "ZZ")],
        [signed("a1", "one", "two", home=0), signed("a2", "two", "three", home=0)],
        countries=(),
    )
    return found


def hostile() -> Snapshot:
    """Return a graph with a hostile text in every field that a source fills."""
    governments = [
        replace(
            town(f"mx-14{place:03}", "mx-14", 100_000 + place),
            name=name,
            name_es=name,
            name_en=name,
        )
        for place, name in enumerate(HOSTILE)
    ]
    abroad = [
        replace(city(f"c{place:02}", "FR", 40.0 + place, 2.0, name), name_es=name, name_en=name)
        for place, name in enumerate(HOSTILE)
    ]
    agreements = [
        Agreement(
            f"a{place:02}-{SCRIPT}",
            "twinning",
            "in-force",
            ((home.id, "home"), (other.id, "counterpart")),
            themes=("t",),
            title=SCRIPT,
            signed=f"20{place:02}",
            sources=("s",),
        )
        for place, (home, other) in enumerate(zip(governments, abroad, strict=True))
    ]
    whole = replace(state("mx-14", 9_000_000, 1000.0), name=SCRIPT, name_es=SCRIPT, name_en=SCRIPT)
    embassy = replace(post("e", "FR", 48.9, 2.4), name_es=SCRIPT, name_en=SCRIPT, city=SCRIPT)
    found = graph([whole, *governments, *abroad], agreements, [embassy])
    return replace(
        found,
        themes=(Theme("t", MARKDOWN, SCRIPT),),
        countries=tuple(
            replace(each, name_es=SCRIPT, name_en=MARKDOWN, subregion_es=SCRIPT, region_es=SCRIPT)
            for each in found.countries
        ),
        sources=(
            Source(
                "s", SCRIPT, MARKDOWN, True, 10, SCRIPT, MARKDOWN, "javascript:alert(1)", SCRIPT,
                MARKDOWN,
            ),
        ),
    )  # fmt: skip


GRAPHS = {
    "nothing": graph(countries=()),
    "countries only": graph(),
    "one government": graph([state("jal", 8_000_000)], countries=()),
    "one agreement": graph(
        [state("jal"), city("vie", "AT")], [signed("a1", "jal", "vie")], countries=()
    ),
    "dated": dated(),
    "undated": undated(),
    "nobody at home": homeless(),
    "hostile": hostile(),
}
