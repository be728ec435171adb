"""A process of its own for work with a foreign workbook: what goes wrong there stays there."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, Self

from workbench.base.errors import WorkbenchError
from workbench.base.texts import text

MOST_SECONDS = 20.0
_BETWEEN_LOOKS = 0.05
Target = Callable[..., None]  # is given the arguments, then the seconds and its end of the line


class Abandoned(WorkbenchError):
    """The person stopped the work."""


class Lost(WorkbenchError):
    """The process took too long, or died of whatever it met."""


def always() -> bool:
    """Wanted to the end."""
    return True


def demand(wanted: Callable[[], bool]) -> None:
    """Raise `Abandoned` when work is no longer wanted."""
    if not wanted():
        raise Abandoned(text("the reading was stopped"))


class Apart:
    """The process as long as the context lasts, and the line to it."""

    def __init__(
        self, target: Target, arguments: tuple[object, ...], seconds: float = MOST_SECONDS,
        wanted: Callable[[], bool] = always,
    ) -> None:  # fmt: skip
        spawning = multiprocessing.get_context("spawn")  # the window's threads forbid a fork
        self._line, self._other = spawning.Pipe()
        self._seconds = seconds
        self._wanted = wanted
        self._child = spawning.Process(
            target=target, args=(*arguments, seconds, self._other), daemon=True
        )

    def __enter__(self) -> Self:
        self._child.start()
        self._other.close()
        self._deadline = time.monotonic() + self._seconds
        return self

    def __exit__(self, *_error: object) -> None:
        self._line.close()
        self._child.kill()
        self._child.join()
        self._child.close()

    def heard(self) -> Any:
        """What the process says next; raises `Abandoned` or `Lost`."""
        try:
            return self._next(self._line)
        except (EOFError, OSError):
            reason = text("the workbook is damaged, or takes more memory than a table does")
            raise Lost(reason) from None

    def tell(self, said: object) -> None:
        """Say something to the process; that it is gone shows when it is heard."""
        try:
            self._line.send(said)
        except OSError:
            return

    def _next(self, line: Connection) -> object:
        while not line.poll(_BETWEEN_LOOKS):
            demand(self._wanted)
            if time.monotonic() > self._deadline:
                seconds = self._seconds
                raise Lost(text("reading it took longer than {seconds} seconds", seconds=seconds))
        return line.recv()
