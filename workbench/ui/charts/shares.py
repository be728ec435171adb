"""The parts of a whole as bars."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from workbench.presenters.charts import ShareRow, SharesPicture
from workbench.ui.charts.inks import ink
from workbench.ui.charts.rows import RowsChart, bar


class ShareBars(RowsChart[SharesPicture, ShareRow]):
    """Each part on a track that stands for the whole."""

    def rows(self) -> tuple[ShareRow, ...]:
        return self._picture.rows if self._picture else ()

    def draw_bar(self, painter: QPainter, row: ShareRow, track: QRectF) -> None:
        bar(painter, track, QColor(self.colors.neutral_soft))
        share = min(1.0, max(0.0, row.share))
        if share:
            done = QRectF(track.left(), track.top(), track.width() * share, track.height())
            bar(painter, done, ink(row.color, self.colors))
