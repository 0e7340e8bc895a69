"""Spans of time in words: "un año y medio", "1 año 6 meses", "3 (tres) años", "18 months".

A span is an amount and a unit, perhaps with a smaller one behind it. The reader goes from the
left and says what it has not read, so that who asks can tell a whole from a part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from grafo.loading.number_words import longest_number, number_words
from grafo.text import fold


def _set(words: str) -> frozenset[str]:
    return frozenset(fold(words).split())


YEAR_UNITS = _set(
    "ano anos year years yr yrs an ans annee annees anno anni jahr jahre jahren any anys jaar "
    "jaren rok lat lata år års év godina godini leta let roku év vuosi vuotta aasta aastat metai "
    "metų"
)
MONTH_UNITS = _set(
    "mes meses month months mois mese mesi monat monate monaten mês mesos maand maanden miesiąc "
    "miesiące miesięcy måned måneder månad månader"
)
_WEEKS = _set("semana semanas week weeks semaine semaines settimana settimane woche wochen")
_DAYS = _set("dia dias day days jour jours giorno giorni tag tage tagen dzień dni dag dagen")
_HALF = _set("medio media half demi demie mezzo mezza meio meia halb halbes mig mitja")
_AND = _set("y e and et und i en con with mas plus")
_HALF_WORDS = {"anderthalb": Fraction(3, 2), "eineinhalb": Fraction(3, 2)} | {
    f"{one}einhalb": Fraction(2 * number + 1, 2)
    for number, one in enumerate("zwei drei vier funf sechs sieben acht neun".split(), start=2)
}
# What may lead a span in without changing it.
LEAD = _set(
    "por de del el la los una un vigencia duracion plazo termino periodo tiempo tendra sera es "
    "inicial iniciales total durante auf vigente valido valida for a the of period term duration "
    "validity valid initial pour pendant duree d une "
    "periode validite durata periodo di per für fur dauer "
    "laufzeit gultigkeit von einer prazo vigência duração durada okres na czas voor duur"
)
_TOKEN = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+|[½¼¾]|[^\s\w]")
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_FRACTIONS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_MOST_YEARS = 999


@dataclass(frozen=True, slots=True)
class Term:
    """What a validity says: a span from the start, a day that ends it, or that nothing does.

    `from_entry` when the span counts from the entry into force, not from the signature.
    """

    months: int = 0
    days: int = 0
    until: str | None = None
    endless: bool = False
    from_entry: bool = False


def tokens_of(text: str) -> list[str]:
    """Return the words, numbers and signs of a text, folded."""
    signs = re.sub(r"(\d)\s+1/2\b", r"\1 ½", text.casefold().replace("-", " "))
    signs = re.sub(r"(?<!\d)1/2\b", "½", signs)
    tokens = []
    for token in _TOKEN.findall(signs):
        tokens.append(token if token in _FRACTIONS else (fold(token) or token))
    return [
        token.replace(" ", ".") if NUMBER.fullmatch(token.replace(" ", ".")) else token
        for token in tokens
    ]


class SpanReader:
    """Reads a span from the left: amount, unit, and perhaps a smaller one after it."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens_of = tokens
        self._at = 0

    def rest(self) -> list[str]:
        """Return what has not been read, without the sign that sets it off."""
        left = self.tokens_of[self._at :]
        while left and left[0] in {",", ";", ".", "(", ":"}:
            left = left[1:]
        return left

    def _peek(self, ahead: int = 0) -> str:
        place = self._at + ahead
        return self.tokens_of[place] if place < len(self.tokens_of) else ""

    def lead(self) -> None:
        """Pass over what may lead a span in."""
        while self._peek() and (self._peek() in LEAD or self._peek() in {":", "'", "’", "-"}):
            if self._amount_here() is not None:
                return
            self._at += 1

    def _amount_here(self) -> Fraction | None:
        """Return the amount at this place if a unit stands behind it; read nothing."""
        before = self._at
        amount = self._amount()
        unit = (
            self._peek() in YEAR_UNITS | MONTH_UNITS | _WEEKS | _DAYS
            or amount in _FRACTIONS.values()
        )
        self._at = before
        return amount if unit else None

    def span(self) -> Term | None:
        """Return the span at this place, or None; the place moves behind it."""
        first = self._one()
        if first is None:
            return None
        before = self._at
        while self._peek() in _AND or self._peek() == ",":
            self._at += 1
        second = self._one()
        if second is None or not _smaller(second, first):
            self._at = before
            if second is not None:
                return None
            return first
        return Term(first.months + second.months, first.days + second.days)

    def _one(self) -> Term | None:
        before = self._at
        amount = self._amount()
        if amount is None and self._peek() in YEAR_UNITS:
            amount = Fraction(1)  # "año y medio"
            if self._peek(1) not in _AND or self._peek(2) not in _HALF:
                return None
        unit = self._peek()
        if amount is None or not unit:
            self._at = before
            return None
        size = next((s for s, words in _UNITS.items() if unit in words), None)
        if size is None or amount <= 0 or amount > _MOST_YEARS:
            self._at = before
            return None
        self._at += 1
        if size == "days" and unit in _WEEKS:
            amount *= 7
        if self._half_follows():
            amount += Fraction(1, 2)
        whole = amount * 12 if unit in YEAR_UNITS else amount
        if whole.denominator != 1:
            self._at = before
            return None
        return Term(months=int(whole)) if size == "months" else Term(days=int(whole))

    def _half_follows(self) -> bool:
        for ahead in (1, 2):  # "y medio", "and a half"
            middle = ahead == 1 or self._peek(1) in {"a", "un", "uno", "une"}
            if self._peek() in _AND and middle and self._peek(ahead) in _HALF:
                self._at += ahead + 1
                return True
        return False

    def _amount(self) -> Fraction | None:
        """Read an amount: 5, 2.5, cinco, 5 (cinco), medio, two and a half."""
        amount = self._number()
        if amount is None:
            return None
        if self._peek() == "(":
            before, self._at = self._at, self._at + 1
            again = self._number()
            if again != amount or self._peek() != ")":
                self._at = before
                return None
            self._at += 1
        elif not self._repeated(amount):
            return None
        if self._peek() in _FRACTIONS:
            amount += _FRACTIONS[self._peek()]
            self._at += 1
        elif self._half_follows():
            amount += Fraction(1, 2)
        return amount

    def _repeated(self, amount: Fraction) -> bool:
        """Pass over the same amount said again ("5 cinco"); False when another one stands there."""
        before = self._at
        again = self._number()
        if again is None or again in _FRACTIONS.values():
            self._at = before
            return True
        return again == amount

    def _number(self) -> Fraction | None:
        token = self._peek()
        if NUMBER.fullmatch(token):
            self._at += 1
            return Fraction(token.replace(",", "."))
        if token in _FRACTIONS:
            self._at += 1
            return _FRACTIONS[token]
        if token in _HALF or token in _HALF_WORDS:
            self._at += 1
            if token in _HALF and self._peek() in {"a", "an"}:
                self._at += 1
            return _HALF_WORDS.get(token, Fraction(1, 2))
        for length in range(longest_number(), 0, -1):
            words = tuple(self.tokens_of[self._at : self._at + length])
            # "ninety-nine", "quatre-vingt-dix": hyphens are signs of their own here.
            if len(words) == length and (number := number_words().get(words)) is not None:
                self._at += length
                return Fraction(number)
        return None


_UNITS = {"months": YEAR_UNITS | MONTH_UNITS, "days": _WEEKS | _DAYS}


def _smaller(one: Term, other: Term) -> bool:
    """Whether a second span adds to the first, as months do to years."""
    if one.days:
        return bool(other.months) or other.days > one.days
    return one.months < 12 <= other.months
