"""The end of an agreement as registers state it: "5 años", "Hasta el 31/12/2024", "Indefinida".

Only the term is the term. "Indefinida, con aviso de 6 meses" and "renovable cada 3 años" name
spans that are none, so a text is read only when all of it is understood: a span, perhaps led in
("por un periodo de"), perhaps followed by how it is renewed or counted. The rest stays text.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from dataclasses import replace as changed
from functools import lru_cache

from grafo.loading.date_formats import NotADate, read_date
from grafo.loading.date_parts import DAY_FIRST, Habit
from grafo.loading.spans import (
    LEAD,
    MONTH_UNITS,
    NUMBER,
    YEAR_UNITS,
    SpanReader,
    Term,
    tokens_of,
)
from grafo.text import fold

# What may follow a span and only says how it is renewed, counted or ended before its time.
_TAIL = re.compile(
    r"(?:y |e |and |et |und |i |con |with |avec |mit |com |sera |seran |son |es |que |"
    r"which |is |pudiendo |puede |podra |se |may |be |to |automatic\w* |tacit\w* |stillschweigend |"
    r"posible |posibilidad de |opcion a |opcion de |susceptible\w* de |possibilidad\w* de |"
    r"su |sus |una |un |its |the |la |el |previo |previa |prior |de |of |por |"
    r"calendario |naturales |fiscales |firmes |ser |each |cada )*"
    r"(?:renov\w*|renew\w*|renouvel\w*|reconduc\w*|rinnov\w*|prorrog\w*|prorog\w*|"
    r"prolong\w*|extend\w*|extens\w*|extensib\w*|ampliable\w*|verlanger\w*|odnaw\w*|"
    r"a partir|a contar|contad\w*|desde|from|since|starting|counted|depuis|a compter|ab|seit|"
    r"dalla|a decorrere|calendario|naturales|terminable|term|automatic\w*|tacit\w*|"
    r"fijos?|fixed)\b.*"
    # "con aviso de 6 meses" ends it before its time; in "6 meses de aviso" the span is the notice.
    r"|(?:con|with|mediante|salvo|avec|mit|previo|subject to|unless)\b.*"
    r"\b(?:aviso|notice|notificacion|preavis\w*|preaviso|kundigung\w*)\b.*"
)
# A span of an extension, a notice or a doubt is no term: "5 años de prórroga", "6 meses previo
# aviso", "5 años?"; nor is a term that was already extended.
_NO_TERM = re.compile(
    r"^\W*-|\?|\d\s*\w*\s+(?:de |of |di |do |da )?(?:prorroga|prorrogas|renovaci\w*|extensi\w*|"
    r"renewal\w*|extension\w*|prolongation\w*|verlangerung\w*|prorrogac\w*|proroga|rinnovo)\b|"
    r"\b(?:prorrogad\w*|renovad\w*|extendid\w*|renewed|extended|prorogat\w*|rinnovat\w*|"
    r"renouvele\w*|prolonge\w*|verlangert|prorrogado\w*)\b|"
    r"^\W*\d+\s+\w+\s+(?:previo|mediante|subject to|prior)\b|"
    r"\btermine\b|\bno (?:renovable|prorrogable|renovables|prorrogables)\b.*\bsalvo\b"
)
_NEGATED_ENDLESS = re.compile(
    r"^(?:no|not|non|nicht|nao|nie|sin ser) (?:es )?(?:indefin\w*|permanent\w*|definid\w*|"
    r"illimit\w*|unbefristet\w*|ilimitad\w*|unlimited)|\bhasta \d|\bno vigente\b|\buntil \d"
)
# Spans that run from a day of their own, which a signature does not tell.
_FROM_ENTRY = re.compile(
    r"\b(?:entrada en vigor|inicio de vigencia|entry into force|effective|entree en vigueur|"
    r"inkrafttreten|entrata in vigore|ratific\w*|aprobacion|"
    r"approval|publicacion|publication|registro|"
    r"notific\w*)\b"
)
_LONGEST = 300  # signs; a clause of an agreement is no term, though it may begin with its word
# A start that the text gives itself would have to take the place of the agreement's own.
_OWN_START = re.compile(
    r"\b(?:a partir|a contar|contad\w*|desde|from|since|starting|counted|depuis|a compter|ab|seit|"
    r"dalla|a decorrere)\b.*\d"
)
_ENDLESS = re.compile(
    r"\b(?:indefinid\w*|indefini\w*|indefinite\w*|indeterminad\w*|indetermine\w*|indeterminat\w*|"
    r"ilimitad\w*|illimit\w*|unlimited|perpetu\w*|permanente?s?|permanently|perman\w*|unbefristet\w*|"
    r"unbegrenzt\w*|open ended|bezterminow\w*|nieokreslon\w*|onbepaald\w*|"
    r"sin (?:fecha de )?(?:termin\w*|vencimiento|limite|plazo|caducidad|expiracion|fin)|"
    r"no (?:expira|vence|caduca|tiene (?:termino|vencimiento|fecha))|no (?:end|expiry) date|"
    r"no (?:termination|time limit|fixed term)|without (?:limit|end|term)\w*|"
    r"sans (?:limite|terme|echeance)|senza (?:limiti|scadenza|termine)|sem (?:prazo|termo)|"
    r"ohne (?:befristung|zeitliche)|tillsvidare|toistaiseksi)\b"
)
_UNTIL = re.compile(
    r"(?:vigente |v[aá]lid[oa]? |valide |g[uü]ltig |en vigor |in force |vigencia |vence |expira |"
    r"expires |termina |ends |concluye )*"
    r"(?:hasta|until|till|vence|expira|expires|termina|ends|concluye|jusqu['’]?|bis|at[eé]|fino|do|tot)"
    r"\s*(?:(?:el|al|a|au|zum|on|o|the|il|la)\b)?\s*(?:día|dia)?\s*[:.]?\s*(?P<date>.+)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def term_of(validity: str, habit: Habit = DAY_FIRST) -> Term | None:
    """Return the term that a text states, or None when it is not understood.

    >>> term_of("un año y medio").months, term_of("Renovable cada tres años") is None
    (18, True)
    """
    text = " ".join(validity.split()).strip(" .;,*")
    folded = fold(text)
    if len(text) > _LONGEST:
        return Term(endless=True) if _ENDLESS.match(folded) else None
    if stated := _until(text, habit):
        return stated
    if _NO_TERM.search(_accentless(validity)):
        return None
    if stated := _span(text):
        return stated
    endless = _ENDLESS.search(folded) and not _NEGATED_ENDLESS.search(folded)
    # "5 años, después indefinida" is neither.
    return Term(endless=True) if endless and _first_span(text) is None else None


def _accentless(text: str) -> str:
    """Return a text without case and accents, its signs kept."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def with_unit(validity: str, heading: str) -> str:
    """Return a bare number with the unit that the heading gives it.

    >>> with_unit("5", "Vigencia (años)"), with_unit("5", "Vigencia")
    ('5 anos', '5')
    """
    units = [
        word for word in fold(heading).split() if word in YEAR_UNITS | MONTH_UNITS and len(word) > 2
    ]
    return f"{validity} {units[0]}" if units and NUMBER.fullmatch(validity) else validity


