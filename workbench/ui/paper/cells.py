"""Cells with fills, frames and words; one unit of the painter is a point."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPen,
)

from workbench.excel.plan import Style
from workbench.presenters.sheets.page import PageCell

FINE = 10  # fonts are laid out in tenths of a point, the same at every size of the picture
_PAD = 2.25
_INDENT = 6.75
_BAR = 1.0  # between a bar and the frame of its cell
_LEAST, _STEP = 0.5, 0.97  # how small, and in which steps, words get that have too little room
_ACROSS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}
_DOWN = {
    "top": Qt.AlignmentFlag.AlignTop,
    "center": Qt.AlignmentFlag.AlignVCenter,
    "bottom": Qt.AlignmentFlag.AlignBottom,
}
Hair = Callable[[str], QPen]


def screen_hair(color: str) -> QPen:
    """One pixel at every scale, so that neighbours' frames fall together."""
    pen = QPen(QColor(color), 1)
    pen.setCosmetic(True)
    return pen


def paper_hair(color: str) -> QPen:
    """Half a point."""
    return QPen(QColor(color), 0.5)


def paint_cells(painter: QPainter, cells: Sequence[PageCell], hair: Hair) -> None:
    """Fills first, then frames and words, so that nothing covers a neighbour's line."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for cell in cells:
        if cell.style.fill:
            painter.fillRect(box_of(cell), QColor(cell.style.fill))
        _paint_bar(painter, cell)
    for cell in cells:
        _paint_lines(painter, cell, hair)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for cell in cells:
        if cell.words:
            _paint_words(painter, cell)


def _paint_bar(painter: QPainter, cell: PageCell) -> None:
    """Fading out, so that the figure at the right can be read."""
    share, color = cell.bar
    if share:
        bar = box_of(cell).adjusted(_BAR, _BAR, -_BAR, -_BAR)
        bar.setWidth(bar.width() * share)
        fading = QLinearGradient(bar.topLeft(), bar.topRight())
        fading.setColorAt(0, QColor(color))
        fading.setColorAt(1, QColor("#FFFFFF"))
        painter.fillRect(bar, fading)


def box_of(cell: PageCell) -> QRectF:
    """Where a cell stands."""
    return QRectF(cell.left, cell.top, cell.width, cell.height)


def room_of(cell: PageCell) -> QRectF:
    """Where the words of a cell may stand: beyond it, where its neighbours are empty."""
    style = cell.style
    room = box_of(cell).adjusted(_PAD + style.indent * _INDENT, 0, -_PAD, 0)
    if not style.wrap and not cell.number and style.align == "left":
        room.setRight(room.right() + cell.spill)
    return room


def words_of(cell: PageCell) -> QRectF:
    """Where the words of a cell really stand."""
    room = _fine(room_of(cell))
    size = _fitting(cell.words, cell.style, room.width(), room.height())
    found = QFontMetricsF(_font(cell.style, size)).boundingRect(room, _flags(cell), cell.words)
    return QRectF(found.x() / FINE, found.y() / FINE, found.width() / FINE, found.height() / FINE)


def cell_font(style: Style) -> QFont:
    """Calibri or its twin, in tenths of a point; else our own, made as narrow as they are."""
    return _font(style, style.size)


def _font(style: Style, size: float) -> QFont:
    families = _families()
    narrow = next((name for name in ("Calibri", "Carlito") if name in families), "")
    font = QFont(narrow or "Inter")
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setPixelSize(max(1, round(size * FINE)))
    for ligatures in ("liga", "clig"):
        font.setFeature(QFont.Tag(ligatures), 0)  # "fi" in one sign cannot be found in a PDF
    if not narrow:
        font.setStretch(88)
    font.setBold(style.bold)
    font.setItalic(style.italic)
    return font


def _families() -> frozenset[str]:
    return frozenset(QFontDatabase.families())


def _paint_lines(painter: QPainter, cell: PageCell, hair: Hair) -> None:
    box, style = box_of(cell), cell.style
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if style.frame:
        painter.setPen(hair(style.frame))
        painter.drawRect(box)
    if style.underline:
        painter.setPen(hair(style.underline))
        painter.drawLine(box.bottomLeft(), box.bottomRight())


def _paint_words(painter: QPainter, cell: PageCell) -> None:
    """Words that a spreadsheet would cut off are made smaller instead."""
    room = _fine(room_of(cell))
    size = _fitting(cell.words, cell.style, room.width(), room.height())
    painter.save()
    painter.scale(1 / FINE, 1 / FINE)
    painter.setFont(_font(cell.style, size))
    painter.setPen(QColor(cell.style.color))
    painter.drawText(room, _flags(cell), cell.words)
    painter.restore()


def _flags(cell: PageCell) -> int:
    return _flags_of(cell.style)


def _flags_of(style: Style) -> int:
    wrap = Qt.TextFlag.TextWordWrap if style.wrap else Qt.TextFlag.TextDontClip
    return int(_ACROSS[style.align] | _DOWN[style.valign]) | int(wrap)


@lru_cache(maxsize=20_000)
def _fitting(words: str, style: Style, width: float, height: float) -> float:
    """The size at which words have enough room; rows leave some that lines do not really need."""
    room, size = QRectF(0, 0, width, height), style.size
    while size > style.size * _LEAST:
        needed = QFontMetricsF(_font(style, size)).boundingRect(room, _flags_of(style), words)
        if needed.width() <= width + 1 and needed.height() <= height + FINE:
            break
        size *= _STEP
    return size


def _fine(box: QRectF) -> QRectF:
    return QRectF(box.x() * FINE, box.y() * FINE, box.width() * FINE, box.height() * FINE)
