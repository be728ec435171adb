"""Lets the checks run beside the window, a moment after the last change."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from workbench.presenters.background import Outcome, Progress
from workbench.presenters.checking import Checking, Examination
from workbench.ui.worker import Worker

PAUSE = 300


class Checker(QObject):
    """Waits for a pause in the work; one round at a time, and never one for nothing."""

    def __init__(self, checking: Checking, parent: QObject) -> None:
        super().__init__(parent)
        self._checking = checking
        self._worker = Worker(self)
        self._round: Examination | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._begin)
        checking.wanted.connect(self._on_wanted)

    def _on_wanted(self) -> None:
        self._pause.start()

    def _begin(self) -> None:
        """Start a round; one that is under way asks for the next itself when it comes late."""
        if self._round is None and self._checking.is_due:
            self._round = self._checking.examination()
            self._worker.run(self._round, self._on_progress, self._on_end)

    def _on_progress(self, _progress: Progress) -> None:
        """The checks take a moment and say nothing meanwhile."""

    def _on_end(self, _outcome: Outcome) -> None:
        done, self._round = self._round, None
        if done is not None:
            self._checking.take(done)
