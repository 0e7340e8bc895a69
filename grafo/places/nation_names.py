"""The names of parties that name a country: "FRANCE", "Gobierno de España", "Kingdom of Spain"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from grafo.places.country_readings import arranged, division_in, lengthened
from grafo.places.country_table import country_table, words_of
from grafo.text import fold

_JOIN = r"(?:(?:of|del|de|du|des|da|do|dell|della|di|d|der|von|van|af|av|a|i|ng|the)\s)*"
_ARTICLE = r"(?:(?:the|la|el|los|las|l|le|les|il|o|os|as|die|das|den|het)\s)?"
_WHOSE = (
    r"(?:(?:the|el|la|le|il|o|die|de|h|hm|honorable|national|nacional|federal|federale|central"
    r"|constitucional|royal|real|his majesty s|her majesty s)\s)*"
)
# "Gobierno de", "Regierung der", "Rząd": who acts for a country, and says no level.
_GOVERNMENT = re.compile(
    _WHOSE + r"(?:government|gobierno|gouvernement|governo|govern|goberno|regierung|bundesregierung"
    r"|regering|regjering|regjeringen|regeringen|rzad|vlada|hallitus|kormany|guvernul|qeveria"
    r"|правительство|правителство|уряд)\s(?:(?:nacional|national|federal|federale|central|constitucional"
    r"|supremo|royal|real|rzeczypospolitej)\s)*" + _JOIN + _ARTICLE + r"(?P<core>.+)$"
)
_GOVERNMENT_BEHIND = re.compile(
    r"(?P<core>.+?)\s(?:(?:national|federal|central)\s)?(?:government|govt|regierung|hukumeti)$"
)
# "República de", "Königreich": what kind of state a country is.
_FORM = re.compile(
    r"(?:the |la |el |le |il |o )?(?:(?:federal|federative|islamic|islamica|democratic|democratica"
    r"|socialist|socialista|popular|people s|arab|oriental|united|cooperative|plurinational)\s)*"
    r"(?:republic|republica|republique|repubblica|republik|republiek|republika|republiken|repubblica"
    r"|rzeczpospolita|rzeczypospolitej|bundesrepublik|kingdom|reino|royaume|regno|konigreich"
    r"|koninkrijk|krolestwo|kongeriget|kongeriket|konungariket|kralovstvi|principality|principado"
    r"|principaute|principato|furstentum|grand duchy|gran ducado|grand duche|grossherzogtum"
    r"|granducato|sultanate|sultanato|sultanat|emirate|emirato|commonwealth|республика)\s"
    r"(?:(?:federal|federativa|islamica|democratica|socialista|popular|arabe|oriental|unida)\s)*"
    + _JOIN
    + _ARTICLE
    + r"(?P<core>.+)$"
)
_KIND = re.compile(r"\s*\((?:country|pa[ií]s|pays|land|paese|kraj)\)\s*$", re.IGNORECASE)
# Whoever says only this means the government of the country that is stated beside it.
ALONE = frozenset(
    "gobierno federal|gobierno nacional|gobierno central|gobierno de la republica|gobierno de la"
    " nacion|gobierno de la federacion|poder ejecutivo federal|poder ejecutivo nacional|estado"
    " nacional|administracion general del estado|gobierno del estado nacional|presidencia de la"
    " republica|federal government|national government|central government|government|"
    "gouvernement federal|gouvernement|gouvernement de la republique|bundesregierung"
    "|governo federal|governo nacional|governo da republica|governo".split("|")
)


@dataclass(frozen=True, slots=True)
class NationName:
    """A name that is a country's: `key` folded, `owners` whom it may name.

    `government` says that it speaks of its government, `formal` that the words are those of a
    state and of nothing else ("Kingdom of Spain").
    """

    key: str
    owners: frozenset[str]
    government: bool = False
    formal: bool = False


def nation_named(text: str, *, codes: bool = False) -> NationName | None:
    """Read a party's name as that of a country, or return None; `codes` allows three letters.

    A division that registers write for its country (Scotland) is none.
    """
    plain = _KIND.sub("", text)
    said = _read(plain, codes=codes)
    if said is not None:
        formal = plain != text or _is_formal(fold(plain), said)
        return NationName(fold(plain), said, formal=formal)
    key = fold(text)
    for pattern in (_GOVERNMENT, _GOVERNMENT_BEHIND):
        core = pattern.match(key)
        if core is None:
            continue
        if inner := _read(core["core"], codes=False) or _formal(core["core"]):
            formal = _is_formal(core["core"], inner)
            return NationName(core["core"], inner, government=True, formal=formal)
    formal_owners = _formal(key)
    return NationName(key, formal_owners, formal=True) if formal_owners else None


def _read(text: str, *, codes: bool) -> frozenset[str] | None:
    table = country_table()
    key = fold(text)
    owners = table.names.get(key)
    code = key in table.short and key not in table.own
    if owners and (codes and text.isupper() if code else not _division(key, owners)):
        return owners
    if owners or ("," not in text and "(" not in text and "." not in text):
        return None
    turned = arranged(text, table) or lengthened(text, table)
    hinted = any(division_in(text, owner, table) for owner in turned)
    return turned if turned and not hinted else None


def _formal(key: str) -> frozenset[str] | None:
    """Read "Republik Österreich" where no table has it; "Republik China" may be either."""
    form = _FORM.match(key)
    if form is None:
        return None
    table = country_table()
    core = form["core"]
    owners = table.names.get(core)
    if not owners or core in table.short or _division(core, owners):
        return None
    others = table.family(core) - owners
    known = {owner for owner in others if not owner.startswith("nat-")}
    return owners | known


def _is_formal(key: str, owners: frozenset[str]) -> bool:
    """Tell whether a name is longer than the country's own, and so no town's."""
    form = _FORM.match(key)
    return len(owners) == 1 and form is not None and form["core"] != key


def _division(key: str, owners: frozenset[str]) -> bool:
    table = country_table()
    return any((owner, key) in table.as_country for owner in owners)


def is_part_of_a_title(name: NationName) -> bool:
    """Tell whether a name is only a part of the country's: "Antigua", "Trinidad"."""
    labels = country_table().labels
    words = words_of(name.key)
    titles = [words_of(title) for owner in name.owners for title in labels.get(owner, ())]
    return words not in titles and any(words < title for title in titles)
