"""The payout over the completion as a small curve."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.presenters.inspector.rows import Row
from workbench.presenters.roles.rows import CurveRow
from workbench.ui.form.kit import Kit
from workbench.ui.form.row_widget import RowWidget
from workbench.ui.theme import ui_font

_HEIGHT = 116
_LEFT, _BOTTOM, _TOP, _RIGHT = 40, 20, 8, 6
_TICK = 0.5


class Curve(QWidget):
    """Draws the line, the points that were set, and where 100% are."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._row = CurveRow(key="", line=(), points=(), across="", up="")
        self.setFixedHeight(_HEIGHT)
        kit.theme.changed.connect(self.update)

    def show_row(self, row: CurveRow) -> None:
        """Show another curve."""
        self._row = row
        self.setToolTip(row.tip)
        self.setAccessibleName(row.tip)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._row.line:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter)
        self._paint_line(painter)
        colors = self._kit.theme.colors
        painter.setPen(QPen(QColor(colors.accent), 1.6))
        painter.setBrush(QColor(colors.surface))
        for point in self._row.points:
            painter.drawEllipse(self._at(*point), 3, 3)
        painter.end()

    @property
    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)

    @property
    def _ranges(self) -> tuple[float, float]:
        """The largest completion and payout that are drawn."""
        shown = (*self._row.line, *self._row.points)
        return max(done for done, _ in shown), max(1.1, *(paid for _, paid in shown))

    def _at(self, done: float, paid: float) -> QPointF:
        area, (widest, highest) = self._area, self._ranges
        x = area.left() + area.width() * done / widest
        return QPointF(x, area.bottom() - area.height() * paid / highest)

    def _paint_axes(self, painter: QPainter) -> None:
        colors, area = self._kit.theme.colors, self._area
        painter.setFont(ui_font(10))
        widest, highest = self._ranges
        for share in _ticks(highest):
            y = self._at(0, share).y()
            painter.setPen(QPen(QColor(colors.border), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            room = QRectF(0, y - 7, _LEFT - 5, 14)
            self._write(painter, room, share, Qt.AlignmentFlag.AlignRight)
        for share in _ticks(widest):
            x = self._at(share, 0).x()
            room = QRectF(x - 24, area.bottom() + 3, 48, 14)
            if share:
                self._write(painter, room, share, Qt.AlignmentFlag.AlignHCenter)
        painter.setPen(QColor(colors.faint))
        align = Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(_LEFT, area.bottom() + 3, 80, 14), align, self._row.across)

    def _write(
        self, painter: QPainter, room: QRectF, share: float, align: Qt.AlignmentFlag
    ) -> None:
        painter.setPen(QColor(self._kit.theme.colors.muted))
        words = self._kit.desk.language.percent(share)
        painter.drawText(room, align | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_line(self, painter: QPainter) -> None:
        colors = self._kit.theme.colors
        first, *rest = self._row.line
        path = QPainterPath(self._at(*first))
        for point in rest:
            path.lineTo(self._at(*point))
        ground = QPainterPath(path)
        ground.lineTo(self._at(rest[-1][0], 0))
        ground.lineTo(self._at(first[0], 0))
        fill = QColor(colors.accent)
        fill.setAlphaF(0.10)
        painter.fillPath(ground, fill)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colors.accent), 1.8))
        painter.drawPath(path)


class CurveRowWidget(RowWidget):
    """The curve over the whole width."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.curve = Curve(kit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.addWidget(self.curve)

    def show_row(self, row: Row) -> None:
        super().show_row(row)
        assert isinstance(row, CurveRow)
        self.curve.show_row(row)


def _ticks(most: float) -> Iterable[float]:
    """Every half up to the largest value; every whole one where there would be many."""
    step = _TICK if most <= 2.5 else 1.0
    return [step * at for at in range(int(most / step) + 1)]
