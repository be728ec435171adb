"""In which unit a heading says that the numbers below it are."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from workbench.excel.tables.headings import LONGEST
from workbench.formula.names import folded

_TOKEN = re.compile(r"[^\W\d_]+|[%٪％‰]|\d+|[\^³⁶]|[^\w\s]")
_PERCENT = re.compile(r"(?:[%٪％]|процент\w*|проц|percent\w*|pct)[ )\].]*", re.IGNORECASE)
_SIGNS_OF_PERCENT = {"%", "٪", "％", "‰", "bps", "пп", "pp", "промилле", "проц", "pct"}
_WORDS_OF_PERCENT = ("процент", "percent")
_SCALES = {
    "k", "m", "mm", "mn", "mio", "mil", "b", "bn", "т", "тр", "к", "м", "ths", "thd", "tsd", "сот",
    "сотни", "сотен", "krub", "mrub", "kusd", "musd", "keur", "meur", "000", "000s", "1000",
    "1000000", "³", "⁶", "^",
}  # fmt: skip
_STARTS = ("тыс", "млн", "млрд", "миллион", "миллиард", "thousand", "million", "billion", "mln",
           "thsd", "hundred")  # fmt: skip
_WORDS = {
    "руб": "RUB", "рубль": "RUB", "рубли": "RUB", "рублей": "RUB", "рублях": "RUB", "rur": "RUB",
    "р": "RUB", "rubles": "RUB", "roubles": "RUB", "долл": "USD", "доллар": "USD",
    "доллары": "USD", "долларов": "USD", "долларах": "USD", "dollar": "USD", "dollars": "USD",
    "евро": "EUR", "euro": "EUR", "euros": "EUR", "юань": "CNY", "юани": "CNY", "юаней": "CNY",
    "тенге": "KZT", "гривна": "UAH", "гривен": "UAH", "грн": "UAH", "фунт": "GBP", "фунты": "GBP",
    "фунтов": "GBP", "pounds": "GBP", "сум": "UZS",
}  # fmt: skip
_CODES = frozenset({
    "usd", "eur", "rub", "gbp", "chf", "cny", "rmb", "jpy", "kzt", "byn", "uah", "try",
    "aed", "inr", "pln", "czk", "gel", "amd", "uzs", "kgs", "azn", "ils", "cad", "aud",
    "sek", "nok", "dkk", "huf", "ron", "bgn", "rsd", "thb", "vnd", "krw", "brl", "mxn",
    "zar", "sgd", "hkd", "nzd",
})  # fmt: skip
_OF_UNIT = {
    "в", "in", "of", "ед", "изм", "единица", "единицы", "измерения", "unit", "units", "все", "all",
    "данные", "суммы", "сумма", "цифры", "указаны", "валюта", "currency", "amounts", "figures",
}  # fmt: skip
_PIECES = re.compile(r"[()\[\],;:]")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a heading says of a unit; `odd` is a scale, or a percentage of something.

    `currencies` are signs and codes as they stand there.
    """

    percent: bool = False
    odd: bool = False
    currencies: frozenset[str] = frozenset()


def unit_of(heading: str) -> Unit:
    """The unit that a heading names."""
    if len(heading) > LONGEST:
        return Unit()
    tokens = _TOKEN.findall(folded(heading))
    shares = [token for token in tokens if _is_percent(token)]
    currencies = frozenset(code for code in map(_currency, tokens) if code)
    plainly = bool(shares) and _is_plainly(heading) and len(shares) == 1 and not currencies
    odd = any(_is_scale(token) for token in tokens) or (bool(shares) and not plainly)
    return Unit(plainly, odd, currencies)


def names_scale(words: str) -> bool:
    """Whether words above a table name a scale for all of it, as “тыс. руб.” or “Отчёт, млн”."""
    return len(words) <= LONGEST and any(map(_is_scale_alone, _PIECES.split(words)))


def _is_scale_alone(words: str) -> bool:
    tokens = [token for token in _TOKEN.findall(folded(words)) if token[0].isalpha()]
    known = (_is_scale(one) or _currency(one) or one in _OF_UNIT for one in tokens)
    return any(map(_is_scale, tokens)) and all(known)


def _is_plainly(heading: str) -> bool:
    found = _PERCENT.search(heading)
    return found is not None and found.end() == len(heading)


def _is_percent(token: str) -> bool:
    return token in _SIGNS_OF_PERCENT or token.startswith(_WORDS_OF_PERCENT)


def _is_scale(token: str) -> bool:
    return token in _SCALES or token.startswith(_STARTS)


def _currency(token: str) -> str:
    """The currency of a word or sign, as a code where there is one."""
    if token in _CODES:
        return token.upper()
    if len(token) == 1 and unicodedata.category(token) == "Sc":
        return token
    return _WORDS.get(token, "")
