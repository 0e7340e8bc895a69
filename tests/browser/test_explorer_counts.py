"""The explorer counts, finds and lists what the register holds."""

from __future__ import annotations

import pytest

from tests.browser.opening import Explorer

REGISTERS = ("seeded", "real", "synthetic")

FLAT = str.maketrans("áéíóúüñÁÉÍÓÚÜÑ", "aeiouunAEIOUUN")


def test_the_numbers_in_its_heading_are_those_of_the_register(explorer: Explorer) -> None:
    register = explorer.register
    governments, agreements, _ = register.shown().counts
    assert explorer.counted() == register.shown().counts
    assert explorer.number("#key-governments", "data-value") == governments
    assert explorer.number("#key-agreements", "data-value") == agreements
    assert explorer.number("#key-unconnected", "data-value") == len(register.unconnected)
    abroad = {register.government[id_].country for id_ in register.partners} - {register.home}
    assert explorer.number("#key-countries", "data-value") == len(abroad)


def test_it_draws_a_dot_for_each_government_and_a_line_for_each_pair(explorer: Explorer) -> None:
    register = explorer.register
    large = {
        id_
        for id_ in register.unconnected
        if register.government[id_].level == "state"
        or (register.government[id_].population or 0) >= 100_000
    }
    assert explorer.number(".network", "data-lines") == len(register.shown().pairs)
    assert explorer.number(".network", "data-dots") == len(register.partners) + len(large)


def test_the_story_names_the_hubs_in_their_order(explorer: Explorer) -> None:
    section = explorer.page.locator(".story section").first
    listed = section.locator(".ranked-value").all_inner_texts()
    most = sorted((len(p) for p in explorer.register.partners.values()), reverse=True)
    assert [int(text.split()[0]) for text in listed] == most[:8]


@pytest.mark.parametrize("place", [0, 1, 2, 5])
def test_search_finds_by_name_without_accents_and_lights_as_many_lines_as_partners(
    explorer: Explorer, place: int
) -> None:
    hub = explorer.register.named_once()[place]
    explorer.search(hub.name.upper().translate(FLAT))
    assert explorer.page.inner_text("#card-name") in {hub.name, hub.name_es, hub.name_en}
    partners = len(explorer.register.partners[hub.id])
    assert explorer.number(".network", "data-focus-lines") == partners
    assert explorer.number(".card-numbers [data-key=partners]", "data-value") == partners
    assert f"sel={hub.id}" in explorer.fragment


def test_queretaro_is_found_without_its_accent_by_town_and_state(explorer: Explorer) -> None:
    explorer.page.fill("#search", "queretaro")
    options = explorer.page.locator("[role=option]").all_inner_texts()
    assert any("Querétaro" in option and "estado" in option for option in options)
    assert all("quer" in option.translate(FLAT).lower() for option in options)
    explorer.page.press("#search", "Escape")
    explorer.page.fill("#search", "no such place anywhere")
    assert explorer.page.locator("[role=option]").count() == 1
    assert explorer.page.locator("[role=option][aria-disabled=true]").count() == 1


def test_every_agreement_of_a_pair_is_listed_and_counted(explorer: Explorer) -> None:
    register = explorer.register
    held: dict[tuple[str, str], set[str]] = {}
    for agreement, pairs in register.pairs.items():
        for pair in pairs:
            held.setdefault(pair, set()).add(agreement)
    pair, agreements = max(held.items(), key=lambda item: (len(item[1]), item[0]))
    assert len(agreements) > 1 or explorer.name == "real", "the sample has one a pair"
    explorer.go(f"sel={pair[0]}")
    while explorer.page.locator(".card section > div > .more").count():
        explorer.page.locator(".card section > div > .more").first.click()
    counts = explorer.attributes("details.partner", "data-agreements")
    assert len(counts) == len(register.partners[pair[0]])
    assert max(map(int, counts)) == len(agreements)
    found = []
    for details in explorer.page.locator("details.partner").all():
        details.locator("summary").click()
        details.locator(".agreement").first.wait_for()
        listed = [
            item.get_attribute("data-agreement") for item in details.locator(".agreement").all()
        ]
        assert len(listed) == int(details.get_attribute("data-agreements") or 0)
        found.append(set(listed))
    assert agreements in found
    own = {a for a, pairs in register.pairs.items() if any(pair[0] in p for p in pairs)}
    assert set().union(*found) == own
    assert explorer.number(".card-numbers [data-key=agreements]", "data-value") == len(own)


def test_the_card_says_what_the_agreements_are_about(explorer: Explorer) -> None:
    register = explorer.register
    hub = register.hubs()[0]
    explorer.go(f"sel={hub.id}")
    themes: dict[str, int] = {}
    for each in register.snapshot.agreements:
        if any(hub.id in pair for pair in register.pairs[each.id]):
            for theme in each.themes:
                themes[theme] = themes.get(theme, 0) + 1
    shown = explorer.page.locator(".subjects .ranked-entry").all()
    assert len(shown) == min(6, len(themes))
    if not themes:
        assert "no dicen los temas" in explorer.page.inner_text(".subjects")
    for entry in shown:
        theme = entry.locator("[data-theme-id]").get_attribute("data-theme-id")
        assert int(entry.locator(".ranked-value").inner_text().split()[0]) == themes[str(theme)]


def test_two_governments_are_compared_by_what_they_share(explorer: Explorer) -> None:
    register = explorer.register
    one, other = register.hubs()[0].id, register.hubs()[1].id
    explorer.go(f"sel={one}")
    explorer.page.fill(".card-actions input", register.government[other].name)
    explorer.page.locator(".card-actions [role=option]").first.wait_for()
    assert explorer.page.locator(".card-actions [role=option]").count() > 0
    explorer.go(f"sel={one}&vs={other}")
    shared = register.partners[one] & register.partners[other]
    blocks = explorer.page.locator(".comparison details.shared .choice-count").all_inner_texts()
    alone = register.partners[one] - shared - {other}
    assert int(blocks[0]) == len(shared)
    assert int(blocks[1]) == len(alone)
    between = (min(one, other), max(one, other))
    direct = [a for a, pairs in register.pairs.items() if between in pairs]
    said = explorer.page.inner_text(".comparison .lead")
    assert str(len(direct)) in said if direct else "No hay acuerdos" in said
    cells = explorer.page.locator(".versus tr").first.locator("td").all_inner_texts()
    assert [int(cell) for cell in cells] == [
        len(register.partners[one]),
        len(register.partners[other]),
    ]
