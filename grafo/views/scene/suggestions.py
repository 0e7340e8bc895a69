"""Whom each government of the home country might approach, for its card."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from grafo.analysis.partnering.ground import Ground
from grafo.analysis.partnering.reasons import Reason, reasons
from grafo.analysis.partnering.suggest import suggest_to_each
from grafo.analysis.snapshot import Snapshot

# What the page carries; `grafo analyze partners` gives all of it for anybody.
_GOVERNMENTS = 600
_SUGGESTIONS = 3
_REASONS = 3  # and a representation near, which is what an embassy asks about


def suggestions(snapshot: Snapshot, drawn: Sequence[str]) -> dict[str, list[list[Any]]]:
    """Return for the place of a government in `drawn` whom to approach, the best first.

    Of the home country's governments among `drawn` (ids), those with most partners and those with
    none. A suggestion has the place of the one suggested, the score, and reasons in Spanish and in
    English; who is not drawn is not suggested.
    """
    ground = Ground(snapshot)
    if not ground.evidence.links.m:
        return {}
    place = {id_: number for number, id_ in enumerate(drawn)}
    at_home = [
        snapshot.index[id_]
        for id_ in drawn
        if snapshot.governments[snapshot.index[id_]].country == snapshot.home_country
    ]
    degree = ground.evidence.degree
    alone = [node for node in at_home if not degree[node]][:_GOVERNMENTS]
    linked = [node for node in at_home if degree[node]]
    linked = sorted(linked, key=lambda node: (-float(degree[node]), node))[:_GOVERNMENTS]
    told = {}
    for found in suggest_to_each(ground, [*linked, *alone], top=_SUGGESTIONS):
        rows = []
        for each in found.suggestions:
            other = snapshot.governments[each.node].id
            if other in place:
                why = _strongest(reasons(ground, found.asker, each.node))
                es, en = [w.text.es for w in why], [w.text.en for w in why]
                rows.append([place[other], round(each.score, 2), es, en])
        if rows:
            told[str(place[snapshot.governments[found.asker].id])] = rows
    return {number: told[number] for number in sorted(told, key=int)}


def _strongest(why: Sequence[Reason]) -> list[Reason]:
    return [*why[:_REASONS], *(each for each in why[_REASONS:] if each.kind == "representation")]
