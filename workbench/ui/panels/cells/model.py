"""A table of metrics as Qt wants it: a line a row, and the metrics' names in the first column."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from workbench.presenters.months.picture import Heading, Keyed, Lines, MonthLines
from workbench.ui.panels.cells.delegate import Index

NAME = 0
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
T = TypeVar("T", bound=Lines[Any])
M = TypeVar("M", bound=MonthLines[Any])
R = TypeVar("R", bound=Keyed)


class LinesModel(QAbstractTableModel, Generic[T, R]):
    """Headings stand in the first column and can be neither gone to nor typed into."""

    def __init__(self, table: T) -> None:
        super().__init__()
        self._table = table

    @property
    def table(self) -> T:
        """The picture that is shown."""
        return self._table

    def show_table(self, table: T) -> bool:
        """Show another picture; True when rows or columns are others than before."""
        before = self._table
        if self._frame(before) != self._frame(table):
            self.beginResetModel()
            self._table = table
            self.endResetModel()
            return True
        self._table = table
        last = self.columnCount() - 1
        for row, (old, new) in enumerate(zip(before.lines, table.lines, strict=True)):
            if old is not new and old != new:
                self.dataChanged.emit(self.index(row, NAME), self.index(row, last))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, NAME, last)
        return False

    def line(self, row: int) -> Heading | R:
        """A heading or a metric."""
        found: Heading | R = self._table.lines[row]
        return found

    def key(self, row: int) -> str:
        """The metric of a row; empty where there is none."""
        line = self.line(row) if 0 <= row < len(self._table.lines) else None
        return "" if line is None or isinstance(line, Heading) else line.key

    def title(self, column: int) -> str:
        """What stands above a column."""
        raise NotImplementedError

    def is_typed(self, row: R, column: int) -> bool:
        """Whether a number can be typed there."""
        raise NotImplementedError

    def is_reached(self, column: int) -> bool:
        """Whether the cursor can stand in a column."""
        return True

    def type(self, row: R, column: int, words: str) -> None:
        """Hand over what was typed."""
        raise NotImplementedError

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._table.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        line = self.line(index.row()) if index.isValid() else None
        if line is None or isinstance(line, Heading) or not self.is_reached(index.column()):
            return flag.NoItemFlags
        plain = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        return plain | flag.ItemIsEditable if self.is_typed(line, index.column()) else plain

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        line = self.line(index.row()) if index.isValid() else None
        if line is None or isinstance(line, Heading) or role != Role.EditRole:
            return False
        if not self.is_typed(line, index.column()):
            return False
        self.type(line, index.column(), str(value or ""))
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole:
            return self.side(section)
        return self.title(section) if role == Role.DisplayRole else None

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Words stand on the left, numbers on the right."""
        side = Qt.AlignmentFlag.AlignLeft if column == NAME else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter

    def _frame(self, table: T) -> tuple[object, ...]:
        """What makes rows and columns others than before; only words and numbers may differ."""
        return tuple(line.key if not isinstance(line, Heading) else None for line in table.lines)


class MonthLinesModel(LinesModel[M, R]):
    """What is told of a metric, then the months, then what is told of all months together."""

    first_month = 1

    @property
    def months(self) -> range:
        """The columns of the months."""
        return range(self.first_month, self.first_month + len(self.table.months))

    def _frame(self, table: M) -> tuple[object, ...]:
        return (*super()._frame(table), len(table.months))
