"""Long work in a thread, with the answer back in the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from workbench.base.errors import WorkbenchError

R = TypeVar("R")


@dataclass(frozen=True)
class Outcome:
    """What came of a piece of work, by its number."""

    number: int
    value: object = None
    error: Exception | None = None


class Worker(QObject):
    """Runs one function after another in the pool; callbacks run in the thread of the window."""

    _ended = Signal(Outcome)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[
            int, tuple[Callable[[Any], None], Callable[[WorkbenchError], None]]
        ] = {}
        self._number = 0
        self._ended.connect(self._on_ended)

    def start(
        self,
        work: Callable[[], R],
        done: Callable[[R], None],
        failed: Callable[[WorkbenchError], None],
    ) -> None:
        """Do the work elsewhere, then call one of the other two here."""
        self._number += 1
        self._waiting[self._number] = done, failed
        QThreadPool.globalInstance().start(_Job(self._number, work, self))

    def end(self, outcome: Outcome) -> None:
        """Hand an outcome over to the thread of the window."""
        self._ended.emit(outcome)

    def _on_ended(self, outcome: Outcome) -> None:
        done, failed = self._waiting.pop(outcome.number)
        if isinstance(outcome.error, WorkbenchError):
            failed(outcome.error)
        elif outcome.error is not None:
            raise outcome.error
        else:
            done(outcome.value)


class _Job(QRunnable):
    def __init__(self, number: int, work: Callable[[], object], worker: Worker) -> None:
        super().__init__()
        self._number = number
        self._work = work
        self._worker = worker

    def run(self) -> None:
        try:
            outcome = Outcome(self._number, self._work())
        except Exception as error:  # noqa: BLE001 (raised again where the hook sees it)
            outcome = Outcome(self._number, error=error)
        self._worker.end(outcome)
