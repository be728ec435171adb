"""A role as a chip in its colour, painted into a table."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from workbench.ui.theme import Colors, readable, tint

_HEIGHT, _ROOM, _DOT, _GAP = 21.0, 9.0, 7.0, 5.0
_AROUND = 2 * _ROOM + _DOT + _GAP


def chip_width(name: str, metrics: QFontMetricsF) -> float:
    """How wide a chip is with its whole name."""
    return metrics.horizontalAdvance(name) + _AROUND + 1


def paint_role_chip(painter: QPainter, room: QRectF, name: str, color: str, colors: Colors) -> None:
    """Dot and name at the left of the room; a long name is cut in the middle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    metrics = QFontMetricsF(painter.font())
    chip = QRectF(room.left(), room.center().y() - _HEIGHT / 2, 0, _HEIGHT)
    chip.setWidth(min(chip_width(name, metrics), room.width()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tint(color, colors)))
    painter.drawRoundedRect(chip, _HEIGHT / 2, _HEIGHT / 2)
    painter.setBrush(QColor(color))
    painter.drawEllipse(QRectF(chip.left() + _ROOM, chip.center().y() - _DOT / 2, _DOT, _DOT))
    words = chip.adjusted(_ROOM + _DOT + _GAP, 0, -_ROOM + 1, 0)
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, words.width())
    painter.setPen(QColor(readable(color, colors)))
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()
