"""Numbers in words, one to a hundred, in the languages of registers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from grafo.text import fold

_ES = """un|uno|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
    dieciseis diecisiete dieciocho diecinueve veinte veintiuno|veintiun|veintiuna veintidos
    veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve""".split()
_PT = """um|uma dois|duas tres quatro cinco seis sete oito nove dez onze doze treze
    catorze|quatorze quinze dezesseis|dezasseis dezessete|dezassete dezoito
    dezenove|dezanove""".split()
_IT = """uno|un|una due tre quattro cinque sei sette otto nove dieci undici dodici tredici
    quattordici quindici sedici diciassette diciotto diciannove""".split()
_FR = """un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze
    seize dix-sept dix-huit dix-neuf""".split()
_EN = """one|a two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen""".split()
_DE = """ein|eins|eine|einem|einen|einer zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
    dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn""".split()
_CA = """un|una dos|dues tres quatre cinc sis set vuit nou deu onze dotze tretze catorze quinze
    setze disset divuit dinou vint""".split()
_NL = """een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien
    zestien zeventien achttien negentien""".split()
_PL = """jeden|jednego|rok dwa|dwóch trzy|trzech cztery|czterech pięć|pięciu sześć|sześciu
    siedem|siedmiu osiem|ośmiu dziewięć|dziewięciu dziesięć|dziesięciu jedenaście
    dwanaście""".split()
_LISTS = (_ES, _PT, _IT, _FR, _EN, _DE, _CA, _NL, _PL)
_HUNDRED = "cien ciento cem cento cent hundred hundert honderd".split()


@cache
def number_words() -> dict[tuple[str, ...], int]:
    """Return numbers by their folded words: ("treinta", "y", "uno") → 31."""
    words = {tuple(fold(text).split()): number for text, number in _spelled() if text != "rok"}
    # "one hundred", "a hundred", "einhundert" and the bare word.
    for hundred in _HUNDRED:
        words[(hundred,)] = 100
        words |= {(one, hundred): 100 for one in ("one", "a")}
        words[("ein" + hundred,)] = 100
    return words


def longest_number() -> int:
    """Return how many words the longest number has."""
    return max(map(len, number_words()))


def _spelled() -> Iterator[tuple[str, int]]:
    for listed in _LISTS:
        for number, forms in enumerate(listed, start=1):
            yield from ((form, number) for form in forms.split("|"))
    yield from _tens("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, " y ", _ES)
    yield from _tens(
        "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa", 20, " e ", _PT
    )
    yield from _tens("twenty thirty forty fifty sixty seventy eighty ninety", 20, " ", _EN)
    yield from _french()
    tens = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta".split()
    for ten, name in enumerate(tens, start=2):
        yield name, ten * 10
        for unit, forms in enumerate(_IT[:9], start=1):
            # "ventuno", "ventotto": a vowel before a vowel goes.
            stem = name[:-1] if unit in (1, 8) else name
            yield from ((stem + form, ten * 10 + unit) for form in forms.split("|"))
    yield from _ones_first(
        "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", "und", _DE
    )
    yield from _ones_first(
        "twintig dertig veertig vijftig zestig zeventig tachtig negentig", "en", _NL
    )


def _tens(names: str, first: int, between: str, units: list[str]) -> Iterator[tuple[str, int]]:
    for step, name in enumerate(names.split()):
        yield name, first + step * 10
        for unit, forms in enumerate(units[:9], start=1):
            for form in forms.split("|"):
                yield f"{name}{between}{form}", first + step * 10 + unit


def _ones_first(names: str, between: str, units: list[str]) -> Iterator[tuple[str, int]]:
    for step, name in enumerate(names.split(), start=2):
        yield name, step * 10
        for unit, forms in enumerate(units[:9], start=1):
            yield f"{forms.split('|')[0]}{between}{name}", step * 10 + unit


def _french() -> Iterator[tuple[str, int]]:
    names = "vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt".split()
    for step, name in enumerate(names, start=2):
        tens = step * 10
        base = tens - 10 if step in (7, 9) else tens
        if base == tens:
            yield name, tens
            yield f"{name}s", tens
        for number in range(1, 20):
            if base + number // 10 * 10 != tens:
                continue
            for form in _FR[number - 1].split("|"):
                yield f"{name} {form}", base + number
                yield f"{name} et {form}", base + number
    yield from (("septante", 70), ("huitante", 80), ("nonante", 90))
