"""Action records as Qt actions: one for menus, buttons and shortcuts alike."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk
from workbench.ui.theme import Theme


class Command(QAction):
    """One action record in the window; `refresh` asks it anew what it is called and may do."""

    def __init__(self, record: Action, owner: QWidget, desk: Desk, theme: Theme) -> None:
        super().__init__(owner)
        self.record = record
        self._desk = desk
        self._theme = theme
        self.setCheckable(record.checked is not None)
        if record.shortcut:
            self.setShortcuts(shortcuts(record.shortcut))
        context = Qt.ShortcutContext
        self.setShortcutContext(
            context.WindowShortcut if record.wide else context.WidgetWithChildrenShortcut
        )
        self.triggered.connect(self._on_triggered)
        theme.changed.connect(self.refresh)
        owner.addAction(self)
        self.refresh()

    def refresh(self) -> None:
        """Show what the record says now."""
        self.setText(self._desk.say(self.record.label).replace("&", "&&"))
        self.setEnabled(self.record.enabled())
        if self.record.checked is not None:
            self.setChecked(self.record.checked())
        if self.record.icon:
            self.setIcon(self._theme.icon(self.record.icon, self._theme.colors.muted))

    def _on_triggered(self) -> None:
        if self.record.enabled():
            self.record.run()
        self.refresh()


class Commands:
    """All actions of the window, by id."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        self._desk = desk
        self._theme = theme
        self._commands: dict[str, Command] = {}

    def add(self, records: Iterable[Action], owner: QWidget) -> None:
        """Make actions of records; `owner` is where their shortcuts work."""
        for record in records:
            self._commands[record.id] = Command(record, owner, self._desk, self._theme)

    def __getitem__(self, id: str) -> Command:
        return self._commands[id]

    def __contains__(self, id: str) -> bool:
        return id in self._commands

    def of_menu(self, menu: str) -> list[Command]:
        """The actions of a menu, group after group."""
        found = [one for one in self._commands.values() if one.record.menu == menu]
        return sorted(found, key=_group)

    def all(self) -> list[Command]:
        """Every action."""
        return list(self._commands.values())

    def refresh(self) -> None:
        """Ask every record anew."""
        for command in self._commands.values():
            command.refresh()


def _group(command: Command) -> int:
    return command.record.group


def shortcuts(name: str) -> list[QKeySequence]:
    """The system's keys for a standard shortcut, or the one that is spelt out."""
    standard = getattr(QKeySequence.StandardKey, name, None)
    if standard is not None:
        return QKeySequence.keyBindings(standard)
    return [QKeySequence(name, QKeySequence.SequenceFormat.PortableText)]
