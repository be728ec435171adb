"""The tab with the scenarios side by side."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.actions import Action
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.wishes import Added
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.compare.presenter import ComparePresenter
from workbench.presenters.plan.compare.table import CompareTable
from workbench.ui.fields import TextEntry
from workbench.ui.look import button, label
from workbench.ui.panels.plan.action_menu import ActionMenu
from workbench.ui.panels.plan.compare.table import ComparedTable
from workbench.ui.panels.plan.scenario_tabs import NameField
from workbench.ui.panels.tab import Tab
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_LEAST_FIELD = 150


class CompareTab(Tab):
    """A sentence and the table; or the way to the first scenario."""

    def __init__(self, desk: Desk, theme: Theme, words: Words, choice: Choice) -> None:
        super().__init__()
        self._desk = desk
        self.table = ComparedTable(theme, words)
        self.copy, self.add = button(), button("primary")
        self.note, self.none = label("muted", wrap=True), label("muted", wrap=True)
        self._about = label("muted", wrap=True)
        self._head, self._empty = QWidget(), QWidget()
        self.presenter = ComparePresenter(desk, choice, self)
        self.wake(self.presenter.set_visible)
        self.records = (
            Action("plan.compare.copy", text("Copy the comparison of scenarios"),
                   self.presenter.copy, self.presenter.has_scenarios, icon="copy", group=4),
        )  # fmt: skip
        self.name = NameField(self.table)
        self.name.hide()
        self._say(words)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table.numbers)

    def show_compared(self, table: CompareTable | None) -> None:
        """Show the scenarios, or how to make one."""
        for widget in (self._head, self.table):
            widget.setVisible(table is not None)
        self._empty.setVisible(table is None)
        self.note.setVisible(table is not None and bool(table.note))
        self.name.hide()
        if table is not None:
            self.table.show_table(table)
            self.note.setText(table.note)

    def rename(self, key: str) -> None:
        """Open the name of a scenario over its head."""
        place = self.table.head_place(key)
        place.setWidth(max(place.width(), _LEAST_FIELD))
        place.moveRight(min(place.right(), self.table.width() - 2))
        chosen = self._desk.project.scenarios
        self.name.setGeometry(place)
        self.name.raise_()
        self.name.show_text(next((one.name for one in chosen if one.key == key), ""))
        self.name.show()
        self.name.selectAll()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self, words: str) -> None:
        """Put something into the clipboard."""
        QGuiApplication.clipboard().setText(words)

    def _say(self, words: Words) -> None:
        words.put(self.copy, "setText", text("Copy the table"))
        words.put(self.add, "setText", text("New scenario"))
        words.put(self.name, "setAccessibleName", text("Name of the scenario"))
        words.put(
            self._about, "setText",
            text("The average month of the plan. What a scenario gives itself is tinted; a click "
                 "on a head shows that scenario in the whole plan."),
        )  # fmt: skip
        words.put(
            self.none, "setText",
            text("There is nothing to compare yet. A scenario is the plan with some inputs "
                 "changed: make one, change its numbers in the months or with the levers, and see "
                 "here what it brings."),
        )  # fmt: skip

    def _lay_out(self) -> None:
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(12)
        head.addWidget(self._about, 1)
        head.addWidget(self.copy)
        empty = QVBoxLayout(self._empty)
        empty.setContentsMargins(0, 40, 0, 0)
        empty.setSpacing(12)
        self.none.setMaximumWidth(520)
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.addWidget(self.none, 0, Qt.AlignmentFlag.AlignHCenter)
        empty.addWidget(self.add, 0, Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self._head, self._empty, self.note):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addStretch()

    def _connect(self) -> None:
        self.copy.clicked.connect(self.presenter.copy)
        self.add.clicked.connect(self.presenter.add)
        self.table.numbers.copy_wanted.connect(self.presenter.copy)
        self.table.numbers.chosen.connect(self._on_chosen)
        self.table.numbers.menu_wanted.connect(self._on_menu)
        self.name.committed.connect(self._on_named)
        self.name.left.connect(self.name.hide)

    def _on_chosen(self, chosen: Added) -> None:
        self.presenter.choose(chosen.words or "")

    def _on_menu(self, chosen: Added, place: QPoint) -> None:
        ActionMenu(self.presenter.menu(chosen.words or ""), self._desk, self).open_at(place)

    def _on_named(self, entry: TextEntry) -> None:
        self.presenter.rename(entry.text)
