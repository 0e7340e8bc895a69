"""“Sin conexión” lists exactly those whom no agreement links, and leads to the map."""

from __future__ import annotations

from tests.browser.opening import Explorer

REGISTERS = ("seeded", "real")


def test_it_lists_each_government_without_agreements_once(explorer: Explorer) -> None:
    explorer.go("tab=unconnected")
    listed = explorer.attributes("[data-unconnected]", "data-unconnected")
    assert len(listed) == len(set(listed))
    assert set(listed) == explorer.register.unconnected
    assert explorer.number("#unconnected [data-count]", "data-count") == len(listed)


def test_they_stand_under_their_state_with_their_population(explorer: Explorer) -> None:
    explorer.go("tab=unconnected")
    register = explorer.register
    groups = explorer.page.eval_on_selector_all(
        "#unconnected .columns .group",
        """groups => groups.map(group => [
          group.querySelector("h4").firstChild.textContent.trim(),
          [...group.querySelectorAll("[data-unconnected]")]
            .map(item => [item.dataset.unconnected, item.textContent])])""",
    )
    towns = {id_ for id_ in register.unconnected if register.government[id_].level != "state"}
    assert {id_ for _, members in groups for id_, _ in members} == towns
    for title, members in groups:
        for id_, text in members:
            state = register.state_of(id_)
            assert state is not None
            assert register.government[state].name == title
            people = register.government[id_].population
            assert people is None or f"{people:,}" in text


def test_states_without_an_agreement_of_their_own_are_told_apart(explorer: Explorer) -> None:
    explorer.go("tab=unconnected")
    register = explorer.register
    nothing = {id_ for id_, n in register.by_state().items() if n == 0}
    some = {
        id_
        for id_ in register.unconnected
        if register.government[id_].level == "state" and id_ not in nothing
    }
    groups = explorer.page.eval_on_selector_all(
        "#unconnected .chips",
        "all => all.map(one => [...one.children].map(item => item.dataset.unconnected))",
    )
    assert [set(group) for group in groups] == [group for group in (nothing, some) if group]


def test_small_groups_are_listed_too(explorer: Explorer) -> None:
    explorer.go("tab=unconnected")
    more = explorer.page.locator("#unconnected .small-groups ~ .more")
    if more.count():
        more.click()
    sizes = [int(size) for size in explorer.attributes("[data-group]", "data-group")]
    assert sizes == [len(group) for group in explorer.register.groups()[1:]]
    assert sizes, "the sample has a pair apart"


def test_it_leads_to_the_map_and_to_each_government(explorer: Explorer) -> None:
    explorer.go("tab=unconnected")
    page = explorer.page
    page.locator("#unconnected [data-unconnected] button").first.click()
    id_ = explorer.attributes("#unconnected [data-unconnected]", "data-unconnected")[0]
    assert f"sel={id_}" in explorer.fragment
    assert "No tiene ningún acuerdo" in page.inner_text(".card")
    page.get_by_role("button", name="Verlos en el mapa").click()
    assert "tab=map" in explorer.fragment
    assert page.locator("[data-state]").count() == 32


def test_a_state_chosen_narrows_the_list_to_it(explorer: Explorer) -> None:
    register = explorer.register
    state = next(
        id_
        for id_ in sorted(register.by_state())
        if any(register.state_of(u) == id_ != u for u in register.unconnected)
    )
    explorer.go(f"tab=unconnected&place={state}")
    listed = set(explorer.attributes("[data-unconnected]", "data-unconnected"))
    assert listed == {id_ for id_ in register.unconnected if register.state_of(id_) == state}


def test_only_the_unconnected_leaves_hollow_dots_alone(explorer: Explorer) -> None:
    explorer.page.check("#only-unconnected")
    assert explorer.number(".network", "data-lines") == 0
    assert explorer.counted() == (0, 0, 0)
    drawn = explorer.number(".network", "data-dots")
    assert 0 < drawn <= len(explorer.register.unconnected)
