"""The small drawing on a card: stages as bars round a middle line."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.presenters.funnel_sketch import Bar
from workbench.ui.theme import Theme, tint

_HEIGHT = 92
_GAP = 5.0


class FunnelSketch(QWidget):
    """Bars in the colours of roles; an empty project shows a frame with a plus."""

    def __init__(self, theme: Theme, bars: tuple[Bar, ...]) -> None:
        super().__init__()
        self._theme = theme
        self._bars = bars
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(" → ".join(bar.name for bar in bars))
        self.setAccessibleDescription(self.toolTip())
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(260, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, then the bars."""
        colors = self._theme.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.window))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        if self._bars:
            self._paint_bars(painter)
        else:
            self._paint_plus(painter)

    def _paint_bars(self, painter: QPainter) -> None:
        inner = QRectF(self.rect()).adjusted(12, 12, -12, -12)
        width = (inner.width() + _GAP) / len(self._bars) - _GAP
        for at, bar in enumerate(self._bars):
            height = inner.height() * bar.height
            left = inner.left() + at * (width + _GAP)
            self._paint_bar(
                painter, QRectF(left, inner.center().y() - height / 2, width, height), bar
            )

    def _paint_bar(self, painter: QPainter, box: QRectF, bar: Bar) -> None:
        colors = self._theme.colors
        painter.setPen(QPen(QColor(bar.color), 1))
        painter.setBrush(QColor(tint(bar.color, colors)))
        painter.drawRoundedRect(box, 4, 4)

    def _paint_plus(self, painter: QPainter) -> None:
        colors = self._theme.colors
        inner = QRectF(self.rect()).adjusted(12, 12, -12, -12)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colors.faint), 1.2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(inner, 6, 6)
        painter.setPen(QPen(QColor(colors.muted), 2))
        middle = inner.center()
        painter.drawLine(int(middle.x()) - 8, int(middle.y()), int(middle.x()) + 8, int(middle.y()))
        painter.drawLine(int(middle.x()), int(middle.y()) - 8, int(middle.x()), int(middle.y()) + 8)
