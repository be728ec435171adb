"""What stands in the tab before there is a journey."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from workbench.base.texts import text
from workbench.ui.form.kit import Kit
from workbench.ui.look import button, label

_WIDTH = 600


class EmptyCard(QFrame):
    """Says what a journey is, what it is good for, and how to have one."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setFixedWidth(_WIDTH)
        self.add, self.read = button("primary"), button()
        title = label("heading")
        said = [label(wrap=True), label("muted", wrap=True), label("muted", wrap=True)]
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add)
        buttons.addWidget(self.read)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 20)
        column.setSpacing(10)
        column.addWidget(title)
        for one in said:
            column.addWidget(one)
        column.addSpacing(6)
        column.addLayout(buttons)
        kit.words.put(title, "setText", text("Whose revenue is it?"))
        for one, words in zip(said, _SAID, strict=True):
            kit.words.put(one, "setText", words)
            one.setAlignment(Qt.AlignmentFlag.AlignTop)
        kit.words.put(self.add, "setText", text("Add a journey"))
        kit.words.put(self.read, "setText", text("Read from a file…"))


_SAID = (
    text(
        "A journey is a closed deal with the touches that led to it: when it was, through which "
        "channel, with which role, at which stage."
    ),
    text(
        "From a few dozen of them you see what part of the revenue each channel, role and stage "
        "can be credited with, and what the goal asks of their KPIs."
    ),
    text(
        "A file is a table (CSV or Excel) with a row for each touch: journey, closing date, "
        "value, touch date, channel, role, stage. The order of columns does not matter."
    ),
)
