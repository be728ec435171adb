"""The outline as Qt's model of a tree: phases, and metrics below them."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QIcon

from workbench.checks.finding import Severity
from workbench.document.value import Key
from workbench.presenters.desk import Desk
from workbench.presenters.funnel.editing import Editing
from workbench.presenters.funnel.outline import COLUMNS, OutlineGroup, OutlineRow
from workbench.ui.severity import sign
from workbench.ui.theme import Theme
from workbench.ui.tooltip import tooltip

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
NAME, VALUE = 0, 1
_TOP = 0  # the internal number of phases; metrics have that of their phase plus one
_NOWHERE = QModelIndex()
_SIGN = 14


class OutlineModel(QAbstractItemModel):
    """Shows groups of rows; names and values can be edited."""

    about_to_restructure = Signal()
    restructured = Signal()

    def __init__(self, desk: Desk, editing: Editing, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._editing = editing
        self._theme = theme
        self._groups: tuple[OutlineGroup, ...] = ()

    def show_groups(self, groups: tuple[OutlineGroup, ...]) -> None:
        """Show other groups; where only words differ the tree stays as it is."""
        if _shape(groups) != _shape(self._groups):
            self.about_to_restructure.emit()
            self.beginResetModel()
            self._groups = groups
            self.endResetModel()
            self.restructured.emit()
            return
        before, self._groups = self._groups, groups
        for at, (old, new) in enumerate(zip(before, groups, strict=True)):
            self._tell_of_changes(at, old, new)

    def key_of(self, index: Index) -> Key | None:
        """The metric of a row; None for a phase."""
        row = self._row(index)
        return row.key if row is not None else None

    def index_of(self, key: Key, column: int = NAME) -> QModelIndex:
        """Where a metric stands."""
        for at, group in enumerate(self._groups):
            for place, row in enumerate(group.rows):
                if row.key == key:
                    return self.createIndex(place, column, at + 1)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._groups)
        if parent.internalId() != _TOP or parent.column() != 0:
            return 0
        return len(self._groups[parent.row()].rows)

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        return len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row = self._row(index)
        if row is None:
            return flags
        editable = index.column() == NAME or (index.column() == VALUE and not row.computed)
        flags |= Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> str | None:
        if orientation == Qt.Orientation.Horizontal and role == _ROLE.DisplayRole:
            return self._desk.say(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        row = self._row(index)
        if row is None:
            return self._group_data(index, role)
        match role:
            case _ROLE.AccessibleTextRole if index.column() == NAME:
                return row.spoken
            case _ROLE.DisplayRole | _ROLE.AccessibleTextRole:
                return row.cells[index.column()]
            case _ROLE.DecorationRole if row.alert and index.column() == NAME:
                return self._sign(row.alert)
            case _ROLE.EditRole:
                return self._editable(row, index.column())
            case _ROLE.ToolTipRole:
                return tooltip(f"{row.cells[NAME]} · {row.detail}")
            case _ROLE.ForegroundRole if row.trouble and index.column() == VALUE:
                return QColor(self._theme.colors.bad)
            case _ROLE.TextAlignmentRole if index.column() == VALUE:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: Index, value: object, role: int = _ROLE.EditRole) -> bool:
        key = self.key_of(index)
        if key is None or role != _ROLE.EditRole or not isinstance(value, str):
            return False
        if index.column() == NAME:
            self._editing.rename(key, value)
        else:
            self._editing.try_value(key, value)
        return True

    def _tell_of_changes(self, at: int, old: OutlineGroup, new: OutlineGroup) -> None:
        if old.title != new.title:
            place = self.createIndex(at, 0, _TOP)
            self.dataChanged.emit(place, place)
        last = len(COLUMNS) - 1
        for row, (one, two) in enumerate(zip(old.rows, new.rows, strict=True)):
            if one != two:
                self.dataChanged.emit(
                    self.createIndex(row, 0, at + 1), self.createIndex(row, last, at + 1)
                )

    def _row(self, index: Index) -> OutlineRow | None:
        if not index.isValid() or index.internalId() == _TOP:
            return None
        return self._groups[index.internalId() - 1].rows[index.row()]

    def _group_data(self, index: Index, role: int) -> object:
        if not index.isValid() or index.column() != NAME:
            return None
        if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return self._groups[index.row()].title
        if role == _ROLE.FontRole:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def _sign(self, severity: Severity) -> QIcon:
        """The sign of what was found, as an icon."""
        return sign(severity, self._theme, _SIGN)

    def _editable(self, row: OutlineRow, column: int) -> str:
        if column == VALUE:
            return self._editing.editable_value(row.key)
        return row.cells[column]


def _shape(groups: tuple[OutlineGroup, ...]) -> list[tuple[Key | None, list[Key]]]:
    return [(group.key, [row.key for row in group.rows]) for group in groups]
