"""The map behind a workbook, as it comes back; whatever is damaged in it counts as not there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from workbench.excel import return_map
from workbench.excel.filled import FilledBook, FilledSheet
from workbench.excel.part_look import column_number
from workbench.excel.plan import Area

_MOST_ROWS, _MOST_CELLS = 20_000, 100_000  # of inputs; 300 metrics of 60 months need 36,000
_AREA = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
_MONTH = re.compile(r"[12]\d{3}-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Input:
    """An input as it left: name, meaning, place, what stood beside it and what was in its cells."""

    name: str
    kind: str
    keys: tuple[str, ...]
    sheet: str
    area: Area
    label: str = ""
    values: tuple[float | None, ...] = ()


@dataclass(frozen=True)
class Map:
    """What the map says; an empty one where there is none."""

    version: int = 0
    client: str = ""
    project: str = ""
    export: str = ""
    months: tuple[str, ...] = ()
    inputs: tuple[Input, ...] = field(default=())

    @property
    def is_there(self) -> bool:
        """Whether the workbook has a map at all."""
        return self.version > 0

    def of_kind(self, kind: str) -> tuple[Input, ...]:
        """The inputs of one kind."""
        return tuple(one for one in self.inputs if one.kind == kind)


def map_of(book: FilledBook) -> Map:
    """The map of a workbook, wherever its sheet is and whatever it is called."""
    for sheet in book.sheets:
        if _words(sheet, 0, 0) == return_map.MARKER:
            return _read(sheet)
    return Map()


def area_of(words: str) -> Area | None:
    """The area of two corners such as B5:M5."""
    match = _AREA.fullmatch(words)
    if match is None:
        return None
    left, top, right, bottom = match.groups()
    return Area(int(top) - 1, column_number(left) - 1, int(bottom) - 1, column_number(right) - 1)


def _read(sheet: FilledSheet) -> Map:
    rows = sorted({row for row, _ in sheet.cells})[:_MOST_ROWS]
    heads: Mapping[str, int] = {_words(sheet, row, 0): row for row in rows}
    marker = sheet.cells.get((heads[return_map.MARKER], 1))
    rows_of_inputs = (row for row in rows if _words(sheet, row, 0) == return_map.INPUT)

    def head(word: str) -> str:
        return _words(sheet, heads[word], 1) if word in heads else ""

    return Map(
        int(marker.number) if marker and marker.number and 0 < marker.number < 1000 else 1,
        head(return_map.CLIENT),
        head(return_map.PROJECT),
        head(return_map.EXPORT),
        _months(sheet, heads.get(return_map.MONTHS)),
        tuple(_inputs(sheet, rows_of_inputs)),
    )


def _inputs(sheet: FilledSheet, rows: Iterable[int]) -> Iterator[Input]:
    """The inputs of the map, as many as a plan can have cells."""
    cells = 0
    for row in rows:
        one = _input(sheet, row)
        if one is not None:
            cells += len(one.values)
            if cells > _MOST_CELLS:
                return
            yield one


def _months(sheet: FilledSheet, row: int | None) -> tuple[str, ...]:
    if row is None:
        return ()
    words = (cell.words for _, cell in sheet.row(row, 3, 400))
    return tuple(one for one in words if _MONTH.fullmatch(one))


def _input(sheet: FilledSheet, row: int) -> Input | None:
    area = area_of(_words(sheet, row, return_map.AREA))
    name, kind = _words(sheet, row, return_map.NAME), _words(sheet, row, return_map.KIND)
    if area is None or not name or not kind:
        return None
    size = (area.bottom - area.top + 1) * (area.right - area.left + 1)
    if not 0 < size <= 400:
        return None
    values = (sheet.cells.get((row, return_map.FIRST_VALUE + at)) for at in range(size))
    return Input(
        name,
        kind,
        tuple(_words(sheet, row, return_map.KEYS).split()),
        _words(sheet, row, return_map.SHEET),
        area,
        _words(sheet, row, return_map.LABEL),
        tuple(None if cell is None else cell.number for cell in values),
    )


def _words(sheet: FilledSheet, row: int, column: int) -> str:
    cell = sheet.cells.get((row, column))
    return cell.words if cell else ""
