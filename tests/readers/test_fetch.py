"""A file is fetched only when allowed, only from public addresses, and within bounds."""

from __future__ import annotations

import http.server
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from grafo.errors import GrafoError, InputError, UsageError
from grafo.readers import DEFAULT, Limits, fetch
from grafo.readers.addresses import is_public


@dataclass(slots=True)
class Site:
    """A web server on this machine, and the requests that it saw."""

    port: int
    seen: list[str] = field(default_factory=list)
    redirects: dict[str, str] = field(default_factory=dict)

    def url(self, path: str = "/registro.csv", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"


class _Handler(http.server.BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        self.site.seen.append(self.path)
        path = urlsplit(self.path).path
        if path in self.site.redirects:
            self.send_response(302)
            self.send_header("Location", self.site.redirects[path])
            self.end_headers()
        elif path == "/missing":
            self.send_error(404)
        elif path == "/endless":
            self._endless()
        elif path == "/announced":
            self.send_response(200)
            self.send_header("Content-Length", str(10**12))
            self.end_headers()
        elif path == "/broken":
            self._send(b"a,b\n", length=400)
        elif path == "/packed":
            self._send(b"a,b\n", ("Content-Encoding", "gzip"))
        elif path == "/drip":
            self._drip()
        else:
            self._send(b"a,b\n1,2\n")

    def _send(self, body: bytes, *headers: tuple[str, str], length: int = 0) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(length or len(body)))
        for header in headers:
            self.send_header(*header)
        self.end_headers()
        self.wfile.write(body)

    def _endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(bytes(1 << 16))
        except OSError:
            return

    def _drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"a")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            return

    def log_message(self, *_: Any) -> None:
        """Keep the tests' output quiet."""


@pytest.fixture
def site() -> Iterator[Site]:
    served = Site(0)
    handler = type("Handler", (_Handler,), {"site": served})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        served.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield served
        server.shutdown()
        thread.join()


def fetched(url: str, folder: Path, limits: Limits = DEFAULT) -> Path:
    return fetch(url, folder, limits, allow_network=True, allow_private=True)


def test_a_file_is_fetched_under_its_own_name(site: Site, tmp_path: Path) -> None:
    path = fetched(site.url("/datos/registro%20m%C3%A9xico.csv?token=x"), tmp_path)
    assert path == tmp_path / "registro_méxico.csv"
    assert path.read_bytes() == b"a,b\n1,2\n"
    assert list(tmp_path.iterdir()) == [path]
    assert site.seen == ["/datos/registro%20m%C3%A9xico.csv?token=x"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/", "download"),
        ("/a/", "download"),
        ("/..%2f..%2fetc%2fpasswd", "etc_passwd"),
        ("/.bashrc", "bashrc"),
        ("/%00%0a", "download"),
        ("/..", "download"),
        ("/" + "x" * 300, "x" * 100),
    ],
)
def test_a_name_cannot_lead_out_of_the_folder(
    site: Site, tmp_path: Path, path: str, name: str
) -> None:
    assert fetched(site.url(path), tmp_path) == tmp_path / name


