"""docker-compose.yml starts a Neo4j that nobody but its owner can reach or misuse."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from neo4j.exceptions import ClientError

from tests.neo4j.prepare import NEO4J_VERSION, NotPreparedError, find_prepared
from tests.neo4j.server import Neo4jServer
from tests.project.tree import ROOT

_FILE = ROOT / "docker-compose.yml"


def _service() -> dict[str, Any]:
    services = yaml.safe_load(_FILE.read_text(encoding="utf-8"))["services"]
    assert list(services) == ["neo4j"]
    service: dict[str, Any] = services["neo4j"]
    return service


def _settings() -> dict[str, str]:
    """Return the server settings among the variables, by the image's rule for their names."""
    return {
        name.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_"): value
        for name, value in _service()["environment"].items()
        if name != "NEO4J_AUTH"
    }


def _compose() -> list[str]:
    if (old := shutil.which("docker-compose")) is not None:
        return [old]
    docker = shutil.which("docker")
    if docker is not None:
        asked = subprocess.run(  # noqa: S603 - a fixed command line, no shell
            [docker, "compose", "version"], capture_output=True, check=False
        )
        if asked.returncode == 0:
            return [docker, "compose"]
    if os.environ.get("CI"):
        pytest.fail("neither docker-compose nor docker compose is here, and CI must have one")
    pytest.skip("neither docker-compose nor docker compose is here")


def _config(password: str | None, folder: Path) -> subprocess.CompletedProcess[str]:
    """Have compose read a copy of the file: beside the file itself, an .env may lend a password."""
    shutil.copy(_FILE, folder)
    environment = {key: value for key, value in os.environ.items() if key != "NEO4J_PASSWORD"}
    if password is not None:
        environment["NEO4J_PASSWORD"] = password
    return subprocess.run(  # noqa: S603 - a fixed command line, no shell
        [*_compose(), "config"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_compose_accepts_the_file(tmp_path: Path) -> None:
    done = _config("a-Password-0", tmp_path)
    assert done.returncode == 0, done.stderr
    service = yaml.safe_load(done.stdout)["services"]["neo4j"]
    assert service["environment"]["NEO4J_AUTH"] == "neo4j/a-Password-0"


@pytest.mark.parametrize("password", [None, ""])
def test_compose_refuses_to_start_without_a_password(password: str | None, tmp_path: Path) -> None:
    done = _config(password, tmp_path)
    assert done.returncode != 0
    assert ".env.example" in done.stderr


def test_no_password_is_written_anywhere() -> None:
    assert re.fullmatch(
        r"neo4j/\$\{NEO4J_PASSWORD:\?[^}]+\}", _service()["environment"]["NEO4J_AUTH"]
    )
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    assert "NEO4J_PASSWORD=" in lines


def test_ports_are_open_on_loopback_only() -> None:
    service = _service()
    assert service["ports"]
    for port in service["ports"]:
        assert port.startswith("127.0.0.1:"), port
    assert "network_mode" not in service


def test_the_image_is_the_exact_version_the_tests_run_on() -> None:
    assert _service()["image"] == f"neo4j:{NEO4J_VERSION}-community"


def test_the_container_is_bounded_and_cannot_gain_rights() -> None:
    service = _service()
    assert service["mem_limit"] == "2g"
    assert service["pids_limit"] <= 1024
    assert "no-new-privileges:true" in service["security_opt"]
    assert service["cap_drop"] == ["ALL"]
    assert not service.get("privileged")
    assert service["healthcheck"]["test"]
    # Its data in named volumes: no folder of the host is handed over.
    volumes = yaml.safe_load(_FILE.read_text(encoding="utf-8"))["volumes"]
    assert {mount.split(":")[0] for mount in service["volumes"]} == set(volumes)


def test_no_plugin_is_fetched_and_no_usage_is_reported() -> None:
    text = json.dumps(_service()).lower()
    assert "apoc" not in text
    assert "plugins" not in text
    assert _settings()["dbms.usage_report.enabled"] == "false"


@pytest.mark.slow
def test_a_real_neo4j_takes_the_settings_and_refuses_load_csv(tmp_path: Path) -> None:
    try:
        find_prepared()
    except NotPreparedError as missing:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(missing))
    settings = _settings()
    # The test server's own configuration sets these two, and a setting may stand there once.
    ours = ("dbms.usage_report.enabled", "server.memory.pagecache.size")
    more = "\n".join(f"{key}={value}" for key, value in settings.items() if key not in ours)
    csv = tmp_path / "secret.csv"
    csv.write_text("a\n1\n", encoding="utf-8")
    with (
        Neo4jServer(tmp_path / "server", more=more) as server,
        server.driver() as driver,
        driver.session(database=server.database) as session,
    ):
        shown = session.run("SHOW SETTINGS YIELD name, value").data()
        in_force = {row["name"]: row["value"] for row in shown}
        # Internal settings are not shown; what this one is for is tried below.
        public = {key: value for key, value in settings.items() if not key.startswith("internal.")}
        assert in_force.keys() >= public.keys()
        assert in_force["dbms.security.allow_csv_import_from_file_urls"] == "false"
        refused = {
            csv.as_uri(): "allow_csv_import_from_file_urls' is false",
            "http://127.0.0.1:1/x.csv": "blocked via .*cypher_ip_blocklist",
            "http://[::1]:1/x.csv": "blocked via .*cypher_ip_blocklist",
        }
        for address, because in refused.items():
            with pytest.raises(ClientError, match=because):
                session.run("LOAD CSV FROM $from AS row RETURN row", {"from": address}).consume()
