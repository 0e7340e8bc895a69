"""A country's representations abroad: those that can serve places, and those that cannot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from grafo.analysis.abroad import country_served, serves_places
from grafo.analysis.snapshot import Government, Representation, Snapshot
from grafo.model import Bilingual, load_model


@dataclass(frozen=True, slots=True)
class Posts:
    """The representations of one country, each by id.

    Attributes:
        serving: active ones that are there for a country and its places.
        missions: active ones to international organisations.
        closed: those known to be closed.
        unknown: those of which no source says whether they are still active.
    """

    serving: tuple[Representation, ...]
    missions: tuple[Representation, ...]
    closed: tuple[Representation, ...]
    unknown: tuple[Representation, ...]

    @property
    def located(self) -> tuple[Representation, ...]:
        """Serving representations with coordinates."""
        return tuple(post for post in self.serving if is_located(post))

    @property
    def unlocated(self) -> tuple[Representation, ...]:
        """Serving representations without coordinates: no distance can be told."""
        return tuple(post for post in self.serving if not is_located(post))

    def by_country(self) -> Mapping[str, list[Representation]]:
        """Return the serving representations that are there for each country."""
        found: dict[str, list[Representation]] = defaultdict(list)
        for post in self.serving:
            if country := country_served(post):
                found[country].append(post)
        return found

    def accredited(self) -> Mapping[str, list[Representation]]:
        """Return for each country the representations in others that are accredited to it too."""
        found: dict[str, list[Representation]] = defaultdict(list)
        for post in self.serving:
            for country in post.accredited_to:
                if country != country_served(post):
                    found[country].append(post)
        return found


def posts_of(snapshot: Snapshot, sender: str) -> Posts:
    """Return the representations that a country sent."""
    sent = [post for post in snapshot.representations if post.sender == sender]
    active = [post for post in sent if post.status == "active"]
    return Posts(
        tuple(post for post in active if serves_places(post)),
        tuple(post for post in active if not serves_places(post)),
        tuple(post for post in sent if post.status == "closed"),
        tuple(post for post in sent if post.status not in ("active", "closed")),
    )


def is_located(place: Government | Representation) -> bool:
    """Whether a government or a representation has coordinates."""
    return place.lat is not None and place.lon is not None


def post_name(post: Representation) -> Bilingual:
    """Return a representation's name; its type and city where the source gives no name."""
    kind = type_name(post.type)
    city = f" ({post.city})" if post.city else ""
    return Bilingual(
        es=post.name_es or post.name_en or f"{kind.es}{city}",
        en=post.name_en or post.name_es or f"{kind.en}{city}",
    )


def type_name(type_: str) -> Bilingual:
    """Return what a type of representation is called; the type itself where it is not known."""
    values = load_model().nodes["Representation"].properties["type"].values or {}
    return values.get(type_) or Bilingual(es=type_, en=type_)
