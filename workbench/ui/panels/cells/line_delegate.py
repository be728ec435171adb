"""How a table of metrics looks: headings, and under them a metric a row with the cursor's frame."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from workbench.presenters.desk import Desk
from workbench.presenters.months.picture import Dot, Heading
from workbench.presenters.tones import Tone
from workbench.presenters.typed_numbers import TypedNumbers
from workbench.ui.panels.cells.delegate import CellDelegate, Index, equal_figures, toned
from workbench.ui.panels.cells.model import NAME, LinesModel, R, T
from workbench.ui.theme import Theme
from workbench.ui.tones import TONE_ICONS

SIGN = 13
_DOT, _DOTS = 4.0, 3


class LineDelegate(CellDelegate, Generic[T, R]):
    """Paints every cell itself: the style sheet knows no inputs, problems and role colours."""

    def __init__(
        self,
        model: LinesModel[T, R],
        desk: Desk,
        theme: Theme,
        typed: TypedNumbers,
        parent: QWidget,
    ) -> None:
        super().__init__(desk, theme, typed, parent)
        self._lines = model

    def key_of(self, row: int) -> str:
        """The metric of a row."""
        return self._lines.key(row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._lines.line(index.row())
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        font = equal_figures(option)
        painter.save()
        if isinstance(line, Heading):
            words = line.name if index.column() == NAME else ""
            self.paint_heading(painter, rect, font, words, line.band)
        else:
            self.paint_ground(painter, rect, bool(state & QStyle.StateFlag.State_Selected), index)
            self.paint_line(painter, rect, font, line, index)
            if (index.row(), index.column()) == self.current:
                self.paint_frame(painter, self.typed_part(rect), state)
        painter.restore()

    def paint_ground(self, painter: QPainter, rect: QRect, chosen: bool, index: Index) -> None:
        """What is behind the words of a cell."""
        raise NotImplementedError

    def paint_line(
        self, painter: QPainter, rect: QRect, font: QFont, line: R, index: Index
    ) -> None:
        """The words of a cell."""
        raise NotImplementedError

    def typed_part(self, rect: QRect) -> QRect:
        """Where in a cell the number stands that is typed."""
        return rect

    def paint_sign(self, painter: QPainter, tone: Tone, left: int, middle: int) -> None:
        """The sign of a tone: it is told without colour too."""
        icon = self._theme.icon(TONE_ICONS[tone], toned(tone, self._theme.colors), SIGN)
        icon.paint(painter, left, middle - SIGN // 2, SIGN, SIGN)

    def paint_dots(
        self, painter: QPainter, inner: QRect, middle: float, dots: Sequence[Dot]
    ) -> int:
        """The roles that answer for the metric, at the right; how much room they take."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        x = inner.right() - _DOT
        for dot in reversed(dots[:_DOTS]):
            painter.setBrush(QColor(dot.color))
            painter.drawEllipse(QPointF(x, middle), _DOT, _DOT)
            x -= 2 * _DOT + 3
        return round(inner.right() - _DOT - x) + 3 if dots else 0
