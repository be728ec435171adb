"""The matrix as a Qt model: three columns about the metric, then one a role."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.presenters.roles.matrix_picture import (
    Cell,
    CellPicture,
    ColumnPicture,
    MatrixPicture,
    RowPicture,
)
from workbench.presenters.roles.tips import Tips
from workbench.ui.tooltip import tooltip

METRIC, TARGET, INFLUENCE, FIRST_ROLE = range(4)
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_HEADER_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


class MatrixModel(QAbstractTableModel):
    """Serves a picture; where rows and columns stay, only what differs is told."""

    def __init__(self, tips: Tips) -> None:
        super().__init__()
        self._tips = tips
        self._captions = ("", "", "")
        self._picture = MatrixPicture()

    @property
    def picture(self) -> MatrixPicture:
        """What is shown."""
        return self._picture

    def show_captions(self, captions: tuple[str, str, str]) -> None:
        """Name the first three columns."""
        self._captions = captions
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, METRIC, INFLUENCE)

    def show_picture(self, picture: MatrixPicture) -> bool:
        """Show another picture; True where rows or columns are others than before."""
        before, same = self._picture, _same_shape(self._picture, picture)
        if not same:
            self.beginResetModel()
        self._picture = picture
        if not same:
            self.endResetModel()
            return True
        self._tell(before)
        return False

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._picture.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else FIRST_ROLE + len(self._picture.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be gone to; a cell can be edited."""
        if not index.isValid() or not self.row(index).metric:
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsEditable if index.column() >= FIRST_ROLE else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, for painting, for screen readers and for the pointer."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(index)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(index)
            case _:
                return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Captions and role names across, metric names down."""
        if role not in _HEADER_ROLES:
            return None
        if orientation == Qt.Orientation.Vertical:
            rows = self._picture.rows
            return rows[section].name if 0 <= section < len(rows) else None
        if 0 <= section < FIRST_ROLE:
            return self._captions[section]
        column = self.column(section)
        return self._about(column, role) if column else None

    def row(self, index: Index) -> RowPicture:
        """The row of an index."""
        return self._picture.rows[index.row()]

    def column(self, section: int) -> ColumnPicture | None:
        """The role of a column."""
        at = section - FIRST_ROLE
        return self._picture.columns[at] if 0 <= at < len(self._picture.columns) else None

    def cell(self, index: Index) -> Cell | None:
        """Metric and role of an index, unless it is a heading or about the metric alone."""
        if not index.isValid():
            return None
        row, column = self.row(index), self.column(index.column())
        return (row.metric, column.role) if row.metric and column else None

    def kpi(self, index: Index) -> CellPicture | None:
        """What stands in a cell."""
        cell = self.cell(index)
        return self._picture.cells.get(cell) if cell else None

    def index_of(self, cell: Cell) -> QModelIndex:
        """Where a cell is; invalid where it is not shown."""
        row, section = self.row_of(cell[0]), self.section_of(cell[1])
        if row is None or section is None:
            return QModelIndex()
        return self.index(row, section)

    def row_of(self, metric: str) -> int | None:
        """Which row a metric is."""
        rows = self._picture.rows
        return next((at for at, row in enumerate(rows) if row.metric == metric), None)

    def section_of(self, role: str) -> int | None:
        """Which column a role is."""
        columns = enumerate(self._picture.columns, FIRST_ROLE)
        return next((section for section, column in columns if column.role == role), None)

    def _about(self, column: ColumnPicture, role: int) -> str:
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._tips.role(column.role))
        return column.spoken if role == Qt.ItemDataRole.AccessibleTextRole else column.name

    def _words(self, index: Index) -> str:
        row = self.row(index)
        match index.column():
            case 0:
                return row.name
            case 1:
                return row.target.caption
            case 2:
                return row.influence
            case _:
                kpi = self.kpi(index)
                return kpi.caption if kpi else ""

    def _spoken(self, index: Index) -> str:
        kpi, column = self.kpi(index), self.column(index.column())
        if index.column() == METRIC:
            return self.row(index).spoken or self.row(index).name
        if column is None:
            return self._words(index)
        words = f"{self.row(index).name}, {column.name}"
        return f"{words}: {kpi.spoken}" if kpi else words

    def _tip(self, index: Index) -> str | None:
        metric, cell = self.row(index).metric, self.cell(index)
        if not metric:
            return None
        if cell is not None:
            return tooltip(self._tips.cell(cell))
        influence = index.column() == INFLUENCE
        return tooltip(self._tips.influence(metric) if influence else self._tips.metric(metric))

    def _tell(self, before: MatrixPicture) -> None:
        if before.columns != self._picture.columns:
            last = self.columnCount() - 1
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, FIRST_ROLE, last)
        places = before.cells.keys() | self._picture.cells.keys()
        touched = {
            place[0]
            for place in places
            if before.cells.get(place) != self._picture.cells.get(place)
        }
        for at, row in enumerate(self._picture.rows):
            if row != before.rows[at] or row.metric in touched:
                self.dataChanged.emit(self.index(at, 0), self.index(at, self.columnCount() - 1))


def _same_shape(one: MatrixPicture, two: MatrixPicture) -> bool:
    def shape(picture: MatrixPicture) -> tuple[object, ...]:
        rows = [row.metric or row.name for row in picture.rows]
        return rows, [column.role for column in picture.columns]

    return shape(one) == shape(two)
