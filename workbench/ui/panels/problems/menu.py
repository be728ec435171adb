"""The menu of a finding: everything that can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from workbench.base.texts import Text, text
from workbench.presenters.desk import Desk
from workbench.presenters.problems.picture import Detail


class FindingMenu(QMenu):
    """Tells what was chosen; filled anew for each finding."""

    opened = Signal()
    mend_considered = Signal(int)
    accepting = Signal()
    withdrawn = Signal()
    help_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def fill(self, detail: Detail | None) -> None:
        """Offer what fits a finding."""
        self.clear()
        if detail is None:
            return
        self._add(text("Show where")).triggered.connect(self.opened)
        self.addSeparator()
        if detail.is_accepted:
            self._add(text("No longer accept")).triggered.connect(self.withdrawn)
        else:
            for at, title in enumerate(detail.mends):
                action = self.addAction(title.replace("&", "&&"))
                action.setData(at)
                action.triggered.connect(self._on_mend)
            self.addSeparator()
            self._add(text("Accept with a reason…")).triggered.connect(self.accepting)
        self.addSeparator()
        self._add(text("About this check")).triggered.connect(self.help_wanted)

    def _add(self, words: Text) -> QAction:
        return self.addAction(self._desk.say(words))

    def _on_mend(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.mend_considered.emit(int(sender.data()))
