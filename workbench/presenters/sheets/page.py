"""A planned sheet as it will look on paper: cells with their words, in points."""

from __future__ import annotations

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
    """One sheet; sizes are in points."""

    name: str
    cells: tuple[PageCell, ...]
    width: float
    height: float


def page(sheet: SheetPlan, language: Language) -> Page:
    """The page of a sheet in the language of the workbook."""
    columns = max((cell.column + cell.across + 1 for cell in sheet.cells), default=0)
    rows = max((cell.row + cell.down + 1 for cell in sheet.cells), default=0)
    lefts = _sums([_column(sheet, column) for column in range(columns)])
    tops = _sums([sheet.heights.get(row, _ROW) for row in range(rows)])
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


def _column(sheet: SheetPlan, column: int) -> float:
    width = sheet.widths[column] if column < len(sheet.widths) else _COLUMN
    return width * _CHARACTER + _MARGIN


def _sums(sizes: list[float]) -> list[float]:
    found = [0.0]
    for size in sizes:
        found.append(found[-1] + size)
    return found
