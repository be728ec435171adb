"""Workbooks that others made, read in a process of its own: what goes wrong there stays there.

A foreign workbook can be damaged, enormous when unpacked, or made to do harm. So its directory is
looked at first, the library runs in a child with limited time and memory, and only plain values
come back. Whatever happens to the child, the person gets one sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from workbench.base.table import NotATable, Sheet, bytes_of
from workbench.base.texts import Text, text
from workbench.excel import filled_child, reading_child
from workbench.excel.apart import MOST_SECONDS, Abandoned, Apart, Lost, Target, always
from workbench.excel.filled import FilledBook
from workbench.excel.filled_child import FILLED
from workbench.excel.reading_child import Bounds, TooLarge
from workbench.excel.zip_look import fault

LARGEST = 20 * 1024 * 1024
__all__ = ["LARGEST", "Abandoned", "always", "read_filled", "read_workbook", "workbook_bytes"]


def read_workbook(
    path: Path,
    bounds: Bounds | None = None,
    *,
    wanted: Callable[[], bool] = always,
    seconds: float = MOST_SECONDS,
) -> tuple[Sheet, ...]:
    """The visible values of every sheet; formulas count as what they last came to.

    `wanted` is asked now and then. Raises `NotATable`, or `Abandoned` when no longer wanted.
    """
    data = workbook_bytes(path)
    sheets: tuple[Sheet, ...] = _answer(
        reading_child.answer, path, (data, bounds or Bounds()), wanted, seconds
    )
    return sheets


def read_filled(
    path: Path,
    *,
    wanted: Callable[[], bool] = always,
    seconds: float = MOST_SECONDS,
) -> FilledBook:
    """A workbook of this program that somebody filled in: cells with their kinds, and names.

    Raises `NotATable`, or `Abandoned` when no longer wanted.
    """
    data = workbook_bytes(path)
    book: FilledBook = _answer(filled_child.answer, path, (data, FILLED), wanted, seconds)
    return book


def workbook_bytes(path: Path) -> bytes:
    """A file whose directory is that of an honest workbook; raises `NotATable`."""
    data = bytes_of(path, LARGEST)
    why = fault(data)
    if why is not None:
        raise NotATable(path.name, why)
    return data


def _answer(
    child: Target, path: Path, given: tuple[bytes, Bounds], wanted: Callable[[], bool],
    seconds: float,
) -> Any:  # fmt: skip
    """What the child says; raises `NotATable` for why it says nothing."""
    try:
        with Apart(child, given, seconds, wanted) as apart:
            said = apart.heard()
    except Lost as lost:
        raise NotATable(path.name, lost.message) from None
    if isinstance(said, TooLarge):
        raise NotATable(path.name, _too_large(said))
    if isinstance(said, Text):
        raise NotATable(path.name, said)
    return said


def _too_large(said: TooLarge) -> Text:
    if said.what == "rows":
        return text(
            "the sheet “{sheet}” has more than {limit} rows", sheet=said.sheet, limit=said.limit
        )
    if said.what == "columns":
        return text(
            "the sheet “{sheet}” has more than {limit} columns", sheet=said.sheet, limit=said.limit
        )
    return text("the workbook has more than {limit} sheets", limit=said.limit)
