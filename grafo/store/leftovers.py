"""Claims that a source's last load did not make, and should not have left."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from grafo.model import load_model
from grafo.store.ledger import Run

if TYPE_CHECKING:
    from grafo.store import Store


def leftovers(store: Store, last: Mapping[str, Run]) -> Counter[str]:
    """Return how many claims each source has too many, given the last load of each.

    Runs of before reports said how many claims a file makes are passed over.
    """
    held = _held(store)
    found: Counter[str] = Counter()
    for source, run in last.items():
        claims = run.report.get("claims")
        if not isinstance(claims, int):
            continue
        for (sha256, amends), count in held[source].items():
            if sha256 == run.sha256:
                claims -= count
            elif run.report.get("whole") and amends != run.sha256:
                found[source] += count
        found[source] += max(0, -claims)
    return +found


def _held(store: Store) -> defaultdict[str, Counter[tuple[str, str | None]]]:
    """Count the active claims of each source by file and by the file that they mend."""
    held: defaultdict[str, Counter[tuple[str, str | None]]] = defaultdict(Counter)
    for node_type in load_model().edges["REPORTED_IN"].source:
        # A government that is only mentioned is no claim of its own: nothing is said of it.
        stated = " AND r.name IS NOT NULL" if node_type == "Government" else ""
        for row in store.rows(
            f"MATCH (:{node_type})-[r:REPORTED_IN]->(s:Source) "
            f"WHERE r.retired_at IS NULL{stated} "
            "RETURN s.id AS source, r.sha256 AS sha256, r.amends AS amends, count(r) AS n"
        ):
            held[row["source"]][row["sha256"], row["amends"]] += row["n"]
    return held
