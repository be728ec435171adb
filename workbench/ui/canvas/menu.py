"""The context menus of the canvas, made from its actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from workbench.base.texts import Text, text
from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk
from workbench.ui.theme import Theme

CARD = (
    "funnel.rename", "funnel.value", "",
    "funnel.add_next", "funnel.add_sibling", "funnel.connect", "funnel.duplicate", "",
    "arrange", "", "funnel.delete",
)  # fmt: skip
ARROW = ("funnel.rename", "funnel.value", "", "funnel.delete")
CANVAS = (
    "funnel.add_stage", "funnel.add_metric", "funnel.draw_arrow", "",
    "funnel.select_all", "funnel.tidy", "",
    "funnel.fit", "funnel.zoom_life", "funnel.outline", "funnel.minimap",
)  # fmt: skip
_ARRANGE = tuple(
    f"funnel.{name}"
    for name in (
        "align_left", "align_center", "align_right", "align_top", "align_middle", "align_bottom",
        "space_across", "space_down",
    )
)  # fmt: skip
_NAMES: dict[str, Text] = {
    "funnel.delete": text("Delete"),
}
_KEYS = {"funnel.add_next": "Tab", "funnel.add_sibling": "Shift+Return"}


class ContextMenu:
    """Opens a menu and runs what is chosen."""

    def __init__(
        self, desk: Desk, theme: Theme, actions: Mapping[str, Action], parent: QWidget
    ) -> None:
        self._desk = desk
        self._theme = theme
        self._actions = actions
        self._parent = parent
        self._instead: Mapping[str, Callable[[], None]] = {}

    def open(
        self, ids: tuple[str, ...], at: QPoint, instead: Mapping[str, Callable[[], None]]
    ) -> QMenu:
        """Show the actions, some of which do something else here; it goes away by itself."""
        self._instead = instead
        menu = QMenu(self._parent)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.triggered.connect(self._on_triggered)
        self._fill(menu, ids)
        menu.popup(at)
        return menu

    def _fill(self, menu: QMenu, ids: tuple[str, ...]) -> None:
        for id in ids:
            if not id:
                menu.addSeparator()
            elif id == "arrange":
                below = menu.addMenu(self._desk.say(text("Arrange")))
                self._fill(below, _ARRANGE)
                below.setEnabled(any(action.isEnabled() for action in below.actions()))
            else:
                self._add(menu, self._actions[id])

    def _add(self, menu: QMenu, record: Action) -> None:
        words = self._desk.say(_NAMES.get(record.id, record.label)).replace("&", "&&")
        action = menu.addAction(words)
        action.setData(record.id)
        action.setEnabled(record.enabled())
        keys = record.shortcut or _KEYS.get(record.id, "")
        if keys and getattr(QKeySequence.StandardKey, keys, None) is None:
            action.setText(f"{words}\t{_native(keys)}")
        if record.icon:
            action.setIcon(self._theme.icon(record.icon, self._theme.colors.muted))
        if record.checked is not None:
            action.setCheckable(True)
            action.setChecked(record.checked())

    def _on_triggered(self, action: QAction) -> None:
        record = self._actions.get(action.data())
        if record is not None and record.enabled():
            self._instead.get(record.id, record.run)()


def _native(keys: str) -> str:
    made = QKeySequence(keys, QKeySequence.SequenceFormat.PortableText)
    return made.toString(QKeySequence.SequenceFormat.NativeText)
