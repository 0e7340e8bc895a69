"""Which agreements an analysis counts: of a kind, and with some party in a country."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from grafo.analysis.abroad import chosen_country
from grafo.analysis.snapshot import Agreement, Snapshot
from grafo.analysis.telling import in_a_sentence
from grafo.analysis.wording import country_name, number
from grafo.model import Bilingual, load_model
from grafo.questions.header import Parameter
from grafo.text import fold

EVERYWHERE = "all"
KIND = Parameter(
    type="text",
    default="",
    values=["", *(load_model().nodes["Agreement"].properties["kind"].values or ())],
    about=Bilingual(
        es="sólo este tipo de acuerdo; vacío, todos", en="only this kind; empty for all"
    ),
)
COUNTRY = Parameter(
    type="text",
    default="",
    about=Bilingual(
        es="país de este lado, por nombre o código ISO; vacío, el del registro; «all», "
        "todo el grafo",
        en="country on this side, by name or ISO code; empty for the register's own; "
        "“all” for the whole graph",
    ),
)
_NOUNS: Mapping[str, tuple[Bilingual, Bilingual]] = {
    "": (Bilingual(es="acuerdo", en="agreement"), Bilingual(es="acuerdos", en="agreements")),
    "twinning": (
        Bilingual(es="hermanamiento", en="twinning"),
        Bilingual(es="hermanamientos", en="twinnings"),
    ),
    "specific-cooperation": (
        Bilingual(es="acuerdo de cooperación específica", en="specific cooperation agreement"),
        Bilingual(es="acuerdos de cooperación específica", en="specific cooperation agreements"),
    ),
    "other": (
        Bilingual(es="acuerdo de otro tipo", en="agreement of another kind"),
        Bilingual(es="acuerdos de otro tipo", en="agreements of other kinds"),
    ),
}


def agreements_noun(kind: str, count: int = 2) -> Bilingual:
    """Return the noun for agreements of a kind (empty: of any), in the number of `count`."""
    one, many = _NOUNS[kind]
    return one if count == 1 else many


@dataclass(frozen=True, slots=True)
class Scope:
    """The agreements counted.

    Attributes:
        kind: the kind they are of; empty for any.
        country: the ISO code of the country in which each has some party; None for the whole
            graph.
        agreements: those agreements, by id.
        in_graph: how many of that kind the graph has, with or without a party there.
    """

    kind: str
    country: str | None
    agreements: tuple[Agreement, ...]
    in_graph: int

    def noun(self, count: int = 2) -> Bilingual:
        """Return the noun for what is counted, in the number of `count`."""
        return agreements_noun(self.kind, count)

    def counted(self, count: int) -> Bilingual:
        """Return a count of agreements with its noun."""
        noun = self.noun(count)
        return Bilingual(es=f"{number(count)} {noun.es}", en=f"{number(count)} {noun.en}")


def scope_of(snapshot: Snapshot, kind: str, country: str) -> Scope:
    """Return the agreements of a kind with some party in a country.

    `country` is an ISO code or a name; empty for the snapshot's home country (the whole graph
    where it has none), `EVERYWHERE` for the whole graph.

    Raises:
        UsageError: the graph knows no such country.
    """
    wanted = _country(snapshot, country)
    of_kind = [agreement for agreement in snapshot.agreements if kind in ("", agreement.kind)]
    if wanted is None:
        return Scope(kind, None, tuple(of_kind), len(of_kind))
    here = {government.id for government in snapshot.governments if government.country == wanted}
    with_party = tuple(
        agreement for agreement in of_kind if any(party in here for party, _ in agreement.parties)
    )
    return Scope(kind, wanted, with_party, len(of_kind))


def country_words(snapshot: Snapshot, code: str) -> Bilingual:
    """Return a country's name in both languages, its code where the graph has no name."""
    country = snapshot.country.get(code)
    if country is None:
        return Bilingual(es=code, en=code)
    return Bilingual(es=country_name(country, "es"), en=country_name(country, "en"))


def country_said(snapshot: Snapshot, code: str) -> Bilingual:
    """Return a country's name as it stands in a sentence: in English some take an article."""
    name = country_words(snapshot, code)
    return Bilingual(es=name.es, en=in_a_sentence(name.en))


def scope_note(snapshot: Snapshot, scope: Scope) -> Bilingual | None:
    """Return what is left out because it has no party in the country; None when nothing is."""
    left = scope.in_graph - len(scope.agreements)
    if scope.country is None or not left:
        return None
    name = country_said(snapshot, scope.country)
    counted = scope.counted(len(scope.agreements))
    of_all = number(scope.in_graph)
    return Bilingual(
        es=f"Se cuentan los {counted.es} con alguna parte en {name.es}, de {of_all} que hay en "
        f"el grafo; --country {EVERYWHERE} los cuenta todos.",
        en=f"What is counted are the {counted.en} with some party in {name.en}, of {of_all} in "
        f"the graph; --country {EVERYWHERE} counts them all.",
    )


def nothing_counted(snapshot: Snapshot, scope: Scope) -> Bilingual:
    """Return the finding of a scope without any agreement: why, and what to do."""
    noun, name = scope.noun(), country_said(snapshot, scope.country or "")
    if scope.in_graph:
        left = number(scope.in_graph)
        return Bilingual(
            es=f"No hay {noun.es} con alguna parte en {name.es}; el grafo tiene {left} sin ella.",
            en=f"There are no {noun.en} with a party in {name.en}; the graph has {left} without.",
        )
    if snapshot.agreements:
        total = number(len(snapshot.agreements))
        return Bilingual(
            es=f"No hay {noun.es} en el grafo, que tiene {total} acuerdos.",
            en=f"There are no {noun.en} in the graph, which has {total} agreements.",
        )
    return Bilingual(
        es=f"No hay {noun.es} en el grafo: cargue un registro con «grafo load».",
        en=f"There are no {noun.en} in the graph: load a register with “grafo load”.",
    )


def _country(snapshot: Snapshot, wanted: str) -> str | None:
    if not wanted:
        return snapshot.home_country
    return None if fold(wanted) == EVERYWHERE else chosen_country(snapshot, wanted)
