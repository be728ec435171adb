"""A small table that is only read, as tall as its rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from workbench.presenters.plan.credit.picture import Grid
from workbench.ui.panels.roles.table import PlainTable
from workbench.ui.theme import Theme, ui_font

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW = 29
_NARROWEST = 130
_AIR = 2
_PAD = 5
_ROLE = Qt.ItemDataRole
_SIDE = Qt.AlignmentFlag


class GridModel(QAbstractTableModel):
    """The cells of a `Grid`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.grid = Grid()

    def show_grid(self, grid: Grid) -> None:
        """Show other cells."""
        self.beginResetModel()
        self.grid = grid
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.grid.heads)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """Words, colour and weight of a cell; what is cut off is whole in its tooltip."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case _ROLE.DisplayRole:
                return self.grid.rows[row][column]
            case _ROLE.ToolTipRole:
                return (self.grid.tips or self.grid.rows)[row][column]
            case _ROLE.TextAlignmentRole:
                return self._side(column)
            case _ROLE.FontRole if column == self.grid.marked:
                return ui_font(13, QFont.Weight.DemiBold)
            case _ROLE.ForegroundRole if row in self.grid.faint:
                return QColor(self._theme.colors.muted)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        """Heads across; none down."""
        if orientation == Qt.Orientation.Vertical:
            return None
        match role:
            case _ROLE.DisplayRole:
                return self.grid.heads[section]
            case _ROLE.TextAlignmentRole:
                return self._side(section)
        return None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        side = _SIDE.AlignRight if column >= self.grid.numbers_from else _SIDE.AlignLeft
        return side | _SIDE.AlignVCenter


class PaddedDelegate(QStyledItemDelegate):
    """Words begin where those of the head above them do."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        inner = QStyleOptionViewItem(option)
        rect: QRect = option.rect
        inner.rect = rect.adjusted(_PAD, 0, -_PAD, 0)
        super().paint(painter, inner, index)


class GridTable(PlainTable):
    """One column takes what the others leave; where it is too narrow, it scrolls sideways."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model = GridModel(theme)
        self.setModel(self._model)
        self.setItemDelegate(PaddedDelegate(self))
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.viewport().update)

    def show_grid(self, grid: Grid) -> None:
        """Show other cells."""
        if grid == self._model.grid:
            return
        self._model.show_grid(grid)
        self._share_out()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = self._model.rowCount()
        bar = self.horizontalScrollBar().sizeHint().height() if self._is_wide() else 0
        return QSize(300, self.horizontalHeader().sizeHint().height() + rows * ROW + bar + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def resizeEvent(self, event: Any) -> None:
        """Give the wide column the room that is left."""
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        header, count = self.horizontalHeader(), self._model.columnCount()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        widths = [
            max(self.sizeHintForColumn(at) + 2 * _PAD, header.sectionSizeHint(at)) + _AIR
            for at in range(count)
        ]
        wide = self._model.grid.wide
        for at, width in enumerate(widths):
            spare = self.viewport().width() - sum(widths) + width
            least = min(width, _NARROWEST)
            header.resizeSection(at, max(least, spare) if at == wide else width)
        self.updateGeometry()

    def _is_wide(self) -> bool:
        header = self.horizontalHeader()
        return header.length() > self.viewport().width()
