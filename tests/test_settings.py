"""Settings come from the environment, are checked when read, and never show a password."""

from __future__ import annotations

from pathlib import Path

import pytest

from grafo.errors import StoreError, UsageError
from grafo.settings import SCHEMES, Settings

SERVER = {"NEO4J_URI": "neo4j://localhost:7687", "NEO4J_PASSWORD": "canary-7c1"}


def test_an_empty_environment_gives_the_embedded_engine_in_a_folder_beside_the_work() -> None:
    assert Settings.from_environment({}) == Settings(home=Path(".grafo"), lang="es")


def test_every_variable_is_read() -> None:
    settings = Settings.from_environment(
        {
            **SERVER,
            "GRAFO_HOME": "~/graphs",
            "GRAFO_LANG": "en",
            "GRAFO_HEAP": "512M",
            "NEO4J_USERNAME": "ana",
            "NEO4J_DATABASE": "cities",
        }
    )
    assert settings == Settings(
        home=Path.home() / "graphs",
        lang="en",
        neo4j_uri="neo4j://localhost:7687",
        neo4j_username="ana",
        neo4j_password="canary-7c1",  # noqa: S106 - a canary
        neo4j_database="cities",
        heap="512m",
    )


def test_an_empty_variable_counts_as_not_set() -> None:
    assert Settings.from_environment({"NEO4J_URI": "", "GRAFO_LANG": ""}) == Settings()


@pytest.mark.parametrize(
    ("env", "lang"),
    [
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "es_MX.UTF-8"}, "es"),
        ({"LANG": "fr_FR.UTF-8"}, "es"),
        ({"LANG": "C"}, "es"),
        ({"LC_ALL": "en_US", "LANG": "es_MX"}, "en"),
        ({"GRAFO_LANG": "es", "LANG": "en_US"}, "es"),
        ({"GRAFO_LANG": "en_US"}, "en"),
    ],
)
def test_the_language_is_the_chosen_one_else_the_locales_else_spanish(
    env: dict[str, str], lang: str
) -> None:
    assert Settings.from_environment(env).lang == lang


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_scheme_of_the_driver_is_taken(scheme: str) -> None:
    env = {**SERVER, "NEO4J_URI": f"{scheme}://db.example.org"}
    assert Settings.from_environment(env).neo4j_uri == f"{scheme}://db.example.org"


def test_a_server_without_a_password_is_refused_with_what_to_set() -> None:
    with pytest.raises(StoreError, match="NEO4J_PASSWORD") as raised:
        Settings.from_environment({"NEO4J_URI": "bolt://localhost"})
    assert raised.value.exit_code == 4


@pytest.mark.parametrize(
    "env",
    [
        {**SERVER, "NEO4J_URI": "http://localhost:7474"},
        {**SERVER, "NEO4J_URI": "localhost:7687"},
        {**SERVER, "NEO4J_URI": "bolt://"},
        {**SERVER, "NEO4J_URI": "bolt://host:port"},
        {**SERVER, "NEO4J_URI": "bolt://[::1"},
        {**SERVER, "NEO4J_URI": "bolt://neo4j:canary-7c1@localhost"},
        {"GRAFO_LANG": "fr"},
        {"GRAFO_HEAP": "lots"},
        {"GRAFO_HEAP": "0g"},
    ],
)
def test_a_value_that_cannot_be_is_a_usage_error_and_shows_no_password(
    env: dict[str, str],
) -> None:
    with pytest.raises(UsageError) as raised:
        Settings.from_environment(env)
    assert "canary" not in str(raised.value)
    assert "canary" not in repr(raised.value.__cause__)


def test_the_repr_hides_the_password() -> None:
    assert "canary" not in repr(Settings.from_environment(SERVER))
