"""A file that is a plain table: its sheets, and what is known of its columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from workbench.base.table import NotATable, Sheet
from workbench.base.texts import Text, joined, text, verbatim
from workbench.excel.filled import FilledBook
from workbench.excel.tables.columns import (
    BadColumns,
    Columns,
    column_names,
    columns_kept,
    columns_said,
    guessed,
    proposed,
    why_not_plain,
)
from workbench.excel.tables.grid import Grid, grid_of_sheet, grid_of_text
from workbench.excel.tables.headings import is_plan_alone
from workbench.excel.tables.layout import Layout, Part, layout_of
from workbench.excel.tables.metrics import MetricNames
from workbench.excel.tables.months import is_doubtful, month_said
from workbench.excel.tables.values import typing_of
from workbench.formula.names import folded


@dataclass(frozen=True)
class PlainTable:
    """A file without marks of this program; `layouts` are those of its sheets, one at least."""

    file: str
    layouts: tuple[Layout, ...]

    def known(self, memory: Callable[[str], str]) -> tuple[Layout, Columns] | None:
        """The sheet whose columns were chosen before; `memory` tells them by signature."""
        for layout in self.layouts:
            alone = self.signed(layout.signature)
            columns = columns_kept(memory(layout.signature), layout) if alone else None
            if columns is not None:
                return layout, columns
        return None

    def signed(self, signature: str) -> Layout | None:
        """The one sheet of a signature; where several have the same, none of them is meant."""
        found = [one for one in self.layouts if signature and one.signature == signature]
        return found[0] if len(found) == 1 else None

    def on(self, sheet: str) -> PlainTable:
        """The table with only the sheet of a name, if it has sheets; raises `NotATable`."""
        if not sheet or not any(one.grid.name for one in self.layouts):
            return self
        found = tuple(one for one in self.layouts if folded(one.grid.name) == folded(sheet))
        if not found:
            names = joined([verbatim(one.grid.name) for one in self.layouts])
            why = text("no table in a sheet “{name}”; there are: {sheets}", name=sheet[:60],
                       sheets=names)  # fmt: skip
            raise NotATable(self.file, why)
        return replace(self, layouts=found)

    def plain(self) -> tuple[Layout, Columns] | None:
        """The first sheet whose headings name its columns plainly; none that is of a plan."""
        for layout in self.layouts:
            if is_plan_alone(layout.grid.name):
                continue
            columns = proposed(layout)
            if columns.fault(layout) is None:
                return layout, columns
        return None

    def said(self, words: str) -> tuple[Layout, Columns]:
        """What somebody names, in the first sheet that has such columns; raises `BadColumns`."""
        complaint: BadColumns | None = None
        for layout in sorted(self.layouts, key=lambda one: is_plan_alone(one.grid.name)):
            try:
                return layout, columns_said(words, layout)
            except BadColumns as error:
                complaint = complaint or error
        raise complaint or NotATable(self.file, _NOTHING)

    def unclear(self) -> Text:
        """That its columns are not recognised, with what there is and how to name them."""
        reasons = (why_not_plain(layout) for layout in self.layouts)
        why = next((one for one in reasons if one is not None), None)
        if why is not None:
            return why
        return text(
            "which columns are meant is not plain: {columns}; "
            "name them, for example --columns metric=A,month=B,value=C",
            columns=column_names(self.layouts[0]),
        )


_NOTHING = text("there is no table in it")


def table_of_text(file: str, sheet: Sheet) -> PlainTable:
    """A file of text as a table; raises `NotATable` where nothing is in it."""
    return _table(file, [grid_of_text(sheet)])


def table_of_book(file: str, book: FilledBook) -> PlainTable:
    """A workbook as plain tables; raises `NotATable` where nothing is in it."""
    return _table(file, [grid_of_sheet(sheet) for sheet in book.sheets])


def likely(layout: Layout, names: MetricNames) -> Columns:
    """What the headings name plainly, the rest by what stands below them."""
    grid = layout.grid
    typing = typing_of((), ".")

    def is_metric(row: int, column: int) -> bool:
        return names.is_known(grid.words(row, column))

    def is_month(row: int, column: int) -> bool:
        cell = grid.at(row, column)
        return month_said(cell) is not None or is_doubtful(cell)

    def is_value(row: int, column: int) -> bool:
        cell = grid.at(row, column)
        return cell is not None and typing.cell(cell).kind == "number"

    looks: dict[Part, Callable[[int, int], bool]] = {
        "metric": is_metric, "month": is_month, "value": is_value,
    }  # fmt: skip
    return guessed(layout, proposed(layout), looks)


def _table(file: str, grids: Sequence[Grid]) -> PlainTable:
    layouts = tuple(layout_of(grid) for grid in grids if grid.width > 1)
    filled = tuple(layout for layout in layouts if layout.first < layout.grid.height)
    if not filled:
        raise NotATable(file, _NOTHING)
    return PlainTable(file, filled)
