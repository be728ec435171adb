"""The fonts of the canvas, measured the same at every zoom."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPaintEngine, QPainter, QPainterPath

from workbench.ui.theme import ui_font

_WEIGHT = QFont.Weight


def _font(pixels: int, weight: QFont.Weight) -> QFont:
    font = ui_font(pixels, weight)
    # hinted letters have other widths at every zoom, and lines would break anew
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@cache
def name_font() -> QFont:
    """The name on a card."""
    return _font(12, _WEIGHT.DemiBold)


@cache
def figure_font() -> QFont:
    """The value on a card."""
    return _font(17, _WEIGHT.DemiBold)


@cache
def unit_font() -> QFont:
    """The unit beside a value."""
    return _font(10, _WEIGHT.Normal)


@cache
def chip_font() -> QFont:
    """Marks and roles on a card."""
    return _font(10, _WEIGHT.Medium)


@cache
def pill_font() -> QFont:
    """The value on an arrow."""
    return _font(11, _WEIGHT.DemiBold)


@cache
def caption_font() -> QFont:
    """The name of a phase."""
    font = _font(10, _WEIGHT.DemiBold)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
    return font


@cache
def width_of(font: QFont, words: str) -> float:
    """How long words are in a font."""
    return QFontMetricsF(font).horizontalAdvance(words)


def write(painter: QPainter, box: QRectF, words: str, *, centred: bool = False) -> None:
    """Words in the middle of a box's height, in the font and colour of the painter."""
    if painter.paintEngine().type() == QPaintEngine.Type.SVG:
        _write_outlines(painter, box, words, centred=centred)
        return
    across = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, across | Qt.AlignmentFlag.AlignVCenter, words)


def _write_outlines(painter: QPainter, box: QRectF, words: str, *, centred: bool) -> None:
    """The words as shapes: whoever opens an SVG need not have the font."""
    font, metrics = painter.font(), QFontMetricsF(painter.font())
    left = box.center().x() - metrics.horizontalAdvance(words) / 2 if centred else box.left()
    base = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)  # strokes of one letter may overlap
    path.addText(QPointF(left, base), font, words)
    painter.fillPath(path, painter.pen().color())
