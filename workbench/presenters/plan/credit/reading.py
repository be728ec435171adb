"""A table of journeys, read from whatever kind of file it is in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from workbench.base.table import NotATable, Sheet
from workbench.document.project import Project
from workbench.planning.journey_columns import NoHeadings
from workbench.planning.journey_table import TableOfJourneys, journeys_of

# Those that are no .xlsx get a sentence that says so.
_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
ENDINGS = ("csv", "xlsx")


def read_journeys(
    path: Path, project: Project, decimal: str, wanted: Callable[[], bool] | None = None
) -> TableOfJourneys:
    """The journeys of a text table or a workbook; raises `NotATable`, or `Abandoned`."""
    sheets = read_sheets(path, wanted)
    try:
        return journeys_of(sheets, project, decimal)
    except NoHeadings as error:
        raise NotATable(path.name, error.message) from None


def read_sheets(path: Path, wanted: Callable[[], bool] | None = None) -> tuple[Sheet, ...]:
    """The rows of a file; a workbook is read only as long as it is wanted."""
    if path.suffix.lower() in _WORKBOOKS:
        from workbench.excel.reader import always, read_workbook

        return read_workbook(path, wanted=wanted or always)
    from workbench.storage.csv_table import read_csv

    return (read_csv(path),)
