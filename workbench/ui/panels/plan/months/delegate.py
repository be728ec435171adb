"""How the cells of the plan look and how a number is typed into one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from workbench.presenters.desk import Desk
from workbench.presenters.months.cells import Cells
from workbench.presenters.months.picture import Cell, Row, Table
from workbench.ui.panels.cells.delegate import (
    LEFT,
    PAD,
    RIGHT,
    Index,
    elided,
    toned,
    underline,
)
from workbench.ui.panels.cells.line_delegate import LineDelegate
from workbench.ui.panels.plan.months.table_model import DOTS, FIRST_MONTH, UNIT, MonthsModel
from workbench.ui.theme import Theme

_DOT = 4.5


class MonthsDelegate(LineDelegate[Table, Row]):
    """Paints every cell itself: the style sheet knows no inputs, problems and role colours."""

    def __init__(
        self, model: MonthsModel, desk: Desk, theme: Theme, cells: Cells, parent: QWidget
    ) -> None:
        super().__init__(model, desk, theme, cells, parent)
        self._model = model

    def paint_ground(self, painter: QPainter, rect: QRect, chosen: bool, index: Index) -> None:
        """Inputs are yellow, and the row of the cursor is marked beside the months."""
        colors, column = self._theme.colors, index.column()
        cell = self._model.cell(index.row(), column)
        typed = cell is not None and cell.kind != "computed"
        beside = index.row() == self.current[0] and not is_month(column, self._model)
        ground = colors.entry if typed else colors.surface
        painter.fillRect(rect, QColor(colors.accent_soft if chosen or beside else ground))
        underline(painter, rect, colors)
        painter.setPen(QPen(QColor(colors.border), 1))
        if typed:
            painter.drawLine(rect.topRight(), rect.bottomRight())
        if column == self._model.total:
            painter.drawLine(rect.topLeft(), rect.bottomLeft())

    def paint_line(
        self, painter: QPainter, rect: QRect, font: QFont, line: Row, index: Index
    ) -> None:
        """The number of a place, or what is told of the metric."""
        colors, column = self._theme.colors, index.column()
        inner = rect.adjusted(PAD, 0, -PAD, 0)
        cell = self._model.cell(index.row(), column)
        if cell is not None:
            if column == self._model.total:
                font.setWeight(QFont.Weight.DemiBold)
            self._paint_number(painter, inner, font, cell)
        elif column == DOTS:
            self._paint_roles(painter, rect, line)
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

    def _paint_roles(self, painter: QPainter, rect: QRect, line: Row) -> None:
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
