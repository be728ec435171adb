"""The command that reads filled workbooks, and the window that shows what they bring."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workbench.presenters.actuals.returning.importing import Returning
from workbench.presenters.actuals.returning.memory import RememberedColumns
from workbench.presenters.desk import Desk
from workbench.presenters.preferences import Preferences
from workbench.ui.form.kit import Kit
from workbench.ui.panels.actuals.returning.outside import Desktop
from workbench.ui.theme import Theme
from workbench.ui.words import Words
from workbench.ui.worker import Worker


class ReturnDesk:
    """Makes the window when there is something to show for the first time."""

    def __init__(
        self, desk: Desk, theme: Theme, words: Words, preferences: Preferences, parent: QWidget
    ) -> None:
        self._kit = Kit(desk, theme, words)
        self._parent = parent
        self._window: QWidget | None = None
        self._columns: QWidget | None = None
        outside = Desktop(desk, preferences, parent)
        self.returning = Returning(desk, outside, Worker(parent), RememberedColumns(preferences))
        self.returning.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        if self._window is None and self.returning.picture() is not None:
            from workbench.ui.panels.actuals.returning.window import ReturnWindow

            self._window = ReturnWindow(self._kit, self.returning, self._parent)
        matching = self.returning.matching
        if self._columns is None and matching is not None and matching.is_open:
            from workbench.ui.panels.actuals.returning.columns_window import ColumnsWindow

            self._columns = ColumnsWindow(self._kit, self.returning, self._parent)
