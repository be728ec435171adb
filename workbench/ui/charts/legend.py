"""Which colour is which series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from workbench.ui.charts.inks import LINE, SMALL, elided, figures, width_of, write
from workbench.ui.charts.rows import bar
from workbench.ui.theme import Colors

_SWATCH = 10.0
_GAP = 6.0
_BETWEEN = 16.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One series."""

    name: str
    color: QColor
    is_line: bool = False
    dashed: bool = False


class Legend:
    """Entries in as many lines as they need; a single series needs none."""

    def __init__(self, entries: Sequence[Entry], width: float) -> None:
        self._placed = list(_placed(entries, width)) if len(entries) > 1 else []
        self.height = max((box.bottom() + _GAP for _, box in self._placed), default=0.0)

    def draw(self, painter: QPainter, colors: Colors) -> None:
        """Draw at the top left."""
        for entry, box in self._placed:
            sign = QRectF(box.left(), box.center().y() - _SWATCH / 2, _long(entry), _SWATCH)
            if entry.is_line:
                style = Qt.PenStyle.DashLine if entry.dashed else Qt.PenStyle.SolidLine
                painter.setPen(QPen(entry.color, 2, style))
                y = box.center().y()
                painter.drawLine(QLineF(sign.left(), y, sign.right(), y))
            else:
                bar(painter, sign, entry.color)
            words = box.adjusted(_long(entry) + _GAP, 0, 0, 0)
            font = figures(SMALL)
            write(painter, elided(entry.name, font, words.width()), words, font, colors.muted)


def _placed(entries: Sequence[Entry], width: float) -> list[tuple[Entry, QRectF]]:
    placed, left, top, font = [], 0.0, 0.0, figures(SMALL)
    for entry in entries:
        needed = min(width, _long(entry) + _GAP + width_of(entry.name, font) + 1)
        if left and left + needed > width:
            left, top = 0.0, top + LINE + 2
        placed.append((entry, QRectF(left, top, needed, LINE)))
        left += needed + _BETWEEN
    return placed


def _long(entry: Entry) -> float:
    """How wide the sign is: of a dashed line two dashes have to be seen."""
    return 2 * _SWATCH if entry.is_line else _SWATCH
