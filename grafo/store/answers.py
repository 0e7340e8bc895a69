"""What a question brings back, as plain values that any output can carry.

| in the graph | in an answer |
|---|---|
| null, boolean, integer, float, string, list, map | None, bool, int, float, str, list, dict |
| date; time; date-time, zoned or local | `datetime.date`; `time`; `datetime` (microseconds) |
| duration | its ISO 8601 text, `P1Y2M3DT4H` (a month has no fixed length in Python) |
| point | `{"srid": 4326, "longitude": …, "latitude": …}`, Cartesian with `x`, `y` (`z`) |
| node | `{"labels": […], "properties": {…}}`; like every map, sorted by key |
| relationship | `{"type": …, "properties": {…}}`; in a path also `start`, `end`: the nodes' `id`s |
| path | `{"nodes": […], "relationships": […]}` |
| bytes | their hexadecimal text |

The database's internal node ids never come out: they differ from one load to the next.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point, WGS84Point
from neo4j.time import Date, DateTime, Duration, Time

_WGS84_AXES = ("longitude", "latitude", "height")
_CARTESIAN_AXES = ("x", "y", "z")


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of one question.

    `rows` holds plain values in the order of `columns`. `cut` says that more rows existed than
    were asked for. `seconds` is how long the question took, with its transport.
    """

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    cut: bool
    seconds: float


def plain(value: Any) -> Any:  # noqa: PLR0911 - one return for each row of the table above
    """Return a value of the driver as plain Python values, by the table above."""
    if isinstance(value, Path):
        return _plain_path(value)
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), "properties": _plain_map(dict(value))}
    if isinstance(value, Relationship):
        return {"type": value.type, "properties": _plain_map(dict(value))}
    if isinstance(value, Date | Time | DateTime):
        return value.to_native()
    if isinstance(value, Duration):
        return value.iso_format()
    if isinstance(value, Point):
        axes = _WGS84_AXES if isinstance(value, WGS84Point) else _CARTESIAN_AXES
        return {"srid": value.srid, **dict(zip(axes, value, strict=False))}
    if isinstance(value, Mapping):
        return _plain_map(value)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, bytes | bytearray):
        return value.hex()
    return value


def _plain_map(value: Mapping[str, Any]) -> dict[str, Any]:
    # The engines give the keys of a map in different orders, and not as written; an answer has one.
    return {key: plain(value[key]) for key in sorted(value)}


def _plain_path(path: Path) -> dict[str, Any]:
    def leg(step: Relationship) -> dict[str, Any]:
        start, end = step.start_node, step.end_node
        ends = {"start": start and start.get("id"), "end": end and end.get("id")}
        return {**plain(step), **ends}

    return {
        "nodes": [plain(node) for node in path.nodes],
        "relationships": [leg(step) for step in path.relationships],
    }
