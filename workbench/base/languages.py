"""The two languages of the program: sentences, numbers, money, months; both usable at once."""

from __future__ import annotations

import gettext
import re
from functools import cache, cached_property
from typing import TYPE_CHECKING, Literal

from workbench.base.places import resource
from workbench.base.texts import Argument, Bilingual, Figure, MonthName, Text

if TYPE_CHECKING:
    from datetime import date

    from babel import Locale

Code = Literal["ru", "en"]
CODES: tuple[Code, ...] = ("ru", "en")
_COMPACT_FROM = 1_000_000
_COMPACT_TO = 1e15  # beyond trillions the languages have no short words
_CODE_BEFORE = re.compile(r"([A-Z]{3})(?=\d)")  # a currency without a sign of its own
_HUGE = 1e21  # nobody reads so many figures, and Babel cannot write them


class Language:
    """One language with its catalogue and its habits of writing numbers."""

    def __init__(self, code: Code) -> None:
        self.code: Code = code
        self.decimal = "," if code == "ru" else "."

    def say(self, text: Text) -> str:
        """The sentence in this language, with its arguments put in."""
        values = {name: self._argument(value) for name, value in text.arguments}
        return self._pattern(text).format(**values)

    def number(self, value: float, decimals: int | None = None) -> str:
        """A number as people write it; three significant places unless `decimals` says more."""
        from babel.numbers import format_decimal

        if abs(value) >= _HUGE:
            return f"{value:.2e}".replace(".", self.decimal)
        places = _places(value) if decimals is None else decimals
        pattern = "#,##0." + ("#" if decimals is None else "0") * places
        return format_decimal(_flat(value, places), pattern.rstrip("."), locale=self.locale)

    def short(self, value: float) -> str:
        """A number with millions and more in words, as long as the language has words for it."""
        from babel.numbers import format_compact_decimal

        if not _COMPACT_FROM <= abs(value) < _COMPACT_TO:
            return self.number(value)
        return str(format_compact_decimal(value, locale=self.locale, fraction_digits=2))

    def percent(self, share: float) -> str:
        """A share such as 0.015 as 1.5 %."""
        gap = "\u00a0" if self.code == "ru" else ""
        return f"{self.number(share * 100)}{gap}%"

    def money(self, value: float, currency: str, *, compact: bool = False) -> str:
        """An amount with its currency sign; `compact` turns millions into words."""
        from babel import numbers

        if abs(value) >= _HUGE:
            return f"{self.number(value)}\u00a0{currency}".rstrip()
        if compact and _COMPACT_FROM <= abs(value) < _COMPACT_TO:
            words = numbers.format_compact_currency(
                value, currency, locale=self.locale, fraction_digits=2
            )
            return _CODE_BEFORE.sub("\\1\u00a0", words)
        if not currency:
            return self.number(value)
        places = 0 if abs(value) >= 100 or float(value).is_integer() else 2
        pattern = str(self.locale.currency_formats["standard"].pattern)
        pattern = pattern.replace("0.00", "0." + "0" * places).replace("0.¤", "0¤")
        if not places:
            pattern = pattern.replace("0.", "0")
        words = numbers.format_currency(
            _flat(value, places), currency, pattern, locale=self.locale, currency_digits=False
        )
        return _CODE_BEFORE.sub("\\1\u00a0", words)

    def figure(self, figure: Figure) -> str:
        """A number in its unit."""
        match figure.unit:
            case "percent":
                return self.percent(figure.value)
            case "money":
                return self.money(figure.value, figure.currency)
            case _:
                return self.number(figure.value, figure.places)

    def month(self, month: str, *, long: bool = False) -> str:
        """A month such as 2027-01 as «янв 2027», or as «январь 2027» when long."""
        year, number = month.split("-")
        width: Literal["abbreviated", "wide"] = "wide" if long else "abbreviated"
        names = self.locale.months["stand-alone"][width]
        return f"{names[int(number)].rstrip('.')} {year}"

    def date(self, day: date) -> str:
        """A day in figures, as the country writes it."""
        if self.code == "ru":
            return f"{day:%d.%m.%Y}"
        return f"{day:%d} {self.locale.months['format']['abbreviated'][day.month]} {day:%Y}"

    @cached_property
    def locale(self) -> Locale:
        """Babel's data of the language; loaded on first use, because it is slow to import."""
        from babel import Locale

        return Locale.parse(self.code)

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        folder = resource("languages")
        return gettext.translation("workbench", folder, [self.code], fallback=True)

    def _pattern(self, text: Text) -> str:
        if text.plural:
            return self._catalogue.ngettext(text.id, text.plural, text.count)
        if text.context:
            return self._catalogue.pgettext(text.context, text.id)
        return self._catalogue.gettext(text.id) if text.id else ""

    def _argument(self, value: Argument) -> str:
        match value:
            case str():
                return value
            case Text():
                return self.say(value)
            case Figure():
                return self.figure(value)
            case MonthName(month):
                return self.month(month)
            case Bilingual(ru, en):
                return ru if self.code == "ru" else en
            case _:
                return self.number(value)


@cache
def language(code: str) -> Language:
    """The language of a code; anything but Russian is English."""
    return Language("ru" if code == "ru" else "en")


def _places(value: float) -> int:
    size = abs(value)
    return 0 if size >= 100 else 1 if size >= 10 else 2


def _flat(value: float, places: int) -> float:
    """The value without a negative zero or binary dust in its last shown place."""
    return round(value, places) + 0.0
