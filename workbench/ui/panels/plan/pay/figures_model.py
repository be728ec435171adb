"""A table of figures as a Qt model: names in the first column."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.presenters.plan.pay.picture import Cell, Line, Table
from workbench.ui.tooltip import tooltip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class FiguresModel(QAbstractTableModel):
    """Serves a table; where lines and columns stay, views keep their place."""

    def __init__(self) -> None:
        super().__init__()
        self.table = Table()

    def show_table(self, table: Table) -> None:
        """Show another table."""
        same = len(self.table.lines) == len(table.lines) and len(self.table.heads) == len(
            table.heads
        )
        if not same:
            self.beginResetModel()
        self.table = table
        if not same:
            self.endResetModel()
        elif table.lines:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def line(self, index: Index) -> Line:
        """The line of a place."""
        return self.table.lines[index.row()]

    def cell(self, index: Index) -> Cell:
        """The figure of a place; the name as one in the first column."""
        line = self.line(index)
        if index.column() == 0:
            return Cell(line.name, line.tip, strong=line.is_sum)
        return line.cells[index.column() - 1]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.heads)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A sum can be read, but not chosen."""
        usual = Qt.ItemFlag.ItemIsEnabled
        if not index.isValid() or self.line(index).is_sum:
            return usual
        return usual | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.words
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(cell.tip) if cell.tip else None
            case Qt.ItemDataRole.AccessibleTextRole:
                head = self.table.heads[index.column()]
                return f"{self.line(index).name}, {head}: {cell.words} {cell.tip}".strip()
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.table.heads[section] if section < len(self.table.heads) else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == 0 else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
