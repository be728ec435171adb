"""From a filled workbook to actuals and changed inputs, cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from math import isclose
from typing import cast

from workbench.base.texts import Text, text
from workbench.document.edits.inputs import KINDS, InputKind, InputPlace, held, is_there
from workbench.document.value import Key
from workbench.excel.apart import always, demand
from workbench.excel.filled import FilledBook, FilledCell, FilledSheet, NamedArea, where
from workbench.excel.identity import export_mark, project_mark
from workbench.excel.plan import UNREAD, Area
from workbench.excel.returned.cells import Understood, Wanted, understood
from workbench.excel.returned.expected import of_input, of_metric
from workbench.excel.returned.found import (
    ReadFact,
    ReadInput,
    RefusedCell,
    Returned,
    Spot,
    Standing,
)
from workbench.excel.returned.mapped import Input, Map, map_of
from workbench.excel.returned.months import Heads
from workbench.excel.returned.places import Places
from workbench.excel.returned.rows import FactRow, FactRows
from workbench.planning.forecast import Forecast


def returned(
    book: FilledBook, forecast: Forecast, file: str, decimal: str,
    wanted: Callable[[], bool] = always,
) -> Returned:  # fmt: skip
    """What a filled workbook says; `decimal` decides doubtful separators of numbers in text.

    `wanted` is asked row by row; raises `Abandoned` when it is no longer so.
    """
    return _Reading(book, forecast, file, decimal, wanted).read()


class _Reading:
    def __init__(
        self, book: FilledBook, forecast: Forecast, file: str, decimal: str,
        wanted: Callable[[], bool],
    ) -> None:  # fmt: skip
        self._book = book
        self._wanted = wanted
        self._heads = Heads()
        self._expected = cache(self._expected_of)
        self._forecast = forecast
        self._project = forecast.project
        self._file = file
        self._decimal = decimal
        self._map = map_of(book)
        self._places = Places(book, self._map, self._heads)
        self._facts: list[ReadFact] = []
        self._inputs: list[ReadInput] = []
        self._refused: list[RefusedCell] = []
        self._left = {
            (one.keys[0], month): value
            for one in self._map.of_kind("fact") if one.keys
            for month, value in zip(self._map.months, one.values, strict=False)
        }  # fmt: skip

    def read(self) -> Returned:
        rows = FactRows(self._book, self._map, self._project, self._heads, self._wanted)
        has_table = False
        for row in rows.found():
            demand(self._wanted)
            has_table = True
            self._row(row)
        for one in self._map.inputs:
            demand(self._wanted)
            if one.kind in KINDS or one.kind == UNREAD:
                self._input(one)
        return Returned(
            self._file, standing(self._map, self._forecast), self._map.client,
            tuple(self._facts), tuple(self._inputs), tuple(self._refused), has_table,
        )  # fmt: skip

    def _row(self, row: FactRow) -> None:
        for column in range(row.area.left, row.area.right + 1):
            cell = row.sheet.cells.get((row.row, column))
            month = row.months.get(column)
            if month is not None and row.metric is not None:
                self._fact(row, row.metric, month, column, cell)
            elif cell is not None and cell.kind != "text":
                why = _TWO if row.metric is None else text("no month stands above it")
                self._refuse(row.sheet, (row.row, column), cell, why)

    def _fact(
        self, row: FactRow, metric: Key, month: str, column: int, cell: FilledCell | None
    ) -> None:
        left, place = self._left.get((metric, month)), (row.row, column)
        if cell is None:
            if left is not None:
                why = text("the cell was emptied; the actual stays as it is")
                self._refuse(row.sheet, place, None, why)
            return
        if metric not in self._project.metric_by_key:
            if not _same(cell.number, left):
                self._refuse(
                    row.sheet, place, cell, text("the project has no such metric any more")
                )
            return
        if _same(cell.number, left) and cell.number is not None:
            found: Understood | Text = Understood(cell.number)
        else:
            found = understood(cell, self._expected(metric), self._decimal)
        if isinstance(found, Text):
            self._refuse(row.sheet, place, cell, found)
            return
        touched = not _same(found.value, left)
        spot = self._spot(row.sheet, place)
        self._facts.append(ReadFact(metric, month, found.value, spot, row.how, touched, found.said))

    def _expected_of(self, metric: Key) -> Wanted:
        return of_metric(self._project.metric(metric), self._forecast)

    def _input(self, one: Input) -> None:
        area = self._places.place_of(one)
        sheet = self._book.sheet(area.sheet) if area else None
        if area is None or sheet is None:
            return
        for at, before, place in self._cells(one, area, sheet):
            cell = sheet.cells.get(place)
            if cell is not None and _same(cell.number, before):
                continue
            if one.kind == UNREAD:
                self._told(sheet, place, cell, before)
                continue
            where_it_is = InputPlace(cast("InputKind", one.kind), one.keys, at)
            if not is_there(self._project, where_it_is):
                continue
            if cell is not None and self._places.is_doubtful(one, cell.number):
                self._refuse(sheet, place, cell, _TWO)
            else:
                self._changed(where_it_is, before, sheet, place, cell)

    def _told(
        self, sheet: FilledSheet, place: tuple[int, int], cell: FilledCell | None,
        before: float | None,
    ) -> None:  # fmt: skip
        if cell is not None or before is not None:
            why = text("this number is changed in the program; it is not read back")
            self._refuse(sheet, place, cell, why)

    def _changed(
        self, input_: InputPlace, before: float | None, sheet: FilledSheet,
        place: tuple[int, int], cell: FilledCell | None,
    ) -> None:  # fmt: skip
        if cell is None:
            if before is not None:
                why = text("the cell was emptied; the plan stays as it is")
                self._refuse(sheet, place, None, why)
            return
        found = understood(cell, of_input(input_, self._forecast), self._decimal)
        if isinstance(found, Text):
            self._refuse(sheet, place, cell, found)
        elif not _same(found.value, before) and not _same(found.value, held(self._project, input_)):
            spot = self._spot(sheet, place)
            self._inputs.append(ReadInput(input_, before, found.value, spot, found.said))

    def _cells(
        self, one: Input, now: NamedArea, sheet: FilledSheet
    ) -> Iterator[tuple[int, float | None, tuple[int, int]]]:
        """The cells of an input: number, what was there, place; months by what stands above."""
        area = now.area
        if one.kind == "metric":
            yield from self._months(one, area, sheet)
        elif _size(area) == _size(one.area) == len(one.values):
            rows = range(area.top, area.bottom + 1)
            columns = range(area.left, area.right + 1)
            places = [(row, column) for row in rows for column in columns]
            yield from zip(range(len(places)), one.values, places, strict=True)

    def _months(
        self, one: Input, area: Area, sheet: FilledSheet
    ) -> Iterator[tuple[int, float | None, tuple[int, int]]]:
        if not _is_sane(area) or len(one.values) != len(self._map.months):
            return
        plan = {month: at for at, month in enumerate(self._project.calendar.all_months)}
        before = dict(zip(self._map.months, one.values, strict=True))
        for column, month in self._heads.months_above(sheet, area, None, self._map.months).items():
            if month in plan and month in before:
                yield plan[month], before[month], (area.top, column)

    def _refuse(
        self, sheet: FilledSheet, place: tuple[int, int], cell: FilledCell | None, why: Text
    ) -> None:
        shown = cell.shown if cell is not None else ""
        self._refused.append(RefusedCell(self._spot(sheet, place), shown, why))

    def _spot(self, sheet: FilledSheet, place: tuple[int, int]) -> Spot:
        return Spot(self._file, sheet.name, where(place))


_TWO = text("two metrics are called so, and nothing else tells which it is")


def standing(known: Map, forecast: Forecast) -> Standing:
    """Whether a workbook is of this project, and of this state of it."""
    project = forecast.project
    if not known.is_there:
        return "unmarked"
    if known.export == export_mark(project):
        return "current"
    keys = [one.keys[0] for one in known.of_kind("fact") if one.keys]
    shared = sum(key in project.metric_by_key for key in keys)
    unnamed = not known.project or not project.client.name
    same_client = known.project == project_mark(project)
    is_kin = 2 * shared >= len(keys)
    return "older" if is_kin and (same_client or unnamed) else "other"


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)


def _size(area: Area) -> int:
    return (area.bottom - area.top + 1) * (area.right - area.left + 1)


def _is_sane(area: Area) -> bool:
    return area.top == area.bottom and 0 <= area.right - area.left < 400
