"""Rows of a plain table that say of themselves that they are of a plan, or in thousands."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.excel.tables.columns import Columns
from workbench.excel.tables.headings import kind_alone
from workbench.excel.tables.layout import Layout
from workbench.excel.tables.units import names_scale

_MOST_COLUMNS, _MOST_ROWS = 20, 200


class SaidOfRows:
    """Asked row by row from above: a word for plan or fact can hold for the rows below it too."""

    def __init__(self, layout: Layout, columns: Columns) -> None:
        self._grid = layout.grid
        self._metric = columns.metric or 0
        chosen = {columns.metric, columns.month, *columns.of_values(layout), *layout.of_months}
        others = [column for column in range(layout.grid.width) if column not in chosen]
        self._others = others[:_MOST_COLUMNS]
        rows = range(layout.first, min(layout.grid.height, layout.first + _MOST_ROWS))
        self._merged = {column: "" for column in self._others if self._is_of_kinds(column, rows)}
        self._section = ""

    def word(self, row: int) -> str:
        """The word for plan that holds for a row with values; empty where none does."""
        said = [self._said(row, column) for column in self._others]
        return next((one for one in [*said, self._section] if kind_alone(one) == "plan"), "")

    def scale(self, row: int) -> str:
        """The words of a column of units that name a scale for a row, such as “тыс. руб.”."""
        said = (self._grid.words(row, column) for column in self._others)
        return next((one for one in said if names_scale(one)), "")

    def pass_over(self, row: int) -> None:
        """Hear what a row without values says of those below it."""
        words = self._grid.words(row, self._metric)
        self._section = words if kind_alone(words) else self._section

    def _said(self, row: int, column: int) -> str:
        words = self._grid.words(row, column)
        if column in self._merged:
            words = self._merged[column] = words or self._merged[column]
        return words

    def _is_of_kinds(self, column: int, rows: Iterable[int]) -> bool:
        """Whether nothing but words for plan and fact stands in a column, as in merged cells."""
        words = [one for one in (self._grid.words(row, column) for row in rows) if one]
        return bool(words) and all(kind_alone(one) for one in words)
