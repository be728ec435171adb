"""Which row of a filled workbook has the actuals of which metric.

By the name of the row, else by the map, else by what is written beside it. What is written beside
a row also overrules both: after sorting, names and addresses lead to the rows of other metrics.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from typing import Literal

from workbench.base.languages import CODES, language
from workbench.base.texts import Text
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.excel.actuals_layout import FACTS_NAME, MONTHS_NAME
from workbench.excel.apart import demand
from workbench.excel.filled import FilledBook, FilledSheet, NamedArea, Place
from workbench.excel.plan import Area
from workbench.excel.returned.mapped import Map
from workbench.excel.returned.months import Heads
from workbench.excel.returned.twins import Twins
from workbench.excel.sheets.actuals import ENTER, METRIC
from workbench.formula.names import folded

How = Literal["name", "map", "label", "table"]
_MOST_ROWS, _LONGEST = 5_000, 60
_FACT = frozenset({"факт", "fact", "actual"})


@dataclass(frozen=True, slots=True)
class FactRow:
    """A row of actuals: whose it is, where its months stand, and how it was recognised.

    `metric` is None where two metrics are called so.
    """

    metric: Key | None
    sheet: FilledSheet
    row: int
    area: Area
    months: Mapping[int, str]
    how: How


class FactRows:
    """Finds the rows of a workbook."""

    def __init__(
        self, book: FilledBook, known: Map, project: Project, heads: Heads,
        wanted: Callable[[], bool],
    ) -> None:  # fmt: skip
        self._book = book
        self._heads = heads
        self._wanted = wanted
        self._map = known
        self._project = project
        self._labels = _labels(known, project)
        self._taken: set[tuple[str, int]] = set()
        self._said: dict[tuple[str, int], list[tuple[int, frozenset[Key]]]] = {}
        self._twins = Twins(known, project)
        self._sorted = frozenset(self._sorted_sheets())

    def found(self) -> tuple[FactRow, ...]:
        """Every row with actuals, each once; raises `Abandoned`."""
        rows = list(islice(chain(self._by_name(), self._by_map()), _MOST_ROWS))
        metrics = {row.metric for row in rows}
        others = (row for row in self._by_label() if row.metric not in metrics)
        return (*rows, *islice(others, _MOST_ROWS))

    def _by_name(self) -> Iterator[FactRow]:
        heads = self._book.names.get(MONTHS_NAME)
        for metric, name in self._names().items():
            demand(self._wanted)
            place = self._book.names.get(name.lower())
            sheet = self._book.sheet(place.sheet) if place else None
            if place is not None and sheet is not None:
                above = heads.area if heads and heads.sheet == place.sheet else None
                yield from self._row(sheet, place.area, metric, "name", above)

    def _by_map(self) -> Iterator[FactRow]:
        """By address, only where the metric is written beside the cells."""
        for one in self._map.of_kind("fact"):
            demand(self._wanted)
            sheet = self._book.sheet(one.sheet)
            if sheet is not None and self._beside(sheet, one.area) is not None:
                yield from self._row(sheet, one.area, one.keys[0] if one.keys else "", "map", None)

    def _row(
        self, sheet: FilledSheet, area: Area, metric: Key, how: How, heads: Area | None
    ) -> Iterator[FactRow]:
        place = sheet.name, area.top
        if place in self._taken or area.top != area.bottom or area.right - area.left > 400:
            return
        beside = self._beside(sheet, area)
        if how == "map" and (beside is None or metric not in beside):
            return
        self._taken.add(place)
        months = self._heads.months_above(sheet, area, heads, self._map.months)
        if months:
            area = Area(area.top, min(months), area.top, max(months))
        if beside is not None and metric not in beside:
            metric, how = (next(iter(beside)) if len(beside) == 1 else ""), "label"
        elif beside is not None and len(beside) > 1:
            others = beside - {metric}
            swapped = self._twins.is_anothers(sheet, area, months, metric, others)
            metric = "" if swapped or sheet.name in self._sorted else metric
        yield FactRow(metric or None, sheet, area.top, area, months, how)

    def _sorted_sheets(self) -> Iterator[str]:
        """The sheets where something else is written beside a row than when it left."""
        left = {
            one.keys[0]: NamedArea(one.sheet, one.area)
            for one in self._map.of_kind("fact") if one.keys
        }  # fmt: skip
        for metric, name in self._names().items():
            place = self._book.names.get(name.lower()) or left.get(metric)
            sheet = self._book.sheet(place.sheet) if place is not None else None
            if place is not None and sheet is not None:
                beside = self._beside(sheet, place.area)
                if beside is not None and metric not in beside:
                    yield sheet.name

    def _by_label(self) -> Iterator[FactRow]:
        for sheet in self._book.sheets:
            for row, column in sorted(_fact_heads(sheet))[:20]:
                months = self._heads.months_in(sheet, row)
                if months and min(months) > column:
                    yield from self._below(sheet, row, months)

    def _below(self, sheet: FilledSheet, head: int, months: Mapping[int, str]) -> Iterator[FactRow]:
        """The rows of metrics between the names of months and the next ones."""
        filled = list(sheet.rows)
        for row in filled[bisect_right(filled, head) :][:_MOST_ROWS]:
            demand(self._wanted)
            if len(self._heads.months_in(sheet, row)) > 1:
                return
            area = Area(row, min(months), row, max(months))
            beside = self._beside(sheet, area)
            if beside is not None and (sheet.name, row) not in self._taken:
                self._taken.add((sheet.name, row))
                metric = next(iter(beside)) if len(beside) == 1 else None
                yield FactRow(metric, sheet, row, area, months, "label")

    def _beside(self, sheet: FilledSheet, area: Area) -> frozenset[Key] | None:
        """The metrics that the words left of an area may mean."""
        place = sheet.name, area.top
        if place not in self._said:
            self._said[place] = [
                (column, found)
                for column, cell in sheet.rows.get(area.top, ())
                if cell.words and (found := self._labels.get(folded(cell.words))) is not None
            ]
        return next((found for column, found in self._said[place] if column < area.left), None)

    def _names(self) -> Mapping[Key, str]:
        """The name of each metric's row, from the map or as they are made."""
        made = {metric.key: f"{FACTS_NAME}{metric.key}" for metric in self._project.metrics}
        if not self._map.is_there:
            return made
        return {one.keys[0]: one.name for one in self._map.of_kind("fact") if one.keys}


def _labels(known: Map, project: Project) -> Mapping[str, frozenset[Key]]:
    """The metrics by what they are called, in the workbook and now."""
    found: dict[str, set[Key]] = {}
    for one in known.of_kind("fact"):
        if one.label and one.keys:
            found.setdefault(folded(one.label), set()).add(one.keys[0])
    mapped = {key for keys in found.values() for key in keys}
    for metric in project.metrics:
        if metric.key not in mapped and folded(metric.name) not in found:
            found.setdefault(folded(metric.name), set()).add(metric.key)
    return {label: frozenset(keys) for label, keys in found.items()}


def _fact_heads(sheet: FilledSheet) -> Iterator[Place]:
    """What may stand above the names of metrics whose actuals follow."""
    for (row, column), cell in sheet.cells.items():
        words = folded(cell.words) if 0 < len(cell.words) < _LONGEST else ""
        if words in _FACT:
            yield row, column
        elif words in _said(METRIC):
            above = sheet.cells.get((row - 1, column))
            if above is not None and folded(above.words) in _said(ENTER):
                yield row, column


@cache
def _said(words: Text) -> frozenset[str]:
    """A text as it is said in either language."""
    return frozenset(folded(language(code).say(words)) for code in CODES)
