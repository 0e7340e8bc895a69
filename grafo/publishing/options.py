"""What the person who publishes says: under which address, in whose name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from grafo.errors import UsageError
from grafo.exports.rdf.terms import check_base
from grafo.language import say

Profile = Literal["dcat-ap", "dcat-us"]

_MAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+")


@dataclass(frozen=True, slots=True)
class PublishOptions:
    """How a publication is signed.

    Attributes:
        base_iri: what every IRI begins with; the address at which the folder will be served.
        publisher: who publishes; the host of the base where nobody is named.
        contact: an e-mail address or a page to write to; the site itself where none is given.
        profile: which portals the catalogue is for: those of the EU (DCAT-AP 3.0.1), or those of
            the United States (DCAT-US 3), which want more to be said.

    Raises:
        UsageError: the base is no absolute http(s) IRI that ends in `/`, or the contact is
            neither an e-mail address nor a page; no e-mail address, for DCAT-US.
    """

    base_iri: str
    publisher: str | None = None
    contact: str | None = None
    profile: Profile = "dcat-ap"

    def __post_init__(self) -> None:
        check_base(self.base_iri)
        if not self.base_iri.endswith("/"):
            raise UsageError(
                say(
                    f"{self.base_iri!r} termina en #: cada cosa no tendría página propia",
                    f"{self.base_iri!r} ends in #: things would have no page of their own",
                ),
                hint=say("Termine la base en /.", "End the base in /."),
            )
        if self.contact is not None and not (self.has_mail or _is_page(self.contact)):
            raise UsageError(
                say(
                    f"{self.contact!r} no es un correo ni una dirección web",
                    f"{self.contact!r} is neither an e-mail address nor a web address",
                ),
                hint=say("--contact datos@ejemplo.mx", "--contact data@example.org"),
            )
        if self.for_us and not self.has_mail:
            raise UsageError(
                say(
                    "DCAT-US exige un correo de contacto",
                    "DCAT-US wants an e-mail address to write to",
                ),
                hint=say("--contact datos@ejemplo.mx", "--contact data@example.org"),
            )

    @property
    def for_us(self) -> bool:
        """Whether the catalogue is for portals of the United States."""
        return self.profile == "dcat-us"

    @property
    def has_mail(self) -> bool:
        """Whether the contact is an e-mail address."""
        return self.contact is not None and _MAIL.fullmatch(self.contact) is not None

    @property
    def signed(self) -> str:
        """Who publishes."""
        return self.publisher or urlsplit(self.base_iri).hostname or self.base_iri


def _is_page(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
