"""Workbooks that others made, read in a process of its own: what goes wrong there stays there.

A foreign workbook can be damaged, enormous when unpacked, or made to do harm. So its directory is
looked at first, the library runs in a child with limited time and memory, and only plain values
come back. Whatever happens to the child, the person gets one sentence.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from workbench.base.errors import WorkbenchError
from workbench.base.table import NotATable, Sheet, bytes_of
from workbench.base.texts import Text, text
from workbench.excel import reading_child
from workbench.excel.reading_child import Bounds, TooLarge
from workbench.excel.zip_look import fault

LARGEST = 50 * 1024 * 1024
MOST_SECONDS = 20.0
_BETWEEN_LOOKS = 0.05


class Abandoned(WorkbenchError):
    """The person stopped the reading."""


def always() -> bool:
    """Wanted to the end."""
    return True


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
    data = bytes_of(path, LARGEST)
    why = fault(data)
    if why is not None:
        raise NotATable(path.name, why)
    answer = _answer(data, bounds or Bounds(), wanted, seconds)
    if isinstance(answer, Text):
        raise NotATable(path.name, answer)
    return answer


def _answer(
    data: bytes, bounds: Bounds, wanted: Callable[[], bool], seconds: float
) -> tuple[Sheet, ...] | Text:
    """What the child says, or why it says nothing."""
    spawning = multiprocessing.get_context("spawn")  # the window has threads, which forbid a fork
    hearing, telling = spawning.Pipe(duplex=False)
    child = spawning.Process(
        target=reading_child.answer, args=(data, bounds, seconds, telling), daemon=True
    )
    child.start()
    telling.close()
    try:
        return _heard(hearing, wanted, time.monotonic() + seconds, seconds)
    finally:
        hearing.close()
        _end(child)


def _heard(
    hearing: Connection, wanted: Callable[[], bool], deadline: float, seconds: float
) -> tuple[Sheet, ...] | Text:
    while not hearing.poll(_BETWEEN_LOOKS):
        if not wanted():
            raise Abandoned(text("the reading was stopped"))
        if time.monotonic() > deadline:
            return text("reading it took longer than {seconds} seconds", seconds=seconds)
    try:
        said: tuple[Sheet, ...] | TooLarge = hearing.recv()
    except EOFError:  # the child died, of whatever
        return text("the workbook is damaged, or takes more memory than a table does")
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


def _end(child: BaseProcess) -> None:
    child.kill()
    child.join()
    child.close()
