"""Dates with the month in words, or in signs, in the languages that Unicode's CLDR knows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from babel import Locale, localedata

from grafo.language import say
from grafo.loading.date_parts import Habit, NotADate, Understood, full_year, iso

# Languages of registers first: rarer ones share short names with them and are asked only about
# words that none of these has.
_LANGUAGES = """
    es en pt fr de it nl pl cs sk hu ro bg el da sv nb nn fi et lv lt hr sl sr bs mk sq uk ru be tr
    ar he fa hi bn id ms ja ko zh vi th ca gl eu cy ga is mt ka hy az kk uz mn af sw fil lb gd br
    oc ast
    """.split()
_OWN_NAMES = {"setiembre": ("es", 9), "set": ("es", 9), "sept": ("en", 9)}
# Words between the parts of a date that CLDR's patterns do not have.
_BETWEEN = """
    de del d of the den der le la el il lo los a al o am on en in im em dia dias day año anno ano
    year jahr annee year anul god goda godu rok roku r y m v an en i jan jen án én ján jén ngày
    agosto's st nd rd th er ere ro do
    """.split()
_YEAR_WORDS = frozenset(
    "ano anno year jahr année annee rok roku r g год года \u0433 \u0440 en in el im de del".split()
)
_ORDINALS = {
    "primero": 1,
    "primer": 1,
    "premier": 1,
    "primeiro": 1,
    "primo": 1,
    "first": 1,
    "erster": 1,
    "ersten": 1,
}
_ROMAN = "I II III IV V VI VII VIII IX X XI XII".split()
_EAST_ASIA = re.compile(
    r"(?P<year>\d{4})\s*[年년]\s*(?:(?P<month>\d{1,2})\s*[月월]\s*(?:(?P<day>\d{1,2})\s*[日日号일])?)?"
)
_VIETNAM = re.compile(
    r"(?:(?:ngày\s+)?(?P<day>\d{1,2})\s+)?tháng\s+(?P<month>\d{1,2})(?:\s+năm|,)?\s+(?P<year>\d{4})",
    re.IGNORECASE,
)
_ROMAN_MONTH = re.compile(
    r"(?:(?P<day>\d{1,2})[\s./-]+)?(?P<roman>[IVXivx]{1,4})[\s./-]+(?P<year>\d{4})"
)
_WORDS = re.compile(
    r"(?P<number>\d+)|(?P<word>[^\d\s.,/()'’\u00b4`\"“”_–-]+)|(?P<quote>['’\u00b4`])|\S|\s+"
)
_JOINED = re.compile(r"[^\d\s]+\.?\s?[-/'’\u00b4`.]\s?['’\u00b4`]?\d{2}")
_LAST_DAY = 31
# A month of three letters in a rare language is a common word in some other.
_SHORTEST_RARE = 3


def plain(word: str) -> str:
    """Return a word for comparison: no case, no accents on letters that have them apart.

    Other signs of a script, such as the vowels of Hindi, are part of the word.

    >>> plain("Décembre.")
    'decembre'
    """
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(ch for ch in decomposed if not "\u0300" <= ch <= "\u036f").strip(".'’")


def months_of(word: str) -> Mapping[str, int]:
    """Return the month that a word names, by language; empty when it names none.

    >>> sorted(set(months_of("maja").values())), sorted(set(months_of("listopada").values()))
    ([5], [10, 11])
    """
    name = plain(word)
    if not name or name in _between():
        return {}
    return _month_names(True).get(name) or _month_names(False).get(name, {})


@cache
def _month_names(common: bool) -> dict[str, dict[str, int]]:
    names: dict[str, dict[str, int]] = {}
    # Abbreviations of languages that no register here is written in are words of the others:
    # "dal 1962", "ab 1959", "no. 1995".
    widths = ("wide", "abbreviated") if common else ("wide",)
    for language in _locales(common):
        months = Locale.parse(language).months
        for context in ("format", "stand-alone"):
            for width in widths:
                for number, name in months[context][width].items():
                    # "de gener", "d’abril": what the name stands behind is no part of it.
                    word = plain(re.split(r"[\s'’]", name)[-1])
                    if len(word) > (1 if common else _SHORTEST_RARE) and not re.search(r"\d", word):
                        names.setdefault(word, {}).setdefault(language, int(number))
    if common:
        for name, (language, number) in _OWN_NAMES.items():
            names.setdefault(name, {}).setdefault(language, number)
    return names


def _locales(common: bool) -> list[str]:
    if common:
        return _LANGUAGES
    return sorted(i for i in localedata.locale_identifiers() if "_" not in i)


@cache
def _between() -> frozenset[str]:
    """Return the words that may stand between the parts of a date, and the days of the week."""
    words = set(map(plain, _BETWEEN))
    for language in _LANGUAGES:
        locale = Locale.parse(language)
        for width in ("full", "long", "medium"):
            quoted = re.findall(r"'([^']+)'", locale.date_formats[width].pattern)
            words |= {plain(word) for text in quoted for word in text.split()}
        for width in ("wide", "abbreviated"):
            words |= {plain(name) for name in locale.days["format"][width].values()}
    # A day's name may be a month's elsewhere; then it is read as the month or not at all.
    return frozenset(words - _month_names(True).keys() - {""})


def spelled(text: str, habit: Habit) -> Understood | None:
    """Return a date whose month is in words or signs, or None when the text is no such thing.

    >>> spelled("12. Mai 1958", Habit()).iso, spelled("2001年5月3日", Habit()).iso
    ('1958-05-12', '2001-05-03')

    Raises:
        NotADate: the day does not exist, or the month's name is another one in another language.
    """
    for shape in (_EAST_ASIA, _VIETNAM, _ROMAN_MONTH):
        if found := shape.fullmatch(text):
            parts = found.groupdict()
            month = parts.get("month")
            if roman := parts.get("roman"):
                if roman.upper() not in _ROMAN:
                    return None
                month = str(_ROMAN.index(roman.upper()) + 1)
            day = parts.get("day")
            number = int(month) if month else None
            return Understood(iso(int(parts["year"]), number, int(day) if day else None, text))
    return _in_words(text, habit)


def month_words(text: str) -> list[str]:
    """Return the words of a text that name a month in some language."""
    words = [found["word"] for found in _WORDS.finditer(text) if found["word"]]
    return [word for word in words if months_of(word)]


def _in_words(text: str, habit: Habit) -> Understood | None:
    numbers: list[str] = []
    month: str | None = None
    before = 0  # numbers that stand before the month
    for token in _WORDS.finditer(text):
        if number := token["number"]:
            numbers.append(number)
        elif word := token["word"]:
            if plain(word) in _ORDINALS:
                numbers.append("1")
            elif months_of(word):
                if month is not None:
                    return None
                month, before = word, len(numbers)
            elif plain(word) not in _between():
                return None
        elif token[0] in '()"“”':
            return None
    if month is None:
        # "1995 r.", "año 1995": of the words between, only those that stand for a year.
        words = {plain(found["word"]) for found in _WORDS.finditer(text) if found["word"]}
        only = len(numbers) == 1 and len(numbers[0]) == 4 and words and words <= _YEAR_WORDS
        return Understood(iso(int(numbers[0]), None, None, text)) if only else None
    return _assembled(text, numbers, before, month, habit)


def _assembled(
    text: str, numbers: list[str], before: int, month: str, habit: Habit
) -> Understood | None:
    """Tell year and day apart by their digits and by where they stand around the month."""
    wide = [n for n in numbers if len(n) == 4]
    narrow = [n for n in numbers if len(n) <= 2]
    day: str | None = None
    if len(wide) == 1 and len(narrow) == len(numbers) - 1 <= 1:
        if narrow and before == 0 and numbers[0] == wide[0]:
            return None  # "mayo 1998 12"
        year, day = int(wide[0]), narrow[0] if narrow else None
    elif _short_year(text, numbers, before):
        year, day = full_year(int(numbers[-1])), numbers[0] if len(numbers) > 1 else None
    else:
        return None
    known = iso(year, _month(month, habit, text), int(day) if day else None, text)
    return Understood(known, None if wide else "two-digit")


def _short_year(text: str, numbers: list[str], before: int) -> bool:
    """Whether the last number is a year of two digits: "nov-11", "7-jul-98".

    "May 12" may be a day without a year, "12-nov" is one.
    """
    if not numbers or len(numbers[-1]) != 2:
        return False
    if len(numbers) == 1:
        stands = bool(_JOINED.fullmatch(text)) or int(numbers[0]) > _LAST_DAY
        return before == 0 and stands
    return len(numbers) == 2 and before == 1 and len(numbers[0]) <= 2


def _month(word: str, habit: Habit, text: str) -> int:
    named = months_of(word)
    if habit.languages & named.keys():
        named = {language: named[language] for language in habit.languages & named.keys()}
    if len(set(named.values())) > 1:
        told = ", ".join(f"{language}: {number}" for language, number in sorted(named.items()))
        raise NotADate(
            say(
                f"{text!r}: {word!r} es otro mes según el idioma ({told}); escriba el número",
                f"{text!r}: {word!r} is another month in another language ({told}); write its "
                "number",
            )
        )
    return next(iter(named.values()))
