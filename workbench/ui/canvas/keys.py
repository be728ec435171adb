"""What the keys do on the canvas, besides the shortcuts of its actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from workbench.presenters.actions import Action
from workbench.presenters.funnel.editing import Editing
from workbench.presenters.funnel.funnel import Funnel
from workbench.presenters.funnel.walking import Heading

_HEADINGS: dict[int, Heading] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIER = Qt.KeyboardModifier
_BIG = 10


class Keys(QObject):
    """Understands key presses; what it does not understand goes on to the window."""

    def __init__(
        self, funnel: Funnel, editing: Editing, actions: Sequence[Action], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._funnel = funnel
        self._editing = editing
        self._actions = actions

    def on_key(self, event: QKeyEvent) -> None:
        """Do what a key means, if it means something."""
        if self._walks(event) or self._acts(event) or self._types(event) or self._runs(event):
            event.accept()

    def _walks(self, event: QKeyEvent) -> bool:
        """Arrows move cards; with Alt they walk, and without a selection they begin one."""
        heading = _HEADINGS.get(event.key())
        if heading is None:
            return False
        if event.modifiers() & _MODIFIER.AltModifier or not self._funnel.chosen_cards:
            self._funnel.walk(heading)
        else:
            big = bool(event.modifiers() & _MODIFIER.ShiftModifier)
            self._editing.nudge(heading, _BIG if big else 1)
        return True

    def _acts(self, event: QKeyEvent) -> bool:
        shift = bool(event.modifiers() & _MODIFIER.ShiftModifier)
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._funnel.choose_none()
        elif key == Qt.Key.Key_Tab:
            self._editing.add_next()
        elif key in _ENTER and shift:
            self._editing.add_sibling()
        elif key in _ENTER:
            self._editing.begin_rename()
        elif key == Qt.Key.Key_Backspace:
            self._editing.remove()
        else:
            return False
        return True

    def _types(self, event: QKeyEvent) -> bool:
        """A digit begins a value."""
        words = event.text()
        plain = not event.modifiers() & (_MODIFIER.ControlModifier | _MODIFIER.AltModifier)
        if not plain or not words or self._funnel.chosen_one is None:
            return False
        if not (words.isdigit() or words in "-−.,"):
            return False
        self._editing.begin_value(words)
        return True

    def _runs(self, event: QKeyEvent) -> bool:
        """The shortcuts of the actions, where no window has taken them over."""
        pressed = QKeySequence(event.keyCombination())
        for action in self._actions:
            if action.shortcut and pressed in _sequences(action.shortcut):
                if action.enabled():
                    action.run()
                return True
        return False


def _sequences(name: str) -> list[QKeySequence]:
    standard = getattr(QKeySequence.StandardKey, name, None)
    if standard is not None:
        return QKeySequence.keyBindings(standard)
    made = QKeySequence(name, QKeySequence.SequenceFormat.PortableText)
    shifted = {"Shift+1": "Shift+!", "Ctrl++": "Ctrl+="}  # how some keyboards report them
    also = shifted.get(name)
    return [made, QKeySequence(also)] if also else [made]
