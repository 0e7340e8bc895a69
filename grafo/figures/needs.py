"""What a graph must have before a figure says anything about its claim.

A need looks at what is in the graph, never at the name of a source, and answers None when it is
met, else why the figure cannot be said. The claims are about all agreements of a country; a list
of twinnings, or one state's register, is no smaller copy of them.
"""

from __future__ import annotations

from collections.abc import Callable

from grafo.figures.answers import Answers, Row
from grafo.figures.wording import kinds_named
from grafo.model import Bilingual

Need = Callable[[Answers], Bilingual | None]

STATES_OF_MEXICO = 32
# Agreements of one kind only move a share by as much as they are of all; half a point in a
# hundred is what a whole percent hides anyway.
_NEGLIGIBLE = 0.005


def agreements(kind: str = "") -> Need:
    """Need an agreement (of a kind) with a Mexican party."""

    def need(answers: Answers) -> Bilingual | None:
        if answers.rows("agreements_total", kind=kind)[0]["agreements"]:
            return None
        anywhere = _sum(answers.rows("agreements_by_source", home=""))
        if not anywhere:
            return Bilingual(
                es="El grafo no tiene acuerdos; `grafo load` carga un registro.",
                en="The graph holds no agreements; `grafo load` loads a register.",
            )
        mexican = answers.rows("agreements_total")[0]["agreements"]
        if not mexican:
            return Bilingual(
                es=f"Ningún acuerdo del grafo ({anywhere:,}) tiene una parte mexicana.",
                en=f"No agreement in the graph ({anywhere:,}) has a Mexican party.",
            )
        named = kinds_named([kind])
        return Bilingual(
            es=f"Entre los acuerdos de México que hay en el grafo ({mexican:,}) no hay {named.es}.",
            en=f"Among Mexico's agreements in the graph ({mexican:,}) there are no {named.en}.",
        )

    return need


def several_kinds(answers: Answers) -> Bilingual | None:
    """Need agreements from sources that list more than one kind, but for a negligible part.

    What comes only from lists of one kind depends on which lists were loaded, not on what was
    signed. Where all comes from such lists, nothing can be said of agreements in general.
    """
    rows = answers.rows("agreements_by_source")
    kinds: dict[str, set[str]] = {}
    for row in rows:
        for source in _listing(row):
            kinds.setdefault(source, set()).add(row["kind"])
    one_sided = [row for row in rows if all(len(kinds[source]) == 1 for source in _listing(row))]
    total, apart = _sum(rows), _sum(one_sided)
    if apart <= _NEGLIGIBLE * total:
        return None
    found = kinds_named(sorted({row["kind"] for row in rows}))
    if len({row["kind"] for row in rows}) == 1:
        return Bilingual(
            es=f"El grafo sólo tiene {found.es} ({total:,}); de los acuerdos en general no dice"
            " cuántos son, de qué tipo ni quién los firma.",
            en=f"The graph holds only {found.en} ({total:,}); of agreements in general it does not"
            " say how many there are, of which kind, or who signs them.",
        )
    listed = sorted({source for row in one_sided for source in _listing(row)})
    names = _titles(answers, listed)
    return Bilingual(
        es=f"{apart:,} de {total:,} acuerdos vienen sólo de fuentes que listan un solo tipo"
        f" ({names.es}); las proporciones dependen de qué fuentes se cargaron.",
        en=f"{apart:,} of {total:,} agreements come only from sources that list a single kind"
        f" ({names.en}); the proportions depend on which sources were loaded.",
    )


def several_states(kind: str = "") -> Need:
    """Need agreements (of a kind) of more than one state: one alone says nothing of the country."""

    def need(answers: Answers) -> Bilingual | None:
        holders = _holders(answers, kind)
        if len(holders) != 1:
            return None
        name = holders[0]["name"]
        return Bilingual(
            es=f"Todo lo que hay es de una sola entidad ({name}); no dice nada del país.",
            en=f"All there is belongs to one state ({name}); it says nothing of the country.",
        )

    return need


def more_states_than(wanted: int) -> Need:
    """Need more states with agreements than the claim picks: else those hold all by definition."""

    def need(answers: Answers) -> Bilingual | None:
        found = len(_holders(answers))
        if found > wanted:
            return None
        return Bilingual(
            es=f"En el grafo sólo {found} entidades tienen acuerdos; para saber cuánto concentran"
            f" {wanted} hacen falta más de {wanted}.",
            en=f"Only {found} states in the graph have agreements; to tell how much {wanted} of"
            f" them hold takes more than {wanted}.",
        )

    return need


