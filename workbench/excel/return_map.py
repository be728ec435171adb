"""The very hidden sheet by which a filled workbook finds its way back.

The first rows say whose workbook it is; then each row is an input: its name in the workbook, what
it means, where it stands, what is written beside it, and what stood in its cells when it left.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.excel.actuals_layout import FIRST_MONTH, HEADER_ROW, ActualsLayout
from workbench.excel.addresses import relative
from workbench.excel.book import Book
from workbench.excel.identity import export_mark, project_mark
from workbench.excel.names import clean, sheet_names, unique_names
from workbench.excel.plan import Area, Content, Formula, Name, SheetPlan, Style
from workbench.excel.plan import Cell as PlannedCell
from workbench.excel.sheets.grid import METRIC

MARKER, VERSION = "kpi-workbench map", 1
# Rows of the head, by the word in their first cell.
PROJECT, CLIENT, EXPORT, MONTHS = "project", "client", "export", "months"
INPUT = "input"
# Columns of an input.
NAME, KIND, KEYS, SHEET, AREA, LABEL, FIRST_VALUE = range(1, 8)
_SHEET = "_kpi_workbench"


def address(area: Area) -> str:
    """An area as two corners: B5:M5."""
    return f"{relative(area.top, area.left)}:{relative(area.bottom, area.right)}"


def map_sheet(book: Book, sheets: tuple[SheetPlan, ...]) -> SheetPlan:
    """Plan the map of all inputs of the other sheets."""
    title = sheet_names((*(one.name for one in sheets), _SHEET), _SHEET)[-1]
    project = book.project
    months = project.calendar.all_months
    rows: list[Sequence[Content]] = [
        (MARKER, float(VERSION)),
        (PROJECT, project_mark(project)),
        (CLIENT, project.client.name),
        (EXPORT, export_mark(project)),
        (MONTHS, _head(book.actuals), book.actuals.sheet, *months),
        *_inputs(sheets),
    ]
    style = Style()
    cells = tuple(
        PlannedCell(row, column, content, style)
        for row, contents in enumerate(rows)
        for column, content in enumerate(contents)
        if content not in (None, "")
    )
    return SheetPlan(title, cells, (24.0,))


def label_column(kind: str) -> int:
    """The column with the words that say which row an input of a kind is in."""
    return METRIC if kind == "kpi" else 0


def _head(at: ActualsLayout) -> str:
    return address(at.area(HEADER_ROW)) if at.metrics else relative(HEADER_ROW, FIRST_MONTH)


def _inputs(sheets: tuple[SheetPlan, ...]) -> Iterable[Sequence[Content]]:
    cells = {
        one.name: {(cell.row, cell.column): cell.content for cell in one.cells} for one in sheets
    }
    for sheet, name in unique_names(sheets):
        if name.means:
            yield _input(sheet.name, name, cells[sheet.name])


def _input(sheet: str, name: Name, cells: dict[tuple[int, int], Content]) -> Sequence[Content]:
    area, (kind, *keys) = name.area, name.means
    label = cells.get((area.top, label_column(kind)))
    values = (
        cells.get((row, column))
        for row in range(area.top, area.bottom + 1)
        for column in range(area.left, area.right + 1)
    )
    words = clean(label) if isinstance(label, str) else ""
    return (
        INPUT, name.name, kind, " ".join(keys), sheet, address(area), words,
        *(_plain(value) for value in values),
    )  # fmt: skip


def _plain(value: Content) -> Content:
    return None if isinstance(value, Formula) else value
