"""What lies over the cells of a sheet: pictures, and bars as a spreadsheet draws them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from workbench.excel import styles
from workbench.excel.plan import Style
from workbench.presenters.sheets.page import Bar, PageChart, PageDrawing, PagePicture
from workbench.ui.paper.cells import FINE, Hair, cell_font

_TITLE = Style(size=11, bold=True, align="center")
_LABEL, _NAME = Style(size=9), Style(size=9, align="right")
_PAD, _HEAD = 8.0, 26.0
_THICK = 0.7  # of the room that a bar has
_MOST_NAMES = 0.4  # of the width


def paint_drawing(painter: QPainter, drawing: PageDrawing, hair: Hair) -> None:
    """Paint a picture or a chart where it lies; a unit of the painter is a point."""
    box = QRectF(drawing.left, drawing.top, drawing.width, drawing.height)
    if isinstance(drawing, PagePicture):
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(box, QImage.fromData(drawing.data))
        return
    painter.setPen(hair(styles.RULE))
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawRect(box)
    _write(painter, QRectF(box.x(), box.y(), box.width(), _HEAD), drawing.title, _TITLE)
    if drawing.bars:
        _paint_bars(painter, drawing, box.adjusted(_PAD, _HEAD, -_PAD, -_PAD))


def _paint_bars(painter: QPainter, chart: PageChart, room: QRectF) -> None:
    names = min(_widest(bar.name for bar in chart.bars), room.width() * _MOST_NAMES)
    labels = _widest(bar.words for bar in chart.bars)
    left = room.left() + names + _PAD
    full = max(0.0, room.right() - left - labels - _PAD)
    each = room.height() / len(chart.bars)
    for at, bar in enumerate(chart.bars):
        line = QRectF(room.left(), room.top() + at * each, room.width(), each)
        _paint_bar(painter, bar, line, (names, left, bar.share * full))


def _paint_bar(
    painter: QPainter, bar: Bar, line: QRectF, across: tuple[float, float, float]
) -> None:
    names, left, length = across
    thick = line.height() * _THICK
    color = QColor(bar.color or styles.BRAND)
    painter.fillRect(QRectF(left, line.center().y() - thick / 2, length, thick), color)
    _write(painter, QRectF(line.left(), line.top(), names, line.height()), bar.name, _NAME)
    after = left + length + _PAD / 2
    room = QRectF(after, line.top(), line.right() - after, line.height())
    _write(painter, room, bar.words, _LABEL)


def _write(painter: QPainter, room: QRectF, words: str, style: Style) -> None:
    """One line in the middle of its height; what is too long ends in dots."""
    sides = {"left": Qt.AlignmentFlag.AlignLeft, "right": Qt.AlignmentFlag.AlignRight}
    side = sides.get(style.align, Qt.AlignmentFlag.AlignHCenter)
    font = cell_font(style)
    painter.save()
    painter.scale(1 / FINE, 1 / FINE)
    painter.setFont(font)
    painter.setPen(QColor(style.color))
    box = QRectF(room.x() * FINE, room.y() * FINE, room.width() * FINE, room.height() * FINE)
    fitting = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width() + 1)
    flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    painter.drawText(box, flags, fitting)
    painter.restore()


def _widest(lines: Iterable[str]) -> float:
    metrics = QFontMetricsF(cell_font(_LABEL))
    return max((metrics.horizontalAdvance(words) / FINE for words in lines), default=0.0)
