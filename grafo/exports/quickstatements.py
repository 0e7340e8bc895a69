"""QuickStatements (V1): twinnings as statements that a person may send to Wikidata. grafo does not.

A statement is `twinned administrative body` (P190), from each side, with `start time` (P580) where
the signature is known, as precise as it is, and the source's page as its reference. Nothing is
written of agreements that were withdrawn or have ended, nor of a graph with made-up data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from grafo.errors import UsageError
from grafo.exports.credits import credits_of
from grafo.exports.registry import ExportOptions, export
from grafo.exports.source import ExportSource
from grafo.language import say
from grafo.model import Bilingual

if TYPE_CHECKING:
    from grafo.store import Store

_ITEM = re.compile("Q[1-9][0-9]*")
# What an address may hold as it is; a quote or a blank would break the line.
_IN_ADDRESS = ":/?#[]@!$&'()*+,;=%~"
# A date before the Gregorian calendar would have to be given in the other one.
_FIRST_GREGORIAN_YEAR = "1583"
_PRECISION = {4: 9, 7: 10, 10: 11}  # by the date's length: year, month, day
_TWINNINGS = (
    "MATCH (g:Government)-[s:SIGNED]->(a:Agreement)<-[t:SIGNED]-(h:Government) "
    "WHERE a.kind = 'twinning' AND a.status <> 'withdrawn' AND g.id < h.id "
    "AND (s.role <> t.role OR s.role = 'party') "
    "RETURN g.id AS one, g.wikidata AS one_item, h.id AS other, h.wikidata AS other_item, "
    "a.id AS agreement, a.status AS status, a.signed AS signed ORDER BY g.id, h.id, a.id"
)
_PAGES = (
    "MATCH (a:Agreement)-[r:REPORTED_IN]->(s:Source) "
    "WHERE a.kind = 'twinning' AND r.retired_at IS NULL AND s.url IS NOT NULL "
    "RETURN a.id AS agreement, s.url AS url ORDER BY a.id, s.url"
)


@dataclass(slots=True)
class Twinning:
    """Two governments by their items, since when, and the pages that say so."""

    items: tuple[str, str]
    signed: set[str] = field(default_factory=set)
    agreements: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Chosen:
    """The pairs to be written, and how many others were left out, by the reason."""

    twinnings: list[Twinning]
    without_item: int
    ended: int


@export(
    "quickstatements",
    Bilingual(
        es="Los hermanamientos como enunciados para Wikidata (QuickStatements V1)",
        en="The twinnings as statements for Wikidata (QuickStatements V1)",
    ),
    suffix=".qs",
)
def quickstatements(source: ExportSource, output: Path, options: ExportOptions) -> None:
    """Write the statements, and tell how many twinnings were left out and why.

    Raises:
        UsageError: the graph holds data that is made up.
    """
    _refuse_synthetic(source)
    chosen = choose(source.store)
    pages = _pages(source.store, {a for t in chosen.twinnings for a in t.agreements})
    with output.open("w", encoding="utf-8", newline="\n") as file:
        for twinning in chosen.twinnings:
            urls = sorted({url for a in twinning.agreements for url in pages.get(a, ())})
            for line in statements(twinning, urls):
                file.write(line + "\n")
    _tell(chosen, options)


def choose(store: Store) -> Chosen:
    """Return the twinnings in force, or not known to have ended, between two known items."""
    pairs: dict[tuple[str, str], Twinning] = {}
    nameless: set[tuple[str, str]] = set()
    ended: set[tuple[str, str]] = set()
    written: set[tuple[str, str]] = set()
    for row in store.stream(_TWINNINGS):
        pair = (row["one"], row["other"])
        if row["status"] == "expired":
            ended.add(pair)
            continue
        items = (row["one_item"] or "", row["other_item"] or "")
        if not all(map(_ITEM.fullmatch, items)) or items[0] == items[1]:
            nameless.add(pair)
            continue
        one, other = sorted(items, key=_number)
        key = (one, other)
        known = pairs.setdefault(key, Twinning(key))
        written.add(pair)
        known.agreements.append(row["agreement"])
        if row["signed"]:
            known.signed.add(row["signed"])
    return Chosen(
        sorted(pairs.values(), key=lambda twinning: [*map(_number, twinning.items)]),
        len(nameless),
        len(ended - nameless - written),
    )


def _number(item: str) -> int:
    return int(item[1:])


def statements(twinning: Twinning, urls: list[str]) -> Iterator[str]:
    """Yield the statement from each side, one line each.

    >>> for line in statements(Twinning(("Q1", "Q2"), {"1995-05"}), ["https://example.org/a b"]):
    ...     print(line.replace("\\t", " | "))
    Q1 | P190 | Q2 | P580 | +1995-05-00T00:00:00Z/10 | S854 | "https://example.org/a%20b"
    Q2 | P190 | Q1 | P580 | +1995-05-00T00:00:00Z/10 | S854 | "https://example.org/a%20b"
    """
    one, other = twinning.items
    more = [*_start(min(twinning.signed, default=None)), *_references(urls)]
    yield "\t".join([one, "P190", other, *more])
    yield "\t".join([other, "P190", one, *more])


def _start(date: str | None) -> list[str]:
    if date is None or date < _FIRST_GREGORIAN_YEAR:
        return []
    day = date + "-00-00"[len(date) - 4 :] if len(date) < 10 else date
    return ["P580", f"+{day}T00:00:00Z/{_PRECISION[len(date)]}"]


def _references(urls: list[str]) -> Iterator[str]:
    """Yield each page as a reference of its own: `!` starts one."""
    start = ""
    for url in urls:
        host = _host(url)
        if host is None:
            continue
        # A page of Wikipedia is where a statement was imported from, not what proves it.
        yield f"{start}{'S4656' if host.endswith('.wikipedia.org') else 'S854'}"
        yield f'"{quote(url, safe=_IN_ADDRESS)}"'
        start = "!"


def _host(url: str) -> str | None:
    """Return the host of a web address, None where it is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return parts.hostname if parts.scheme in ("http", "https") else None


