"""The embedded engine's process: how it starts, and how it ends whatever happens to us.

Between Python and the engine stands a small shell. It holds the reading end of a pipe whose
writing end only this process has; when that closes, by `stop`, by the end of this process or
by its being killed, the shell stops the engine: SIGTERM, then SIGKILL after 15 seconds. No
signal handler is installed here and no thread matters (PR_SET_PDEATHSIG would follow the
thread, and exists on Linux only). Both run in a session of their own, so that Ctrl-C in a
terminal reaches Python alone and the engine is not cut in the middle of a commit.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import weakref
from dataclasses import dataclass, field
from pathlib import Path

from grafo.store.engine_folder import EngineFolder, not_installed, unusable

_DATABASE = "grafo"
_STOP_SECONDS = 25.0
_OPENED = ("java.util.concurrent.atomic", "java.nio.channels.spi", "java.lang")
_KEPT_VARIABLES = ("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR")
_PORT_TAKEN = ("busy, trying the next", "Unable to listen", "Address already in use")
_WATCH = """
exec 3<&0 </dev/null
"$@" 3<&- &
engine=$!
(
  read -r _ <&3
  kill -TERM "$engine" 2>/dev/null
  tenths=0
  while kill -0 "$engine" 2>/dev/null && [ "$tenths" -lt 150 ]; do
    sleep 0.1
    tenths=$((tenths + 1))
  done
  kill -KILL "$engine" 2>/dev/null
) &
exec 3<&-
wait "$engine"
ended=$?
# The engine is gone: end what watched it, all of this group but ourselves.
trap '' TERM
kill -TERM 0
wait
exit "$ended"
"""
_LOGGING = """
handlers = java.util.logging.FileHandler
.level = INFO
io.undertow.level = WARNING
org.xnio.level = WARNING
org.jboss.level = WARNING
java.util.logging.FileHandler.pattern = log/engine.log
java.util.logging.FileHandler.limit = 1000000
java.util.logging.FileHandler.count = 2
java.util.logging.FileHandler.formatter = java.util.logging.SimpleFormatter
"""

_running: weakref.WeakSet[EngineProcess] = weakref.WeakSet()


@dataclass(slots=True, weakref_slot=True, eq=False)
class EngineProcess:
    """One run of the engine in a claimed folder; `start` can follow `stop` or `kill`."""

    folder: EngineFolder
    heap: str
    bolt_port: int = 0
    http_port: int = 0
    _shell: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    _said_before: int = field(default=0, repr=False)

    def start(self, root_password: str) -> None:
        """Start the engine on two free loopback ports; it is not ready yet on return.

        The password goes through a file that only its owner can read and that is removed
        when the engine has read it (`password_was_read`), never on a command line.

        Raises:
            StoreError: the engine is not installed, or its files cannot be written.
        """
        command = [*_java(self.heap), *self._settings(), *_MAIN]
        try:
            # Old users and groups would stay in force.
            shutil.rmtree(self._config, ignore_errors=True)
            self._config.mkdir(mode=0o700)
            (self._config / "logging.properties").write_text(_LOGGING, encoding="utf-8")
            (self._config / "server-groups.json").write_text(_GROUPS, encoding="utf-8")
            self._write_password(root_password)
            if self._log.exists():
                self._log.replace(self._log.with_suffix(".1"))  # last_words are of this run
            with self._output.open("ab") as output:
                self._said_before = output.tell()
                self._shell = subprocess.Popen(  # noqa: S603 - a fixed program, no user text
                    ["/bin/sh", "-c", _WATCH, "grafo-engine", *command],
                    cwd=self.folder.path,
                    env=_environment(),
                    stdin=subprocess.PIPE,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,
                    pass_fds=(self.folder.lock,),
                )
        except OSError as error:
            raise unusable(self.folder.path, error) from error
        _running.add(self)

    def password_was_read(self) -> None:
        """Remove the password's file."""
        self._password_file.unlink(missing_ok=True)

    def exit_code(self) -> int | None:
        """Return how the engine ended, or None while it runs."""
        return None if self._shell is None else self._shell.poll()

    def is_running(self) -> bool:
        """Say whether the engine's process exists."""
        return self._shell is not None and self._shell.poll() is None

    def ends_within(self, seconds: float) -> bool:
        """Say whether the engine has ended, or ends within some seconds."""
        if self._shell is None:
            return True
        try:
            self._shell.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def stop(self) -> None:
        """Stop the engine and wait for its end. Stopping twice does nothing."""
        shell, self._shell = self._shell, None
        if shell is None or shell.stdin is None:
            return
        shell.stdin.close()
        try:
            shell.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            _kill_group(shell)
        finally:
            self.password_was_read()

    def kill(self) -> None:
        """End the engine at once; what was committed is there at the next start."""
        shell, self._shell = self._shell, None
        if shell is not None and shell.stdin is not None:
            _kill_group(shell)
            shell.stdin.close()

    def found_ports_taken(self) -> bool:
        """Say whether the engine could not listen; it then lingers on without being ready."""
        return any(sign in self.last_words() for sign in _PORT_TAKEN)

    def last_words(self) -> str:
        """Return the end of what this run printed and logged, for an error message."""
        found: list[str] = []
        for file, start in ((self._output, self._said_before), (self._log, 0)):
            if file.is_file():
                said = file.read_bytes()[start:].decode("utf-8", errors="replace")
                found += said.splitlines()[-8:]
        return "\n".join(line[:300] for line in found)

    def forget_after_fork(self) -> None:
        """Drop, in a forked child, what keeps the parent's engine and lock alive."""
        if self._shell is not None and self._shell.stdin is not None:
            self._shell.stdin.close()
        self._shell = None
        self.folder.release()

    @property
    def _output(self) -> Path:
        return self.folder.log / "engine.out"

    @property
    def _log(self) -> Path:
        return self.folder.log / "engine.log.0"

    @property
    def _config(self) -> Path:
        return self.folder.path / "config"

    @property
    def _password_file(self) -> Path:
        return self.folder.path / "password"

    def _write_password(self, password: str) -> None:
        self._password_file.unlink(missing_ok=True)
        handle = os.open(self._password_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(password)

    def _settings(self) -> list[str]:
        self.bolt_port, self.http_port = _free_ports()
        settings = {
            "bolt.host": "127.0.0.1",
            "bolt.maxMessageSize": 256 << 20,
            "bolt.port": self.bolt_port,
            "opencypher.loadCsv.allowFileUrls": "false",
            "opencypher.loadCsv.allowRemoteUrls": "false",
            # The heap budget (half of the heap) is the true limit; the default of half a million
            # rows in one ORDER BY or collect() would stop ordinary large graphs.
            "queryMaxHeapElementsAllowedPerOp": 10_000_000,
            "queryMaxRangeSize": 10_000_000,
            "server.databaseDirectory": "databases",
            "server.defaultDatabases": f"{_DATABASE}[root]",
            "server.httpIncomingHost": "127.0.0.1",
            "server.httpIncomingPort": self.http_port,
            "server.logsDirectory": "log",
            # `production` hides from the user why a query failed. What else it would close
            # (LOAD CSV) is closed above.
            "server.mode": "test",
            "server.plugins": "com.arcadedb.bolt.BoltProtocolPlugin",
            "server.rootPasswordPath": "password",
            "server.rootPath": ".",
            "support.autoRegister": "false",
            # As in production mode: a commit is on disk before it is acknowledged.
            "txWalFlush": 1,
        }
        return [f"-Darcadedb.{key}={value}" for key, value in settings.items()]


def _package() -> Path:
    found = importlib.util.find_spec("arcadedb_embedded")
    if found is None or not found.submodule_search_locations:
        raise not_installed()
    return Path(found.submodule_search_locations[0])


def _java(heap: str) -> list[str]:
    package = _package()
    return [
        str(package / "jre" / "bin" / "java"),
        f"-Xmx{heap}",
        # A query that exhausts the heap leaves the engine in doubt; ended, it restarts whole.
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:+UseCompactObjectHeaders",
        "-XX:-UsePerfData",
        "-XX:ErrorFile=log/crash.log",
        "-Djava.awt.headless=true",
        "-Dfile.encoding=UTF-8",
        "-Duser.language=en",
        "-Duser.timezone=UTC",
        "-Djava.util.logging.config.file=config/logging.properties",
        "--add-modules=jdk.incubator.vector",
        "--enable-native-access=ALL-UNNAMED",
        *(f"--add-opens=java.base/{module}=ALL-UNNAMED" for module in _OPENED),
        *("-cp", str(package / "jars" / "*")),
    ]


_MAIN = ("com.arcadedb.server.ArcadeDBServer",)
_READ = '{"access": ["readRecord"]}'
_ALL = '{"access": ["createRecord", "readRecord", "updateRecord", "deleteRecord"]}'
# The row limit of the reader is above every limit of the product, which reports its cuts.
_GROUPS = f"""{{"version": 1, "databases": {{"*": {{"groups": {{
  "admin": {{"resultSetLimit": -1, "readTimeout": -1,
    "access": ["updateSecurity", "updateSchema"], "types": {{"*": {_ALL}}}}},
  "reader": {{"resultSetLimit": 2000000, "readTimeout": -1,
    "access": [], "types": {{"*": {_READ}}}}}
}}}}}}}}
"""


def _environment() -> dict[str, str]:
    """Return a small environment: no NEO4J_PASSWORD for the engine, no JAVA_TOOL_OPTIONS."""
    return {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}


def _free_ports() -> tuple[int, int]:
    with socket.socket() as first, socket.socket() as second:
        first.bind(("127.0.0.1", 0))
        second.bind(("127.0.0.1", 0))
        return first.getsockname()[1], second.getsockname()[1]


def _kill_group(shell: subprocess.Popen[bytes]) -> None:
    # The shell leads the group: its number cannot have been given to another while we have
    # not waited for it.
    if shell.poll() is None:
        os.killpg(shell.pid, signal.SIGKILL)
    shell.wait()


def _forget_all() -> None:
    for process in list(_running):
        process.forget_after_fork()


os.register_at_fork(after_in_child=_forget_all)
