"""Build data/twinnings_mx.csv: the twinnings of Mexican governments that Wikipedia lists.

The source has one row for each mention; a twinning mentioned on two list pages becomes one row
with both pages. An id is written only on strict evidence (an exact name that only one place
bears, or a decision in `kept/twinning_decisions.csv`); other rows keep their names, for review.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from tables import DATA, KEPT, Row, as_text, build_one, read_table

from grafo.text import fold

COLUMNS = (
    "home", "home_state", "home_id", "counterpart", "counterpart_country", "counterpart_id",
    "certainty", "doubt", "listed_on",
)  # fmt: skip

# Codes of the column `doubt`. The first two make the row doubtful; the third says only that
# GeoNames has no town of that name (a county, a province, a district), not that the twinning is.
HOME_HOMONYMS = "home-homonyms"
COUNTERPART_HOMONYMS = "counterpart-homonyms"
COUNTERPART_UNLISTED = "counterpart-unlisted"

_PART_AFTER_WHOLE = re.compile(r"^(?P<whole>.+?) – (?P<part>.+)$")


@dataclass(frozen=True, slots=True)
class Mention:
    """One row of the source, with the ids that the evidence allows."""

    home: str
    home_id: str
    counterpart: str
    country: str
    counterpart_id: str
    doubts: tuple[str, ...]
    page: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two mentions one twinning: the ids, or the folded names without one."""
        home = self.home_id or fold(self.home)
        return home, self.country, self.counterpart_id or fold(self.counterpart)


def one_notation(name: str) -> str:
    """Write a part of a city one way: the lists have both "Wuxi – Huishan" and "Huishan (Wuxi)"."""
    found = _PART_AFTER_WHOLE.match(name)
    return f"{found['part']} ({found['whole']})" if found else name


class _Decisions:
    """What `kept/twinning_decisions.csv` decides: an id, or "" for "stays open"."""

    def __init__(self) -> None:
        rows = read_table(KEPT / "twinning_decisions.csv")
        self._homes = {r["name"]: r["id"] for r in rows if r["side"] == "home"}
        self._counterparts = {
            (r["name"], r["country"], r["home"]): r["id"]
            for r in rows
            if r["side"] == "counterpart"
        }

    def home(self, row: Row) -> str:
        if row["mx_match"] in ("unique", "state"):
            return f"mx-{row['mx_inegi']}"
        return self._homes.get(one_notation(row["mx_name"]), "")

    def counterpart(self, row: Row) -> tuple[str, str]:
        """Return the id and the doubt, one of them empty."""
        name, country = one_notation(row["foreign_name"]), row["foreign_iso2"]
        for home in (row["mx_name"], ""):
            decided = self._counterparts.get((name, country, home))
            if decided is not None:
                return decided, "" if decided else COUNTERPART_HOMONYMS
        if row["geonames_match"] in ("unique", "geo"):
            return f"gn-{row['geonameid']}", ""
        unlisted = row["geonames_match"] == "none"
        return "", COUNTERPART_UNLISTED if unlisted else COUNTERPART_HOMONYMS


def _mention(row: Row, decisions: _Decisions) -> Mention:
    home_id = decisions.home(row)
    counterpart_id, doubt = decisions.counterpart(row)
    doubts = ("" if home_id else HOME_HOMONYMS, doubt)
    return Mention(
        home=one_notation(row["mx_name"]),
        home_id=home_id,
        counterpart=one_notation(row["foreign_name"]),
        country=row["foreign_iso2"],
        counterpart_id=counterpart_id,
        doubts=tuple(code for code in doubts if code),
        page=row["listed_on"],
    )


def _with_ids_of_the_other_notation(mentions: list[Mention]) -> list[Mention]:
    """Give "Marianao (Havana)" written the other way round the id its twin mention has."""
    known = {(m.counterpart, m.country): m for m in mentions if m.counterpart_id}
    return [
        m
        if m.doubts != (COUNTERPART_UNLISTED,) or (m.counterpart, m.country) not in known
        else Mention(
            m.home, m.home_id, m.counterpart, m.country,
            known[m.counterpart, m.country].counterpart_id, (), m.page,
        )
        for m in mentions
    ]  # fmt: skip


def _row(mentions: list[Mention], governments: dict[str, Row]) -> Row:
    """One twinning from its mentions; the official spelling wins, else the first."""
    first = mentions[0]
    government = governments.get(first.home_id, {})
    state = governments.get(government.get("state_id", ""), government)
    homes = [m.home for m in mentions]
    doubtful = {HOME_HOMONYMS, COUNTERPART_HOMONYMS} & set(first.doubts)
    return {
        "home": government["name"] if government.get("name") in homes else homes[0],
        "home_state": state.get("name", ""),
        "home_id": first.home_id,
        "counterpart": first.counterpart,
        "counterpart_country": first.country,
        "counterpart_id": first.counterpart_id,
        "certainty": "doubtful" if doubtful else "sure",
        "doubt": "|".join(first.doubts),
        "listed_on": "|".join(sorted({m.page for m in mentions})),
    }


def build(source: Path) -> str:
    """Return the table as text, by home and counterpart."""
    governments = {row["id"]: row for row in read_table(DATA / "governments_mx.csv")}
    decisions = _Decisions()
    edges = read_table(source / "twin-towns-wikipedia" / "derived_mexico_edges.csv")
    twinnings: dict[tuple[str, str, str], list[Mention]] = defaultdict(list)
    for mention in _with_ids_of_the_other_notation([_mention(row, decisions) for row in edges]):
        twinnings[mention.key].append(mention)
    rows = [_row(mentions, governments) for mentions in twinnings.values()]
    rows.sort(key=lambda r: (fold(r["home"]), r["home_id"], r["counterpart_country"],
                             fold(r["counterpart"])))  # fmt: skip
    return as_text(COLUMNS, rows)


if __name__ == "__main__":
    build_one("twinnings_mx.csv", build)
