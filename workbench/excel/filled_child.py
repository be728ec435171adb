"""What runs in the process that reads a filled workbook: cells with their kinds, and names."""

from __future__ import annotations

import math
import re
import unicodedata
from datetime import date, time, timedelta
from functools import lru_cache
from multiprocessing.connection import Connection
from typing import Any

from workbench.excel.child import be_careful
from workbench.excel.filled import FilledBook, FilledCell, FilledSheet, NamedArea
from workbench.excel.part_look import Extent, column_number
from workbench.excel.plan import Area
from workbench.excel.reading_child import Bounds, looked_into, said

# A workbook of 300 metrics, 60 months and 40 roles has 160,000 cells, all of its actuals filled in.
FILLED = Bounds(rows=20_000, columns=400, sheets=200, cells=250_000)
_MOST_NAMES = 20_000
_NAME = re.compile(
    r"(?:'((?:[^']|'')+)'|([^'!\[\]]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?"
)
# Parts of a number format that are quoted or only say a colour, a language or a condition.
_UNSAID = re.compile(r'"[^"]*"|[\\_*].|\[(?:\$-|[^$\]])[^\]]*\]')
_CURRENCY = re.compile(r"\[\$([^\]-]+)")
# As much room as a sign takes, and a sign that fills the cell, are not there to be read.
_SHOWN = re.compile(r'"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]', re.DOTALL)


def answer(data: bytes, bounds: Bounds, seconds: float, telling: Connection) -> None:
    """Read a filled workbook and tell it; whatever goes wrong ends this process in silence."""
    be_careful(seconds)
    telling.send(said(read, data, bounds))


def read(data: bytes, bounds: Bounds) -> FilledBook:
    """The workbook with all its filled cells and names."""
    book, extents = looked_into(data, bounds)
    sheets = tuple(
        FilledSheet(sheet.title, _unworked(extents[sheet.title]) | _cells(sheet, bounds))
        for sheet in book.worksheets
    )
    return FilledBook(sheets, _names(book))


def _unworked(extent: Extent) -> dict[tuple[int, int], FilledCell]:
    """The formulas without a result: the library says of them that nothing is there."""
    return {
        (row - 1, column - 1): FilledCell(formula, "formula")
        for (row, column), formula in extent.unworked.items()
    }


def _cells(sheet: Any, bounds: Bounds) -> dict[tuple[int, int], FilledCell]:
    found = {}
    for row in sheet.iter_rows(max_row=bounds.rows, max_col=bounds.columns):
        for cell in row:
            filled = None if cell.value in (None, "") else _filled(cell)
            if filled is not None:
                found[cell.row - 1, cell.column - 1] = filled
    return found


def _filled(cell: Any) -> FilledCell | None:
    value = cell.value
    if cell.data_type == "e":
        return FilledCell(str(value), "error")
    if isinstance(value, bool):
        return FilledCell(value, "flag")
    if isinstance(value, int | float):
        return _number(float(value), str(cell.number_format))
    if isinstance(value, date):
        return FilledCell(value, "date")
    if isinstance(value, time | timedelta):
        return FilledCell(str(value), "date")
    words = str(value).strip()
    return FilledCell(words, "text") if words else None


def _number(value: float, pattern: str) -> FilledCell:
    if not math.isfinite(value):
        return FilledCell(str(value), "error")
    return FilledCell(value, "number", *_format(pattern))


@lru_cache(maxsize=1000)
def _format(pattern: str) -> tuple[bool, str]:
    """Whether a number format shows a percentage, and the currency it shows."""
    return "%" in _UNSAID.sub("", pattern), _currency(pattern)


def _currency(pattern: str) -> str:
    """The currency a number format shows: $ of $#,##0, € of [$€-407], ₽ of 0" ₽", none of 0_₽."""
    tagged = _CURRENCY.search(pattern)
    if tagged:
        return tagged[1].strip()
    plain = _SHOWN.sub(r"\1\2", pattern)
    return next((sign for sign in plain if unicodedata.category(sign) == "Sc"), "")


def _names(book: Any) -> dict[str, NamedArea]:
    found = {}
    for name, defined in list(book.defined_names.items())[:_MOST_NAMES]:
        area = _area(str(defined.attr_text or ""))
        if area is not None:
            found[str(name).lower()] = area
    return found


def _area(words: str) -> NamedArea | None:
    match = _NAME.fullmatch(words)
    if match is None:
        return None
    quoted, plain, left, top, right, bottom = match.groups()
    corner = int(top) - 1, column_number(left) - 1
    other = (int(bottom) - 1, column_number(right) - 1) if right else corner
    sheet = quoted.replace("''", "'") if quoted else plain
    return NamedArea(sheet, Area(*corner, *other))
