"""A line of text that is shortened where there is no room, and whole in the tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class ElidedLabel(QLabel):
    """Its own tooltip, where it is given one, comes below the whole text."""

    def __init__(self) -> None:
        super().__init__()
        self._tip = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, words: str, tip: str = "") -> None:
        """Show a line."""
        self._tip = tip
        self.setText(words)
        self._say()

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the whole line where it is cut."""
        super().resizeEvent(event)
        self._say()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much of the line as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), self.alignment(), self._shown())

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def _say(self) -> None:
        whole = [self.text()] if self._shown() != self.text() else []
        self.setToolTip("\n".join((*whole, *([self._tip] if self._tip else []))))
