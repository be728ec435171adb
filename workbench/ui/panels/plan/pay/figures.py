"""A table of figures as tall as its lines; arrows walk over them, and the chosen line is told."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from workbench.presenters.plan.pay.picture import Cell, Line, Table
from workbench.ui.panels.plan.pay.figures_model import FiguresModel, Index
from workbench.ui.panels.plan.role_chip import chip_width, paint_role_chip
from workbench.ui.theme import Theme, ui_font

ROW, HEADER = 32, 30
_PAD = 8
_WIDEST_NAME = 220
_VCENTER = Qt.AlignmentFlag.AlignVCenter


class Figures(QTableView):
    """Shows a `Table`; `chosen` brings a line that a person went to."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._showing = False
        self.figures = FiguresModel()
        self.setModel(self.figures)
        self.setItemDelegate(FiguresDelegate(self.figures, theme, self))
        self._look()
        theme.changed.connect(self._repaint)
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def show_table(self, table: Table) -> None:
        """Show a table and which of its lines is chosen."""
        self._showing = True
        self.figures.show_table(table)
        self._fit()
        if table.chosen is None:
            self.clearSelection()
        else:
            column = max(0, self.currentIndex().column())
            self.setCurrentIndex(self.figures.index(table.chosen, column))
            self.selectRow(table.chosen)
        self._showing = False

    def sizeHint(self) -> QSize:
        """As tall as the lines, and a bar where they are wider than the room."""
        lines = HEADER + ROW * self.figures.rowCount() + 2
        is_cut = self._natural() > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if is_cut else 0
        return QSize(300, lines + bar)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share what room there is."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """There is nothing to scroll up or down here: the tab around may."""
        if event.angleDelta().x() == 0:
            event.ignore()
        else:
            super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another font or look needs other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _look(self) -> None:
        self.setProperty("look", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.setFixedHeight(HEADER)
        header.setFont(strong_font())
        header.setHighlightSections(False)
        header.setSectionsClickable(False)

    def _natural(self) -> int:
        return sum(self._widths())

    def _widths(self) -> list[int]:
        return [self._width(column) for column in range(self.figures.columnCount())]

    def _width(self, column: int) -> int:
        """What the heading and the figures of a column need."""
        metrics = QFontMetricsF(strong_font())
        widest = metrics.horizontalAdvance(self.figures.table.heads[column])
        for at, line in enumerate(self.figures.table.lines):
            if column == 0 and line.color:
                needed = min(chip_width(line.name, metrics), _WIDEST_NAME)
            else:
                words = self.figures.cell(self.figures.index(at, column)).words
                needed = metrics.horizontalAdvance(words)
                needed = min(needed, _WIDEST_NAME) if column == 0 else needed
            widest = max(widest, needed)
        return int(widest) + 2 * _PAD

    def _fit(self) -> None:
        widths = self._widths()
        spare = max(0, self.viewport().width() - sum(widths))
        for column, width in enumerate(widths):
            more = spare // (len(widths) - column)
            spare -= more
            self.setColumnWidth(column, width + more)
        self.updateGeometry()

    def _repaint(self) -> None:
        self.viewport().update()

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._showing and current.isValid():
            line = self.figures.line(current)
            if not line.is_sum:
                self.chosen.emit(line)


class FiguresDelegate(QStyledItemDelegate):
    """Paints with the colours in force: names at the left, figures at the right."""

    def __init__(self, model: FiguresModel, theme: Theme, view: Figures) -> None:
        super().__init__(view)
        self._model = model
        self._theme = theme
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One figure with the line below it."""
        colors, line = self._theme.colors, self._model.line(index)
        rect = QRectF(option.rect)
        painter.save()
        painter.fillRect(rect, QColor(self._ground(index)))
        if index.row() < self._model.rowCount() - 1:
            painter.setPen(QColor(colors.border))
            below = rect.bottom() - 0.5
            painter.drawLine(QLineF(rect.left(), below, rect.right(), below))
        inside = rect.adjusted(_PAD, 0, -_PAD, -1)
        if index.column() == 0 and line.color:
            painter.setFont(ui_font(12, QFont.Weight.Medium))
            paint_role_chip(painter, inside, line.name, line.color, colors)
        else:
            self._paint_words(painter, inside, index, line)
        if self._is_current(index):
            painter.setPen(QColor(colors.accent))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -1.5))
        painter.restore()

    def _paint_words(self, painter: QPainter, inside: QRectF, index: Index, line: Line) -> None:
        cell = self._model.cell(index)
        painter.setFont(strong_font() if cell.strong or line.is_sum else ui_font(12))
        painter.setPen(QColor(self._ink(cell)))
        side = Qt.AlignmentFlag.AlignLeft if index.column() == 0 else Qt.AlignmentFlag.AlignRight
        shown = painter.fontMetrics().elidedText(
            cell.words, Qt.TextElideMode.ElideRight, int(inside.width()) + 1
        )
        painter.drawText(inside, side | _VCENTER, shown)

    def _ground(self, index: Index) -> str:
        colors, chosen = self._theme.colors, self._model.table.chosen
        return colors.accent_soft if index.row() == chosen else colors.surface

    def _is_current(self, index: Index) -> bool:
        return self._view.hasFocus() and index == self._view.currentIndex()

    def _ink(self, cell: Cell) -> str:
        colors = self._theme.colors
        inks = {"muted": colors.muted, "good": colors.good, "warn": colors.warn, "bad": colors.bad}
        return inks.get(cell.tone, colors.text)


def strong_font() -> QFont:
    """The font of figures that matter most."""
    return ui_font(12, QFont.Weight.DemiBold)
