"""What the Pay tab shows while there are no roles."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from workbench.base.texts import text
from workbench.ui.look import button, label
from workbench.ui.panels.plan.card import Card
from workbench.ui.words import Words


class Nobody(Card):
    """A sentence, and the way to where roles are made."""

    roles_wanted = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words, text("There are no roles yet"))
        sentence, go = label("muted", wrap=True), button("link")
        words.put(sentence, "setText", text("Pay is agreed by role: a salary, a bonus and KPIs."))
        words.put(go, "setText", text("Make roles"))
        row = QHBoxLayout()
        row.addWidget(go)
        row.addStretch()
        self.column.addWidget(sentence)
        self.column.addLayout(row)
        go.clicked.connect(self.roles_wanted)
