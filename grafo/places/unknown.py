"""A place that no gazetteer of ours knows: its level, read off its name, and a slug for an id."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from grafo.places.abbreviations import spelled_out
from grafo.places.apart import told_apart_by
from grafo.places.phrases import clean, phrases, whole_key
from grafo.places.place import (
    BODY_LEVELS,
    LEVELS,
    NATIONAL,
    NO_COUNTRY,
    TOWN_LEVELS,
    Place,
    PlaceQuery,
)
from grafo.places.wording import level_word, unwrap
from grafo.text import fold, slug

_LONGEST_NAME = 300


def level_of(query: PlaceQuery, country: str | None) -> tuple[str, str | None]:
    """Return a level of the model for a name, and the words that said so (None: not said)."""
    name = clean(query.name[:_LONGEST_NAME])
    if query.level == NATIONAL:
        # A ministry "of the national order" is a part of the government, not the government.
        part = unwrap(spelled_out(fold(name), country), country)
        body = part.level if part and part.level in BODY_LEVELS else None
        return body or NATIONAL, part.wrapping if part and body else None
    if query.level in LEVELS and query.level is not None:
        return query.level, None
    for phrase in reversed(list(phrases(name)) if name else []):
        words = [level_word(fold(text), country) for text in phrase.qualifiers]
        wording = unwrap(spelled_out(whole_key(phrase.head), country), country)
        level = next(filter(None, words), wording.level if wording else None)
        if level in LEVELS:
            return level, wording.wrapping if wording else phrase.qualifiers[0]
    return "city", None


def slug_place(query: PlaceQuery, country: str | None) -> Place:
    """Return a place of the query's own name, identified by it, its country and what is stated.

    Names are slugged without their generic words, so "Municipio de Foo" and "Foo" are one,
    and so are "Landkreis Foo", "Foo-Kreis" and "Foo (district)".
    """
    name = clean(query.name)
    level, _ = level_of(query, country)
    core = _core(name, level, country) if len(name) <= _LONGEST_NAME else name
    place_country = country or NO_COUNTRY
    shown = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
    point = (query.lat, query.lon) if None not in {query.lat, query.lon} else (None, None)
    said, _ = level_of(replace(query, level=None), country)
    # Two towns of one name in two states are two, whether a gazetteer knows them or not.
    parts = (
        place_country.lower(),
        slug(core) or _fingerprint(query.name),
        slug(query.parent or "", limit=30),
        *told_apart_by(query, said),
    )
    return Place(
        "-".join(("slug", *filter(None, parts))),
        shown or "?",
        None,
        None,
        level,
        place_country,
        lat=point[0],
        lon=point[1],
    )


def _core(name: str, level: str, country: str | None) -> str:
    """Return what a name is slugged by: its core, and the level of what is no town."""
    for phrase in reversed(list(phrases(name))):
        words = [level_word(fold(text), country) for text in phrase.qualifiers]
        if phrase.qualifiers and not all(words):
            continue
        wording = unwrap(spelled_out(whole_key(phrase.head), country), country)
        said = next(filter(None, words), None) or (wording.level if wording else None)
        if level in TOWN_LEVELS and said in {None, "city"}:
            # A sign that is joined to the name ("…市") is part of it.
            joined = wording and whole_key(phrase.head) == wording.core + wording.wrapping
            return wording.core if wording and not joined else phrase.head
        if level == said and level not in BODY_LEVELS:
            return f"{wording.core if wording else phrase.head} {level}"
    return name


def _fingerprint(name: str) -> str:
    """Return what tells apart names of signs alone, which leave nothing to slug."""
    return sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
