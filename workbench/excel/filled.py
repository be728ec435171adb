"""A workbook that somebody filled in: what stands in its cells, of which kind, and its names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from workbench.excel.addresses import relative
from workbench.excel.plan import Area

Kind = Literal["number", "text", "date", "error", "flag", "formula"]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FilledCell:
    """What a cell holds; `percent` and `currency` are what its number format shows beside it.

    A formula is one without a result: no program has worked it out yet.
    """

    value: str | float | bool | date
    kind: Kind
    percent: bool = False
    currency: str = ""

    @property
    def number(self) -> float | None:
        """The number of the cell, if it is one."""
        return float(self.value) if self.kind == "number" else None  # type: ignore[arg-type]

    @property
    def words(self) -> str:
        """The words of the cell, if it has some."""
        return str(self.value) if self.kind == "text" else ""

    @property
    def shown(self) -> str:
        """What the cell says, as a list shows it."""
        words = self._plainly()
        return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"

    def _plainly(self) -> str:
        if isinstance(self.value, float):
            return f"{self.value * 100:.12g}%" if self.percent else f"{self.value:.15g}"
        return str(self.value).removesuffix(" 00:00:00")


_LONGEST = 60


@dataclass(frozen=True)
class FilledSheet:
    """The cells of a sheet that hold something, by row and column from zero.

    It is sorted by rows and by words once, when that is first asked for.
    """

    name: str
    cells: Mapping[Place, FilledCell]

    def row(self, row: int, first: int, last: int) -> Iterator[tuple[int, FilledCell]]:
        """The filled cells of a row between two columns, with their columns."""
        for column, cell in self.rows.get(row, ()):
            if first <= column <= last:
                yield column, cell

    @cached_property
    def rows(self) -> Mapping[int, list[tuple[int, FilledCell]]]:
        """The filled cells of each row from left to right, the rows from the top."""
        found: dict[int, list[tuple[int, FilledCell]]] = {}
        for row, column in sorted(self.cells):
            found.setdefault(row, []).append((column, self.cells[row, column]))
        return found

    @cached_property
    def first_of_words(self) -> Mapping[tuple[int, str], int]:
        """The first column with some words, by row and words."""
        found: dict[tuple[int, str], int] = {}
        for row, cells in self.rows.items():
            for column, cell in cells:
                if cell.words:
                    found.setdefault((row, cell.words), column)
        return found

    @cached_property
    def rows_of_words(self) -> Mapping[tuple[int, str], list[int]]:
        """The rows with some words, by column and words."""
        found: dict[tuple[int, str], list[int]] = {}
        for (row, column), cell in self.cells.items():
            if cell.words:
                found.setdefault((column, cell.words), []).append(row)
        return found


@dataclass(frozen=True, slots=True)
class NamedArea:
    """Where a defined name leads."""

    sheet: str
    area: Area


@dataclass(frozen=True, slots=True)
class FilledBook:
    """The sheets of a workbook, hidden ones too, and its defined names in lower case."""

    sheets: tuple[FilledSheet, ...]
    names: Mapping[str, NamedArea]

    def sheet(self, name: str) -> FilledSheet | None:
        """A sheet by name."""
        return next((one for one in self.sheets if one.name == name), None)


def where(place: Place) -> str:
    """A place as people call it: B5."""
    return relative(*place)
