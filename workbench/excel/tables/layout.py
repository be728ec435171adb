"""Where the headings of a plain table stand, and what they are."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.base.numbers import NotANumber, read_number
from workbench.excel.filled import FilledCell
from workbench.excel.tables.grid import Grid
from workbench.excel.tables.headings import (
    HEADINGS,
    LONGEST,
    PARTS,
    Part,
    is_plan_alone,
    kind_alone,
    kind_of,
    names_part,
    plain_heading,
)
from workbench.excel.tables.month_heads import heads_of_months, months_of_facts
from workbench.excel.tables.months import month_said
from workbench.excel.tables.units import Unit, names_scale, unit_of
from workbench.formula.names import folded

__all__ = ["PARTS", "Layout", "Part", "layout_of"]
_LAST_HEADING = 50  # further down it is no heading any more
_NEAR = 3  # rows between the months and the words for plan and fact


@dataclass(frozen=True)
class Layout:
    """A table with its headings in the row `head`, or without any.

    `names` are the headings, empty where there is none; `months` are those of facts that headings
    name, and `of_months` all columns below months, of plans too. `above` is what stands higher.
    """

    grid: Grid
    head: int | None
    first: int
    names: tuple[str, ...]
    months: Mapping[int, str]
    of_months: frozenset[int] = frozenset()
    above: tuple[str, ...] = ()

    @cached_property
    def signature(self) -> str:
        """What tables of the same headings in the same places have in common, but for months."""
        if self.head is None:
            return ""
        said = [
            f"{column} {folded(name)}"
            for column, name in enumerate(self.names)
            if column not in self.of_months and name
        ]
        kind = "wide" if self.months else "long"
        return hashlib.sha256("\n".join([kind, *said]).encode()).hexdigest()[:16]

    @cached_property
    def scale(self) -> str:
        """The words above the headings that name a scale for the whole table, such as “тыс. ₽”."""
        return next((words for words in self.above if names_scale(words)), "")

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The unit that each heading names."""
        return tuple(unit_of(name) for name in self.names)

    def named(self, part: Part) -> int | None:
        """The one column whose heading says plainly that it is this part of a table."""
        said = [plain_heading(name) for name in self.names]
        for words in HEADINGS[part]:
            columns = [column for column, word in enumerate(said) if word in words]
            if columns:
                return columns[0] if len(columns) == 1 else None
        return None

    def is_of_plan(self, column: int) -> bool:
        """Whether a heading speaks of a plan."""
        return kind_of(self.names[column]) == "plan"


def layout_of(grid: Grid) -> Layout:
    """The headings of a table: the row that most resembles them, else the first row of words."""
    rows = range(min(grid.height, _LAST_HEADING))
    likeness = {row: _likeness(grid, row) for row in rows}
    best = max(rows, key=lambda row: (likeness[row], -row), default=None)
    if best is not None and likeness[best] > 0:
        return _headed(grid, best - 1 if _is_below_months(grid, best) else best)
    first = next((row for row in rows if _filled(grid, row) > 1), 0)
    if first + 1 < grid.height and _is_of_words(grid.row(first)):
        return _headed(grid, first)
    return Layout(grid, None, first, ("",) * grid.width, {})


def _headed(grid: Grid, row: int) -> Layout:
    second = _second(grid, row)
    top, bottom = sorted((row, row if second is None else second))
    names = tuple(_name(grid, {top, bottom}, column) for column in range(grid.width))
    months = months_of_facts(grid, row, second)
    above = (grid.words(at, column) for at in range(top) for column in range(grid.width))
    columns = heads_of_months(grid, row, below=second is not None and second > row)
    return Layout(
        grid, row, bottom + 1, names, months, frozenset(columns), tuple(one for one in above if one)
    )  # fmt: skip


def _second(grid: Grid, row: int) -> int | None:
    """The row of words for plan and fact below or above a row of headings."""
    for at in range(row + 1, min(grid.height, row + 1 + _NEAR)):
        if not _is_of_words(grid.row(at)):
            break
        months = heads_of_months(grid, row, below=True)
        if any(
            column in months or names_part(grid.words(row, column), "value")
            for column in _kinds(grid, at)
        ):
            return at
    if heads_of_months(grid, row, below=False):
        above = range(row - 1, max(-1, row - 1 - _NEAR), -1)
        return next((at for at in above if _is_above(grid, at, row)), None)
    return None


def _is_above(grid: Grid, at: int, row: int) -> bool:
    """Whether a row says plan and fact of the months below it; “План-факт 2027” is a title."""
    kinds, months = _kinds(grid, at), heads_of_months(grid, row, below=False)
    return any(column in months or is_plan_alone(grid.words(at, column)) for column in kinds)


def _is_below_months(grid: Grid, row: int) -> bool:
    """Whether a row of headings parts the months that stand alone in the row above it."""
    if row == 0 or not _kinds(grid, row):
        return False
    months = heads_of_months(grid, row - 1, below=False)
    words = [grid.words(row, column) for column in range(grid.width)]
    others = [
        grid.words(row - 1, column) for column in range(grid.width)
        if column not in months and grid.at(row - 1, column) is not None
    ]  # fmt: skip
    return (
        bool(months) and all(names_part(one, "metric") for one in others)
        and not any(names_part(one, "month") for one in words)
        and not any(names_part(words[column], "metric") for column in months)
    )  # fmt: skip


def _kinds(grid: Grid, row: int) -> list[int]:
    """The columns of a row in which nothing stands but a word for plan or fact."""
    return [column for column in range(grid.width) if kind_alone(grid.words(row, column))]


def _name(grid: Grid, rows: set[int], column: int) -> str:
    said = (_cell_name(grid.at(row, column)) for row in sorted(rows))
    return " ".join(dict.fromkeys(one for one in said if one))


def _cell_name(cell: FilledCell | None) -> str:
    if cell is None:
        return ""
    words = cell.words if len(cell.words) <= LONGEST else ""
    return " ".join((words or cell.shown).split())


def _likeness(grid: Grid, row: int) -> int:
    """How much a row looks like headings: the parts it names, or names of months."""
    said = {plain_heading(grid.words(row, column)) for column in range(grid.width)} - {""}
    parts = [part for part in PARTS if any(said & words for words in HEADINGS[part])]
    if len(parts) > 1:
        return 1 + len(parts)
    months = list(heads_of_months(grid, row, below=False).values())
    facts = list(months_of_facts(grid, row, None).values()) or months
    is_wide = len(facts) > 1 and len(set(facts)) == len(facts)
    return 1 if is_wide or ("metric" in parts and months) else 0


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
