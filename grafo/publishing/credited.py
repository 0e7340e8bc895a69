"""What must be known of each source before anything is published of it."""

from __future__ import annotations

from collections.abc import Sequence

from grafo.errors import UsageError
from grafo.exports.credits import UNKNOWN, Credit
from grafo.language import say


def check_licences(credits: Sequence[Credit]) -> None:
    """Raise UsageError for sources whose licence nobody has written down."""
    unknown = [credit.id for credit in credits if credit.licence == UNKNOWN]
    if unknown:
        names = ", ".join(unknown)
        raise UsageError(
            say(
                f"no se publica sin licencia: se desconoce la de {names}",
                f"nothing is published without a licence: that of {names} is not known",
            ),
            hint=say(
                "Escriba la licencia (un IRI, o un identificador de SPDX como CC-BY-4.0) en "
                "«licence:» del archivo del cargador, y vuelva a cargar la fuente.",
                "Write the licence (an IRI, or an identifier of SPDX such as CC-BY-4.0) as "
                "“licence:” in the loader's file, and load the source again.",
            ),
        )


def check_publishers(credits: Sequence[Credit]) -> None:
    """Raise UsageError for sources of which nobody has written down who publishes them."""
    if unknown := [credit.id for credit in credits if not credit.publisher]:
        names = ", ".join(unknown)
        raise UsageError(
            say(
                f"DCAT-US exige decir quién publica cada fuente: falta en {names}",
                f"DCAT-US wants to know who publishes each source: {names} does not say",
            ),
            hint=say(
                "Escríbalo en «publisher:» del archivo del cargador, y vuelva a cargar la fuente.",
                "Write it as “publisher:” in the loader's file, and load the source again.",
            ),
        )
