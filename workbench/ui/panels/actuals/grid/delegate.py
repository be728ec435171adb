"""How plan and fact look: the plan small above, the fact to be typed below, with its sign."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from workbench.presenters.actuals.grid.cells import GridCells
from workbench.presenters.actuals.grid.picture import GridRow, GridTable, PlanFact
from workbench.presenters.desk import Desk
from workbench.ui.panels.actuals.grid.model import GridModel
from workbench.ui.panels.actuals.keeping import KeepingDelegate
from workbench.ui.panels.cells.delegate import LEFT, PAD, RIGHT, Index, elided, toned, underline
from workbench.ui.panels.cells.line_delegate import SIGN
from workbench.ui.panels.cells.model import NAME
from workbench.ui.theme import Theme

ABOVE, BELOW = 19, 25  # the plan and the fact of a row
_SMALL = 11


class GridDelegate(KeepingDelegate[GridTable, GridRow]):
    """Yellow is typed; what follows from other actuals is grey, what is no number red."""

    def __init__(
        self, model: GridModel, desk: Desk, theme: Theme, cells: GridCells, parent: QWidget
    ) -> None:
        super().__init__(model, desk, theme, cells, parent)
        self._model = model

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The field stands where the fact does."""
        editor.setGeometry(self.typed_part(option.rect).adjusted(0, 0, 0, -1))

    def typed_part(self, rect: QRect) -> QRect:
        """The fact below the plan."""
        return rect.adjusted(0, ABOVE, 0, 0)

    def paint_ground(self, painter: QPainter, rect: QRect, chosen: bool, index: Index) -> None:
        """Facts are yellow, and the row of the cursor is marked beside the months."""
        colors, is_month = self._theme.colors, index.column() in self._model.months
        marked = chosen or (index.row() == self.current[0] and not is_month)
        painter.fillRect(rect, QColor(colors.surface))
        below = self.typed_part(rect) if is_month else rect
        ground = colors.entry if is_month else colors.surface
        painter.fillRect(below, QColor(colors.accent_soft if marked else ground))
        underline(painter, rect, colors)
        painter.setPen(QPen(QColor(colors.border), 1))
        if index.column() != NAME:
            painter.drawLine(rect.topLeft(), rect.bottomLeft())

    def paint_line(
        self, painter: QPainter, rect: QRect, font: QFont, line: GridRow, index: Index
    ) -> None:
        """The name of the metric with its unit, or plan and fact."""
        cell = self._model.cell(index.row(), index.column())
        if cell is None:
            self._paint_name(painter, rect, font, line)
        else:
            self._paint_cell(painter, rect, font, cell)

    def _paint_name(self, painter: QPainter, rect: QRect, font: QFont, line: GridRow) -> None:
        colors = self._theme.colors
        inner = rect.adjusted(PAD, 0, -PAD, 0)
        dots = self.paint_dots(painter, inner, inner.top() + 13.5, line.dots)
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
        left = below.left() - 3
        if cell.tone:
            self.paint_sign(painter, cell.tone, left, below.center().y())
            left += SIGN + 3
        painter.setFont(small)
        painter.setPen(QColor(toned(cell.tone, self._theme.colors)))
        painter.drawText(QRect(left, below.top(), below.width(), below.height()), LEFT,
                         cell.completion)  # fmt: skip
