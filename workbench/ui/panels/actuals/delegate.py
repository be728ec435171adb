"""How the actuals look: facts are cells to be typed into, the rest is read."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from workbench.presenters.actuals.cells import FactCells
from workbench.presenters.actuals.picture import FactRow
from workbench.presenters.desk import Desk
from workbench.presenters.months.picture import Heading
from workbench.ui.panels.actuals.keeping import KeepingDelegate
from workbench.ui.panels.actuals.model import COMPLETION, FACT, NAME, PLAN, FactsModel
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

_DOT = 4.0
_DOTS = 3
_SIGN = 13


class FactsDelegate(KeepingDelegate):
    """Yellow is typed; what was typed and is no number is red until it is mended."""

    def __init__(
        self, model: FactsModel, desk: Desk, theme: Theme, cells: FactCells, parent: QWidget
    ) -> None:
        super().__init__(desk, theme, cells, parent)
        self._model = model

    def key_of(self, row: int) -> str:
        """The metric of a row."""
        line = self._model.line(row)
        return line.key if isinstance(line, FactRow) else ""

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
            self._paint_cell(painter, rect, font, line, column)
            if (index.row(), column) == self.current:
                self.paint_frame(painter, rect, state)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: Index
    ) -> None:
        colors = self._theme.colors
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        marked = chosen or (index.row() == self.current[0] and index.column() != FACT)
        ground = colors.entry if index.column() == FACT else colors.surface
        painter.fillRect(rect, QColor(colors.accent_soft if marked else ground))
        underline(painter, rect, colors)
        if index.column() == FACT:
            painter.setPen(QPen(QColor(colors.border), 1))
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
            painter.drawLine(rect.topRight(), rect.bottomRight())

    def _paint_cell(
        self, painter: QPainter, rect: QRect, font: QFont, line: FactRow, column: int
    ) -> None:
        inner = rect.adjusted(PAD, 0, -PAD, 0)
        if column == NAME:
            inner.setRight(inner.right() - self._paint_dots(painter, inner, line))
        if column in (FACT, COMPLETION):
            font.setWeight(QFont.Weight.DemiBold)
        if column == COMPLETION and line.tone:
            self._paint_sign(painter, inner, line)
        painter.setFont(font)
        painter.setPen(QColor(self._ink(line, column)))
        words = (line.name, line.plan, line.fact, line.completion)[column]
        side = LEFT if column == NAME else RIGHT
        painter.drawText(inner, side, elided(painter, words, inner.width()))

    def _paint_sign(self, painter: QPainter, inner: QRect, line: FactRow) -> None:
        ink, top = self._ink(line, COMPLETION), inner.center().y() - _SIGN // 2
        icon = self._theme.icon(TONE_ICONS[line.tone], ink, _SIGN)
        icon.paint(painter, inner.left(), top, _SIGN, _SIGN)

    def _ink(self, line: FactRow, column: int) -> str:
        colors = self._theme.colors
        if column == FACT and line.wrong:
            return colors.bad
        if column == COMPLETION:
            return toned(line.tone, colors)
        return colors.muted if column == PLAN else colors.text

    def _paint_dots(self, painter: QPainter, inner: QRect, line: FactRow) -> int:
        """The roles that answer for the metric, at the right; how much room they take."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        x = inner.right() - _DOT
        for dot in reversed(line.dots[:_DOTS]):
            painter.setBrush(QColor(dot.color))
            painter.drawEllipse(QPointF(x, inner.center().y() + 0.5), _DOT, _DOT)
            x -= 2 * _DOT + 3
        return round(inner.right() - _DOT - x) + 3 if line.dots else 0
