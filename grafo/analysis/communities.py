"""Communities: who signs mostly among themselves, what joins them, and who is between."""

from __future__ import annotations

from grafo.analysis.engine import Engine, Local
from grafo.analysis.grouping import Grouping, group
from grafo.analysis.grouping.tables import (
    between_table,
    communities_table,
    links_table,
    members_table,
)
from grafo.analysis.grouping.wording import findings_of, notes_of, nothing_linked
from grafo.analysis.levels import network_at
from grafo.analysis.registry import analysis
from grafo.analysis.result import Result, Table
from grafo.analysis.snapshot import Snapshot
from grafo.errors import UsageError
from grafo.language import say
from grafo.model import Bilingual
from grafo.network import modularity
from grafo.questions.header import Parameter

TITLE = Bilingual(es="Comunidades de la red", en="Communities of the network")


@analysis(
    "communities",
    TITLE,
    params={
        "top": Parameter(
            type="integer",
            default=20,
            min=1,
            max=10_000,
            about=Bilingual(
                es="cuántos renglones mostrar por tabla", en="how many rows to show of a table"
            ),
        ),
        "members": Parameter(
            type="integer",
            default=0,
            min=0,
            about=Bilingual(
                es="número de una comunidad cuyos gobiernos se listan todos; 0, ninguna",
                en="number of a community whose governments are all listed; 0 for none",
            ),
        ),
        "resolution": Parameter(
            type="float",
            default=1.0,
            min=0.05,
            max=20,
            about=Bilingual(
                es="más de 1 da comunidades más chicas; menos, más grandes",
                en="more than 1 makes smaller communities, less makes larger ones",
            ),
        ),
        "seed": Parameter(
            type="integer",
            default=1,
            min=0,
            max=2**31 - 1,
            about=Bilingual(es="semilla; la misma da lo mismo", en="seed; the same gives the same"),
        ),
    },
)
def communities(
    snapshot: Snapshot,
    top: int = 20,
    members: int = 0,
    resolution: float = 1.0,
    seed: int = 1,
    *,
    compute: Engine | None = None,
) -> Result:
    """Return the communities of the network of governments.

    Raises:
        UsageError: there is no community of the number `members`.
        StoreError: `compute` works on a server, and that failed.
    """
    compute = compute or Local()
    network = network_at(snapshot, "government")
    if not network.units:
        _check(members, 0)
        return Result("communities", TITLE, [nothing_linked()], measures={"community": {}})
    found = compute.communities(network.links, resolution=resolution, seed=seed)
    grouping = group(snapshot, network, found.tolist())
    _check(members, len(grouping.communities))
    return Result(
        "communities",
        TITLE,
        list(findings_of(grouping, modularity(network.links, found))),
        _tables(grouping, top, members),
        list(notes_of(snapshot, grouping, resolution, seed, compute)),
        {
            "community": {
                unit.id: number
                for unit, number in zip(network.units, grouping.numbers, strict=True)
                if number is not None
            }
        },
    )


def _check(members: int, count: int) -> None:
    if members > count:
        raise UsageError(
            say(f"no hay una comunidad {members}", f"there is no community {members}"),
            hint=say(
                f"Van de la 1 a la {count}." if count else "Este grafo no tiene ninguna.",
                f"They are 1 to {count}." if count else "This graph has none.",
            ),
        )


def _tables(grouping: Grouping, top: int, members: int) -> list[Table]:
    tables = [
        communities_table(grouping, top),
        links_table(grouping, top),
        between_table(grouping, top),
    ]
    if members:
        tables.insert(0, members_table(grouping, grouping.communities[members - 1]))
    return tables
