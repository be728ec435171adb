"""A plain table as it was found: cells by row and column, from a sheet or from a file of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workbench.base.table import Sheet
from workbench.excel.filled import FilledCell, FilledSheet


@dataclass(frozen=True)
class Grid:
    """So many rows and columns; `name` is that of the sheet, empty where there are no sheets.

    `at` gives the cell of a row and column, both from zero.
    """

    name: str
    height: int
    width: int
    is_text: bool
    at: Callable[[int, int], FilledCell | None]

    def row(self, row: int) -> tuple[FilledCell | None, ...]:
        """All cells of a row."""
        return tuple(self.at(row, column) for column in range(self.width))

    def words(self, row: int, column: int) -> str:
        """The words of a cell on one line, empty where there are none."""
        cell = self.at(row, column)
        return " ".join(cell.words.split()) if cell is not None else ""


def grid_of_sheet(sheet: FilledSheet) -> Grid:
    """The cells of a sheet of a workbook."""
    height, width = _size(sheet.cells)
    return Grid(
        sheet.name, height, width, False,
        lambda row, column: sheet.cells.get((row, column)),
    )  # fmt: skip


def grid_of_text(sheet: Sheet) -> Grid:
    """The cells of a table of text, all of them words; a cell is made when it is asked for."""
    rows = sheet.rows

    def at(row: int, column: int) -> FilledCell | None:
        words = rows[row][column] if row < len(rows) and column < len(rows[row]) else None
        return FilledCell(str(words), "text") if words else None

    width = max((len(row) for row in rows), default=0)
    return Grid("", len(rows), width, True, at)


def _size(places: Iterable[tuple[int, int]]) -> tuple[int, int]:
    height = width = 0
    for row, column in places:
        height, width = max(height, row + 1), max(width, column + 1)
    return height, width
