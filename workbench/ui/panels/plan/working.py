"""That something is being computed, with a way to stop it; what is quick shows nothing."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from workbench.base.texts import text
from workbench.ui.look import button
from workbench.ui.words import Words

_STEPS = 1_000
_PATIENCE = 500  # milliseconds; what is done sooner needs no bar


class Working(QWidget):
    """A bar, and beside it the word that stops the work."""

    stop_wanted = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._bar, self._stop = QProgressBar(), button("link")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self.show)
        self._bar.setTextVisible(False)
        words.put(self._bar, "setAccessibleName", text("Progress"))
        words.put(self._stop, "setText", text("Stop"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._bar, 1)
        row.addWidget(self._stop)
        self._stop.clicked.connect(self.stop_wanted)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # what stands below must not jump
        self.setSizePolicy(policy)
        self.hide()

    def show_done(self, done: float | None, *, is_known: bool = True) -> None:
        """Show the share that is done, or that it is not known how much; None for no work."""
        if done is None:
            self._patience.stop()
            self.hide()
            return
        self._bar.setRange(0, _STEPS if is_known else 0)
        self._bar.setValue(round(done * _STEPS))
        if not self._patience.isActive() and self.isHidden():
            self._patience.start()
