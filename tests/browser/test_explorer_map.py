"""The map: states, hatching, bundles, layers and years are those of the register."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest

from tests.browser.opening import Explorer

REGISTERS = ("seeded", "real", "synthetic")


def _states(explorer: Explorer) -> dict[str, int]:
    ids = explorer.attributes("[data-state]", "data-state")
    return dict(
        zip(ids, map(int, explorer.attributes("[data-state]", "data-agreements")), strict=True)
    )


def test_it_has_thirty_two_states_and_hatches_those_without_agreements(
    explorer: Explorer,
) -> None:
    explorer.go("tab=map")
    assert _states(explorer) == explorer.register.by_state()
    hatched = explorer.attributes("[data-state][fill^=url]", "data-state")
    none = {id_ for id_, n in explorer.register.by_state().items() if n == 0}
    assert set(hatched) == none
    names = explorer.page.locator("svg.states-map .labels text").all_text_contents()
    assert {explorer.register.government[id_].name for id_ in none} <= set(names)
    assert f"({len(none)})" in explorer.page.inner_text(".map-legend")


def test_the_states_have_a_map_of_their_own_inside_the_panel(explorer: Explorer) -> None:
    explorer.go("tab=map")
    panel = explorer.page.locator(".map").bounding_box()
    inset = explorer.page.locator("svg.states-map").bounding_box()
    assert panel is not None
    assert inset is not None
    assert inset["width"] >= 250
    assert panel["x"] <= inset["x"]
    assert inset["y"] + inset["height"] <= panel["y"] + panel["height"] + 1


def test_a_click_on_a_state_filters_the_network_and_a_filter_marks_the_state(
    explorer: Explorer,
) -> None:
    register, page = explorer.register, explorer.page
    counts = register.by_state()
    state = max(sorted(counts), key=counts.__getitem__)
    explorer.go("tab=both")
    page.locator(f"[data-state='{state}']").dispatch_event("click")
    shown = register.shown(states=[state])
    assert explorer.counted() == shown.counts
    assert explorer.number(".network", "data-lines") == len(shown.pairs)
    assert len(shown.agreements) == counts[state]
    assert page.get_attribute(f"[data-state='{state}']", "aria-pressed") == "true"
    assert _states(explorer) == counts, "what is chosen can still be compared with the rest"
    page.locator(f"[data-state='{state}']").dispatch_event("click")
    assert explorer.counted() == register.shown().counts
    explorer.go(f"tab=both&place={state}")
    assert page.get_attribute(f"[data-state='{state}']", "aria-pressed") == "true"


def test_a_government_selected_in_the_network_shows_on_the_map(explorer: Explorer) -> None:
    register = explorer.register
    hub = next(g for g in register.hubs() if register.state_of(g.id) and g.parent)
    explorer.go(f"tab=both&sel={hub.id}")
    assert explorer.attributes("path.strong", "data-state") == [register.state_of(hub.id)]
    explorer.page.locator(".card-actions button", has_text="Filtrar por").click()
    assert explorer.counted() == register.shown(states=[str(register.state_of(hub.id))]).counts


def test_bundles_hold_the_agreements_between_countries_and_are_as_wide(
    explorer: Explorer,
) -> None:
    explorer.go("tab=map")
    register = explorer.register
    expected: Counter[frozenset[str]] = Counter()
    for pairs in register.pairs.values():
        between = {frozenset(register.government[end].country for end in pair) for pair in pairs}
        expected.update(link for link in between if len(link) == 2)
    flows = explorer.attributes("[data-flow]", "data-flow")
    numbers = map(int, explorer.attributes("[data-flow]", "data-agreements"))
    drawn = {frozenset(flow.split("-")): n for flow, n in zip(flows, numbers, strict=True)}
    assert drawn == dict(expected)
    widths = explorer.page.eval_on_selector_all(
        "[data-flow]",
        """all => all.map(one => [Number(one.dataset.agreements),
          [...one.querySelectorAll("path")].reduce((sum, p) => sum + +p.dataset.width, 0)])""",
    )
    ordered = sorted(widths)
    assert all(a[1] <= b[1] + 1e-9 for a, b in itertools.pairwise(ordered) if a[0] < b[0])
    assert ordered[0][1] < ordered[-1][1]


def test_a_country_filters_and_its_agreements_are_in_its_name(explorer: Explorer) -> None:
    register = explorer.register
    counts = Counter(
        register.government[end].country
        for pairs in register.pairs.values()
        for end in {
            # one end for each country that an agreement reaches
            register.government[e].country: e
            for pair in pairs
            for e in pair
        }.values()
    )
    country, agreements = next(c for c in counts.most_common() if c[0] != register.home)
    explorer.go("tab=map")
    shape = explorer.page.locator(f"[data-country='{country}']").first
    label = shape.get_attribute("aria-label") or ""
    assert f": {agreements} acuerdo" in label
    shape.dispatch_event("click")
    assert explorer.counted() == register.shown(countries=[country]).counts


def test_the_layer_of_representations_shows_each_that_has_a_place(explorer: Explorer) -> None:
    explorer.go("tab=map")
    assert explorer.page.locator("[data-representation]").count() == 0
    explorer.page.check("#representations")
    posts = explorer.register.snapshot.representations
    drawn = explorer.attributes("[data-representation]", "data-representation")
    assert set(drawn) <= {post.id for post in posts}
    assert f"({len(drawn)})" in explorer.page.inner_text(".map .layer")
    assert len(drawn) == sum(p.lat is not None and p.status != "closed" for p in posts)
    assert "rep=1" in explorer.fragment


def test_the_legend_explains_colours_hatching_and_widths(explorer: Explorer) -> None:
    explorer.go("tab=map")
    legend = explorer.page.inner_text(".map-legend")
    for heading in ("Acuerdos por estado", "Acuerdos por país", "Haces", "gobierno con acuerdos"):
        assert heading in legend
    assert "consulado" not in legend
    explorer.go("tab=map&rep=1")
    assert "consulado" in explorer.page.inner_text(".map-legend")


@pytest.mark.parametrize("undated", [True, False])
def test_the_years_narrow_the_map_or_say_that_there_are_none(
    explorer: Explorer, undated: bool
) -> None:
    page, register = explorer.page, explorer.register
    explorer.go("tab=map")
    years = sorted(int(a.signed[:4]) for a in register.snapshot.agreements if a.signed)
    if not years:
        assert "Ningún acuerdo de estos datos trae fecha" in page.inner_text(".timeline")
        assert not page.locator("#year-to").is_visible()
        return
    assert page.get_attribute("#year-from", "min") == str(years[0])
    assert page.get_attribute("#year-to", "max") == str(years[-1])
    middle = years[len(years) // 2]
    page.locator("#year-to").fill(str(middle))
    if not all(a.signed for a in register.snapshot.agreements):
        page.locator("#undated").set_checked(undated)
    shown = register.shown(years=(0, middle), undated=undated)
    assert explorer.counted() == shown.counts
    assert f"to={middle}" in explorer.fragment
    by_state = _states(explorer)
    expected: Counter[str] = Counter()
    for agreement in shown.agreements:
        ends = {end for pair in register.pairs[agreement] for end in pair}
        expected.update({str(s) for e in ends if (s := register.state_of(e))})
    assert {id_: n for id_, n in by_state.items() if n} == dict(expected)


def test_the_years_can_pass_by_themselves(explorer: Explorer) -> None:
    page = explorer.page
    explorer.go("tab=map")
    if not any(a.signed for a in explorer.register.snapshot.agreements):
        assert not page.locator(".play").is_visible()
        return
    page.click(".play")
    first = int(page.input_value("#year-to"))
    explorer.until(f"Number(document.querySelector('#year-to').value) >= {first + 2}")
    page.click(".play")
    stopped = page.input_value("#year-to")
    page.wait_for_timeout(600)
    assert page.input_value("#year-to") == stopped
