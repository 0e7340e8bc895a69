"""Brings a file from the web, only when the caller allows it, and only from public addresses."""

from __future__ import annotations

import http.client
import os
import re
import socket
import ssl
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from grafo.errors import InputError, Location, UsageError
from grafo.language import say
from grafo.readers.addresses import resolved
from grafo.readers.limits import Limits, shown

_CHUNK = 1 << 16
_REDIRECTS = {301, 302, 303, 307, 308}
_PORTS = {"http": 80, "https": 443}
_UNSAFE = re.compile(r"[^\w.-]+")
_CONNECT_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class _Target:
    """An address that has passed the rules of form. `shown` leaves the query out: it may be a
    secret."""

    scheme: str
    host: str
    port: int
    request: str
    shown: str


def fetch(
    url: str,
    destination_dir: Path,
    limits: Limits,
    *,
    allow_network: bool,
    allow_private: bool = False,
) -> Path:
    """Download one file into `destination_dir` and return its path.

    Every address is checked before anything is sent to it, also after each redirect, and the
    connection is made to the address that was checked.

    Args:
        url: an http or https address.
        destination_dir: an existing folder; a file of the same name is replaced.
        limits: `max_bytes`, `max_redirects` and `fetch_seconds` hold.
        allow_network: nothing is resolved or sent without it.
        allow_private: let the host that `url` names be a private one. A redirect to another
            host must still lead to a public one.

    Raises:
        UsageError: the network is not allowed, or the address is not.
        InputError: the server does not answer, says no, or sends too much.
    """
    target = _target(url)
    if not allow_network:
        raise _not_allowed(target)
    deadline = time.monotonic() + limits.fetch_seconds
    named_host = target.host
    for _ in range(limits.max_redirects + 1):
        private = allow_private and target.host == named_host
        with _response(target, deadline, allow_private=private) as response:
            if response.status not in _REDIRECTS:
                return _saved(response, target, destination_dir, limits, deadline)
            location = response.getheader("Location") or ""
        url = urljoin(url, location)
        target = _target(url)
    most = limits.max_redirects
    message = say(f"más de {most} redirecciones", f"more than {most} redirects")
    raise InputError(message, at=Location(target.shown))


def _not_allowed(target: _Target) -> UsageError:
    return UsageError(
        say(
            f"{target.shown} está en la red, que no se usa sin permiso",
            f"{target.shown} is on the network, which is not used unless allowed",
        ),
        hint=say(
            "agregue --allow-network, o descargue el archivo y cargue la copia",
            "add --allow-network, or download the file and load the copy",
        ),
    )


