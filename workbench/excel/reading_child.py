"""What runs in the process that reads a foreign workbook; it has nothing to lose."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from math import ceil
from multiprocessing.connection import Connection
from typing import Any, Literal

from workbench.base.table import Cell, Cells, Sheet

MOST_MEMORY = 1024 * 1024 * 1024
_LAST_ROW = 1_048_576  # of Excel itself


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much of a workbook is read at most; what is larger is refused whole."""

    rows: int = 100_000
    columns: int = 200
    sheets: int = 50


@dataclass(frozen=True, slots=True)
class TooLarge:
    """Where a workbook goes beyond its bounds."""

    what: Literal["rows", "columns", "sheets"]
    limit: int
    sheet: str = ""


class _BeyondBounds(Exception):
    def __init__(self, found: TooLarge) -> None:
        super().__init__(found)
        self.found = found


def answer(data: bytes, bounds: Bounds, seconds: float, telling: Connection) -> None:
    """Read a workbook and tell its sheets; whatever goes wrong ends this process in silence."""
    _be_silent()
    sys.modules["numpy"] = None  # type: ignore[assignment]  # openpyxl only tries to have it
    _limit(seconds)
    try:
        said: tuple[Sheet, ...] | TooLarge = read(data, bounds)
    except _BeyondBounds as beyond:
        said = beyond.found
    telling.send(said)


def read(data: bytes, bounds: Bounds) -> tuple[Sheet, ...]:
    """The sheets of a workbook with what is in their cells."""
    _choose_parsers()
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    if len(book.worksheets) > bounds.sheets:
        raise _BeyondBounds(TooLarge("sheets", bounds.sheets))
    return tuple(Sheet(sheet.title, _rows(sheet, bounds)) for sheet in book.worksheets)


def _rows(sheet: Any, bounds: Bounds) -> tuple[Cells, ...]:
    rows = list(_within(sheet, bounds))
    while rows and not rows[-1]:
        rows.pop()
    return tuple(rows)


def _within(sheet: Any, bounds: Bounds) -> Iterator[Cells]:
    found = sheet.iter_rows(max_row=_LAST_ROW, max_col=bounds.columns + 1, values_only=True)
    for at, values in enumerate(found):
        cells = _trimmed(values)
        if not cells:
            if at < bounds.rows:
                yield ()
        elif at >= bounds.rows:
            raise _BeyondBounds(TooLarge("rows", bounds.rows, sheet.title))
        elif len(cells) > bounds.columns:
            raise _BeyondBounds(TooLarge("columns", bounds.columns, sheet.title))
        else:
            yield cells


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


def _be_silent() -> None:
    """Say nothing where the command line says one sentence."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        with suppress(OSError):
            os.dup2(quiet, stream)
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123


def _limit(seconds: float) -> None:
    """Bound memory and computing time where the system can; the parent bounds time everywhere."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CPU, ceil(seconds))):
        with suppress(OSError, ValueError):  # a Mac refuses the first
            resource.setrlimit(what, (most, most))
