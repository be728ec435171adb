"""What a filled cell means, or why it is not taken."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.numbers import NotANumber, Reading, read_number
from workbench.base.texts import Figure, Text, text
from workbench.excel.filled import FilledCell
from workbench.formula.names import folded

_MOST = 1e15
_HUNDRED = 100.0
_YES = {"yes", "y", "да", "true", "истина", "+", "✓"}
_NO = {"no", "n", "нет", "false", "ложь", "-", "✕"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a cell is to hold; `usual` is the largest share that is no surprise there."""

    unit: Text
    share: bool = False
    yes_no: bool = False
    currencies: frozenset[str] = frozenset()
    least: float | None = None
    most: float | None = None
    usual: float = 1.0


@dataclass(frozen=True, slots=True)
class Understood:
    """The number of a cell; `said` tells how it was read where that is not plain."""

    value: float
    said: Text | None = None


def understood(cell: FilledCell, wanted: Wanted, decimal: str) -> Understood | Text:
    """The number a cell means, or why it is refused; `decimal` decides doubtful separators."""
    match cell.kind:
        case "error":
            return text("an error value: the formula in this cell does not work out")
        case "formula":
            return text(
                "a formula that has not been worked out yet; open the file in Excel and save it"
            )
        case "date":
            return text("a date or a time, where a number is expected")
        case "flag":
            return _flag(bool(cell.value), wanted)
        case "text":
            return _words(cell.words, wanted, decimal)
        case "number":
            other = _other_unit(cell, wanted)
            number = cell.number or 0.0
            return other or _checked(Understood(number), wanted, percent=cell.percent)


def _flag(yes: bool, wanted: Wanted) -> Understood | Text:
    if wanted.yes_no:
        return Understood(1.0 if yes else 0.0)
    return text("true or false, where a number is expected")


def _other_unit(cell: FilledCell, wanted: Wanted) -> Text | None:
    if cell.percent and not wanted.share:
        return text("a percentage, where another unit is expected: {unit}", unit=wanted.unit)
    return _other_currency(cell.currency, wanted)


def _other_currency(sign: str, wanted: Wanted) -> Text | None:
    if not sign or sign in wanted.currencies:
        return None
    return text(
        "{sign} stands there, where another unit is expected: {unit}", sign=sign, unit=wanted.unit
    )


def _words(words: str, wanted: Wanted, decimal: str) -> Understood | Text:
    """A number written as text."""
    plain = folded(words)
    if wanted.yes_no and plain in _YES | _NO:
        return Understood(1.0 if plain in _YES else 0.0)
    try:
        reading = read_number(words, decimal)
    except NotANumber:
        return text("text, where a number is expected")
    if reading.percent and not wanted.share:
        return text("a percentage, where another unit is expected: {unit}", unit=wanted.unit)
    sign = next((one for one in words if one in _SIGNS), "")
    other = _other_currency(sign, wanted)
    if other is not None:
        return other
    if reading.doubtful:
        return text(
            "text that can be read as {number} or otherwise; enter it as a number",
            number=_figure(reading.share, wanted),
        )
    return _as_read(reading, wanted)


def _as_read(reading: Reading, wanted: Wanted) -> Understood | Text:
    found = _checked(Understood(reading.share), wanted, percent=reading.percent)
    if isinstance(found, Text) or found.said is not None:
        return found
    said = text("text, read as {number}", number=_figure(found.value, wanted))
    return Understood(found.value, said)


def _checked(found: Understood, wanted: Wanted, *, percent: bool) -> Understood | Text:
    value = found.value
    if abs(value) >= _MOST:
        return text("too large a number")
    if wanted.share:
        return _share(value, wanted, percent=percent)
    if wanted.yes_no and not 0 <= value <= 1:
        return text("neither yes (1) nor no (0)")
    return _within(value, wanted) or found


def _share(value: float, wanted: Wanted, *, percent: bool) -> Understood | Text:
    """A share; 80 typed for 80 % is taken as meant, what could be either is not.

    A share below zero is judged as one above it: −80 is as much of a surprise as 80.
    """
    usual, size = max(1.0, wanted.usual), abs(value)
    if size <= usual or (percent and size <= 2 * usual):
        return _within(value, wanted) or Understood(value)
    hundredth = value / _HUNDRED
    if 2 <= size <= _HUNDRED and size > 2 * usual:
        said = text("{number} in a share, read as {share}", number=_plain(value),
                    share=Figure(hundredth, "percent"))  # fmt: skip
        return _within(hundredth, wanted) or Understood(hundredth, said)
    return text(
        "{number} in a share: {one} or {other}? Enter it as a percentage",
        number=_plain(value), one=Figure(hundredth, "percent"), other=Figure(value, "percent"),
    )  # fmt: skip


def _within(value: float, wanted: Wanted) -> Text | None:
    if wanted.least is not None and value < wanted.least:
        return text("less than {limit}, which cannot be", limit=_figure(wanted.least, wanted))
    if wanted.most is not None and value > wanted.most:
        return text("more than {limit}, which cannot be", limit=_figure(wanted.most, wanted))
    return None


def _figure(value: float, wanted: Wanted) -> Figure:
    return Figure(value, "percent") if wanted.share else _plain(value)


def _plain(value: float) -> Figure:
    return Figure(value, places=0 if value.is_integer() else None)


_SIGNS = "$€£¥₽₴₸₺₹₩₪₫₿¢₾֏₼"