def _target(url: str) -> _Target:
    """Check the form of an address.

    Raises:
        UsageError: another scheme, no host, a password in it, or characters that split requests.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise UsageError(
            say("la dirección está mal formada", "the address is malformed")
        ) from error
    host = parts.hostname or ""
    if parts.scheme not in _PORTS or not host:
        raise UsageError(
            say(
                f"sólo se descargan direcciones http y https, no {parts.scheme!r}",
                f"only http and https addresses are fetched, not {parts.scheme!r}",
            ),
            hint=say(
                "para un archivo de esta máquina dé su ruta",
                "give a path for a file on this machine",
            ),
        )
    _refuse_secrets(parts, host)
    if any(ch <= " " or ch in "\x7f\\" for ch in url):
        message = say(
            f"la dirección de {host} tiene espacios o caracteres de control",
            f"the address of {host} holds spaces or control characters",
        )
        raise UsageError(message)
    return _Target(
        parts.scheme,
        host,
        port or _PORTS[parts.scheme],
        _request_path(parts),
        f"{parts.scheme}://{host}{parts.path}",
    )


def _refuse_secrets(parts: SplitResult, host: str) -> None:
    if parts.username is not None or parts.password is not None:
        message = say(
            f"la dirección de {host} lleva usuario o contraseña",
            f"the address of {host} carries a user name or password",
        )
        raise UsageError(message, hint=_download())


def _request_path(parts: SplitResult) -> str:
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    # Accents in an address travel as escaped UTF-8.
    return "".join(ch if ch.isascii() else "".join(f"%{b:02X}" for b in ch.encode()) for ch in path)


@contextmanager
def _response(
    target: _Target, deadline: float, *, allow_private: bool
) -> Iterator[http.client.HTTPResponse]:
    address = resolved(target.host, target.port, allow_private=allow_private)
    at = Location(target.shown)
    try:
        sock = _connected(address, target, deadline)
        connection = http.client.HTTPConnection(target.host, target.port)
        connection.sock = sock
        try:
            headers = {"Accept-Encoding": "identity", "User-Agent": "grafo", "Connection": "close"}
            connection.request("GET", target.request, headers=headers)
            with connection.getresponse() as response:
                yield response
        finally:
            connection.close()
            sock.close()
    except (OSError, http.client.HTTPException) as error:
        reason = type(error).__name__ if not str(error) else str(error)
        raise InputError(
            say(f"el servidor no responde bien: {reason}", f"the server cannot be read: {reason}"),
            at=at,
            hint=_download(),
        ) from error


def _connected(address: str, target: _Target, deadline: float) -> socket.socket:
    seconds = max(0.001, min(_CONNECT_SECONDS, deadline - time.monotonic()))
    sock = socket.create_connection((address, target.port), timeout=seconds)
    if target.scheme == "http":
        return sock
    try:
        # The certificate must be the named host's, although the address was looked up before.
        return ssl.create_default_context().wrap_socket(sock, server_hostname=target.host)
    except BaseException:
        sock.close()
        raise


def _saved(
    response: http.client.HTTPResponse,
    target: _Target,
    folder: Path,
    limits: Limits,
    deadline: float,
) -> Path:
    at = Location(target.shown)
    if response.status != 200:
        answer = f"{response.status} {response.reason[:60]}"
        raise InputError(
            say(f"el servidor contesta {answer}", f"the server answers {answer}"),
            at=at,
            hint=say(
                "abra la dirección en un navegador; quizá cambió, o pide una sesión",
                "open the address in a browser; it may have moved, or ask for a login",
            ),
        )
    if response.getheader("Content-Encoding", "identity").casefold() != "identity":
        message = say(
            "el servidor lo manda comprimido aunque se le pidió que no",
            "the server sends it compressed although asked not to",
        )
        raise InputError(message, at=at, hint=_download())
    announced = response.getheader("Content-Length") or "0"
    if announced.isdecimal() and int(announced[:18]) > limits.max_bytes:
        raise _too_large(limits, at)
    # Beside its final place, so that the last step is a rename and never half a file.
    handle, temporary = tempfile.mkstemp(prefix=".fetching-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as out:
            _copy(response, out, limits, deadline, at)
        final = folder / _file_name(target)
        Path(temporary).replace(final)
    finally:
        Path(temporary).unlink(missing_ok=True)
    return final


def _copy(
    response: http.client.HTTPResponse,
    out: BinaryIO,
    limits: Limits,
    deadline: float,
    at: Location,
) -> None:
    size = 0
    while True:
        if time.monotonic() > deadline:
            seconds = f"{limits.fetch_seconds:.0f}"
            raise InputError(
                say(f"no llegó en {seconds} segundos", f"not complete after {seconds} seconds"),
                at=at,
                hint=_download(),
            )
        # One read of the socket at most, so that a server that drips cannot hold us.
        chunk = response.read1(_CHUNK)
        if not chunk:
            break
        size += len(chunk)
        if size > limits.max_bytes:
            raise _too_large(limits, at)
        try:
            out.write(chunk)
        except OSError as error:
            message = say(f"no se puede guardar: {error}", f"cannot be saved: {error}")
            raise InputError(message, at=at) from error
    if response.length:
        message = say(
            f"se cortó la conexión, faltan {response.length:,} bytes",
            f"the connection broke off, {response.length:,} bytes are missing",
        )
        raise InputError(message, at=at, hint=_download())


def _too_large(limits: Limits, at: Location) -> InputError:
    most = shown(limits.max_bytes)
    message = say(
        f"mayor que {most}, lo más que se descarga", f"larger than {most}, the most that is fetched"
    )
    return InputError(message, at=at)


def _download() -> str:
    return say(
        "intente más tarde, o descargue usted el archivo y cargue la copia",
        "try again later, or download the file yourself and load the copy",
    )


def _file_name(target: _Target) -> str:
    """Return a name for the file: the last part of the address, without what could lead astray."""
    last = unquote(target.shown.rpartition("/")[2]) if target.request != "/" else ""
    return _UNSAFE.sub("_", last).strip("._")[-100:] or "download"
