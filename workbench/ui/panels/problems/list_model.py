"""The list of findings as a Qt model; what stays the same is not told anew."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.presenters.problems.picture import Row

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class FindingsModel(QAbstractListModel):
    """Serves rows; only those that came, went or changed are told."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows."""
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._exchange(rows)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, index: Index) -> Row:
        """The finding of an index."""
        return self._rows[index.row()]

    def index_of(self, id: str) -> QModelIndex:
        """Where a finding is; invalid where it is not shown."""
        at = next((at for at, row in enumerate(self._rows) if row.id == id), -1)
        return self.index(at, 0) if at >= 0 else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The sentence, for painting, for screen readers and for the pointer."""
        if not index.isValid():
            return None
        row = self.row(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.sentence
            case Qt.ItemDataRole.AccessibleTextRole:
                return " · ".join(part for part in (row.code, row.accepted, row.sentence) if part)
            case _:
                return None

    def _exchange(self, rows: tuple[Row, ...]) -> None:
        before, self._rows = self._rows, rows
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at, 0), self.index(at, 0))