def more_municipalities_than(wanted: int, kind: str) -> Need:
    """Need more municipalities with agreements of a kind than the claim picks."""

    def need(answers: Answers) -> Bilingual | None:
        rows = answers.rows("concentration_of_municipalities", kind=kind, limit=wanted + 1)
        if len(rows) > wanted:
            return None
        named = kinds_named([kind])
        return Bilingual(
            es=f"En el grafo sólo {len(rows)} municipios tienen {named.es}; para saber cuánto"
            f" concentran {wanted} hacen falta más de {wanted}.",
            en=f"Only {len(rows)} municipalities in the graph have {named.en}; to tell how much"
            f" {wanted} of them hold takes more than {wanted}.",
        )

    return need


def every_state_with_its_area(answers: Answers) -> Bilingual | None:
    """Need all states of Mexico with their areas: together they are the territory."""
    known = sum(row["area_km2"] is not None for row in answers.rows("concentration_of_states"))
    if known == STATES_OF_MEXICO:
        return None
    return Bilingual(
        es=f"El grafo tiene la superficie de {known} de las {STATES_OF_MEXICO} entidades;"
        " `grafo load governments_mx` carga todas.",
        en=f"The graph has the area of {known} of the {STATES_OF_MEXICO} states;"
        " `grafo load governments_mx` loads them all.",
    )


def no_tie_after(place: int) -> Need:
    """Need a clear last place: in a tie, which territory is meant depends on whom one takes."""

    def need(answers: Answers) -> Bilingual | None:
        last, following = answers.rows("concentration_of_states")[place - 1 : place + 1]
        if last["agreements"] > following["agreements"]:
            return None
        names, count = f"{last['name']}, {following['name']}", last["agreements"]
        return Bilingual(
            es=f"El lugar {place} está empatado ({names}: {count:,} acuerdos); el territorio"
            " depende de a cuál se cuente.",
            en=f"Place {place} is tied ({names}: {count:,} agreements); the territory depends on"
            " which one is counted.",
        )

    return need


def dates_that_tell(answers: Answers) -> Bilingual | None:
    """Need dates of signature: one too early refutes the claim, but only all confirm it."""
    row = answers.rows("first_signature_year")[0]
    undated, total = row["total"] - row["dated"], row["total"]
    if not row["dated"]:
        return Bilingual(
            es=f"Ningún acuerdo del grafo ({total:,}) tiene fecha de firma.",
            en=f"No agreement in the graph ({total:,}) has a date of signature.",
        )
    if row["earlier"] or not undated:
        return None
    return Bilingual(
        es=f"{undated:,} de {total:,} acuerdos no tienen fecha de firma; de los demás, el primero"
        f" es de {row['first']}.",
        en=f"{undated:,} of {total:,} agreements have no date of signature; the first of the"
        f" others is of {row['first']}.",
    )


def representations(answers: Answers) -> Bilingual | None:
    """Need the representations of Mexico."""
    if answers.rows("representations_by_type", country="MX"):
        return None
    return Bilingual(
        es="El grafo no tiene representaciones de México; `grafo load representations_mx` las"
        " carga.",
        en="The graph holds no representations of Mexico; `grafo load representations_mx` loads"
        " them.",
    )


def _holders(answers: Answers, kind: str = "") -> list[Row]:
    """Return the states that have agreements, of themselves or of their municipalities."""
    return [row for row in answers.rows("concentration_of_states", kind=kind) if row["agreements"]]


def _sum(rows: list[Row]) -> int:
    return sum(row["agreements"] for row in rows)


def _listing(row: Row) -> list[str]:
    """Return the sources of agreements; those written by hand, with none, are one of their own."""
    return row["sources"] or [""]


def _titles(answers: Answers, sources: list[str]) -> Bilingual:
    rows = {row["source"]: row for row in answers.rows("sources")}
    rows[""] = {"title_es": "sin fuente", "title_en": "no source"}
    return Bilingual(
        es="; ".join(rows[source]["title_es"] or source for source in sources),
        en="; ".join(rows[source]["title_en"] or source for source in sources),
    )
