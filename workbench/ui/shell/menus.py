"""The menu bar: one global bar on a Mac, inside the header elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from workbench.base.texts import Text, context, text
from workbench.presenters.files import Files
from workbench.presenters.preferences import Preferences
from workbench.storage.settings import recent_files
from workbench.ui.shell.commands import Commands
from workbench.ui.words import Words

MENUS: dict[str, Text] = {
    "file": context("menu", "File"),
    "edit": context("menu", "Edit"),
    "view": context("menu", "View"),
    "funnel": context("menu", "Funnel"),
    "roles": context("menu", "Roles"),
    "help": context("menu", "Help"),
}


class Menus:
    """Fills a menu bar from the actions; a menu is filled when it opens, so it is never stale."""

    def __init__(self, bar: QMenuBar, commands: Commands, words: Words, recent: RecentMenu) -> None:
        self._commands = commands
        self._recent = recent
        self._menus: dict[QMenu, str] = {}
        for name, title in MENUS.items():
            menu = bar.addMenu("")
            words.put(menu, "setTitle", title)
            self._menus[menu] = name
        for menu in self._menus:
            menu.aboutToShow.connect(self._fill)

    def fill(self) -> None:
        """Fill every menu; a Mac's bar wants them before they open."""
        for menu, name in self._menus.items():
            self._fill_one(menu, name)
            menu.menuAction().setVisible(bool(menu.actions()))

    def _fill(self) -> None:
        self._commands.refresh()
        self.fill()

    def _fill_one(self, menu: QMenu, name: str) -> None:
        menu.clear()
        group: int | None = None
        for command in self._commands.of_menu(name):
            if group is not None and command.record.group != group:
                menu.addSeparator()
            group = command.record.group
            menu.addAction(command)
            if command.record.id == "file.open":
                menu.addMenu(self._recent.menu)


class RecentMenu:
    """The projects that were open lately."""

    def __init__(
        self, files: Files, preferences: Preferences, words: Words, parent: QWidget
    ) -> None:
        self._files = files
        self._preferences = preferences
        self.menu = QMenu(parent)
        words.put(self.menu, "setTitle", text("Open recent"))
        self.menu.aboutToShow.connect(self._fill)
        self.menu.triggered.connect(self._on_triggered)

    def _fill(self) -> None:
        self.menu.clear()
        for recent in recent_files(self._preferences.settings):
            action = self.menu.addAction(recent.path.name.replace("&", "&&"))
            action.setData(str(recent.path))
            action.setToolTip(str(recent.path))
            action.setEnabled(not recent.is_missing)
        if self.menu.isEmpty():
            self.menu.addAction("—").setEnabled(False)

    def _on_triggered(self, action: QAction) -> None:
        self._files.open_path(Path(action.data()))
