"""From the rows of a plain table to actuals, with the same judgement as for workbooks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from workbench.base.languages import CODES, language
from workbench.base.texts import MonthName, Text, plural, text
from workbench.document.value import Key
from workbench.excel.apart import Abandoned, always
from workbench.excel.filled import FilledCell, where
from workbench.excel.returned.cells import Wanted, understood
from workbench.excel.returned.expected import of_metric
from workbench.excel.returned.found import ReadFact, RefusedCell, Returned, Spot
from workbench.excel.returned.months import is_month_alone
from workbench.excel.tables.columns import BadColumns, Columns
from workbench.excel.tables.layout import Layout
from workbench.excel.tables.metrics import MetricNames
from workbench.excel.tables.months import Order, is_doubtful, month_said, order_of
from workbench.excel.tables.said_of_rows import SaidOfRows
from workbench.excel.tables.values import Typing, as_percentage, typing_of
from workbench.excel.vocabulary import currency_sign
from workbench.planning.forecast import Forecast

MOST_REFUSED = 2_000  # with so many the columns are others, or the table is of something else
_ASKED_EACH = 500
_NO_MONTH = text("this is no month such as 2027-03 or 03.2027")


def table_read(
    layout: Layout, columns: Columns, forecast: Forecast, file: str, decimal: str,
    most: int | None = None, *, wanted: Callable[[], bool] = always,
) -> Returned:  # fmt: skip
    """What a table says; raises `BadColumns`, or `Abandoned` as soon as it is not `wanted`.

    Of its first `most` cells where that is given: a taste, for the rest may tell how they are
    written. `decimal` decides numbers that could be read in two ways where the table does not.
    """
    why = table_fault(layout, columns, forecast)
    if why is not None:
        raise BadColumns(why)
    last = _last(layout, columns, most)
    return _Reading(layout, columns, forecast, file, decimal, last=last, wanted=wanted).read()


def table_fault(layout: Layout, columns: Columns, forecast: Forecast) -> Text | None:
    """Why a table cannot be read with these columns into this project."""
    why = columns.fault(layout)
    if why is not None:
        return why
    code = forecast.project.client.currency
    own = {code, *(currency_sign(code, language(one)) for one in CODES)}
    chosen = [*([columns.metric] if columns.metric is not None else []), *columns.of_values(layout)]
    for column in chosen:
        if layout.units[column].currencies - own:
            return text("“{heading}” is in another currency than the project",
                        heading=layout.names[column][:40])  # fmt: skip
    return None


def _last(layout: Layout, columns: Columns, most: int | None) -> int:
    """The row at which reading ends, for at most so many cells."""
    rows = None if most is None else most // max(1, len(columns.of_values(layout)))
    return layout.grid.height if rows is None else min(layout.grid.height, layout.first + rows)


class _Entry(NamedTuple):
    """A cell with a value, the month it belongs to and where that month stands."""

    row: int
    column: int
    month: FilledCell | None
    month_column: int | None


class _Reading:
    def __init__(
        self, layout: Layout, columns: Columns, forecast: Forecast, file: str, decimal: str,
        *, last: int, wanted: Callable[[], bool],
    ) -> None:  # fmt: skip
        self._rows = range(layout.first, last)
        self._wanted_still = wanted
        self._layout = layout
        self._grid = layout.grid
        self._columns = columns
        self._forecast = forecast
        self._file = file
        self._decimal = decimal
        self._plan = frozenset(forecast.project.calendar.all_months)
        months = layout.months if columns.is_wide else {}
        self._inside = [column for column, month in months.items() if month in self._plan]
        self._outside = [column for column in months if column not in self._inside]
        heads = enumerate(layout.names) if columns.is_wide else ()
        self._yearless = [at for at, name in heads if at not in months and is_month_alone(name)]
        self._facts: list[ReadFact] = []
        self._refused: list[RefusedCell] = []
        self._of_rows = SaidOfRows(layout, columns)
        self._found = cache(MetricNames(forecast.project).find)
        self._expected: dict[Key, Wanted] = {}
        self._order: Order | None = None
        self._typing: dict[int, Typing] = {}

    def read(self) -> Returned:
        wide = self._columns.is_wide
        self._order = None if wide else order_of(self._column(self._columns.month))
        self._typing = {
            at: typing_of(self._column(at), self._decimal)
            for at in self._columns.of_values(self._layout)
        }
        for row in self._awaited():
            if len(self._refused) >= MOST_REFUSED:
                self._leave(row)
                break
            self._refuse_outside(row)
            entries = list(self._entries(row))
            if entries:
                self._row(row, entries)
            else:
                self._of_rows.pass_over(row)
        return Returned(
            self._file, "unmarked", "", tuple(self._facts), (), tuple(self._refused)
        )  # fmt: skip

    def _column(self, column: int | None) -> Iterator[FilledCell | None]:
        if column is not None:
            for row in self._awaited():
                yield self._grid.at(row, column)

    def _awaited(self) -> Iterator[int]:
        """The rows, as long as somebody waits for them."""
        for row in self._rows:
            if row % _ASKED_EACH == 0 and not self._wanted_still():
                raise Abandoned(text("the reading was stopped"))
            yield row

    def _leave(self, row: int) -> None:
        """Say that a table is not read on from a row."""
        why = plural(
            "too many cells above were refused: {n} row from here on was not looked at",
            "too many cells above were refused: {n} rows from here on were not looked at",
            self._rows.stop - row,
        )
        self._refused.append(RefusedCell(self._spot(row, self._columns.metric or 0), "", why))

    def _entries(self, row: int) -> Iterator[_Entry]:
        """The values of a row; a row without any says nothing."""
        if self._columns.is_wide:
            for column in self._inside:
                if self._grid.at(row, column) is not None:
                    yield _Entry(row, column, None, None)
            return
        month, value = self._columns.month, self._columns.value
        if value is not None and month is not None and self._grid.at(row, value) is not None:
            yield _Entry(row, value, self._grid.at(row, month), month)

    def _refuse_outside(self, row: int) -> None:
        """Refuse headings that are no month of the plan once, not cell by cell."""
        for columns, why in ((self._outside, self._no_such_month()), (self._yearless, _NO_MONTH)):
            for column in [one for one in columns if self._grid.at(row, one) is not None]:
                columns.remove(column)
                self._refuse(self._layout.head or 0, column, why)

    def _row(self, row: int, entries: list[_Entry]) -> None:
        plan = self._of_rows.word(row)
        if plan:
            why = text("the row says “{word}”: it is of a plan, not of actuals", word=plan)
            self._refuse(row, entries[0].column, why)
            return
        scale = self._of_rows.scale(row)
        if scale:
            why = text("the row says “{words}”: write its numbers out in full", words=scale)
            self._refuse(row, entries[0].column, why)
            return
        at = self._columns.metric or 0
        cell = self._grid.at(row, at)
        if cell is None:
            self._refuse(row, entries[0].column, text("the row names no metric"))
            return
        found = self._found(" ".join(str(cell.value).split()))
        if isinstance(found, Text):
            self._refuse(row, at, found)
            return
        for entry in entries:
            self._entry(found, entry)

    def _entry(self, metric: Key, entry: _Entry) -> None:
        month = self._month(entry)
        if isinstance(month, Text):
            column = entry.month_column
            has_words = column is not None and entry.month is not None
            self._refuse(entry.row, column if has_words and column is not None else entry.column,
                         month)  # fmt: skip
            return
        cell = self._grid.at(entry.row, entry.column)
        if cell is None:
            return
        of_percent = self._layout.units[entry.column].percent
        typed = cell
        if self._grid.is_text or (of_percent and cell.kind == "text"):
            typed = self._typing[entry.column].cell(cell)
        if of_percent:
            typed = as_percentage(typed)
        found = understood(typed, self._wanted(metric), self._decimal)
        if isinstance(found, Text):
            self._refuse(entry.row, entry.column, found)
            return
        spot = self._spot(entry.row, entry.column)
        self._facts.append(ReadFact(metric, month, found.value, spot, "table", said=found.said))

    def _month(self, entry: _Entry) -> str | Text:
        if self._columns.is_wide:
            month = self._layout.months[entry.column]
        else:
            said = month_said(entry.month, self._order)
            if said is None:
                return _no_month(entry.month)
            month = said
        return month if month in self._plan else self._no_such_month()

    def _no_such_month(self) -> Text:
        first, last = min(self._plan), max(self._plan)
        return text("the plan has no such month: it goes from {first} to {last}",
                    first=MonthName(first), last=MonthName(last))  # fmt: skip

    def _wanted(self, metric: Key) -> Wanted:
        if metric not in self._expected:
            self._expected[metric] = of_metric(
                self._forecast.project.metric(metric), self._forecast
            )
        return self._expected[metric]

    def _refuse(self, row: int, column: int, why: Text) -> None:
        cell = self._grid.at(row, column)
        shown = " ".join(cell.shown.split()) if cell is not None else ""
        self._refused.append(RefusedCell(self._spot(row, column), shown, why))

    def _spot(self, row: int, column: int) -> Spot:
        return Spot(self._file, self._grid.name, where((row, column)))


def _no_month(cell: FilledCell | None) -> Text:
    if cell is None:
        return text("no month stands beside it")
    if is_doubtful(cell):
        return text("this can be one month or another; write it as 2027-03")
    return _NO_MONTH
