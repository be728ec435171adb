"""How the actuals look: facts are cells to be typed into, the rest is read."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from workbench.presenters.actuals.picture import FactRow, FactsTable
from workbench.ui.panels.actuals.keeping import KeepingDelegate
from workbench.ui.panels.actuals.model import COMPLETION, FACT, NAME, PLAN
from workbench.ui.panels.cells.delegate import LEFT, PAD, RIGHT, Index, elided, toned, underline


class FactsDelegate(KeepingDelegate[FactsTable, FactRow]):
    """Yellow is typed; what was typed and is no number is red until it is mended."""

    def paint_ground(self, painter: QPainter, rect: QRect, chosen: bool, index: Index) -> None:
        """Facts are yellow, and the row of the cursor is marked beside them."""
        colors = self._theme.colors
        marked = chosen or (index.row() == self.current[0] and index.column() != FACT)
        ground = colors.entry if index.column() == FACT else colors.surface
        painter.fillRect(rect, QColor(colors.accent_soft if marked else ground))
        underline(painter, rect, colors)
        if index.column() == FACT:
            painter.setPen(QPen(QColor(colors.border), 1))
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
            painter.drawLine(rect.topRight(), rect.bottomRight())

    def paint_line(
        self, painter: QPainter, rect: QRect, font: QFont, line: FactRow, index: Index
    ) -> None:
        """One of name, plan, fact and completion."""
        column = index.column()
        inner = rect.adjusted(PAD, 0, -PAD, 0)
        if column == NAME:
            middle = inner.center().y() + 0.5
            inner.setRight(inner.right() - self.paint_dots(painter, inner, middle, line.dots))
        if column in (FACT, COMPLETION):
            font.setWeight(QFont.Weight.DemiBold)
        if column == COMPLETION and line.tone:
            self.paint_sign(painter, line.tone, inner.left(), inner.center().y())
        painter.setFont(font)
        painter.setPen(QColor(self._ink(line, column)))
        words = (line.name, line.plan, line.fact, line.completion)[column]
        side = LEFT if column == NAME else RIGHT
        painter.drawText(inner, side, elided(painter, words, inner.width()))

    def _ink(self, line: FactRow, column: int) -> str:
        colors = self._theme.colors
        if column == FACT and line.wrong:
            return colors.bad
        if column == COMPLETION:
            return toned(line.tone, colors)
        return colors.muted if column == PLAN else colors.text
