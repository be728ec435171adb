"""From the plan over its reasons to the fact, one row below the other."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from workbench.presenters.charts import WaterfallPicture, WaterfallRow
from workbench.ui.charts.inks import ink
from workbench.ui.charts.rows import BAR, ROW, RowsChart, bar

_BREAK = 14.0  # pixels from the start, where a bar is shown to be cut
_SLANT = 4.0


class WaterfallChart(RowsChart[WaterfallPicture, WaterfallRow]):
    """Rows instead of columns, so that twelve long names can be read; thin lines connect them."""

    def rows(self) -> tuple[WaterfallRow, ...]:
        return self._picture.rows if self._picture else ()

    def draw(self, painter: QPainter) -> None:
        super().draw(painter)
        painter.setPen(QPen(QColor(self.colors.arrow), 1))
        for at, row in enumerate(self.rows()[:-1]):
            track = self.track(at)
            x = self._place(row.end, track)
            painter.drawLine(QLineF(x, track.bottom(), x, track.bottom() + ROW - BAR))

    def draw_bar(self, painter: QPainter, row: WaterfallRow, track: QRectF) -> None:
        cut = self._cut
        start, end = (cut if row.total else row.start), row.end
        left, right = self._place(start, track), self._place(end, track)
        color = ink(row.color, self.colors, self._usual(row))
        bar(painter, QRectF(left, track.top(), right - left, track.height()), color)
        if row.total and cut > 0 and right - left > 2 * _BREAK:
            self._draw_break(painter, left + _BREAK, track)

    def _usual(self, row: WaterfallRow) -> str:
        if row.total:
            return self.colors.accent
        return self.colors.good if row.end >= row.start else self.colors.bad

    def _draw_break(self, painter: QPainter, x: float, track: QRectF) -> None:
        """A slanted gap: the bar does not begin at zero."""
        painter.setPen(QPen(QColor(self.colors.surface), 3))
        painter.drawLine(QLineF(x - _SLANT / 2, track.bottom() + 1, x + _SLANT, track.top() - 1))

    @property
    def _cut(self) -> float:
        return self._picture.cut if self._picture else 0.0

    def _place(self, value: float, track: QRectF) -> float:
        ends = [self._cut, *(end for row in self.rows() for end in _ends(row, self._cut))]
        low, high = min(ends), max(ends)
        return track.left() + (value - low) / ((high - low) or 1.0) * track.width()


def _ends(row: WaterfallRow, cut: float) -> tuple[float, float]:
    return (cut if row.total else row.start), row.end
