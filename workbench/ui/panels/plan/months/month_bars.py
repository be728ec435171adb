"""A bar for each month, with the line of the goal."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from workbench.presenters.months.picture import Bar, GoalPicture
from workbench.ui.theme import Theme, ui_font

_LABELS = 18
_CAPTION = 16
_MOST_BAR = 30.0
_ON_FLOOR = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom


class MonthBars(QWidget):
    """Drawn by hand: strong where the goal is met, pale where it is not, dashed for the goal."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._goal: GoalPicture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def show_goal(self, goal: GoalPicture | None) -> None:
        """Show the months of a goal."""
        self._goal = goal
        lines = [bar.tip for bar in goal.bars] if goal else []
        self.setAccessibleDescription("; ".join(lines))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(340, 104)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 84)

    def event(self, event: QEvent) -> bool:
        """Say the number of the month under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            bar = self._bar_at(event.pos())
            QToolTip.showText(event.globalPos(), bar.tip if bar else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bars, names of months, the line of the goal and what it says."""
        if self._goal is None or not self._goal.bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(ui_font(11))
        for at, bar in enumerate(self._goal.bars):
            self._paint_bar(painter, at, bar)
        if self._goal.line is not None:
            self._paint_goal(painter, self._goal)

    def _paint_bar(self, painter: QPainter, at: int, bar: Bar) -> None:
        colors = self._theme.colors
        slot = self._slot(at)
        if self._label_fits(at, painter):
            painter.setPen(QColor(colors.muted))
            width = painter.fontMetrics().horizontalAdvance(bar.label) + 2
            left = max(0.0, min(slot.center().x() - width / 2, self.width() - width))
            below = QRectF(left, self._floor() + 3, width, _LABELS - 3)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, bar.label)
        if bar.height is None:
            painter.setPen(QColor(colors.warn))
            painter.drawText(slot, _ON_FLOOR, "—")
            return
        color = QColor(colors.accent)
        if not bar.reached:
            color.setAlphaF(0.45 if colors.dark else 0.38)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(self._column(slot, bar.height), 3, 3)
        if bar.base is not None:
            self._paint_base(painter, slot, bar.base)

    def _paint_base(self, painter: QPainter, slot: QRectF, base: float) -> None:
        """Where the month ends without the scenario."""
        painter.setPen(QPen(QColor(self._theme.colors.text), 1.5))
        body = self._column(slot, base)
        y = self._height(base)
        painter.drawLine(QLineF(body.left() - 2, y, body.right() + 2, y))

    def _paint_goal(self, painter: QPainter, goal: GoalPicture) -> None:
        color = QColor(self._theme.colors.bad)
        y = self._height(goal.line or 0.0)
        painter.setPen(QPen(color, 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
        width = painter.fontMetrics().horizontalAdvance(goal.caption) + 8
        above = QRectF(0, y - _CAPTION, width, _CAPTION - 1)
        ground = QColor(self._theme.colors.surface)
        ground.setAlphaF(0.86)
        painter.fillRect(above, ground)
        painter.setPen(color)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, goal.caption)

    def _slot(self, at: int) -> QRectF:
        count = len(self._goal.bars) if self._goal else 1
        width = self.width() / count
        return QRectF(at * width, _CAPTION, width, self._floor() - _CAPTION)

    def _column(self, slot: QRectF, height: float) -> QRectF:
        width = min(_MOST_BAR, slot.width() * 0.68)
        zero = self._height(self._goal.zero if self._goal else 0.0)
        top = self._height(height)
        left = slot.center().x() - width / 2
        return QRectF(left, min(top, zero), width, max(abs(zero - top), 1.0))

    def _height(self, share: float) -> float:
        """The place of a share of the axis, counted from the top."""
        return self._floor() - share * (self._floor() - _CAPTION)

    def _floor(self) -> float:
        return float(self.height() - _LABELS)

    def _label_fits(self, at: int, painter: QPainter) -> bool:
        count = len(self._goal.bars) if self._goal else 1
        names = [bar.label for bar in self._goal.bars] if self._goal else []
        widest = max((painter.fontMetrics().horizontalAdvance(name) for name in names), default=0)
        return at % max(1, ceil((widest + 2) * count / max(self.width(), 1))) == 0

    def _bar_at(self, place: QPoint) -> Bar | None:
        if self._goal is None or not self._goal.bars or not self.width():
            return None
        at = place.x() * len(self._goal.bars) // self.width()
        return self._goal.bars[at] if 0 <= at < len(self._goal.bars) else None