def _pages(store: Store, agreements: set[str]) -> dict[str, list[str]]:
    """Return the pages of the sources that still report each agreement."""
    pages: dict[str, list[str]] = {}
    if agreements:
        for row in store.stream(_PAGES):
            if row["agreement"] in agreements:
                pages.setdefault(row["agreement"], []).append(row["url"])
    return pages


def _refuse_synthetic(source: ExportSource) -> None:
    made_up = [credit.id for credit in credits_of(source) if credit.synthetic]
    if made_up:
        raise UsageError(
            say(
                f"el grafo tiene datos sintéticos ({', '.join(made_up)}), que no deben llegar "
                "a Wikidata",
                f"the graph holds synthetic data ({', '.join(made_up)}), which must not reach "
                "Wikidata",
            ),
            hint=say(
                "Cargue sólo registros reales en otra carpeta (GRAFO_HOME) y exporte de ahí.",
                "Load only real registers into another folder (GRAFO_HOME) and export from there.",
            ),
        )


def _tell(chosen: Chosen, options: ExportOptions) -> None:
    written, nameless = len(chosen.twinnings), chosen.without_item
    options.tell(
        say(
            f"{written:,} hermanamientos, {2 * written:,} enunciados. Fuera quedaron "
            f"{nameless:,} en que falta el identificador de Wikidata de algún gobierno y "
            f"{chosen.ended:,} que ya concluyeron.",
            f"{written:,} twinnings, {2 * written:,} statements. Left out were {nameless:,} in "
            f"which a government's Wikidata item is not known, and {chosen.ended:,} that have "
            "ended.",
        )
    )
    if written:
        options.tell(
            say(
                "Nada se envió. Wikidata puede tener ya parte: revise antes de enviarlos en "
                "QuickStatements.",
                "Nothing was sent. Wikidata may have some of them: check before sending them "
                "through QuickStatements.",
            )
        )
    elif nameless:
        options.tell(
            say(
                "Para darlos, cargue una tabla de gobiernos (makes: government) con las columnas "
                "id, name, level, country y wikidata.",
                "To give them, load a table of governments (makes: government) with the columns "
                "id, name, level, country and wikidata.",
            )
        )
