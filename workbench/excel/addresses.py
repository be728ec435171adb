"""Cells and ranges the way formulas write them; rows and columns are counted from zero."""

from __future__ import annotations

from workbench.excel.plan import Area


def letters(column: int) -> str:
    """The letters of a column: 0 is A, 26 is AA."""
    name = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def relative(row: int, column: int) -> str:
    """A cell that moves with the formula when it is copied."""
    return f"{letters(column)}{row + 1}"


def fixed(row: int, column: int, sheet: str = "") -> str:
    """A cell that stays when the formula is copied, on another sheet where one is named."""
    return f"{_outside(sheet)}${letters(column)}${row + 1}"


def row_range(row: int, first: int, last: int) -> str:
    """Cells of a row from a column that stays to one that moves with the formula."""
    return f"${letters(first)}{row + 1}:{letters(last)}{row + 1}"


def fixed_range(area: Area, sheet: str = "") -> str:
    """A range that stays when the formula is copied."""
    first, last = fixed(area.top, area.left), fixed(area.bottom, area.right)
    return _outside(sheet) + (first if first == last else f"{first}:{last}")


def quoted(sheet: str) -> str:
    """A sheet's name as formulas and links need it."""
    doubled = sheet.replace("'", "''")
    return f"'{doubled}'"


def _outside(sheet: str) -> str:
    return f"{quoted(sheet)}!" if sheet else ""
