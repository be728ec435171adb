"""Months in headings: which columns are of facts, where plans stand beside them."""

from __future__ import annotations

from workbench.excel.filled import FilledCell
from workbench.excel.tables.grid import Grid
from workbench.excel.tables.headings import LONGEST, Kind, kind_alone, kind_of, without_kind
from workbench.excel.tables.months import month_said


def heads_of_months(grid: Grid, row: int, *, below: bool) -> dict[int, str]:
    """The columns with months in a row of headings, of plans and of facts.

    With a second row `below` it a month goes on to the right as far as no other heading stands.
    """
    found: dict[int, str] = {}
    month: str | None = None
    for column, cell in enumerate(grid.row(row)):
        month = _month(cell) if cell is not None else month if below else None
        if month is not None:
            found[column] = month
    return found


def months_of_facts(grid: Grid, row: int, second: int | None) -> dict[int, str]:
    """The months of the columns of facts; none where it is not plain which these are.

    `second` is the row above or below in which columns are called plan and fact.
    """
    months = heads_of_months(grid, row, below=second is not None and second > row)
    kinds = _kinds(grid, row, second)
    if any(kinds[column] for column in months):
        months = {column: month for column, month in months.items() if kinds[column] == "fact"}
    return months if len(set(months.values())) == len(months) else {}


def _kinds(grid: Grid, row: int, second: int | None) -> list[Kind | None]:
    """Plan or fact for each column; a word above months goes on to the right."""
    own = [_kind(cell) for cell in grid.row(row)]
    if second is None:
        return own
    kind: Kind | None = None
    other: list[Kind | None] = []
    for column, cell in enumerate(grid.row(second)):
        goes_on = cell is None and second < row
        kind = kind if goes_on else kind_alone(grid.words(second, column))
        other.append(kind)
    return [_both(*pair) for pair in zip(own, other, strict=True)]


def _both(one: Kind | None, other: Kind | None) -> Kind | None:
    return "plan" if "plan" in (one, other) else one or other


def _kind(cell: FilledCell | None) -> Kind | None:
    return kind_of(cell.words) if cell is not None else None


def _month(cell: FilledCell) -> str | None:
    """The month of a heading, also with a word for plan or fact beside it."""
    month = month_said(cell)
    if month is not None or len(cell.words) > LONGEST or kind_of(cell.words) is None:
        return month
    return month_said(FilledCell(without_kind(cell.words), "text"))
