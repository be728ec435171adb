"""The colours and letters of charts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from workbench.ui.canvas.paint import lettering
from workbench.ui.theme import Colors, ui_font

SMALL, NORMAL = 11, 12
LINE = 15.0  # from one line of small letters to the next
_EQUAL_WIDTH = QFont.Tag("tnum")
_PALE_LIGHT, _PALE_DARK = 0.45, 0.5


def ink(color: str, colors: Colors, usual: str = "") -> QColor:
    """A colour of a picture: a role's own, a hue by its name, or the usual one."""
    hues = {
        "accent": colors.accent, "good": colors.good, "warn": colors.warn, "bad": colors.bad,
        "muted": colors.arrow,
    }  # fmt: skip
    return QColor(hues.get(color, color) or usual or colors.accent)


def pale(color: QColor, colors: Colors, share: float = 0.0) -> QColor:
    """A colour mixed with the ground it lies on, so that nothing shines through."""
    share = share or (_PALE_DARK if colors.dark else _PALE_LIGHT)
    ground = QColor(colors.surface)
    return QColor.fromRgbF(
        color.redF() * share + ground.redF() * (1 - share),
        color.greenF() * share + ground.greenF() * (1 - share),
        color.blueF() * share + ground.blueF() * (1 - share),
    )


def figures(pixels: int = NORMAL, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Letters whose figures are equally wide."""
    font = ui_font(pixels, weight)
    font.setFeature(_EQUAL_WIDTH, 1)
    return font


def width_of(words: str, font: QFont) -> float:
    """How wide words are."""
    return QFontMetricsF(font).horizontalAdvance(words)


def elided(words: str, font: QFont, width: float) -> str:
    """Words cut to a width, with dots where something is missing."""
    return QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)


def write(
    painter: QPainter, words: str, box: QRectF, font: QFont, color: str | QColor,
    *, right: bool = False,
) -> None:  # fmt: skip
    """Write a line into the middle of a box's height, at its left or right side."""
    painter.setFont(font)
    painter.setPen(QColor(color))
    width = width_of(words, font) + 1  # the last letter may lean over
    left = box.right() - width + 1 if right else box.left()
    lettering.write(painter, QRectF(left, box.top(), width, box.height()), words)


def dot(painter: QPainter, at: QPointF, radius: float, color: QColor, around: str) -> None:
    """A point with a ring that sets it apart from the line it lies on."""
    painter.setPen(QColor(around))
    painter.setBrush(color)
    painter.drawEllipse(at, radius, radius)


def cover(painter: QPainter, box: QRectF, colors: Colors) -> None:
    """Let the lines under words fade."""
    ground = QColor(colors.surface)
    ground.setAlphaF(0.86)
    painter.fillRect(box, ground)
