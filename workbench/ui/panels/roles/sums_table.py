"""What always stands under the matrix: the sum of weights and the number of KPIs of each role."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from workbench.presenters.roles.matrix_picture import ColumnPicture
from workbench.presenters.roles.sums import Sum
from workbench.ui.panels.roles.matrix_model import Index
from workbench.ui.panels.roles.table import PlainTable
from workbench.ui.theme import Theme, ui_font

HEIGHT = 31
_NOWHERE = QModelIndex()


class SumsModel(QAbstractTableModel):
    """Two rows; a column a role."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[ColumnPicture, ...] = ()
        self._captions = ("", "")

    def show_captions(self, weights: str, count: str) -> None:
        """Name the two rows."""
        self._captions = (weights, count)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, 1)

    def show_columns(self, columns: tuple[ColumnPicture, ...]) -> None:
        """Show the sums of the roles."""
        if columns == self._columns:
            return
        same = len(columns) == len(self._columns)
        if not same:
            self.beginResetModel()
        self._columns = columns
        if not same:
            self.endResetModel()
        elif columns:
            self.dataChanged.emit(self.index(0, 0), self.index(1, len(columns) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 2

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The figure, or its judgement in words."""
        found = self.sum(index)
        if found is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{found.caption} {found.sign}".rstrip()
        return found.tip if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Role names across, the names of the sums down."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self._captions[section]
        return self._columns[section].name

    def sum(self, index: Index) -> Sum | None:
        """The figure of an index."""
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        return column.weights if index.row() == 0 else column.count


class SumDelegate(QStyledItemDelegate):
    """Figure and sign in the colour of the judgement."""

    def __init__(self, model: SumsModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One figure."""
        found = self._model.sum(index)
        if found is None:
            return
        colors = self._theme.colors
        tones = {"good": colors.good, "warn": colors.warn, "bad": colors.bad}
        rect: QRect = option.rect
        painter.save()
        painter.setPen(QColor(colors.border))
        painter.drawLine(rect.topLeft(), rect.topRight())
        weight = QFont.Weight.DemiBold if index.row() == 0 else QFont.Weight.Normal
        painter.setFont(ui_font(12, weight))
        painter.setPen(QColor(tones.get(found.tone, colors.text)))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, _elided(found, painter, rect))
        painter.restore()


class SumsTable(PlainTable):
    """Scrolls with the roles above; its bar is the one of both."""

    def __init__(self, model: SumsModel, theme: Theme) -> None:
        super().__init__()
        self.setItemDelegate(SumDelegate(model, theme))
        self.horizontalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide_bars(vertical=True)
        self.setModel(model)


def _elided(found: Sum, painter: QPainter, rect: QRect) -> str:
    words = f"{found.caption} {found.sign}".rstrip()
    metrics = QFontMetrics(painter.font())
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width() - 4)
