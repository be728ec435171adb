"""Painting arrows and the values on them."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from workbench.checks.finding import Severity
from workbench.presenters.funnel.geometry import Box, Curve, Point
from workbench.presenters.funnel.picture import Arrow, Line, Pill
from workbench.ui.canvas.paint.card import TINY
from workbench.ui.canvas.paint.colors import brush, color, dashed, pen
from workbench.ui.canvas.paint.lettering import pill_font, write
from workbench.ui.canvas.paint.marks import paint_alert, paint_alert_dot
from workbench.ui.theme import Colors, readable

HEAD = 9.0
SIGN = 8.0  # how far the sign of a pill reaches beyond it
_INSET, _SMALLER, _DOT = 3.0, 0.8, 9.0
_WIDTHS: dict[Line, float] = {"conversion": 1.6, "term": 1.1, "lagged": 1.1, "guard": 1.1}


def path_of(curve: Curve) -> QPainterPath:
    """The way of an arrow; it ends a little before the tip, which the head covers."""
    path = QPainterPath(_point(curve.start))
    tip = _point(curve.end)
    back = _unit(_point(curve.arriving), tip) * (HEAD - 2)
    path.cubicTo(_point(curve.leaving), _point(curve.arriving) - back, tip - back)
    return path


def paint_arrow(
    painter: QPainter,
    arrow: Arrow,
    path: QPainterPath,
    colors: Colors,
    *,
    lit: bool = False,
    zoom: float = 1.0,
) -> None:
    """Paint the line and the head of an arrow, brighter when it is pointed at or selected."""
    name = colors.accent if lit else colors.arrow
    line = arrow.link.line
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_line_pen(line, name, _WIDTHS[line] + (0.6 if lit else 0.0)))
    painter.drawPath(path)
    if line != "guard":
        paint_head(painter, arrow.curve, name, 1.0 if line == "conversion" else 0.8, zoom)


def paint_head(
    painter: QPainter, curve: Curve, name: str, scale: float = 1.0, zoom: float = 1.0
) -> None:
    """The head at the end of a curve; larger when everything is small, so that it is seen."""
    tip = _point(curve.end)
    size = HEAD * scale / max(min(zoom, 1.0), 0.5)
    way = _unit(_point(curve.arriving), tip)
    side = QPointF(-way.y(), way.x()) * size * 0.5
    base = tip - way * size
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(name))
    painter.drawPolygon(QPolygonF([tip, base + side, base - side]))


def paint_pill(
    painter: QPainter, pill: Pill, box: Box, colors: Colors, *, lit: bool = False, zoom: float = 1.0
) -> None:
    """The value of a conversion, in the colour of its owner, with the sign of what was found."""
    place = QRectF(box.x, box.y, box.width, box.height)
    ink = readable(pill.color, colors) if pill.color else colors.muted
    edge = pill.color or colors.faint
    if pill.trouble:
        ink = edge = colors.bad
    if pill.alert == "error":
        edge = colors.bad
    if lit:
        edge = colors.accent
    painter.setPen(pen(edge, 2.0 if lit else 1.3))
    painter.setBrush(brush(colors.surface))
    painter.drawRoundedRect(place, box.height / 2, box.height / 2)
    if zoom >= TINY:
        painter.setFont(pill_font())
        painter.setPen(color(ink))
        write(painter, place, pill.words, centred=True)
    if pill.alert:
        _paint_sign(painter, pill.alert, place.topRight() + QPointF(-_INSET, 1), colors, zoom)


def _paint_sign(
    painter: QPainter, alert: Severity, middle: QPointF, colors: Colors, zoom: float
) -> None:
    if zoom >= TINY:
        paint_alert(painter, alert, middle, colors, _SMALLER)
    else:
        paint_alert_dot(painter, alert, middle, _DOT, colors)


def _line_pen(line: Line, name: str, width: float) -> QPen:
    if line == "lagged":
        return dashed(name, width, 5.0, 3.5)
    return dashed(name, width, 1.0, 3.0) if line == "guard" else pen(name, width)


def _point(point: Point) -> QPointF:
    return QPointF(point.x, point.y)


def _unit(start: QPointF, end: QPointF) -> QPointF:
    way = end - start
    length = math.hypot(way.x(), way.y())
    return way / length if length else QPointF(1, 0)
