"""A planned sheet as it will look: cells with their words, in points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.base.languages import Language
from workbench.excel.plan import SheetPlan, Style
from workbench.presenters.sheets.figures import cell_words, is_number

# What a spreadsheet makes of a character of width and of a row without a height.
_CHARACTER, _MARGIN, _ROW, _COLUMN = 5.25, 3.75, 15.0, 8.43


@dataclass(frozen=True, slots=True)
class PageCell:
    """A box with words; `spill` is how far they may run on into empty neighbours."""

    left: float
    top: float
    width: float
    height: float
    words: str
    style: Style
    spill: float = 0.0
    number: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet in one piece; sizes are in points."""

    name: str
    cells: tuple[PageCell, ...]
    width: float
    height: float


def page(sheet: SheetPlan, language: Language) -> Page:
    """The page of a sheet in the language of the workbook."""
    lefts, tops = sums(column_widths(sheet)), sums(row_heights(sheet))
    columns = len(lefts) - 1
    taken = {(cell.row, cell.column) for cell in sheet.cells if cell.content is not None}
    cells = []
    for cell in sheet.cells:
        right, bottom = cell.column + cell.across + 1, cell.row + cell.down + 1
        free = right
        while free < columns and (cell.row, free) not in taken:
            free += 1
        cells.append(
            PageCell(
                lefts[cell.column],
                tops[cell.row],
                lefts[right] - lefts[cell.column],
                tops[bottom] - tops[cell.row],
                cell_words(cell.content, cell.style.number, language),
                cell.style,
                lefts[free] - lefts[right],
                is_number(cell.content),
            )
        )
    return Page(sheet.name, tuple(cells), lefts[-1], tops[-1])


def column_widths(sheet: SheetPlan) -> list[float]:
    """The widths in points of the columns that have cells."""
    columns = max((cell.column + cell.across + 1 for cell in sheet.cells), default=0)
    known = (*sheet.widths, *[_COLUMN] * columns)
    return [width * _CHARACTER + _MARGIN for width in known[:columns]]


def row_heights(sheet: SheetPlan) -> list[float]:
    """The heights in points of the rows that have cells."""
    rows = max((cell.row + cell.down + 1 for cell in sheet.cells), default=0)
    return [sheet.heights.get(row, _ROW) for row in range(rows)]


def sums(sizes: Sequence[float]) -> list[float]:
    """Where each size begins when they stand in a row, and where the last one ends."""
    found = [0.0]
    for size in sizes:
        found.append(found[-1] + size)
    return found
