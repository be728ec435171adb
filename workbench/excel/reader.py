"""Workbooks that others made, read in a process of its own: what goes wrong there stays there.

A foreign workbook can be damaged, enormous when unpacked, or made to do harm. So its directory is
looked at first, the library runs in a child with limited time and memory, and only plain values
come back. Whatever happens to the child, the person gets one sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from workbench.base.table import NotATable, Sheet, bytes_of
from workbench.base.texts import Text, text
from workbench.excel import reading_child
from workbench.excel.apart import MOST_SECONDS, Abandoned, Apart, Lost, always
from workbench.excel.reading_child import Bounds, TooLarge
from workbench.excel.zip_look import fault

LARGEST = 20 * 1024 * 1024
__all__ = ["LARGEST", "Abandoned", "always", "read_workbook", "workbook_bytes"]


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
    answer = _answer(data, bounds or Bounds(), wanted, seconds)
    if isinstance(answer, Text):
        raise NotATable(path.name, answer)
    return answer


def workbook_bytes(path: Path) -> bytes:
    """A file whose directory is that of an honest workbook; raises `NotATable`."""
    data = bytes_of(path, LARGEST)
    why = fault(data)
    if why is not None:
        raise NotATable(path.name, why)
    return data


def _answer(
    data: bytes, bounds: Bounds, wanted: Callable[[], bool], seconds: float
) -> tuple[Sheet, ...] | Text:
    """What the child says, or why it says nothing."""
    try:
        with Apart(reading_child.answer, (data, bounds), seconds, wanted) as child:
            said: tuple[Sheet, ...] | TooLarge | Text = child.heard()
    except Lost as lost:
        return lost.message
    return _too_large(said) if isinstance(said, TooLarge) else said


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
