"""A few options side by side, of which one is always chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar

from workbench.presenters.inspector.rows import Option
from workbench.presenters.inspector.wishes import Added


class Segments(QTabBar):
    """Left and right walk; choosing is told, showing is not."""

    picked = Signal(Added)

    def __init__(self, look: str = "segment") -> None:
        super().__init__()
        self._options: tuple[Option, ...] = ()
        self.setProperty("look", look)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(False)
        self.currentChanged.connect(self._on_changed)

    def show_options(self, options: tuple[Option, ...], chosen: str | None) -> None:
        """Show the options and which of them is chosen."""
        self.blockSignals(True)
        if options != self._options:
            self._options = options
            while self.count():
                self.removeTab(0)
            for option in options:
                self.addTab(option.text.replace("&", "&&"))
        self.setCurrentIndex(next((i for i, o in enumerate(options) if o.id == chosen), 0))
        self.blockSignals(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show where the focus is, which a style sheet cannot for one tab alone."""
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex() >= 0:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().highlight().color(), 1.2))
            box = QRectF(self.tabRect(self.currentIndex())).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, 5, 5)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space goes to the other of two options, as in a switch."""
        if event.key() == Qt.Key.Key_Space and self.count():
            self.setCurrentIndex((self.currentIndex() + 1) % self.count())
        else:
            super().keyPressEvent(event)

    def _on_changed(self, at: int) -> None:
        if 0 <= at < len(self._options):
            self.picked.emit(Added("", self._options[at].id))
