"""One of the table's views side by side, and the one with the months that has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from workbench.ui.panels.cells.delegate import CellDelegate, Index

ROW = 32
HEADING = 28
HEADER = 34
Key = Qt.Key


class Part(QTableView):
    """Some of the columns, without bars and frame of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "plain")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(HEADING)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().setFixedHeight(HEADER)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self._delegate: CellDelegate | None = None

    def paint_with(self, delegate: CellDelegate) -> None:
        """Paint cells with a delegate of its own: editors of one view are strange to another."""
        self._delegate = delegate
        self.setItemDelegate(delegate)

    def mark_current(self, index: Index) -> None:
        """Show where the cursor is."""
        if self._delegate is not None:
            self._delegate.current = (index.row(), index.column())
            self.viewport().update()


class Grid(Part):
    """The months: moves, opens and closes cells as spreadsheets do."""

    pressed_key = Signal(QKeyEvent)
    menu_wanted = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.AnyKeyPressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 open the cell; commands of the place come before what Qt makes of a key."""
        event.setAccepted(False)
        self.pressed_key.emit(event)
        if event.isAccepted():
            return
        event.setAccepted(True)
        if event.key() in (Key.Key_Return, Key.Key_Enter, Key.Key_F2):
            self._open()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the cells, by mouse or by key."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            below = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_wanted.emit(self.viewport().mapToGlobal(below))
        else:
            self.menu_wanted.emit(event.globalPos())

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes on to the cell below, Tab to the next one."""
        hints = QAbstractItemDelegate.EndEditHint
        at = self.currentIndex()
        super().closeEditor(editor, hints.NoHint)
        step = {hints.SubmitModelCache: (1, 0), hints.EditNextItem: (0, 1),
                hints.EditPreviousItem: (0, -1)}.get(hint)  # fmt: skip
        if step is not None:
            self._step(at, *step)

    def mark(self, index: Index) -> None:
        """Make a cell the current one and the only one selected."""
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)

    def _open(self) -> None:
        """Open the current cell; an open one lets Enter through, because it closes only later."""
        index = self.currentIndex()
        if self.state() != QAbstractItemView.State.EditingState and (
            index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable
        ):
            self.edit(index)

    def _step(self, at: QModelIndex, rows: int, columns: int) -> None:
        row, column = at.row() + rows, at.column() + columns
        while 0 <= row < self.model().rowCount():
            target = self.model().index(row, column)
            if not target.isValid() or self.isColumnHidden(column):
                return
            if target.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.mark(target)
                return
            row += rows or self.model().rowCount()
