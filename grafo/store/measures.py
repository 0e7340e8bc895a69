"""Measures of the network kept on the governments, so that Cypher can use them.

They hold for one state of the network only: `derive_edges` takes them off in the transaction
that changes it, and `write_measures` refuses those of a network that is no longer the stored one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from grafo.errors import StoreError, UsageError
from grafo.language import say
from grafo.model import load_model

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from grafo.store import Store

# By property of Government, the value of each government that has one, by its id.
Measures = Mapping[str, Mapping[str, Any]]
# A link that was measured: the smaller id, the larger id, agreements.
Link = tuple[str, str, int]

_ROWS_PER_STATEMENT = 5000


def measure_names() -> tuple[str, ...]:
    """Return the properties of Government that hold measures, as the model declares them."""
    declared = load_model().nodes["Government"].properties
    return tuple(name for name, prop in declared.items() if prop.derived)


def write_measures(store: Store, measures: Measures, *, measured: Iterable[Link]) -> int:
    """Store measures on the governments, in the place of those of the same name.

    A government that a measure has no value for loses the one it had. The same measures again
    write nothing.

    Args:
        measured: the links that the measures were computed from.

    Returns:
        How many governments changed.

    Raises:
        UsageError: there is nothing to store, or the model declares no such measure, or not of
            such values.
        StoreError: the network in the store is not the one that was measured; nothing is written.
    """
    _check(measures)
    links = set(measured)
    return store.write(lambda tx: _write(tx, measures, links))


def lock_derived(tx: ManagedTransaction) -> None:
    """Make whoever else derives edges or stores measures wait for the end of this transaction."""
    tx.run(
        "MERGE (lock:Run {id: 'derived-edges'}) SET lock.source = '', lock.state = 'finished'"
    ).consume()


def forget_measures(tx: ManagedTransaction) -> None:
    """Take all measures off the governments: the network they were taken of is no more."""
    names = measure_names()
    held = " OR ".join(f"g.{name} IS NOT NULL" for name in names)
    gone = ", ".join(f"g.{name}" for name in names)
    tx.run(f"MATCH (g:Government) WHERE {held} REMOVE {gone}").consume()


def _check(measures: Measures) -> None:
    if not measures:
        raise UsageError(
            say(
                "este análisis, así pedido, no da medidas que guardar en los gobiernos",
                "this analysis, asked in this way, has no measures to store on the governments",
            ),
            hint=say(
                "Las dan `hubs` al nivel government, y `communities`.",
                "`hubs` at the level government has them, and `communities`.",
            ),
        )
    names, declared = measure_names(), load_model().nodes["Government"].properties
    for name, values in measures.items():
        if name not in names:
            raise UsageError(
                say(
                    f"el modelo no declara una medida {name!r} de los gobiernos; declara: ",
                    f"the model declares no measure {name!r} of governments; it declares: ",
                )
                + ", ".join(names)
            )
        for government, value in values.items():
            if fault := declared[name].fault(value):
                raise UsageError(
                    say(
                        f"la medida {name!r} de {government} {fault}",
                        f"the measure {name!r} of {government} {fault}",
                    )
                )


def _write(tx: ManagedTransaction, measures: Measures, measured: set[Link]) -> int:
    lock_derived(tx)
    stored = {
        (one, other, agreements)
        for one, other, agreements in tx.run(
            "MATCH (n:Government)-[e:COOPERATES_WITH]->(m:Government) "
            "RETURN n.id, m.id, e.agreements"
        )
    }
    if stored != measured:
        raise StoreError(
            say(
                "la red cambió mientras se medía, o se midió otra: no se guardó nada",
                "the network changed while it was measured, or another was: nothing was stored",
            ),
            hint=say("Repita el análisis.", "Run the analysis again."),
        )
    rows = _differences(tx, measures)
    for start in range(0, len(rows), _ROWS_PER_STATEMENT):
        tx.run(
            "UNWIND $rows AS row MATCH (g:Government {id: row.id}) SET g += row.set",
            rows=rows[start : start + _ROWS_PER_STATEMENT],
        ).consume()
    return len(rows)


def _differences(tx: ManagedTransaction, measures: Measures) -> list[dict[str, Any]]:
    """Return what to set on each government that does not hold its values yet."""
    names = sorted(measures)
    held = ", ".join(f"g.{name}" for name in names)
    rows = []
    for government, *values in tx.run(f"MATCH (g:Government) RETURN g.id, {held} ORDER BY g.id"):
        wanted = {name: measures[name].get(government) for name in names}
        changed = {
            name: wanted[name]
            for name, value in zip(names, values, strict=True)
            if value != wanted[name]
        }
        if changed:
            rows.append({"id": government, "set": changed})
    return rows
