"""Files that come back, whatever kind they are of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.base.table import NotATable
from workbench.document.project import Project
from workbench.excel.actuals_import import Import, OtherProject, Told, read_back, together
from workbench.excel.reader import always, read_filled
from workbench.excel.returned.found import Returned
from workbench.excel.returned.mapped import map_of
from workbench.excel.returned.reading import returned
from workbench.excel.tables.columns import BadColumns
from workbench.excel.tables.plain import PlainTable, table_of_book, table_of_text
from workbench.excel.tables.reading import table_read
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate
from workbench.storage.csv_table import read_csv

# Those that are no .xlsx get a sentence that says so.
_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
_LARGEST_TEXT, _MOST_ROWS = 5 * 1024 * 1024, 20_000
Opened = Returned | PlainTable


@dataclass(frozen=True, slots=True)
class Named:
    """Which sheet and columns of plain tables are meant; empty where their headings say it."""

    sheet: str = ""
    columns: str = ""


ANYTHING = Named()


def read_actuals(
    paths: Sequence[Path],
    project: Project,
    decimal: str,
    *,
    anyway: bool = False,
    named: Named = ANYTHING,
    wanted: Callable[[], bool] = always,
    told: Told | None = None,
) -> Import:
    """Read files, plain tables as they are `named` or else by their headings.

    Raises `NotATable`, `Abandoned`, or `OtherProject` unless `anyway`.
    """
    forecast = calculate(project)
    opened = open_files(paths, forecast, decimal, wanted=wanted, told=told)
    books = [
        one if isinstance(one, Returned) else _by_headings(one, named, forecast, decimal)
        for one in opened
    ]
    found = together(books, project)
    if found.strangers and not anyway:
        raise OtherProject(found.strangers[0], project)
    return found


def open_files(
    paths: Sequence[Path],
    forecast: Forecast,
    decimal: str,
    *,
    wanted: Callable[[], bool] = always,
    told: Told | None = None,
) -> list[Opened]:
    """What each file says, or the table that it is; raises `NotATable`, or `Abandoned`."""
    found = []
    for done, path in enumerate(paths):
        if told is not None:
            told(done, len(paths))
        found.append(_opened(path, forecast, decimal, wanted))
    return found


def _opened(path: Path, forecast: Forecast, decimal: str, wanted: Callable[[], bool]) -> Opened:
    if path.suffix.lower() not in _WORKBOOKS:
        sheet = read_csv(path, largest=_LARGEST_TEXT, rows=_MOST_ROWS)
        return table_of_text(path.name, sheet)
    book = read_filled(path, wanted=wanted)
    if map_of(book).is_there:
        return read_back(book, forecast, path.name, decimal, wanted)
    found = returned(book, forecast, path.name, decimal, wanted)
    return found if found.facts or found.refused else table_of_book(path.name, book)


def _by_headings(table: PlainTable, named: Named, forecast: Forecast, decimal: str) -> Returned:
    table = table.on(named.sheet)
    try:
        chosen = table.said(named.columns) if named.columns else table.plain()
        if chosen is None:
            raise BadColumns(table.unclear())
        return table_read(*chosen, forecast, table.file, decimal)
    except BadColumns as error:
        raise NotATable(table.file, error.message) from None
