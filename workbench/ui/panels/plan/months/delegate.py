"""How the cells of the plan look and how a number is typed into one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from workbench.presenters.desk import Desk
from workbench.presenters.months.cells import Cells
from workbench.presenters.months.picture import Cell, Heading, Row
from workbench.ui.panels.cell_delegate import (
    LEFT,
    PAD,
    RIGHT,
    CellDelegate,
    Index,
    elided,
    equal_figures,
    toned,
    underline,
)
from workbench.ui.panels.plan.months.table_model import DOTS, FIRST_MONTH, NAME, UNIT, MonthsModel
from workbench.ui.theme import Theme

_DOT = 4.5


class MonthsDelegate(CellDelegate):
    """Paints every cell itself: the style sheet knows no inputs, problems and role colours."""

    def __init__(
        self, model: MonthsModel, desk: Desk, theme: Theme, cells: Cells, parent: QWidget
    ) -> None:
        super().__init__(desk, theme, cells, parent)
        self._model = model

    def key_of(self, row: int) -> str:
        """The metric of a row."""
        line = self._model.line(row)
        return line.key if isinstance(line, Row) else ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._model.line(index.row())
        rect: QRect = option.rect
        font = equal_figures(option)
        painter.save()
        if isinstance(line, Heading):
            words = line.name if index.column() == NAME else ""
            self.paint_heading(painter, rect, font, words, line.band)
        else:
            state: QStyle.StateFlag = option.state
            self._paint_ground(painter, rect, state, index)
            self._paint_row(painter, rect, font, line, index)
            if (index.row(), index.column()) == self.current:
                self.paint_frame(painter, rect, state)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: Index
    ) -> None:
        colors, column = self._theme.colors, index.column()
        cell = self._model.cell(index.row(), column)
        typed = cell is not None and cell.kind != "computed"
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        beside = index.row() == self.current[0] and not is_month(column, self._model)
        ground = colors.entry if typed else colors.surface
        painter.fillRect(rect, QColor(colors.accent_soft if chosen or beside else ground))
        underline(painter, rect, colors)
        painter.setPen(QPen(QColor(colors.border), 1))
        if typed:
            painter.drawLine(rect.topRight(), rect.bottomRight())
        if column == self._model.total:
            painter.drawLine(rect.topLeft(), rect.bottomLeft())

    def _paint_row(
        self, painter: QPainter, rect: QRect, font: QFont, line: Row, index: Index
    ) -> None:
        colors, column = self._theme.colors, index.column()
        inner = rect.adjusted(PAD, 0, -PAD, 0)
        cell = self._model.cell(index.row(), column)
        if cell is not None:
            if column == self._model.total:
                font.setWeight(QFont.Weight.DemiBold)
            self._paint_number(painter, inner, font, cell)
        elif column == DOTS:
            self._paint_dots(painter, rect, line)
        elif column > self._model.total:
            painter.setPen(QColor(toned(line.difference.tone, colors)))
            painter.drawText(inner, RIGHT, line.difference.text)
        else:
            painter.setPen(QColor(colors.muted if column == UNIT else colors.text))
            words = line.unit if column == UNIT else line.name
            painter.drawText(inner, LEFT, elided(painter, words, inner.width()))

    def _paint_number(self, painter: QPainter, inner: QRect, font: QFont, cell: Cell) -> None:
        colors = self._theme.colors
        color = colors.text
        if cell.wrong:
            color = colors.warn
        elif cell.kind == "given":
            color = colors.accent
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(color))
        painter.drawText(inner, RIGHT, elided(painter, cell.text, inner.width() + PAD))

    def _paint_dots(self, painter: QPainter, rect: QRect, line: Row) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        x = rect.left() + PAD + _DOT
        for dot in line.dots[:4]:
            painter.setBrush(QColor(dot.color))
            painter.drawEllipse(QPointF(x, rect.center().y() + 0.5), _DOT, _DOT)
            x += 2 * _DOT + 3


def is_month(column: int, model: MonthsModel) -> bool:
    """Whether a column is one of the months."""
    return FIRST_MONTH <= column < model.total