def end_of(
    validity: str, start: str | None, habit: Habit = DAY_FIRST, *, signed: str | None = None
) -> str | None:
    """Return when an agreement ends as ISO text, or None when the words do not say.

    A span counts from `start`, at the precision that `start` has, or from the day it was
    `signed` unless the text says otherwise.

    >>> end_of("5 años", "2003-05-17"), end_of("5 años", "2003"), end_of("Indefinida", "2003")
    ('2008-05-17', '2008', None)
    """
    term = term_of(validity, habit)
    if term is None or term.endless:
        return None
    if term.until:
        return term.until
    if not term.from_entry:
        start = start or signed
    return _later(start, term) if start else None


def _until(text: str, habit: Habit) -> Term | None:
    plain = _lead_off(text)
    found = _UNTIL.fullmatch(plain)
    if not found:
        return None
    date, _, tail = re.sub(r"\s*[,;(]\s*", "\n", found["date"], count=1).partition("\n")
    for stated, rest in ((found["date"], ""), (date, tail)):
        if rest and not _TAIL.fullmatch(fold(rest)):
            continue
        try:
            return Term(until=read_date(stated.strip(" .)'’"), ["auto"], habit))
        except NotADate:
            continue
    return None


def _lead_off(text: str) -> str:
    words = text.split()
    while words and fold(words[0]) in LEAD and fold(words[0]) != "a":
        words.pop(0)
    return " ".join(words)


def _first_span(text: str) -> Term | None:
    """Return the span that a text begins with, whatever follows."""
    reader = SpanReader(tokens_of(text))
    reader.lead()
    return reader.span()


def _span(text: str) -> Term | None:
    reader = SpanReader(tokens_of(text))
    reader.lead()
    term = reader.span()
    if term is None:
        return None
    rest = fold(" ".join(reader.rest()))
    if rest and (not _TAIL.fullmatch(rest) or _OWN_START.search(rest)):
        return None
    return changed(term, from_entry=bool(_FROM_ENTRY.search(rest)))


def _later(start: str, term: Term) -> str | None:
    parts = [int(part) for part in start.split("-")]
    if term.days and len(parts) < 3:
        return None
    if len(parts) == 1:
        # Months after a year without a month end in a year that nobody can tell.
        return f"{parts[0] + term.months // 12:04}" if term.months % 12 == 0 else None
    total = parts[0] * 12 + parts[1] - 1 + term.months
    year, month = divmod(total, 12)
    if len(parts) == 2:
        return f"{year:04}-{month + 1:02}"
    # 29 February plus a year is 28 February.
    day = min(parts[2], calendar.monthrange(year, month + 1)[1])
    return (dt.date(year, month + 1, day) + dt.timedelta(days=term.days)).isoformat()
