"""A slider from one bound of a lever to the other, with a mark where the base stands."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from workbench.ui.theme import Theme

STEPS = 1_000
_KNOB = 7.0
_TRACK = 4.0
_MARK = 7.0


class LeverSlider(QAbstractSlider):
    """Arrows move a hundredth, Page keys a tenth; the wheel is left to the board.

    A move that ends where it began, or by Escape, is `given_up`, not released.
    """

    given_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._base = 0.5
        self._grip = 0.0
        self._begun = 0
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, STEPS)
        self.setSingleStep(STEPS // 100)
        self.setPageStep(STEPS // 10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def show_place(self, place: float, base: float) -> None:
        """Stand at a share of the way; nothing is told."""
        self._base = base
        if not self.isSliderDown():
            self.blockSignals(True)
            self.setValue(round(place * STEPS))
            self.blockSignals(False)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(56, 20)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the knob, or bring it to the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        x = event.position().x()
        on_knob = abs(x - self._x(self.value() / STEPS)) <= _KNOB + 2
        self._grip = x - self._x(self.value() / STEPS) if on_knob else 0.0
        self._begun = self.value()
        self.setSliderDown(True)
        self._follow(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self.isSliderDown():
            self._follow(event.position().x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the knob go where it is."""
        if self.isSliderDown() and self.value() == self._begun:
            self._give_up()
        self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past a slider must not move a lever."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives a move up that is under way."""
        if event.key() == Qt.Key.Key_Escape and self.isSliderDown():
            self._give_up()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The way, the part from the base to where it stands, the mark of the base, the knob."""
        colors = self._theme.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, base = self.height() / 2, self._x(self._base)
        here = self._x(self.value() / STEPS)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_track(painter, self._x(0), self._x(1), colors.border)
        self._paint_track(painter, min(base, here), max(base, here), colors.accent)
        painter.setPen(QPen(QColor(colors.muted), 1.4))
        painter.drawLine(QPointF(base, middle - _MARK), QPointF(base, middle + _MARK))
        ring = colors.accent if self.isEnabled() else colors.faint
        painter.setPen(QPen(QColor(ring), 3.0 if self.hasFocus() else 2.0))
        painter.setBrush(QColor(colors.surface))
        painter.drawEllipse(QPointF(here, middle), _KNOB - 1, _KNOB - 1)

    def _paint_track(self, painter: QPainter, left: float, right: float, color: str) -> None:
        painter.setBrush(QColor(color))
        box = QRectF(left, self.height() / 2 - _TRACK / 2, right - left, _TRACK)
        painter.drawRoundedRect(box, _TRACK / 2, _TRACK / 2)

    def _follow(self, x: float) -> None:
        room = self.width() - 2 * (_KNOB + 1)
        share = (x - self._grip - _KNOB - 1) / room if room > 0 else 0.0
        self.setSliderPosition(round(min(max(share, 0.0), 1.0) * STEPS))

    def _give_up(self) -> None:
        """Back to where the move began."""
        blocked = self.blockSignals(True)
        self.setValue(self._begun)
        self.setSliderDown(False)
        self.blockSignals(blocked)
        self.update()
        self.given_up.emit()

    def _x(self, share: float) -> float:
        return _KNOB + 1 + share * (self.width() - 2 * (_KNOB + 1))
