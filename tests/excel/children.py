"""Processes that read workbooks badly, to be put in the place of the real one."""

from __future__ import annotations

import os
import time
from multiprocessing.connection import Connection

from workbench.excel import child, reading_child
from workbench.excel.reading_child import Bounds


def hang(_data: bytes, _bounds: Bounds, _seconds: float, _telling: object) -> None:
    time.sleep(600)


def die(_data: bytes, _bounds: Bounds, _seconds: float, _telling: object) -> None:
    os._exit(3)


def eat(_data: bytes, bounds: Bounds, seconds: float, telling: object) -> None:
    """Ask for twice the memory there is."""
    reading_child.read = lambda *_: bytearray(2 * child.MOST_MEMORY)  # type: ignore[assignment]
    reading_child.answer(b"", bounds, seconds, telling)  # type: ignore[arg-type]


def hang_filling(_data: bytes, _seconds: float, _line: object) -> None:
    time.sleep(600)


def die_filling(_data: bytes, _seconds: float, _line: object) -> None:
    os._exit(3)


def echo(_seconds: float, line: Connection) -> None:
    line.send(line.recv())
