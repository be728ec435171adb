"""A table of cells whose keys are its own, whatever else in the window has them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView

from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk
from workbench.ui.panels.cells.delegate import CellEditor
from workbench.ui.panels.cells.grid import Grid
from workbench.ui.panels.plan.action_menu import ActionMenu, shortcut_of


class OwnKeysGrid(Grid):
    """Runs its actions by key and from a menu, and knows the clipboard."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._offered: tuple[Action, ...] = ()
        self.pressed_key.connect(self._on_key)
        self.menu_wanted.connect(self._on_menu)

    def offer(self, actions: tuple[Action, ...]) -> None:
        """What can be done to the selected cells."""
        self._offered = actions

    def finish(self) -> None:
        """Hand over what is being typed, as it is."""
        editor = self.findChild(CellEditor)
        if editor is not None and self.state() == QAbstractItemView.State.EditingState:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def taken(self) -> str:
        """What is in the clipboard."""
        return QGuiApplication.clipboard().text()

    def give(self, words: str) -> None:
        """Put something into the clipboard."""
        QGuiApplication.clipboard().setText(words)

    def event(self, event: QEvent) -> bool:
        """Keys of the table are its own, whatever else in the window has them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence(event.keyCombination())
            if any(shortcut_of(action) == keys for action in self._offered):
                event.accept()
                return True
        return super().event(event)

    def _on_key(self, event: QKeyEvent) -> None:
        keys = QKeySequence(event.keyCombination())
        if event.key() == Qt.Key.Key_Backspace:
            keys = QKeySequence(Qt.Key.Key_Delete)  # the key a Mac calls delete
        for action in self._offered:
            if shortcut_of(action) == keys:
                event.accept()
                action.run()

    def _on_menu(self, place: QPoint) -> None:
        ActionMenu(self._offered, self._desk, self).open_at(place)
