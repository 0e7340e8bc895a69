"""Claims of a whole file, kept on disk between reading and writing.

Nothing may be written before the last row has been read and the file's expectations hold,
and rows that speak of the same agreement must reach the store together. SQLite holds the
claims meanwhile, so memory stays flat however long the register is.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from types import TracebackType
from typing import Any, Self

from grafo.identity import AgreementClaim
from grafo.statements import Claim, Link

_BUFFER = 500


class Spool:
    """A file's primary claims, folded so that a repeated row is one claim with two rows."""

    def __init__(self) -> None:
        # An empty name is a temporary database on disk that vanishes when closed.
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.execute("PRAGMA journal_mode=OFF")
        self._db.execute("PRAGMA synchronous=OFF")
        self._db.execute(
            "CREATE TABLE claims (depth INTEGER, grp TEXT, key TEXT, row INTEGER, claim TEXT)"
        )
        self._buffer: list[tuple[int, str, str, int, str]] = []
        self._parents: dict[str, str] = {}
        self._targets: dict[str, set[str]] = {}
        self._own: tuple[str, set[str]] = ("", set())

    def __enter__(self) -> Self:
        self._db.execute("BEGIN")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._db.close()

    def add(self, claim: Claim) -> None:
        """Keep a claim."""
        if claim.node_type != "Agreement":
            self._own = (claim.node_type, self._own[1])
            self._own[1].add(claim.group)
        for link in claim.links:
            self._targets.setdefault(link.other_type, set()).add(link.other_id)
            if link.outgoing and link.other_type == claim.node_type:
                self._parents[claim.group] = link.other_id
        body = json.dumps(
            [
                claim.node_type,
                claim.properties,
                [link.as_text() for link in claim.links],
                claim.rows,
                claim.amends,
                claim.amended_rows,
            ],
            ensure_ascii=False,
        )
        self._buffer.append((0, claim.group, _key(claim), claim.rows[0], body))
        if len(self._buffer) >= _BUFFER:
            self._flush()

    def _flush(self) -> None:
        self._db.executemany("INSERT INTO claims VALUES (?, ?, ?, ?, ?)", self._buffer)
        self._buffer.clear()

    def seal(self) -> None:
        """End the reading: order the claims so that what others point at comes first."""
        self._flush()
        depths = [(self._depth(group), group) for group in self._parents]
        self._db.execute("CREATE INDEX by_group ON claims (depth, grp, key, row)")
        self._db.execute("CREATE INDEX of_group ON claims (grp, key)")
        self._db.executemany("UPDATE claims SET depth = ? WHERE grp = ?", depths)

    def _depth(self, group: str) -> int:
        depth, seen = 0, {group}
        while (parent := self._parents.get(group)) is not None and parent not in seen:
            depth, group = depth + 1, parent
            seen.add(parent)
        return depth

    def claims(self) -> int:
        """Return how many claims there are, repeated rows counted once."""
        counted = "SELECT count(*) FROM (SELECT DISTINCT grp, key FROM claims)"
        with closing(self._db.execute(counted)) as rows:
            return int(rows.fetchone()[0])

    def states(self, group: str, key: str) -> bool:
        """Tell whether the file makes the claim `key` on a group."""
        asked = "SELECT 1 FROM claims WHERE grp = ? AND key = ? LIMIT 1"
        with closing(self._db.execute(asked, (group, key))) as rows:
            return rows.fetchone() is not None

    def targets(self) -> dict[str, set[str]]:
        """Return the nodes that the claims point at and that are not the file's own, by type."""
        own_type, own = self._own
        return {t: ids - own if t == own_type else set(ids) for t, ids in self._targets.items()}

    def on(self, group: str) -> list[Claim]:
        """Return the claims on a group."""
        asked = "SELECT key, claim FROM claims WHERE grp = ? ORDER BY key, row"
        found: dict[str, Claim] = {}
        with closing(self._db.execute(asked, (group,))) as rows:
            for key, body in rows:
                claim = _claim(group, body)
                found[key] = _folded(found[key], claim) if key in found else claim
        return list(found.values())

    def batches(self, size: int) -> Iterator[list[Claim]]:
        """Yield claims in batches of about `size`; a group is never cut in two."""
        batch: list[Claim] = []
        rows = self._db.execute("SELECT grp, key, claim FROM claims ORDER BY depth, grp, key, row")
        last: tuple[str, str] | None = None
        for group, key, body in rows:
            claim = _claim(group, body)
            if (group, key) == last:
                batch[-1] = _folded(batch[-1], claim)
                continue
            if len(batch) >= size and last is not None and group != last[0]:
                yield batch
                batch = []
            batch.append(claim)
            last = (group, key)
        if batch:
            yield batch


def _key(claim: Claim) -> str:
    if claim.node_type != "Agreement":
        return ""
    return AgreementClaim.of("", 0, claim.properties).label


def _claim(group: str, body: str) -> Claim:
    node_type, properties, links, rows, amends, amended = json.loads(body)
    parsed = tuple(Link.from_text(text) for text in links)
    return Claim(
        node_type, group, properties, parsed, rows, amends=amends, amended_rows=tuple(amended)
    )


def _folded(one: Claim, other: Claim) -> Claim:
    """Join two rows of one file that make the same claim.

    Where they differ, the choice must not depend on which row came first: the value that
    sorts first stays.
    """
    properties: dict[str, Any] = {}
    for name in {**one.properties, **other.properties}:
        values = [c.properties[name] for c in (one, other) if c.properties.get(name) is not None]
        properties[name] = min(values, key=lambda v: json.dumps(v, ensure_ascii=False))
    return Claim(
        one.node_type,
        one.group,
        properties,
        tuple(sorted({*one.links, *other.links})),
        sorted({*one.rows, *other.rows}),
        amends=one.amends or other.amends,
        amended_rows=tuple(sorted({*one.amended_rows, *other.amended_rows})),
    )
