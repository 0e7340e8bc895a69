"""Which internet addresses a download may go to: public ones, however they are written.

A register's address may come from a file that somebody else wrote. It must not make this machine
ask its own services, its neighbours, or the metadata service of its cloud.
"""

from __future__ import annotations

import ipaddress
import socket

from grafo.errors import InputError, UsageError
from grafo.language import say

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# IPv6 ranges that carry an IPv4 address in their last 32 bits.
_CARRIES_IPV4 = tuple(
    ipaddress.IPv6Network(net) for net in ("::/96", "::ffff:0:0:0/96", "64:ff9b::/96")
)
# What `is_global` of some Python versions lets through.
_NEVER = tuple(
    ipaddress.ip_network(net)
    for net in ("100.64.0.0/10", "192.0.0.0/24", "64:ff9b:1::/48", "100::/64", "2001::/23",
                "2001:db8::/32", "3fff::/20", "5f00::/16", "fec0::/10")
)  # fmt: skip


def is_public(address: str) -> bool:
    """Return whether an address, in any notation `ipaddress` reads, is one of the open internet.

    >>> is_public("93.184.215.14"), is_public("::ffff:127.0.0.1")
    (True, False)
    """
    found: _Address = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = _inner_ipv4(found)
        if inner is not None:
            found = inner
    if any(found.version == net.version and found in net for net in _NEVER):
        return False
    return found.is_global and not found.is_multicast and not found.is_reserved


def _inner_ipv4(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that an IPv6 one stands for, None where it stands for itself."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if any(address in net for net in _CARRIES_IPV4):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def resolved(host: str, port: int, *, allow_private: bool) -> str:
    """Return the address to connect to, after checking every one that the name has.

    Names are resolved here and nowhere else: who connects must use the address returned, so that
    a second answer of the name service changes nothing.

    Raises:
        UsageError: one of the addresses is not public.
        InputError: the name cannot be resolved.
    """
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(
            say(f"no se encuentra {host}", f"{host}: the name cannot be resolved"),
            hint=say("revise la dirección y la conexión", "check the address and the connection"),
        ) from error
    addresses = [str(answer[4][0]) for answer in answers]
    if not allow_private:
        for address in addresses:
            if not is_public(address):
                raise UsageError(
                    say(
                        f"{host} no está en el internet público ({address})",
                        f"{host} is not on the public internet ({address})",
                    ),
                    hint=say(
                        "descargue usted el archivo y cargue la copia",
                        "download the file yourself and load the copy",
                    ),
                )
    return addresses[0]
