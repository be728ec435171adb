"""Reading a day the way people type it."""

from __future__ import annotations

import re
from datetime import date

from workbench.base.errors import WorkbenchError
from workbench.base.texts import text

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES = re.compile(r"(\d{1,2})[.\s/-](\d{1,2})(?:[.\s/-](\d{4}|\d{2}))?\.?")
_NAMED = re.compile(r"(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?(?:[\s-]+(\d{4}))?")


class NotADay(WorkbenchError):
    """The words are no day."""


def read_day(words: str, near: date | None = None) -> date:
    """A day such as 31.01.2027, 31.1, 2027-01-31 or 31 Jan 2027; raises `NotADay`.

    Without a year it is the next such day from `near` on, or no day where `near` is not given.
    """
    plain = words.strip().lower()
    if found := _ISO.fullmatch(plain):
        return _day(words, int(found[1]), int(found[2]), int(found[3]))
    if found := _FIGURES.fullmatch(plain):
        return _near(words, found[3], int(found[2]), int(found[1]), near)
    found = _NAMED.fullmatch(plain)
    if found and found[2] in _MONTHS:
        return _near(words, found[3], _MONTHS.index(found[2]) + 1, int(found[1]), near)
    raise _not_a_day(words)


def _near(words: str, year: str | None, month: int, day: int, near: date | None) -> date:
    if year:
        return _day(words, int(year) + (2000 if len(year) == 2 else 0), month, day)
    if near is None:
        raise _not_a_day(words)
    this = _day(words, near.year, month, day)
    return this if this >= near else _day(words, near.year + 1, month, day)


def _day(words: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise _not_a_day(words) from None


def _not_a_day(words: str) -> NotADay:
    return NotADay(text("“{words}” is not a date", words=words.strip()[:40]))
