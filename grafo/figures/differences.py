"""Why a figure of our data is not the one the article states."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

from grafo.figures.answers import Answers
from grafo.figures.claims import Claim, Number
from grafo.figures.wording import shown
from grafo.model import Bilingual, load_model

Difference = Callable[[Claim, Number, Answers], Bilingual]


def beyond_the_rounding(claim: Claim, value: Number, _answers: Answers) -> Bilingual:
    """Say between which values the article's figure lies, rounded as it rounds."""
    found = shown(value, claim.unit, decimals=2)
    low = shown(claim.accept_min, claim.unit)
    if claim.accept_max is None:
        return Bilingual(
            es=f"Da {found}; lo que dice el artículo empieza en {low}.",
            en=f"It gives {found}; what the article says begins at {low}.",
        )
    high = shown(claim.accept_max, claim.unit)
    return Bilingual(
        es=f"Da {found}; lo que dice el artículo, con su redondeo, va de {low} a {high}.",
        en=f"It gives {found}; what the article says, as it rounds, runs from {low} to {high}.",
    )


def signed_before_the_law(claim: Claim, value: Number, answers: Answers) -> Bilingual:
    """Say how many agreements were signed before the law."""
    row = answers.rows("first_signature_year")[0]
    earlier, dated = row["earlier"], row["dated"]
    return Bilingual(
        es=f"{earlier:,} de {dated:,} acuerdos con fecha se firmaron antes de {claim.article};"
        f" el primero, en {value}.",
        en=f"{earlier:,} of {dated:,} dated agreements were signed before {claim.article};"
        f" the first, in {value}.",
    )


def other_representations(claim: Claim, value: Number, answers: Answers) -> Bilingual:
    """Say how many there are of each type, and whether some types add up to the article's."""
    active = {
        row["type"]: row["active"]
        for row in answers.rows("representations_by_type", country="MX")
        if row["active"]
    }
    listed = _by_type(active)
    sums = [
        chosen
        for size in range(1, len(active))
        for chosen in combinations(active, size)
        if sum(active[name] for name in chosen) == claim.article
    ]
    if sums:
        only = _by_type({name: active[name] for name in sums[0]})
        tail = Bilingual(
            es=f"Sólo las siguientes suman {claim.article:,}: {only.es}.",
            en=f"Only these add up to {claim.article:,}: {only.en}.",
        )
    else:
        tail = Bilingual(
            es=f"Ninguna suma de estos tipos da {claim.article:,}.",
            en=f"No sum of these types gives {claim.article:,}.",
        )
    return Bilingual(
        es=f"En funciones hay {value:,} ({listed.es}). El artículo no dice de qué fecha ni de qué"
        f" tipos son las suyas. {tail.es}",
        en=f"There are {value:,} in operation ({listed.en}). The article does not say of which"
        f" date or types its own are. {tail.en}",
    )


def _by_type(counts: dict[str, int]) -> Bilingual:
    """Return `embajada 77, consulado 44`, with the model's names."""
    names = load_model().node("Representation").properties["type"].values or {}
    return Bilingual(
        es=", ".join(f"{names[key].es} {count:,}" for key, count in counts.items()),
        en=", ".join(f"{names[key].en} {count:,}" for key, count in counts.items()),
    )
