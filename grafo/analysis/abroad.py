"""What the governments of one country have signed with governments of others."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from grafo.analysis.snapshot import Representation, Snapshot
from grafo.errors import UsageError
from grafo.language import say
from grafo.places import country_of
from grafo.store.derive import linked_pairs


@dataclass(frozen=True, slots=True)
class Tie:
    """An agreement that links a government of the country with one abroad; ids all three."""

    agreement: str
    home: str
    abroad: str


def chosen_country(snapshot: Snapshot, given: str) -> str | None:
    """Return the ISO code of the country asked for, or of the one the graph is about.

    `given` is an ISO code or a name in Spanish or English; empty for the graph's own. A graph
    without agreements and representations is about the country of most governments: a list of
    municipalities may be loaded first. None when there is none either.

    Raises:
        UsageError: no country has that name or code, or the graph knows nothing of it.
    """
    if not given:
        if snapshot.home_country is not None:
            return snapshot.home_country
        counts = Counter(government.country for government in snapshot.governments)
        return min(counts, key=lambda country: (-counts[country], country), default=None)
    code = country_of(given).iso2
    known = {government.country for government in snapshot.governments}
    known |= {post.sender for post in snapshot.representations if post.sender}
    if code is None or not (code in known or code in snapshot.country):
        raise UsageError(
            say(f"no se conoce el país {given!r}", f"no country known as {given!r}"),
            hint=say(
                "Dé su nombre o su código ISO 3166-1, por ejemplo MX.",
                "Give its name or its ISO 3166-1 code, such as MX.",
            ),
        )
    return code


def ties_abroad(snapshot: Snapshot, country: str) -> list[Tie]:
    """Return what the country's governments signed with others abroad, by agreement."""
    index, governments = snapshot.index, snapshot.governments
    return [
        Tie(agreement.id, one, other)
        for agreement in snapshot.agreements
        for pair in linked_pairs(agreement.parties)
        for one, other in (pair, pair[::-1])
        if governments[index[one]].country == country
        and governments[index[other]].country != country
    ]


def country_served(post: Representation) -> str | None:
    """Return the country whose places a representation is there for.

    That is where it sits, but for an embassy that is accredited elsewhere and not there: the one
    to the Holy See sits in Rome.
    """
    elsewhere = post.accredited_to and post.country not in post.accredited_to
    return post.accredited_to[0] if post.type == "embassy" and elsewhere else post.country


def serves_places(post: Representation) -> bool:
    """Whether a representation is there for the country it sits in: a permanent mission is not,
    it is there for the organisation that it is accredited to."""
    return post.type != "permanent-mission"
