"""A switch: on, off, or neither where several things differ."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from workbench.ui.theme import Theme

_SIZE = QSize(34, 18)
_ROOM = 2


class Switch(QAbstractButton):
    """Painted in the colours in force; Space and Enter move it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._mixed = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(_SIZE.grownBy(self.contentsMargins()) + QSize(2 * _ROOM, 2 * _ROOM))
        theme.changed.connect(self.update)

    def show_state(self, on: bool | None) -> None:
        """Show a state; None is neither."""
        self._mixed = on is None
        self.setChecked(bool(on))
        self.update()

    def nextCheckState(self) -> None:
        self._mixed = False
        super().nextCheckState()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = self._theme.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.rect()).adjusted(_ROOM, _ROOM, -_ROOM, -_ROOM)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors.accent), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), 10, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.accent if self.isChecked() else colors.arrow))
        painter.setOpacity(1.0 if self.isChecked() else 0.65)
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        painter.setOpacity(1.0)
        painter.setBrush(QColor("#FFFFFF"))
        radius = track.height() / 2 - 2
        painter.drawEllipse(QPointF(self._knob(track), track.center().y()), radius, radius)

    def _knob(self, track: QRectF) -> float:
        if self._mixed:
            return track.center().x()
        half = track.height() / 2
        return track.right() - half if self.isChecked() else track.left() + half
