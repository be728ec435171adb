"""Signs drawn as lines, so that they stay lines in a file; each tone has a shape of its own."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

SIGN = 13.0


def draw_tone(painter: QPainter, tone: str, box: QRectF, color: str | QColor) -> None:
    """A tick in a circle for good, a triangle for warn, an octagon for bad; nothing otherwise."""
    painter.setPen(_pen(color))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle, reach = box.center(), box.width() / 2 - 1
    if tone == "good":
        painter.drawEllipse(middle, reach, reach)
        painter.drawPolyline(_points(middle, (-2.4, 0.2), (-0.6, 2.0), (2.6, -1.8)))
    elif tone == "warn":
        painter.drawPolygon(_corners(middle + QPointF(0, 1), reach, 3, -pi / 2))
    elif tone == "bad":
        painter.drawPolygon(_corners(middle, reach, 8, pi / 8))
    if tone in ("warn", "bad"):
        low = 1.2 if tone == "warn" else 0.6
        painter.drawPolyline(_points(middle, (0, low - 3), (0, low)))
        painter.drawPoint(middle + QPointF(0, low + 2))


def draw_down(painter: QPainter, box: QRectF, color: str | QColor) -> None:
    """An arrow head that points down."""
    painter.setPen(_pen(color))
    painter.drawPolyline(_points(box.center(), (-3.5, -1.8), (0, 1.8), (3.5, -1.8)))


def _pen(color: str | QColor) -> QPen:
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(QColor(color), 1.3, Qt.PenStyle.SolidLine, cap, join)


def _points(middle: QPointF, *places: tuple[float, float]) -> QPolygonF:
    return QPolygonF([middle + QPointF(x, y) for x, y in places])


def _corners(middle: QPointF, reach: float, count: int, start: float) -> QPolygonF:
    turns = [start + 2 * pi * at / count for at in range(count)]
    return QPolygonF([middle + QPointF(cos(turn), sin(turn)) * reach for turn in turns])
