"""What moves the goal most: a bar to both sides for each input."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from workbench.presenters.charts import TornadoPicture, TornadoRow
from workbench.ui.charts.inks import ink, pale
from workbench.ui.charts.rows import ROW, RowsChart, bar


class TornadoChart(RowsChart[TornadoPicture, TornadoRow]):
    """Pale is what a fall of the input does, strong what a rise does."""

    def rows(self) -> tuple[TornadoRow, ...]:
        return self._picture.rows if self._picture else ()

    def draw(self, painter: QPainter) -> None:
        super().draw(painter)
        if self.rows():
            zero = self.track(0).center().x()
            painter.setPen(QPen(QColor(self.colors.arrow), 1))
            painter.drawLine(QLineF(zero, 2, zero, len(self.rows()) * ROW))

    def draw_bar(self, painter: QPainter, row: TornadoRow, track: QRectF) -> None:
        strong = ink(row.color, self.colors, self.colors.arrow)
        halves = ((row.down, pale(strong, self.colors)), (row.up, strong))
        # where both lie on one side, the shorter one must not be hidden
        for share, color in sorted(halves, key=lambda half: -abs(half[0])):
            if share:
                bar(painter, self._half(track, share), color)

    def _half(self, track: QRectF, share: float) -> QRectF:
        longest = max(abs(end) for row in self.rows() for end in (row.down, row.up))
        length = share / longest * track.width() / 2
        return QRectF(track.center().x(), track.top(), length, track.height())
