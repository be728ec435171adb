"""How plan and fact look: the plan small above, the fact to be typed below, with its sign."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from workbench.presenters.actuals.grid.cells import GridCells
from workbench.presenters.actuals.grid.picture import GridRow, PlanFact
from workbench.presenters.desk import Desk
from workbench.presenters.months.picture import Heading
from workbench.ui.panels.actuals.grid.model import NAME, GridModel
from workbench.ui.panels.actuals.keeping import KeepingDelegate
from workbench.ui.panels.cell_delegate import (
    LEFT,
    PAD,
    RIGHT,
    Index,
    elided,
    equal_figures,
    toned,
    underline,
)
from workbench.ui.theme import Theme
from workbench.ui.tones import TONE_ICONS

ABOVE, BELOW = 19, 25  # the plan and the fact of a row
_SMALL, _SIGN, _DOT, _DOTS = 11, 13, 4.0, 3


class GridDelegate(KeepingDelegate):
    """Yellow is typed; what follows from other actuals is grey, what is no number red."""

    def __init__(
        self, model: GridModel, desk: Desk, theme: Theme, cells: GridCells, parent: QWidget
    ) -> None:
        super().__init__(desk, theme, cells, parent)
        self._model = model

    def key_of(self, row: int) -> str:
        """The metric of a row."""
        line = self._model.line(row)
        return line.key if isinstance(line, GridRow) else ""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The field stands where the fact does."""
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(0, ABOVE, 0, -1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, column = self._model.line(index.row()), index.column()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        font = equal_figures(option)
        painter.save()
        if isinstance(line, Heading):
            words = line.name if column == NAME else ""
            self.paint_heading(painter, rect, font, words, line.band)
        else:
            self._paint_ground(painter, rect, state, index)
            cell = self._model.cell(index.row(), column)
            if cell is None:
                self._paint_name(painter, rect, font, line)
            else:
                self._paint_cell(painter, rect, font, cell)
            if (index.row(), column) == self.current:
                self.paint_frame(painter, rect.adjusted(0, ABOVE, 0, 0), state)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: Index
    ) -> None:
        colors, is_month = self._theme.colors, index.column() in self._model.months
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        marked = chosen or (index.row() == self.current[0] and not is_month)
        painter.fillRect(rect, QColor(colors.surface))
        below = rect.adjusted(0, ABOVE, 0, 0) if is_month else rect
        ground = colors.entry if is_month else colors.surface
        painter.fillRect(below, QColor(colors.accent_soft if marked else ground))
        underline(painter, rect, colors)
        painter.setPen(QPen(QColor(colors.border), 1))
        if index.column() != NAME:
            painter.drawLine(rect.topLeft(), rect.bottomLeft())

    def _paint_name(self, painter: QPainter, rect: QRect, font: QFont, line: GridRow) -> None:
        colors = self._theme.colors
        inner = rect.adjusted(PAD, 0, -PAD, 0)
        dots = self._paint_dots(painter, inner, line)
        painter.setFont(font)
        painter.setPen(QColor(colors.text))
        above = QRect(inner.left(), rect.top() + 4, inner.width() - dots, 18)
        painter.drawText(above, LEFT, elided(painter, line.name, above.width()))
        font.setPixelSize(_SMALL)
        painter.setFont(font)
        painter.setPen(QColor(colors.muted))
        below = above.translated(0, 17)
        painter.drawText(below, LEFT, elided(painter, line.unit, below.width()))

    def _paint_cell(self, painter: QPainter, rect: QRect, font: QFont, cell: PlanFact) -> None:
        colors = self._theme.colors
        inner = rect.adjusted(PAD, 0, -PAD, 0)
        small = QFont(font)
        small.setPixelSize(_SMALL)
        painter.setFont(small)
        painter.setPen(QColor(colors.muted))
        above = QRect(inner.left(), rect.top() + 2, inner.width(), ABOVE - 2)
        painter.drawText(above, RIGHT, elided(painter, cell.plan, above.width()))
        below = QRect(inner.left(), rect.top() + ABOVE, inner.width(), BELOW)
        if cell.completion:
            self._paint_sign(painter, below, cell, small)
        entered = cell.origin == "entered"
        font.setWeight(QFont.Weight.DemiBold if entered else QFont.Weight.Normal)
        painter.setFont(font)
        ink = colors.bad if cell.wrong else colors.text if entered else colors.muted
        painter.setPen(QColor(ink))
        painter.drawText(below, RIGHT, elided(painter, cell.fact, below.width()))

    def _paint_sign(self, painter: QPainter, below: QRect, cell: PlanFact, small: QFont) -> None:
        """The completion at the left, with a sign of its own for each tone."""
        colors, left = self._theme.colors, below.left() - 3
        ink = toned(cell.tone, colors)
        if cell.tone:
            top = below.center().y() - _SIGN // 2
            self._theme.icon(TONE_ICONS[cell.tone], ink, _SIGN).paint(
                painter, left, top, _SIGN, _SIGN
            )
            left += _SIGN + 3
        painter.setFont(small)
        painter.setPen(QColor(ink))
        painter.drawText(QRect(left, below.top(), below.width(), below.height()), LEFT,
                         cell.completion)  # fmt: skip

    def _paint_dots(self, painter: QPainter, inner: QRect, line: GridRow) -> int:
        """The roles that answer for the metric, at the right; how much room they take."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        x = inner.right() - _DOT
        for dot in reversed(line.dots[:_DOTS]):
            painter.setBrush(QColor(dot.color))
            painter.drawEllipse(QPointF(x, inner.top() + 13.5), _DOT, _DOT)
            x -= 2 * _DOT + 3
        return round(inner.right() - _DOT - x) + 3 if line.dots else 0
