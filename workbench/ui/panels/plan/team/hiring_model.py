"""Whom to hire as a table of Qt: a row a role, a column a fact."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.base.texts import Text, text
from workbench.document.value import Key
from workbench.presenters.plan.team.picture import HiringRow

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ROLE, LOAD, NEEDED, VACANCIES, HIRE_BY, PAYROLL, UNIT = 0, 2, 3, 4, 5, 6, 7
# The heads of the columns with what stands in them.
COLUMNS: tuple[tuple[Text, Callable[[HiringRow], str]], ...] = (
    (text("Role"), lambda row: row.chip.text),
    (text("Now"), lambda row: row.now),
    (text("Load"), lambda row: row.load),
    (text("Needed"), lambda row: row.needed),
    (text("Vacancies"), lambda row: row.vacancies),
    (text("Hire by"), lambda row: row.hire_by),
    (text("Payroll"), lambda row: row.payroll),
    (text("One unit"), lambda row: row.unit),
)
BRIEF = (0, 1, LOAD, NEEDED, VACANCIES, PAYROLL)
# What gives way where there is no room, the first first.
LEAST = (UNIT, LOAD, PAYROLL)
WHOLE = tuple(range(len(COLUMNS)))
TIPS: dict[int, Text] = {
    LOAD: text("Volume by what one person handles, in the heaviest month"),
    NEEDED: text("Whole people for the heaviest month, with vacation and illness made up for"),
    HIRE_BY: text(
        "Months in which new people start, so that their ramp is over when they are needed"
    ),
    PAYROLL: text("A month, of everybody in the dearest month, with bonus at 100% and tax"),
    UNIT: text("The payroll of the plan by the volume that the role handles"),
}


class HiringModel(QAbstractTableModel):
    """Holds the rows; heads are words that follow the language."""

    def __init__(self, columns: tuple[int, ...]) -> None:
        super().__init__()
        self._columns = columns
        self._rows: tuple[HiringRow, ...] = ()
        self._heads: list[str] = []
        self._tips: list[str] = []

    @property
    def rows(self) -> tuple[HiringRow, ...]:
        """What is shown."""
        return self._rows

    @property
    def columns(self) -> tuple[int, ...]:
        """Which of all columns there are."""
        return self._columns

    def column(self, at: Index) -> int:
        """Which of all columns stands at a place."""
        return self._columns[at.column()]

    def row(self, at: Index) -> HiringRow:
        """The row of a place."""
        return self._rows[at.row()]

    def place(self, role: Key | None) -> QModelIndex:
        """Where a role stands, nowhere if it is not there."""
        keys = [row.role for row in self._rows]
        return self.index(keys.index(role), 0) if role in keys else QModelIndex()

    def show_rows(self, rows: tuple[HiringRow, ...]) -> None:
        """Show other rows."""
        if rows and [row.role for row in rows] == [row.role for row in self._rows]:
            self._rows = rows
            last = self.index(len(rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def show_heads(self, words: str) -> None:
        """Say the heads, one a line."""
        self._heads = words.split("\n")
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def show_tips(self, words: str) -> None:
        """Say what the heads mean, one a line."""
        self._tips = words.split("\n")

    def rowCount(self, _parent: Index = _NOWHERE) -> int:
        return len(self._rows)

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        return len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, alignment and the tip of a place."""
        row, column = self.row(index), self.column(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return COLUMNS[column][1](row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _LEFT if column == ROLE else _RIGHT
            case Qt.ItemDataRole.ToolTipRole:
                name = [row.chip.text] if column == ROLE else []
                return "\n".join([*name, *([row.tip] if row.tip else [])]) or None
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The heads above the columns."""
        if orientation != Qt.Orientation.Horizontal or not self._heads:
            return None
        column = self._columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._heads[column]
            case Qt.ItemDataRole.TextAlignmentRole:
                return _LEFT if column == ROLE else _RIGHT
            case Qt.ItemDataRole.ToolTipRole:
                return self._tips[column] if self._tips else None
            case _:
                return None
