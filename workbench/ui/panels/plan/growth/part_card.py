"""A part of the goal: a title, a sentence and a table."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from workbench.base.texts import Text
from workbench.presenters.plan.facts import Facts
from workbench.ui.look import label
from workbench.ui.panels.plan.facts import FactsTable
from workbench.ui.theme import Theme
from workbench.ui.words import Words


class PartCard(QFrame):
    """The table is there only where it has rows."""

    def __init__(self, title: Text, theme: Theme, words: Words) -> None:
        super().__init__()
        self.setProperty("look", "card")
        name = label("strong")
        self.note = label("muted", wrap=True)
        self.table = FactsTable(theme)
        words.put(name, "setText", title)
        words.put(self.table, "setAccessibleName", title)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(6)
        column.addWidget(name)
        column.addWidget(self.note)
        column.addWidget(self.table)
        column.addStretch()

    def show_part(self, facts: Facts, note: str) -> None:
        """Show a table with what is said of it."""
        self.table.show_facts(facts)
        self.table.setVisible(bool(facts.rows))
        self.note.setText(note)
        self.note.setVisible(bool(note))
