"""Where the headings of a plain table stand, and what they are."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from workbench.base.numbers import NotANumber, read_number
from workbench.excel.filled import FilledCell
from workbench.excel.tables.grid import Grid
from workbench.excel.tables.months import month_said
from workbench.formula.names import folded

Part = Literal["metric", "month", "value"]
PARTS: tuple[Part, ...] = ("metric", "month", "value")
_LAST_HEADING = 50  # further down it is no heading any more
_ASIDE = re.compile(r"\(.*?\)|\[.*?\]|,.*$")
_A_MONTH = "\N{CALENDAR}"

# Folded headings; where a table has several for one part, those that stand earlier here are meant.
_HEADINGS: Mapping[Part, tuple[frozenset[str], ...]] = {
    "metric": (
        frozenset({
            "metric", "metrics", "kpi", "indicator", "measure", "metric name", "kpi name",
            "метрика", "метрики", "показатель", "показатели", "kpi/показатель", "кпэ", "кпи",
            "наименование показателя", "название показателя", "имя показателя", "наименование kpi",
            "название метрики", "наименование метрики",
        }),
        frozenset({"key", "metric key", "code", "ключ", "ключ метрики", "код", "код показателя"}),
        frozenset({"name", "title", "название", "наименование", "имя", "статья"}),
    ),
    "month": (
        frozenset({
            "month", "months", "reporting month", "месяц", "месяцы", "отчетный месяц",
            "месяц/год", "месяц и год", "month/year",
        }),
        frozenset({"period", "reporting period", "период", "отчетный период"}),
        frozenset({"date", "day", "дата", "отчетная дата", "день"}),
    ),
    "value": (
        frozenset({
            "fact", "facts", "actual", "actuals", "actual value", "факт", "факты", "по факту",
            "фактически", "фактическое значение", "факт. значение", "факт за месяц",
        }),
        frozenset({"value", "values", "значение", "значения", "число", "результат", "result"}),
        frozenset({"amount", "quantity", "qty", "количество", "кол-во", "сумма"}),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Layout:
    """A table with its headings in the row `head`, or without any.

    `names` are the headings, empty where there is none; `months` are those that headings name.
    """

    grid: Grid
    head: int | None
    first: int
    names: tuple[str, ...]
    months: Mapping[int, str]

    @property
    def signature(self) -> str:
        """What tables of the same headings have in common, whatever months are among them."""
        if self.head is None:
            return ""
        said: list[str] = []
        for column, name in enumerate(self.names):
            word = _A_MONTH if column in self.months else folded(name)
            if word != _A_MONTH or said[-1:] != [_A_MONTH]:
                said.append(word)
        return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]

    def named(self, part: Part) -> int | None:
        """The one column whose heading says plainly that it is this part of a table."""
        said = [plain_heading(name) for name in self.names]
        for words in _HEADINGS[part]:
            columns = [column for column, word in enumerate(said) if word in words]
            if columns:
                return columns[0] if len(columns) == 1 else None
        return None


def layout_of(grid: Grid) -> Layout:
    """The headings of a table: the row that most resembles them, else the first row of words."""
    rows = range(min(grid.height, _LAST_HEADING))
    best = max(rows, key=lambda row: (_likeness(grid, row), -row), default=None)
    if best is not None and _likeness(grid, best) > 0:
        return _headed(grid, best)
    first = next((row for row in rows if _filled(grid, row) > 1), 0)
    if first + 1 < grid.height and _is_of_words(grid.row(first)):
        return _headed(grid, first)
    return Layout(grid, None, first, ("",) * grid.width, {})


def plain_heading(heading: str) -> str:
    """A heading without units and remarks: “Факт, ₽” and “Факт (руб.)” are “факт”."""
    return folded(_ASIDE.sub("", heading).replace("_", " ")).strip(" .:*")


def _headed(grid: Grid, row: int) -> Layout:
    names = tuple(_name(cell) for cell in grid.row(row))
    return Layout(grid, row, row + 1, names, _months(grid, row))


def _name(cell: FilledCell | None) -> str:
    return " ".join(cell.shown.split()) if cell is not None else ""


def _likeness(grid: Grid, row: int) -> int:
    """How much a row looks like headings: the parts it names, or names of months."""
    said = {plain_heading(grid.words(row, column)) for column in range(grid.width)} - {""}
    parts = [part for part in PARTS if any(said & words for words in _HEADINGS[part])]
    if len(parts) > 1:
        return 1 + len(parts)
    months = _months(grid, row)
    is_wide = len(months) > 1 and len(set(months.values())) == len(months)
    return 1 if is_wide or ("metric" in parts and months) else 0


def _months(grid: Grid, row: int) -> dict[int, str]:
    said = ((column, month_said(cell)) for column, cell in enumerate(grid.row(row)))
    return {column: month for column, month in said if month is not None}


def _filled(grid: Grid, row: int) -> int:
    return sum(cell is not None for cell in grid.row(row))


def _is_of_words(cells: tuple[FilledCell | None, ...]) -> bool:
    """Whether a row has nothing in it but words: no numbers, no months."""
    return all(cell is None or _is_words(cell) for cell in cells)


def _is_words(cell: FilledCell) -> bool:
    if cell.kind != "text" or month_said(cell) is not None:
        return False
    try:
        read_number(cell.words)
    except NotANumber:
        return True
    return False
