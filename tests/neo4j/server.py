"""A real Neo4j server for tests: start it, stop it, kill it, start it again where it was."""

from __future__ import annotations

import secrets
import signal
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from tests.neo4j.prepare import Layout, find_prepared

if TYPE_CHECKING:
    from types import TracebackType

_FIRST_PASSWORD = "neo4j"  # noqa: S105 - what every new Neo4j starts with
_START_SECONDS = 180.0
_STOP_SECONDS = 60.0
_OPENED_MODULES = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang")
_CONFIGURATION = """
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.directories.plugins={plugins}
dbms.usage_report.enabled=false
dbms.security.auth_enabled=true
server.memory.pagecache.size=256m
dbms.security.procedures.unrestricted=gds.*
{more}
"""
CLOSED_TO_LOAD_CSV = """
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
"""


def free_port() -> int:
    """Return a loopback TCP port that nothing listened on a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(slots=True)
class Neo4jServer:
    """One Neo4j server on loopback, with its data under `home`.

    `more` is appended to neo4j.conf. The password is random; `uri`, `username`, `password`
    and `database` are what a client needs.
    """

    home: Path
    more: str = CLOSED_TO_LOAD_CSV
    heap: str = "1g"
    username: str = "neo4j"
    database: str = "neo4j"
    password: str = field(default_factory=lambda: secrets.token_urlsafe(16), repr=False)
    port: int = field(default_factory=free_port)
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    _has_password: bool = field(default=False, repr=False)

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """The server's process id.

        Raises:
            RuntimeError: it is not running.
        """
        if self._process is None:
            raise RuntimeError("the Neo4j server is not running")
        return self._process.pid

    def start(self) -> None:
        """Start the server and return when it takes the password.

        Raises:
            NotPreparedError: this machine has no prepared Neo4j.
            RuntimeError: it ended, or was not ready in time; the log's end is in the message.
        """
        layout = find_prepared()
        self.home.mkdir(parents=True, exist_ok=True)
        conf = self.home / "neo4j.conf"
        conf.write_text(self._configuration(layout), encoding="utf-8")
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - a fixed command line, no shell
                self._command(layout, conf),
                stdin=subprocess.PIPE,  # the server ends when this end of it closes
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            self._wait_until_ready(time.monotonic() + _START_SECONDS)
        except BaseException:
            self.kill()
            raise

    def stop(self) -> None:
        """Stop it cleanly (SIGTERM), or by force when that takes more than a minute."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._forget()

    def kill(self) -> None:
        """Kill it as a power cut would (SIGKILL); `start` brings it back with its data."""
        if self._process is not None:
            self._process.kill()
            self._forget()

    def driver(self) -> neo4j.Driver:
        """Return a driver to it, for what tests check behind the product's back."""
        return neo4j.GraphDatabase.driver(self.uri, auth=(self.username, self.password))

    def wipe(self) -> None:
        """Delete all nodes, relationships, constraints and indexes."""
        with self.driver() as driver, driver.session(database=self.database) as session:
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS").consume()
            for row in session.run("SHOW CONSTRAINTS YIELD name").data():
                session.run(f"DROP CONSTRAINT `{row['name']}`").consume()
            indexes = session.run(
                "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"
            )
            for row in indexes.data():
                session.run(f"DROP INDEX `{row['name']}`").consume()

    def __enter__(self) -> Neo4jServer:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def _log(self) -> Path:
        return self.home / "server.log"

    def _forget(self) -> None:
        process, self._process = self._process, None
        if process is not None and process.stdin is not None:
            process.stdin.close()
            process.wait()

    def _configuration(self, layout: Layout) -> str:
        return _CONFIGURATION.format(port=self.port, plugins=layout.plugins, more=self.more)

    def _command(self, layout: Layout, conf: Path) -> list[str]:
        opened = [f"--add-opens=java.base/{module}=ALL-UNNAMED" for module in _OPENED_MODULES]
        return [
            *(str(layout.java), "-Xms256m", f"-Xmx{self.heap}", "-XX:+UseG1GC"),
            *("-Dfile.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED", *opened),
            *("-cp", f"{layout.classes}:{layout.lib}/*:{layout.plugins}/*", "Launcher"),
            *(str(self.home), str(conf)),
        ]

    def _wait_until_ready(self, deadline: float) -> None:
        while not self._answers():
            ended = self._process is None or self._process.poll() is not None
            if ended or time.monotonic() > deadline:
                tail = self._log.read_text(encoding="utf-8", errors="replace")[-3000:]
                raise RuntimeError(f"Neo4j {'ended' if ended else 'is not ready in time'}:\n{tail}")
            time.sleep(0.25)

    def _answers(self) -> bool:
        try:
            if not self._has_password:
                self._set_password()
            with self.driver() as driver, driver.session(database=self.database) as session:
                session.run("RETURN 1").consume()
        except (Neo4jError, DriverError, OSError):
            return False
        return True

    def _set_password(self) -> None:
        first = neo4j.GraphDatabase.driver(self.uri, auth=(self.username, _FIRST_PASSWORD))
        with first, first.session(database="system") as session:
            try:
                change = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
                session.run(change, old=_FIRST_PASSWORD, new=self.password).consume()
            except AuthError:
                # Set by an earlier try whose answer was lost; the next line of the caller tells.
                pass
        self._has_password = True
