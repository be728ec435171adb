"""A context menu made of action records."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk


class ActionMenu(QMenu):
    """Shows some actions where they are needed; groups are set apart by a line."""

    def __init__(self, actions: Iterable[Action], desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = tuple(actions)
        group: int | None = None
        for at, action in enumerate(self._actions):
            if group is not None and action.group != group:
                self.addSeparator()
            group = action.group
            entry = self.addAction(desk.say(action.label).replace("&", "&&"))
            entry.setData(at)
            entry.setEnabled(action.enabled())
            # the shortcut is only shown: the window already has it
            keys = shortcut_of(action)
            if not keys.isEmpty():
                entry.setText(f"{entry.text()}\t{keys.toString(_NATIVE)}")
        self.triggered.connect(self._on_triggered)

    def open_at(self, place: QPoint) -> None:
        """Show the menu at a point of the screen."""
        self.popup(place)

    def _on_triggered(self, entry: QAction) -> None:
        self._actions[entry.data()].run()


def shortcut_of(action: Action) -> QKeySequence:
    """The keys of an action: a standard shortcut of the system, or the one spelt out."""
    standard = getattr(QKeySequence.StandardKey, action.shortcut, None)
    if standard is not None:
        return QKeySequence(standard)
    return QKeySequence(action.shortcut, QKeySequence.SequenceFormat.PortableText)


_NATIVE = QKeySequence.SequenceFormat.NativeText
