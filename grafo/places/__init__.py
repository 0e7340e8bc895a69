"""Names → stable ids: offline, explained, and never a silent guess."""

from grafo.places.countries import CountryMatch, country_of, no_country
from grafo.places.decisions import Decisions, ReviewItem, ReviewRow, read_review, write_review
from grafo.places.explaining import explain
from grafo.places.gazetteer import Gazetteer
from grafo.places.matching import Matcher, open_matcher
from grafo.places.place import Candidate, Match, Place, PlaceQuery

__all__ = [
    "Candidate",
    "CountryMatch",
    "Decisions",
    "Gazetteer",
    "Match",
    "Matcher",
    "Place",
    "PlaceQuery",
    "ReviewItem",
    "ReviewRow",
    "country_of",
    "explain",
    "no_country",
    "open_matcher",
    "read_review",
    "write_review",
]
