"""Abbreviations are read by country, beside a name, around it and in it."""

from __future__ import annotations

import pytest

from tests.places.conftest import Ask, answer


@pytest.mark.parametrize(
    ("name", "country", "identity"),
    [
        ("Greeley, CO", "US", "gn-5577592"),
        ("Greeley CO", "Estados Unidos", "gn-5577592"),
        ("Greeley, Colo.", "USA", "gn-5577592"),
        ("Denver, Co.", "US", "gn-5419384"),
        ("Aurora, CO, USA", None, "gn-5412347"),
        ("Portland, Ore.", "US", "gn-5746545"),
        ("Charleston, S. C.", "US", "gn-4574324"),
        ("Las Cruces, N.M.", "US", "gn-5475352"),
        ("Monterrey N.L.", "MX", "mx-19039"),
        ("Celaya Gto", "MX", "mx-11007"),
        ("Cancún Q. Roo", "MX", "mx-23005"),
        ("Toluca, Edo. Méx.", "MX", "mx-15106"),
        ("LA PAZ BCS", "MX", "mx-03003"),
        ("Newcastle NSW", "AU", "gn-2155472"),
        ("Newcastle, N.S.W.", "AU", "gn-2155472"),
        ("Windsor, N.S.", "CA", "gn-6182958"),
        ("Münster, N.R.W.", "DE", "gn-2867543"),
        ("Freiburg, BW", "DE", "gn-2925177"),
        ("Santa Maria - R.S.", "BR", "gn-3450083"),
        ("Rionegro, Ant.", "CO", "gn-3670730"),
        ("La Plata, Bs As", "AR", "gn-3432043"),
        ("Burgos, Cast. y León", "ES", "gn-3127461"),
    ],
)
def test_an_abbreviated_division_stands_behind_a_town(
    ask: Ask, name: str, country: str | None, identity: str
) -> None:
    assert answer(ask(name, country)) == identity


@pytest.mark.parametrize(
    ("name", "country", "identity"),
    [
        ("Gobierno del Edo. de Guanajuato", "MX", "mx-11"),
        ("Gob. Edo. Méx.", "MX", "mx-15"),
        ("Gob. del Edo. de N.L.", "MX", "mx-19"),
        ("Gobierno de Q. Roo", "MX", "mx-23"),
        ("Edo. de Jal.", "MX", "mx-14"),
        ("B.C.S.", "MX", "mx-03"),
        ("Gob. CDMX", "MX", "mx-09"),
        ("Prov. de Bs. As.", "AR", "a1-ar-01"),
        ("Pcia. de Córdoba", "AR", "a1-ar-05"),
        ("woj. mazowieckie", "PL", "a1-pl-78"),
        ("NRW", "DE", "a1-de-07"),
    ],
)
def test_a_division_is_known_by_its_abbreviation_and_by_abbreviated_words(
    ask: Ask, name: str, country: str, identity: str
) -> None:
    assert answer(ask(name, country)) == identity


@pytest.mark.parametrize(
    ("name", "country", "identity"),
    [
        ("San Fco. del Rincón", "MX", "mx-11031"),
        ("H. Ayto. de Gpe., N.L.", "MX", "mx-19026"),
        ("Sta. Ma. del Oro, Nay.", "MX", "mx-18014"),
        ("San Pedro Tlaq., Jal.", "MX", "mx-14098"),
        ("Sn. Pedro Garza Gcía.", "MX", "mx-19019"),
        ("Gómez Pal., Dgo.", "MX", "mx-10007"),
        ("Pto. Montt", "CL", "gn-3874960"),
        ("Freiburg i. Br.", "DE", "gn-2925177"),
        ("Frankfurt a.M.", "DE", "gn-2925533"),
    ],
)
def test_abbreviated_words_of_a_name_are_read_in_full(
    ask: Ask, name: str, country: str, identity: str
) -> None:
    assert answer(ask(name, country)) == identity


def test_an_abbreviation_of_one_country_says_nothing_in_another(ask: Ask) -> None:
    assert ask("Boulder, CO", "CO").outcome != "matched"
    assert ask("Orange Co.", "US").outcome == "ambiguous"  # counties of eight states
    assert all(each.place.level == "county" for each in ask("Orange Co.", "US").candidates)
