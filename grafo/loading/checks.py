"""What a file that was read to the end must keep to before any of it is written."""

from __future__ import annotations

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.loading.pending import Pending
from grafo.loading.prepare import Prepared
from grafo.store import Store
from grafo.store.retire import Survey
from grafo.store.sources import missing_targets

# A fifth: a register loses a few rows between editions, not a fifth of them.
SHRINK_SHARE = 0.2


def check_shrinking(prepared: Prepared, found: Survey) -> None:
    """Refuse a file that its source would lose many claims by, none taking their place.

    Raises:
        InputError: more than a fifth would be lost.
    """
    gone, total = found.lost(prepared.spool.claims()), found.stood
    if gone > total * SHRINK_SHARE:
        raise InputError(
            say(
                f"retiraría {gone} de los {total} registros que {prepared.report.source!r} tiene "
                "en el grafo, más de una quinta parte",
                f"would retire {gone} of the {total} claims that {prepared.report.source!r} has in "
                "the graph, more than a fifth",
            ),
            at=Location(prepared.report.file),
            hint=say(
                "Si la fuente de verdad se redujo, cárguela con --allow-shrink; si el archivo es "
                "sólo una parte, con --keep-missing.",
                "If the source really shrank, load it with --allow-shrink; if this file is only "
                "a part of it, with --keep-missing.",
            ),
        )


def check_targets(store: Store, prepared: Prepared, pending: Pending) -> None:
    """Refuse a file that points at nodes which neither it nor the graph has, nor will have.

    Raises:
        InputError: naming the first of them.
    """
    wanted = prepared.spool.targets()
    wanted["Government"] = wanted.get("Government", set()) - prepared.mentions.places.keys()
    wanted["Country"] = wanted.get("Country", set()) | prepared.mentions.countries()
    for node_type, ids in sorted(wanted.items()):
        absent = missing_targets(store, node_type, sorted(ids))
        if missing := [node_id for node_id in absent if not pending.has(node_type, node_id)]:
            raise InputError(
                say(
                    f"remite a {node_type} {', '.join(missing[:5])}, que no está en el grafo",
                    f"points at {node_type} {', '.join(missing[:5])}, not in the graph",
                ),
                at=Location(prepared.report.file),
                hint=say(
                    "Cargue antes la fuente que los tiene, o nómbrela en `needs` en el cargador.",
                    "Load the source that has them first, or name it under `needs` in the loader.",
                ),
            )
