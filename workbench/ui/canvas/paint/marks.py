"""The small signs on cards, drawn as shapes, because no font can be relied on to have them."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from workbench.presenters.measures import Mark
from workbench.ui.canvas.paint.colors import brush, color, pen


def paint_mark(painter: QPainter, mark: Mark, middle: QPointF, name: str) -> None:
    """A bolt, a sum sign or a barred circle, about nine units high, in a colour."""
    painter.save()
    painter.translate(middle)
    if mark == "direct":
        painter.fillPath(_bolt(), color(name))
    elif mark == "result":
        painter.setPen(pen(name, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_sum())
    else:
        painter.setPen(pen(name, 1.1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(-3.6, -3.6, 7.2, 7.2))
        painter.drawLine(QPointF(-2.4, 2.4), QPointF(2.4, -2.4))
    painter.restore()


def paint_warning(painter: QPainter, middle: QPointF, name: str, on: str) -> None:
    """A triangle with an exclamation mark."""
    painter.save()
    painter.translate(middle)
    painter.setPen(pen(name, 1.6))
    painter.setBrush(brush(name))
    painter.drawPath(_triangle())
    painter.setPen(pen(on, 1.5))
    painter.drawLine(QPointF(0, -2.2), QPointF(0, 1.0))
    painter.drawPoint(QPointF(0, 3.4))
    painter.restore()


@cache
def _bolt() -> QPainterPath:
    path = QPainterPath()
    points = ((0.9, -5), (-3.1, 0.9), (-0.4, 0.9), (-1.1, 5), (3.1, -1.1), (0.4, -1.1))
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


@cache
def _sum() -> QPainterPath:
    path = QPainterPath(QPointF(2.8, -3.8))
    for x, y in ((-2.8, -3.8), (0.4, 0), (-2.8, 3.8), (2.8, 3.8)):
        path.lineTo(x, y)
    return path


@cache
def _triangle() -> QPainterPath:
    path = QPainterPath(QPointF(0, -5.4))
    path.lineTo(5.8, 4.8)
    path.lineTo(-5.8, 4.8)
    path.closeSubpath()
    return path
