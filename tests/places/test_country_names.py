"""Countries as registers write them."""

from __future__ import annotations

import pytest

from grafo.places import country_of


@pytest.mark.parametrize(
    ("text", "iso2", "division"),
    [
        ("México", "MX", None),
        ("MX", "MX", None),
        ("mx", "MX", None),
        ("MEX", "MX", None),
        ("E.U.A.", "US", None),
        ("EE. UU.", "US", None),
        ("Corea del Sur", "KR", None),
        ("República Popular China", "CN", None),
        ("Georgia (country)", "GE", None),
        ("Georgia", "GE", None),
        ("England, United Kingdom", "GB", "England"),
        ("Scotland", "GB", "Scotland"),
        ("Inglaterra", "GB", "Inglaterra"),
        ("Ohio, United States", "US", "Ohio"),
        ("Estados Unidos (Texas)", "US", "Texas"),
        ("Texas (Estados Unidos)", "US", "Texas"),
        ("Luxembourg", "LU", None),
        ("Panamá", "PA", None),
        ("Kazakhstah", "KZ", None),
        ("Argetina", "AR", None),
    ],
)
def test_a_country_is_read_with_the_division_it_hints_at(
    text: str, iso2: str, division: str | None
) -> None:
    match = country_of(text)
    assert (match.iso2, match.division) == (iso2, division)
    assert match.evidence


@pytest.mark.parametrize("text", ["Åland Islands, Finland", "Islas Åland (Finlandia)"])
def test_a_territory_with_a_code_of_its_own_is_that_territory(text: str) -> None:
    assert country_of(text).iso2 == "AX"


@pytest.mark.parametrize(
    "text",
    ["", "  ", "Wakanda", "Iraj", "Guadalajara", "XX", "?", "a" * 5000, "Austrlia y Asutria"],
)
def test_what_names_no_country_gives_none(text: str) -> None:
    assert country_of(text).iso2 is None
