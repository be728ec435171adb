"""What runs in the process that reads a foreign workbook; it has nothing to lose."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection
from typing import Any, Literal, TypeVar
from zipfile import ZipFile

from workbench.base.table import Cell, Cells, Sheet
from workbench.base.texts import Text
from workbench.excel.child import be_careful
from workbench.excel.part_look import MOST_ELEMENTS, Extent, Harmful, look

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much of a workbook is read at most; what is larger is refused whole."""

    rows: int = 100_000
    columns: int = 200
    sheets: int = 50
    cells: int = MOST_ELEMENTS


@dataclass(frozen=True, slots=True)
class TooLarge:
    """Where a workbook goes beyond its bounds."""

    what: Literal["rows", "columns", "sheets"]
    limit: int
    sheet: str = ""


class BeyondBounds(Exception):
    """A workbook that is larger than what is read of one."""

    def __init__(self, found: TooLarge) -> None:
        super().__init__(found)
        self.found = found


def answer(data: bytes, bounds: Bounds, seconds: float, telling: Connection) -> None:
    """Read a workbook and tell its sheets; whatever goes wrong ends this process in silence."""
    be_careful(seconds)
    telling.send(said(read, data, bounds))


def said(reading: Callable[[bytes, Bounds], R], data: bytes, bounds: Bounds) -> R | TooLarge | Text:
    """What was read, or why it was not."""
    try:
        return reading(data, bounds)
    except BeyondBounds as beyond:
        return beyond.found
    except Harmful as harmful:
        return harmful.why


def read(data: bytes, bounds: Bounds) -> tuple[Sheet, ...]:
    """The sheets of a workbook with what is in their cells."""
    book = opened(data, bounds)
    return tuple(Sheet(sheet.title, _rows(sheet, bounds)) for sheet in book.worksheets)


def opened(data: bytes, bounds: Bounds) -> Any:
    """The workbook as the library has it; raises `BeyondBounds` and `Harmful`."""
    return looked_into(data, bounds)[0]


def looked_into(data: bytes, bounds: Bounds) -> tuple[Any, Mapping[str, Extent]]:
    """The workbook as the library has it, and its sheets by title as they were looked through."""
    with ZipFile(io.BytesIO(data)) as archive:
        extents = look(archive, bounds.cells)
    _choose_parsers()
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    if len(book.worksheets) > bounds.sheets:
        raise BeyondBounds(TooLarge("sheets", bounds.sheets))
    found = {}
    for sheet in book.worksheets:
        path = sheet._worksheet_path.lstrip("/")  # noqa: SLF001 (nothing else tells which part)
        found[sheet.title] = extents.get(path, Extent())
        _demand_within(sheet.title, found[sheet.title], bounds)
    return book, found


def _demand_within(title: str, extent: Extent, bounds: Bounds) -> None:
    """Refuse what reaches too far before it is walked through."""
    if extent.row > bounds.rows:
        raise BeyondBounds(TooLarge("rows", bounds.rows, title))
    if extent.column > bounds.columns:
        raise BeyondBounds(TooLarge("columns", bounds.columns, title))


def _rows(sheet: Any, bounds: Bounds) -> tuple[Cells, ...]:
    rows = list(_within(sheet, bounds))
    while rows and not rows[-1]:
        rows.pop()
    return tuple(rows)


def _within(sheet: Any, bounds: Bounds) -> Iterator[Cells]:
    yield from map(
        _trimmed, sheet.iter_rows(max_row=bounds.rows, max_col=bounds.columns, values_only=True)
    )


def _trimmed(values: tuple[Any, ...]) -> Cells:
    end = len(values)
    while end and (values[end - 1] is None or values[end - 1] == ""):
        end -= 1
    return tuple(_plain(value) for value in values[:end])


def _plain(value: Any) -> Cell:
    if isinstance(value, str):
        return value.strip()
    return value if value is None or isinstance(value, int | float | date) else str(value)


def _choose_parsers() -> None:
    """Let openpyxl parse by defusedxml alone."""
    os.environ["OPENPYXL_LXML"] = "False"
    os.environ["OPENPYXL_DEFUSEDXML"] = "True"
    import defusedxml  # noqa: F401 (openpyxl goes on without it, this program does not)
