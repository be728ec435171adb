"""The list of journeys as a table; rows are asked for as they come into sight."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.base.texts import Text, context, text
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import Chip
from workbench.presenters.plan.credit.journeys import COLUMNS, Journeys
from workbench.presenters.plan.credit.picture import JourneyRow

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
TOUCHES = len(COLUMNS)
_HEADS: tuple[Text, ...] = (
    context("journey", "Closed"),
    context("journey", "Value"),
    context("journey", "Count"),
    text("Touches in order"),
)
_ROLE = Qt.ItemDataRole
_SIDE = Qt.AlignmentFlag


class JourneysModel(QAbstractTableModel):
    """Day, value and count can be typed; the touches are shown as chips."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._journeys: Journeys | None = None
        self._count = 0
        self._known: dict[int, JourneyRow] = {}

    def serve(self, journeys: Journeys) -> None:
        """Ask these for rows, and tell them what is typed."""
        self._journeys = journeys

    def show_count(self, count: int) -> None:
        """Ask for all rows anew, of which there are so many now."""
        self._known.clear()
        if count != self._count:
            self.beginResetModel()
            self._count = count
            self.endResetModel()
        elif count:
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, TOUCHES))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, TOUCHES)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """Words of a cell; the touches are read out in one line each."""
        row = self.row(index)
        if row is None or self._journeys is None:
            return None
        at, column = index.row(), index.column()
        match role:
            case _ROLE.DisplayRole:
                return (row.closed, row.value, row.count, row.tip)[column]
            case _ROLE.EditRole if column < TOUCHES:
                return self._journeys.editable(at, COLUMNS[column])
            case _ROLE.ToolTipRole if column == TOUCHES:
                return row.tip
            case _ROLE.TextAlignmentRole:
                side = _SIDE.AlignRight if 0 < column < TOUCHES else _SIDE.AlignLeft
                return side | _SIDE.AlignVCenter
        return None

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        if self._journeys is None or role != _ROLE.EditRole or index.column() >= TOUCHES:
            return False
        return self._journeys.type(index.row(), COLUMNS[index.column()], str(value))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() < TOUCHES else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        """Heads across, numbers down for who listens."""
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == _ROLE.DisplayRole else None
        if role == _ROLE.TextAlignmentRole:
            side = _SIDE.AlignRight if 0 < section < TOUCHES else _SIDE.AlignLeft
            return side | _SIDE.AlignVCenter
        return self._desk.say(_HEADS[section]) if role == _ROLE.DisplayRole else None

    def row(self, index: Index) -> JourneyRow | None:
        """The deal of an index."""
        at = index.row()
        if self._journeys is None or not 0 <= at < self._count:
            return None
        if at not in self._known:
            self._known[at] = self._journeys.row(at)
        return self._known[at]

    def chips(self, index: Index) -> tuple[Chip, ...]:
        """The touches of a deal."""
        row = self.row(index)
        return row.chips if row is not None else ()