def test_nothing_is_sent_without_permission(site: Site, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--allow-network"):
        fetch(site.url(), tmp_path, DEFAULT, allow_network=False, allow_private=True)
    with pytest.raises(UsageError, match="public"):
        fetch(site.url(), tmp_path, DEFAULT, allow_network=True)
    assert site.seen == []
    assert list(tmp_path.iterdir()) == []


REFUSED = [
    "http://127.0.0.1:{port}/",
    "http://localhost:{port}/",
    "http://LOCALHOST.:{port}/",
    "http://127.1:{port}/",
    "http://2130706433:{port}/",
    "http://0177.0.0.1:{port}/",
    "http://0x7f000001:{port}/",
    "http://127.0.0.1.:{port}/",
    "http://0:{port}/",
    "http://0.0.0.0:{port}/",
    "http://[::1]:{port}/",
    "http://[::]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "http://[::ffff:7f00:1]:{port}/",
    "http://[::127.0.0.1]:{port}/",
    "http://[64:ff9b::7f00:1]:{port}/",
    "http://[2002:7f00:1::]:{port}/",
    "http://[fe80::1]:{port}/",
    "http://[fc00::1]:{port}/",
    "http://[ff02::1]:{port}/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://224.0.0.1/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    "http://192.0.2.1/",
    "http://user:secret@127.0.0.1:{port}/",
    "http://93.184.215.14@127.0.0.1:{port}/",
    "http://127.0.0.1:{port}\\@93.184.215.14/",
    "http://127.0.0.1:{port}/\r\nHost: a",
    "http://127.0.0.1:99999/",
    "file:///etc/passwd",
    "ftp://127.0.0.1:{port}/",
    "gopher://127.0.0.1:{port}/",
    "data:text/csv,a",
    "//127.0.0.1:{port}/",
    "/etc/passwd",
    "http:///x",
    "",
]


@pytest.mark.parametrize("address", REFUSED)
def test_what_is_not_on_the_public_internet_is_refused_unasked(
    site: Site, tmp_path: Path, address: str
) -> None:
    with pytest.raises(GrafoError) as caught:
        fetch(address.format(port=site.port), tmp_path, DEFAULT, allow_network=True)
    assert site.seen == []
    assert "secret" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/",
        "http://127.0.0.2:{port}/x",
        "http://localhost:{port}/x",
        "http://[::1]:{port}/x",
        "//2130706434:{port}/x",
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "http://user:secret@127.0.0.1:{port}/x",
    ],
)
def test_a_redirect_is_checked_like_an_address(site: Site, tmp_path: Path, target: str) -> None:
    site.redirects["/registro.csv"] = target.format(port=site.port)
    with pytest.raises(UsageError):
        fetched(site.url(), tmp_path)
    assert site.seen == ["/registro.csv"]


def test_redirects_are_followed_and_counted(site: Site, tmp_path: Path) -> None:
    site.redirects.update({f"/{n}": f"/{n + 1}" for n in range(5)})
    assert fetched(site.url("/0"), tmp_path).name == "5"
    site.redirects["/5"] = site.url("/6")
    with pytest.raises(InputError, match="redirects"):
        fetched(site.url("/0"), tmp_path)
    site.redirects["/loop"] = "/loop"
    with pytest.raises(InputError, match="redirects"):
        fetched(site.url("/loop"), tmp_path)


def test_the_address_that_was_checked_is_the_one_connected_to(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that answers differently the second time changes nothing."""
    answers = iter(["127.0.0.1", "10.255.255.1", "10.255.255.1"])
    real = socket.getaddrinfo

    def rebinding(host: str, *rest: Any, **named: Any) -> Any:
        return real(next(answers) if host == "rebind.example" else host, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    fetched(site.url(host="rebind.example"), tmp_path)
    assert site.seen == ["/registro.csv"]


def test_one_private_address_among_public_ones_is_enough_to_refuse(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def both(host: str, port: int, **_: Any) -> Any:
        assert host == "both.example"
        family = socket.AF_INET
        return [(family, socket.SOCK_STREAM, 6, "", (a, port)) for a in ("1.1.1.1", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    with pytest.raises(UsageError, match=r"10\.0\.0\.1"):
        fetch(site.url(host="both.example"), tmp_path, DEFAULT, allow_network=True)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/missing", "404"),
        ("/endless", "larger than"),
        ("/announced", "larger than"),
        ("/broken", "bytes are missing"),
        ("/packed", "compressed"),
    ],
)
def test_what_the_server_does_wrong_is_an_input_error_and_leaves_no_file(
    site: Site, tmp_path: Path, path: str, said: str
) -> None:
    with pytest.raises(InputError, match=said) as caught:
        fetched(site.url(path + "?token=secret"), tmp_path, Limits(max_bytes=1 << 20))
    assert caught.value.at is not None
    assert "secret" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_drips_does_not_hold_us(site: Site, tmp_path: Path) -> None:
    started = time.monotonic()
    with pytest.raises(InputError):
        fetched(site.url("/drip"), tmp_path, Limits(fetch_seconds=0.5))
    assert time.monotonic() - started < 3
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_is_not_there_is_an_input_error(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(InputError, match="cannot be read"):
        fetched(f"http://127.0.0.1:{port}/", tmp_path)


def test_a_plain_server_behind_https_is_an_input_error(site: Site, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        fetched(site.url().replace("http:", "https:"), tmp_path)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "93.184.215.14", "2606:4700::1111", "::ffff:1.1.1.1"]
)
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)
