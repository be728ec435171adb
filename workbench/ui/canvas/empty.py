"""What an empty canvas offers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.funnel.editing import Editing
from workbench.presenters.funnel.funnel import Funnel
from workbench.ui.look import button, label
from workbench.ui.words import Words


class EmptyHint(QFrame):
    """A friendly beginning: the first stage, or a template."""

    def __init__(self, funnel: Funnel, editing: Editing, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._funnel = funnel
        self._editing = editing
        self.setProperty("look", "card")
        title, hint = label("heading"), label("muted", wrap=True)
        words.put(title, "setText", text("Draw your client’s funnel"))
        words.put(
            hint, "setText",
            text("Begin with what comes first, such as website visits or calls, and pull arrows "
                 "to what follows from it. The drawing is the calculation."),
        )  # fmt: skip
        first, template = button("primary"), button()
        words.put(first, "setText", text("Add the first stage"))
        words.put(template, "setText", text("From a template"))
        first.clicked.connect(self._on_first)
        template.clicked.connect(self._on_template)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(10)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(title)
        column.addWidget(hint)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(first)
        row.addWidget(template)
        row.addStretch()
        column.addSpacing(6)
        column.addLayout(row)
        self.setFixedWidth(440)

    def _on_first(self) -> None:
        self._editing.add("stage")

    def _on_template(self) -> None:
        self._funnel.open_place("templates")
