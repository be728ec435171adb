"""The small signs on things, drawn as shapes, because no font can be relied on to have them."""

from __future__ import annotations

import math
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from workbench.checks.finding import Severity
from workbench.presenters.measures import Mark
from workbench.ui.canvas.paint.colors import brush, color, pen
from workbench.ui.severity import ink
from workbench.ui.theme import Colors

_RIM = 3.0  # of ground around an alert, half of it outside its shape
_HINT, _ERROR = 5.2, 6.5  # radii


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


def paint_alert(
    painter: QPainter, severity: Severity, middle: QPointF, colors: Colors, size: float = 1.0
) -> None:
    """An octagon with a bar, a triangle with an exclamation mark or a circle with an i.

    About thirteen units high, on a rim of ground that sets it off from what it lies on.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(middle)
    painter.scale(size, size)
    painter.setPen(pen(colors.surface, _RIM))
    painter.setBrush(brush(colors.surface))
    if severity == "error":
        painter.drawPath(_octagon())
        _paint_bar(painter, colors)
    elif severity == "warning":
        painter.drawPath(_triangle())
        paint_warning(painter, QPointF(), colors.warn, colors.surface)
    else:
        painter.drawEllipse(QPointF(), _HINT, _HINT)
        _paint_letter(painter, colors)
    painter.restore()


def paint_alert_dot(
    painter: QPainter, severity: Severity, middle: QPointF, radius: float, colors: Colors
) -> None:
    """What is left of an alert where everything is too small for a shape."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(colors.faint if severity == "hint" else ink(severity, colors)))
    painter.drawEllipse(middle, radius, radius)


def _paint_bar(painter: QPainter, colors: Colors) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(colors.bad))
    painter.drawPath(_octagon())
    painter.setPen(pen(colors.surface, 1.9))
    painter.drawLine(QPointF(-2.8, 0), QPointF(2.8, 0))


def _paint_letter(painter: QPainter, colors: Colors) -> None:
    painter.setPen(pen(colors.muted, 1.2))
    painter.drawEllipse(QPointF(), _HINT, _HINT)
    painter.setPen(pen(colors.muted, 1.5))
    painter.drawLine(QPointF(0, -0.3), QPointF(0, 2.6))
    painter.drawPoint(QPointF(0, -2.6))


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
def _octagon() -> QPainterPath:
    corners = [math.pi / 8 * (2 * corner + 1) for corner in range(8)]
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(math.cos(c), math.sin(c)) * _ERROR for c in corners]))
    path.closeSubpath()
    return path


@cache
def _triangle() -> QPainterPath:
    path = QPainterPath(QPointF(0, -5.4))
    path.lineTo(5.8, 4.8)
    path.lineTo(-5.8, 4.8)
    path.closeSubpath()
    return path
