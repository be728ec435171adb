"""The outline beside the canvas: the same funnel as a list, for the keyboard and for readers."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from workbench.base.texts import text
from workbench.document.value import Key
from workbench.presenters.funnel.editing import Editing
from workbench.presenters.funnel.funnel import Funnel
from workbench.presenters.funnel.outline import OutlineGroup
from workbench.ui.canvas.outline_model import NAME, VALUE, Index, OutlineModel
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_WIDTHS = {1: 96, 2: 92, 3: 100}  # the name takes what is left


class RowDelegate(QStyledItemDelegate):
    """Lets signs stand after names, which they would move, and leaves alone what is typed."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.decorationPosition = QStyleOptionViewItem.Position.Right

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Findings come while a person types: they must not take it back."""
        if not isinstance(editor, QLineEdit) or not editor.isModified():
            super().setEditorData(editor, index)


class Outline(QTreeView):
    """A tree of phases and metrics; its selection is that of the canvas."""

    menu_wanted = Signal(QPoint)

    def __init__(self, funnel: Funnel, editing: Editing, theme: Theme, words: Words) -> None:
        super().__init__()
        self._funnel = funnel
        self._editing = editing
        self._model = OutlineModel(funnel.desk, editing, theme, self)
        self._is_showing = False
        self._closed: set[str] = set()
        self.setModel(self._model)
        self.setItemDelegate(RowDelegate(self))
        words.put(self, "setAccessibleName", text("Outline of the funnel"))
        self._set_up()
        self._model.about_to_restructure.connect(self._on_about_to_restructure)
        self._model.restructured.connect(self._on_restructured)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self.customContextMenuRequested.connect(self._on_menu)

    def show_groups(self, groups: tuple[OutlineGroup, ...]) -> None:
        """Show the funnel."""
        self._is_showing = True
        self._model.show_groups(groups)
        self._is_showing = False
        self.show_chosen(self._funnel.chosen.metrics)

    def show_chosen(self, keys: frozenset[Key]) -> None:
        """Show what is selected on the canvas."""
        if keys == self._selected_keys():
            return
        self._is_showing = True
        selection = QItemSelection()
        for key in keys:
            index = self._model.index_of(key)
            selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)
        if len(keys) == 1:
            index = self._model.index_of(next(iter(keys)))
            self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
            self.scrollTo(index)
        self._is_showing = False

    def edit_name(self) -> None:
        """Edit the name in the current row."""
        index = self.currentIndex().siblingAtColumn(NAME)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter renames, Delete deletes, a digit begins a value; the rest is Qt's."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_name()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._editing.remove()
        elif event.text().isdigit() and plain:
            self._edit_value(event.text())
        else:
            super().keyPressEvent(event)

    def _set_up(self) -> None:
        self.setProperty("look", "outline")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setIndentation(14)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMinimumWidth(220)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)

    def _edit_value(self, words: str) -> None:
        index = self.currentIndex().siblingAtColumn(VALUE)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
            editor = self.viewport().findChild(QLineEdit)
            if editor is not None:
                editor.setText(words)
                editor.setModified(True)
        elif self._model.key_of(index) is not None:
            self._editing.begin_value()

    def _selected_keys(self) -> frozenset[Key]:
        rows = self.selectionModel().selectedRows()
        return frozenset(key for row in rows if (key := self._model.key_of(row)) is not None)

    def _on_selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        if not self._is_showing:
            self._funnel.choose(sorted(self._selected_keys()))

    def _on_about_to_restructure(self) -> None:
        """Remember which phases were closed: a new tree is open everywhere."""
        self._closed = {
            str(index.data())
            for row in range(self._model.rowCount())
            if not self.isExpanded(index := self._model.index(row, 0))
            and self._model.rowCount(index)
        }

    def _on_restructured(self) -> None:
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            self.setFirstColumnSpanned(row, self.rootIndex(), True)
            self.setExpanded(index, str(index.data()) not in self._closed)

    def _on_menu(self, at: QPoint) -> None:
        self.menu_wanted.emit(self.viewport().mapToGlobal(at))
