"""How lists write a country: turned round, abbreviated, in brackets, several at once.

"Korea, Republic of", "Micronesia, Fed. Sts.", "Sudan (South)" are read word by word: what stands
behind a comma or in brackets is a part of the name until nothing is called so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from grafo.places.country_table import Bag, Table, tokens, words_of
from grafo.text import fold

_BRACKETED = re.compile(r"([^()\[\]]+)[(\[]([^()\[\]]+)[)\]]\s*")
# What may stand between two countries; a hyphen joins as many names as it parts.
_BETWEEN = re.compile(
    r"\s*[,;/|+&()\[\]\n]\s*|\s+[-\u2010-\u2015]\s+"
    r"|\s+(?:y|e|and|et|und|en|och|og|ja|i|a|ve|ed|és|и|και|και|vs\.?|with|con)\s+",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r"\s*[-\u2010-\u2015]\s*")
# What kind of state a country is, and nothing that tells it from another.
_FORMS = frozenset(
    "republic republica republique republik repubblica republiek republika rep kingdom reino"
    " royaume regno konigreich koninkrijk state estado etat stato staat federal federation"
    " federacion principality principado principaute principato sultanate sultanato emirate"
    " emirato islamic islamica arab".split()
)
_CUT = "\u2026"
_ENDS = (".", _CUT)
_SHORT = (3, 4)


def parts(text: str) -> Iterator[tuple[str, str]]:
    """Yield the two parts of "Ohio, United States", and of "Estados Unidos (Ohio)" both ways."""
    head, comma, tail = text.rpartition(",")
    if comma and head.strip() and tail.strip():
        yield head.strip(), tail.strip()
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed:
        outside, inside = (part.strip(" ,") for part in bracketed.groups())
        if outside and inside:
            yield outside, inside
            yield inside, outside


def arranged(text: str, table: Table) -> frozenset[str]:
    """Return the owners of the names made of the same words, whatever their order.

    A word with a point may be the beginning of one: "Rép. dém. du Congo", "Rep. of Moldova".
    """
    said = tokens(text)
    bag = frozenset(word.rstrip(".") for word in said)
    if len(bag) < 2:
        return frozenset()
    if (owners := table.bags.get(bag)) is not None:
        return owners
    if not any(word.endswith(".") for word in said):
        return frozenset()
    return _owners(table, [bag for bag in table.bags if len(bag) == len(said)], said)


def division_in(text: str, country: str | None, table: Table) -> str | None:
    """Return the division that a name turned round is that of: "Irlanda (Norte)"."""
    words = words_of(text)
    named = (name for owner, name in sorted(table.as_country) if owner == country)
    return next((name for name in named if words_of(name) == words), None)


def lengthened(text: str, table: Table) -> frozenset[str]:
    """Return the owners of the names that a known name and what stands beside it are short for."""
    for head, tail in parts(text):
        for core, qualifier in ((head, tail), (tail, head)):
            if fold(core) in table.names and (owners := completed(core, qualifier, table)):
                return owners
            if frozenset(map(_bare, tokens(qualifier))) <= _FORMS:
                family = table.family(core) if fold(core) in table.names else frozenset()
                if len(family) == 1:  # "Moldavie, République de", whatever its own full name is
                    return family
    return frozenset()


def _bare(word: str) -> str:
    return word.rstrip(".")


def completed(core: str, qualifier: str, table: Table) -> frozenset[str]:
    """Return the owners of the longer names that hold the words of both parts.

    "Jordania (Reino de)" is short for the Hashemite Kingdom, "Egypt, Arab Rep." for the Arab
    Republic of Egypt.
    """
    said = [*tokens(core), *(_abbreviated(word) for word in tokens(qualifier))]
    return _owners(table, [bag for bag in table.bags if len(bag) >= len(said)], said)


def in_doubt(core: str, qualifier: str, table: Table) -> frozenset[str]:
    """Return the countries that a qualifier nobody understands may tell apart.

    "Guinea (Northern)" is made of words of countries' names and is the name of none: which of
    the Guineas it is, is not for grafo to say. None for a country without namesakes.
    """
    family = table.family(core)
    words = [word.rstrip(".") for word in tokens(qualifier)]
    doubtful = bool(words) and all(
        word in table.vocabulary or any(_near(word, known) for known in table.vocabulary)
        for word in words
    )
    return family if doubtful and len(family) > 1 else frozenset()


def several(text: str, table: Table) -> list[tuple[str, frozenset[str]]]:
    """Return the countries that a text lists, each as written with its owners; else nothing."""
    for pattern in (_BETWEEN, _HYPHEN):
        pieces = [piece for piece in pattern.split(text) if piece and piece.strip()]
        if pattern is _HYPHEN:
            pieces = [each for piece in pieces for each in _BETWEEN.split(piece) if each.strip()]
        owners = [table.names.get(fold(piece), frozenset()) for piece in pieces]
        if len(pieces) > 1 and all(owners):
            return [(piece.strip(), each) for piece, each in zip(pieces, owners, strict=True)]
    return []


def _abbreviated(word: str) -> str:
    """Mark a short word as the beginning of one: "Congo, Dem Rep" leaves the points out."""
    return word + _CUT if len(word) in _SHORT and not word.endswith(".") else word


def _owners(table: Table, bags: list[Bag], said: list[str]) -> frozenset[str]:
    found: set[str] = set()
    for bag in bags:
        if _holds(bag, said):
            found |= table.bags[bag]
    return frozenset(found)


def _holds(bag: Bag, said: list[str]) -> bool:
    """Tell whether every word is one of the bag's, no two of them the same one."""
    left = set(bag)
    for word in said:  # whole words first: an initial must not take another's place
        if not word.endswith(_ENDS):
            if word not in left:
                return False
            left.remove(word)
    for word in (each for each in said if each.endswith(_ENDS)):
        start = word[:-1]
        likely = [each for each in left if each.startswith(start)]
        if not likely and word.endswith("."):
            likely = [each for each in left if _contracts(start, each)]
        if not likely:
            return False
        left.remove(min(likely, key=lambda each: (len(each), each)))
    return True


def _contracts(short: str, word: str) -> bool:
    """Tell whether a word is shortened by its middle: "Sts." for States, "Is." for Islands."""
    if len(short) < 2 or short[0] != word[0] or short[-1] != word[-1]:
        return False
    letters = iter(word)
    return all(letter in letters for letter in short)


def _near(word: str, known: str) -> bool:
    """Tell whether a word lacks one letter of another, as "Sout" does."""
    return len(word) > 3 and len(known) == len(word) + 1 and known.startswith(word)
