"""Cards with words beside their title, and those of the Pay tab that hold one table each."""

from __future__ import annotations

from workbench.base.texts import Text
from workbench.presenters.plan.pay.picture import Table
from workbench.ui.look import label
from workbench.ui.panels.plan.card import Card
from workbench.ui.panels.plan.pay.figures import Figures
from workbench.ui.theme import Theme
from workbench.ui.words import Words


class NotedCard(Card):
    """A card with quiet words beside its title."""

    def __init__(self, words: Words, title: Text) -> None:
        super().__init__(words, title)
        self.note = label("muted", wrap=True)
        self.head.insertWidget(1, self.note, 1)


class TableCard(NotedCard):
    """A card with one table of figures, and a line below for what is missing in it."""

    def __init__(self, theme: Theme, words: Words, title: Text) -> None:
        super().__init__(words, title)
        self.figures, self.missing = Figures(theme), label("muted", wrap=True)
        words.put(self.figures, "setAccessibleName", title)
        self.column.addWidget(self.figures)
        self.column.addWidget(self.missing)
        self.column.addStretch()
        self.missing.hide()

    def show_table(self, table: Table) -> None:
        """Show a table and its note."""
        self.note.setText(table.note)
        self.figures.show_table(table)

    def show_missing(self, words: str) -> None:
        """Say below the table what has no number."""
        self.missing.setText(words)
        self.missing.setVisible(bool(words))
