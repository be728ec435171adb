"""Which month stands above a column, in whichever language and however it is written."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from datetime import date
from functools import cache

from workbench.base.languages import CODES, language
from workbench.excel.filled import FilledCell, FilledSheet
from workbench.excel.plan import Area
from workbench.formula.names import folded

_ISO = re.compile(r"([12]\d{3})[-./](\d{1,2})(?:[-./]\d{1,2})?")
_TURNED = re.compile(r"(?:\d{1,2}[-./])?(\d{1,2})[-./]([12]\d{3})")
_NAMED = re.compile(r"([^\W\d]+)\.?,? *'?([12]\d{3})(?: *г\.?)?")
_SHORTEST, _LONGEST = 3, 60
_WIDTHS = ("wide", "abbreviated")


def month_of(cell: FilledCell) -> str | None:
    """The month that a cell names, as YYYY-MM."""
    if isinstance(cell.value, date):
        return f"{cell.value.year:04d}-{cell.value.month:02d}"
    return month_named(cell.words)


def month_named(words: str) -> str | None:
    """The month of words such as “янв 2027”, “January 2027”, “2027-01” or “01.2027”."""
    plain = folded(words)
    named = _NAMED.fullmatch(plain)
    if named:
        number = _number_of(named[1])
        return None if number is None else _month(named[2], number)
    turned = _TURNED.fullmatch(plain)
    if turned:
        return _month(turned[2], int(turned[1]))
    iso = _ISO.fullmatch(plain)
    return _month(iso[1], int(iso[2])) if iso else None


def is_month_alone(words: str) -> bool:
    """Whether words name a month without its year."""
    word = folded(words).rstrip(".")
    return word.isalpha() and _number_of(word) is not None


class Heads:
    """Where the sheets of a workbook name months; each sheet is looked through once."""

    def __init__(self) -> None:
        self._seen: dict[int, tuple[FilledSheet, _Named]] = {}

    def months_above(
        self, sheet: FilledSheet, area: Area, heads: Area | None, known: tuple[str, ...]
    ) -> dict[int, str]:
        """The month of each column; where a head cannot be read, months go by order.

        `heads` is where the names of months are said to stand, `known` which they were.
        """
        row = heads.top if heads is not None and self._in(sheet, heads.top, area) else None
        row = self._nearest(sheet, area) if row is None else row
        said = {} if row is None else self._in(sheet, row, area)
        columns = range(area.left, area.right + 1)
        if len(columns) == len(known) and set(said.values()) <= set(known):
            ordered = dict(zip(columns, known, strict=True))
            if all(ordered[column] == month for column, month in said.items()):
                return ordered
        # The address may be that of columns before others were put in or taken out.
        whole = {} if row is None else dict(self.months_in(sheet, row))
        is_plain = len(set(whole.values())) == len(whole) and set(whole.values()) <= set(known)
        return whole if is_plain else said

    def named_above(self, sheet: FilledSheet, area: Area) -> tuple[str, ...]:
        """The months named above the columns of an area, from left to right."""
        row = self._nearest(sheet, area)
        return () if row is None else tuple(self._in(sheet, row, area).values())

    def months_in(self, sheet: FilledSheet, row: int) -> Mapping[int, str]:
        """The months that a row names, by column."""
        return self._named(sheet).rows.get(row, {})

    def _in(self, sheet: FilledSheet, row: int, area: Area) -> dict[int, str]:
        named = self.months_in(sheet, row).items()
        return {column: month for column, month in named if area.left <= column <= area.right}

    def _nearest(self, sheet: FilledSheet, area: Area) -> int | None:
        """The row above an area that names months in its columns."""
        above = [
            rows[at - 1]
            for column, rows in self._named(sheet).columns.items()
            if area.left <= column <= area.right and (at := bisect_left(rows, area.top))
        ]
        row = max(above, default=-1)
        return row if row > max(-1, area.top - 500) else None

    def _named(self, sheet: FilledSheet) -> _Named:
        if id(sheet) not in self._seen:
            self._seen[id(sheet)] = sheet, _Named(sheet)
        return self._seen[id(sheet)][1]


class _Named:
    """The months that a sheet names, by row and column; and the rows with some, by column."""

    def __init__(self, sheet: FilledSheet) -> None:
        self.rows: dict[int, dict[int, str]] = {}
        self.columns: dict[int, list[int]] = {}
        for row, cells in sheet.rows.items():
            for column, cell in cells:
                month = month_of(cell) if len(cell.words) < _LONGEST else None
                if month is not None:
                    self.rows.setdefault(row, {})[column] = month
                    self.columns.setdefault(column, []).append(row)


def _month(year: str, number: int) -> str | None:
    return f"{year}-{number:02d}" if 1 <= number <= 12 else None


@cache
def _number_of(word: str) -> int | None:
    """The month that a word names or shortens, in either language: marketing is not March."""
    if len(word) < _SHORTEST:
        return None
    kinds = (kind for code in CODES for kind in language(code).locale.months.values())
    names = (pair for kind in kinds for width in _WIDTHS for pair in kind[width].items())
    return next((number for number, name in names if folded(name).startswith(word)), None)
