"""How the part of a role is drawn: by shape and outline, not by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from workbench.document.kpi import Part
from workbench.ui.theme import Colors, readable, tint, ui_font

SIGN = 10.0
_GAP = 5.0
_PADDING = 7.0
HEIGHT = 21.0
NARROWEST = 62.0


def chip_font() -> QFont:
    """The font of the captions in the cells."""
    return ui_font(12, QFont.Weight.DemiBold)


def chip_width(part: Part, caption: str) -> float:
    """How wide a chip is with its sign and its whole caption."""
    words = QFontMetricsF(chip_font()).horizontalAdvance(caption)
    sign = 0.0 if part == "contributor" else SIGN + _GAP
    return max(NARROWEST, words + sign + 2 * _PADDING)


def chip_box(at: QRectF, part: Part, caption: str) -> QRectF:
    """Where a chip lies in its cell: in the middle."""
    chip = QRectF(0, 0, min(chip_width(part, caption), at.width() - 4), HEIGHT)
    chip.moveCenter(at.center())
    return chip


def paint_chip(
    painter: QPainter, at: QRectF, part: Part, caption: str, color: str, colors: Colors
) -> None:
    """A KPI in the middle of its cell: filled for owner and leader, outlined for the others."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    chip = chip_box(at, part, caption)
    words = QColor(readable(color, colors))
    _paint_ground(painter, chip, part, color, colors)
    painter.setFont(chip_font())
    painter.setPen(words)
    if part == "contributor":
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, caption)
    else:
        _paint_inside(painter, chip, part, caption, words)
    painter.restore()


def paint_sign(painter: QPainter, center: QPointF, part: Part, color: QColor) -> None:
    """● owner, ▲ leader, two rings for shared, a dashed ring for a helper."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if part == "owner":
        _paint_disc(painter, center, color)
    elif part == "leader":
        _paint_triangle(painter, center, color)
    elif part == "shared":
        _paint_rings(painter, center, color)
    else:
        painter.setPen(QPen(color, 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(center, 4.2, 4.2)


def _paint_ground(painter: QPainter, chip: QRectF, part: Part, color: str, colors: Colors) -> None:
    """The background of a chip, which tells the parts apart without their sign."""
    shape = chip.adjusted(0.5, 0.5, -0.5, -0.5)
    line = QColor(readable(color, colors))
    filled = part in ("owner", "leader")
    painter.setBrush(QColor(tint(color, colors)) if filled else QBrush(Qt.BrushStyle.NoBrush))
    if part == "contributor":
        painter.setPen(QPen(line, 1.0, Qt.PenStyle.DashLine))
    else:
        painter.setPen(QPen(line, 1.0) if part == "shared" else QPen(Qt.PenStyle.NoPen))
    painter.drawRoundedRect(shape, 5, 5)


def _paint_inside(painter: QPainter, chip: QRectF, part: Part, caption: str, color: QColor) -> None:
    words = QFontMetricsF(painter.font()).horizontalAdvance(caption)
    start = chip.center().x() - (SIGN + _GAP + words) / 2
    paint_sign(painter, QPointF(start + SIGN / 2, chip.center().y()), part, color)
    painter.setPen(color)
    rest = chip.adjusted(start + SIGN + _GAP - chip.left(), 0, 0, 0)
    align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(rest, align, caption)


def _paint_disc(painter: QPainter, center: QPointF, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(center, 4.3, 4.3)


def _paint_triangle(painter: QPainter, center: QPointF, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    x, y = center.x(), center.y()
    painter.drawPolygon(
        QPolygonF([QPointF(x, y - 4.6), QPointF(x + 5, y + 4), QPointF(x - 5, y + 4)])
    )


def _paint_rings(painter: QPainter, center: QPointF, color: QColor) -> None:
    painter.setPen(QPen(color, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for shift in (-2.0, 2.0):
        painter.drawEllipse(QPointF(center.x() + shift, center.y()), 3.1, 3.1)
