"""A piece of a tab of the plan, with its title."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from workbench.base.texts import Text
from workbench.ui.look import label
from workbench.ui.words import Words


class Card(QFrame):
    """A title, room beside it, and a column for what the card shows."""

    def __init__(self, words: Words, title: Text, about: Text | None = None) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 12, 14, 14)
        self.column.setSpacing(8)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        caption = label("strong")
        words.put(caption, "setText", title)
        self.head.addWidget(caption)
        self.head.addStretch()
        self.column.addLayout(self.head)
        if about is not None:
            said = label("muted", wrap=True)
            words.put(said, "setText", about)
            self.column.addWidget(said)
