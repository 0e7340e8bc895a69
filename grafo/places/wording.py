"""The words around a place's name: "Ayuntamiento de", "County", "Universidad de".

They say which level of government is meant, and are not part of the name that a gazetteer
knows. Which of them really is part of a name (Ciudad Juárez, Kansas City, City of London) is
not decided here: `unwrap` offers readings, and the matcher tries the untouched name first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from grafo.places.generic import generic_level, without_generic

_OF = r"(?:(?:del|de|da|do|dos|of|du|des|d|di|della|von)\s)"
# Part of the name or not: Ciudad de Los Ángeles, but Municipalidad de la Reina.
_ARTICLE = re.compile(r"(?:la|las|los|el|the|l|le|les)\s")

# Each pattern is matched against folded text. Order matters: the longer wording first. Spanish
# drops the "de" at times ("Provincia Jiangsu"); English never does (State College is a town).
_BEFORE: tuple[tuple[str | None, str], ...] = (
    (
        "organization",
        r"(?:the |la |el |el h |h )?"
        r"(?:universidade?|university|universite|universita|universitat|fundacion|foundation"
        r"|fondation|instituto (?:tecnologico|politecnico|superior)|asociacion|association"
        r"|camara (?:de comercio|nacional|empresarial)|chamber of commerce|confederacion|colegio"
        r"|federacion|federation|sociedad|union de (?:ciudades|municipios)|academia|hospital"
        r"|centro (?:de|internacional|cultural|universitario)|escuela (?:superior|nacional)"
        r"|banco (?:de|mundial|interamericano|nacional)|museo|red (?:de|internacional)"
        r"|organizacion|organisation|organization|programa de las naciones|fondo|consorcio)\s",
    ),
    (
        "agency",
        r"(?:the |la |el )?(?:secretaria|ministerio|ministry|department for|direccion general"
        r"|comision|commission|agencia|agency|instituto|institute|procuraduria|fiscalia|consejo"
        r"|patronato|sistema (?:nacional|estatal|municipal|para)|tribunal|congreso"
        r"|poder (?:judicial|legislativo)|autoridad (?:portuaria|del)|port authority"
        r"|administracion portuaria|oficina de)\s",
    ),
    (
        "metropolis",
        r"(?:comunidad (?:urbana|metropolitana)|communaute (?:urbaine|metropolitaine)"
        r"|communaute d agglomeration|comunidad de (?:municipios|aglomeracion)"
        r"|communaute de communes|eurometropole|metropole|metropoli|area metropolitana"
        r"|zona metropolitana|region metropolitana|distrito metropolitano"
        r"|mancomunidad(?: de municipios)?|gran area metropolitana|aglomeracion"
        r"|metropolitan area)\s" + _OF + "?",
    ),
    ("metropolitan city", r"(?:ciudad metropolitana|citta metropolitana)\s" + _OF),
    ("city", r"gobierno (?:municipal|metropolitano|local)\s" + _OF + "(?:la )?"),
    ("state", r"(?:gobierno estatal|poder ejecutivo|ejecutivo)\s" + _OF + "(?:el )?"),
    ("province", r"(?:gobierno (?:autonomo )?provincial)\s" + _OF + "(?:la )?"),
    ("region", r"gobierno regional\s" + _OF + "(?:la )?"),
    (
        None,
        r"(?:(?:jefatura|oficina) (?:de |del ))?(?:gobierno(?: constitucional| autonomo)?"
        r"|government|governo|gouvernement|govern|goberno)\s" + _OF + "(?:(?:la|el|los|the) )?",
    ),
    (
        "county",
        r"(?:condado|county|comte|contea|landkreis|kreis|powiat)\s" + _OF + "?",
    ),
    (
        "state",
        r"(?:estado(?: libre(?: y soberano)?)?\s" + _OF + "?"
        r"|(?:state|land|bundesland)\s" + _OF + "|freistaat )",
    ),
    (
        "province",
        r"(?:provincia|prefectura|gobernacion|gobernorado|departamento|voivodato"
        r"|diputacion(?: provincial| foral)?)\s" + _OF + "?"
        r"|(?:province|prefecture|prefettura|governorate|departement|oblast|voivodeship"
        r"|generalitat|junta|principado|xunta|republica(?: autonoma)?)\s" + _OF,
    ),
    (
        "region",
        r"(?:region(?: autonoma)?|regione|comunidad (?:autonoma|foral))\s" + _OF + "?",
    ),
    (
        "city",
        r"(?:administracion (?:municipal )?(?:de la |del |de )?)?"
        r"(?:ciudad(?: autonoma| capital)?|city|ville|citta|cidade|ciutat|stadt|landeshauptstadt"
        r"|municipio(?: libre)?|municipalidad(?: distrital| provincial| metropolitana)?"
        r"|municipality|municipalite|(?:h |honorable |heroico )?ayuntamiento(?: constitucional)?"
        r"|ajuntament|concello|concejo|alcaldia(?: mayor| municipal)?|delegacion(?: politica)?"
        r"|demarcacion territorial|intendencia(?: municipal| departamental)?|comuna|commune"
        r"|comune|mairie|gemeente|gemeinde|gmina|miasto|obec|mesto|opstina"
        r"|prefeitura(?: municipal)?|camara municipal|presidencia municipal|concejalia"
        r"|distrito(?: municipal)?|town|village|borough|township|metropolitan city"
        r"|metropolitan municipality|corporation|parroquia|localidad)\s" + _OF,
    ),
    (
        "city",
        r"(?:ville|stadt|landeshauptstadt|hansestadt|ciudad|gemeente|gmina|obec|mesto|opstina|grad|municipio|municipalidad"
        r"|ayuntamiento|alcaldia|delegacion|demarcacion territorial|comuna|commune|comune)\s",
    ),
    ("canton", r"canton\s" + _OF),
    ("cabildo", r"cabildo(?: insular)?\s" + _OF),
)
_AFTER: tuple[tuple[str | None, str], ...] = (
    ("organization", r"\s(?:university|universitat|foundation|chamber of commerce|association)$"),
    ("agency", r"\s(?:port authority|agency|ministry|council of governments)$"),
    (
        "metropolis",
        r"\s(?:metropole|metropoli|metropolitan area|metropolitan region|urban community)$",
    ),
    ("metropolitan city", r"\smetropolitan city$"),
    ("county", r"\s(?:county|district|raion|rayon|powiat|cercle)$"),
    ("parish", r"\sparish$"),
    ("state", r"\s(?:state|estado)$"),
    ("province", r"\s(?:province|prefecture|oblast|governorate|department|voivodeship|ken|sheng)$"),
    ("region", r"\s(?:region|autonomous region)$"),
    (
        "city",
        r"\s(?:(?:special |municipal |capital )*(?:city|municipality|government)"
        r"|metropolitan (?:municipality|government)|town|kommune|kommun|shi|si)$",
    ),
)
_SAINTS = {"st": "saint", "ste": "sainte", "sta": "santa", "sto": "santo", "mt": "mount"} | {
    "ft": "fort", "saint": "st", "mount": "mt", "fort": "ft", "gral": "general", "s": "san"
}  # fmt: skip

# In Mexico only the boroughs of the capital are governed so.
_BOROUGH = re.compile(r"(?:alcaldia|delegacion|demarcacion territorial)\b")

_LEVEL_WORDS = {
    "city": {"ciudad", "city", "ville", "stadt", "municipio", "municipality", "municipalidad"}
    | {"town", "comuna", "alcaldia", "mun"},
    "state": {"estado", "state", "edo", "land"},
    "province": {"provincia", "province", "prefectura", "prefecture", "departamento", "department"}
    | {"oblast"},
    "region": {"region"},
    "county": {"condado", "county", "district", "raion", "powiat", "kreis", "landkreis"},
}
# What a word means where: (word, country) → level, with "" for everywhere else. A word with no
# meaning somewhere wraps nothing there (an Estonian parish is not the town of its name).
_LOCAL = {
    ("canton", "CH"): "region",
    ("canton", ""): "municipality",
    ("cabildo", "ES"): "county",  # the government of an island
    ("cabildo", ""): "city",
    ("parish", "US"): "county",
    ("metropolitan city", "KR"): "city",
    ("metropolitan city", ""): "metropolis",  # Milan's is a province, not the city
}
_LOCAL_WORDS = frozenset(word for word, _ in _LOCAL)


@dataclass(frozen=True, slots=True)
class Wording:
    """A folded name without its wrapping, the level the wrapping says, and the wrapping itself.

    `cores` are its readings: with the article that follows the wrapping, and without.
    """

    cores: tuple[str, ...]
    level: str | None
    wrapping: str

    @property
    def core(self) -> str:
        """The first reading of the name."""
        return self.cores[0]


def _compiled(
    rules: tuple[tuple[str | None, str], ...], *, start: bool
) -> list[tuple[str | None, re.Pattern[str]]]:
    return [(level, re.compile(f"^(?:{rule})" if start else rule)) for level, rule in rules]


_PREFIXES = _compiled(_BEFORE, start=True)
_SUFFIXES = _compiled(_AFTER, start=False)


def respelt(folded: str) -> str | None:
    """Return the name with "st" for "saint" and the like, or None when nothing changes."""
    words = [_SAINTS.get(word, word) for word in folded.split(" ")]
    changed = " ".join(words)
    return changed if changed != folded else None


def unwrap(folded: str, country: str | None = None) -> Wording | None:
    """Take the outermost wrapping off a folded, spelled-out name, or return None.

    `country` decides what a word means that means different things (canton, cabildo, parish).

    >>> unwrap("condado de miami dade")
    Wording(cores=('miami dade',), level='county', wrapping='condado de')
    """
    wording = _unwrapped(folded, country)
    if wording is None or wording.level not in _LOCAL_WORDS:
        return wording
    word = wording.level
    level = _LOCAL.get((word, country or "")) or _LOCAL.get((word, ""))
    return replace(wording, level=level) if level else None


def _unwrapped(folded: str, country: str | None) -> Wording | None:
    """Try what a word means in the country first, then what it means everywhere."""
    for local in (True, None, False):
        wording = _wrapped_anywhere(folded) if local is None else _generic(folded, country, local)
        if wording:
            return wording
    return None


def _generic(folded: str, country: str | None, local: bool) -> Wording | None:
    found = without_generic(folded, country, local=local)
    return Wording(_readings(found.core), found.level, found.word) if found else None


def _wrapped_anywhere(folded: str) -> Wording | None:
    for level, pattern in _PREFIXES:
        found = pattern.match(folded)
        if found and len(folded) > found.end():
            return Wording(_readings(folded[found.end() :]), level, found.group().strip())
    for level, pattern in _SUFFIXES:
        found = pattern.search(folded)
        if found and found.start() > 0:
            return Wording((folded[: found.start()],), level, found.group().strip())
    return None


def _readings(core: str) -> tuple[str, ...]:
    article = _ARTICLE.match(core)
    return (core, core[article.end() :]) if article and len(core) > article.end() else (core,)


def names_borough(wrapping: str) -> bool:
    """Tell whether the wrapping is that of a borough of Mexico City: "alcaldía", "delegación"."""
    return _BOROUGH.match(wrapping) is not None


def level_word(folded: str, country: str | None = None) -> str | None:
    """Return the level that a lone word names: "condado" → county; None for any other text."""
    for level, words in _LEVEL_WORDS.items():
        if folded in words:
            return level
    return generic_level(folded, country)
