"""A file of journeys on its way in, shown where the journeys are."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QProgressBar, QVBoxLayout

from workbench.base.texts import text
from workbench.presenters.plan.credit.importing import Importing
from workbench.presenters.plan.credit.picture import ImportPicture
from workbench.ui.form.kit import Kit
from workbench.ui.look import button, label, set_tone

_MOST_ROWS = 6


class ImportCard(QFrame):
    """What was read and what was left out; nothing changes before a button is pressed."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("look", "notice")
        self._importing: Importing | None = None
        self._words, self._refused = label(wrap=True), QPlainTextEdit()
        self._bar = QProgressBar()
        self.add, self.replace = button("primary"), button()
        self.stop, self.close_it = button(), button()
        self._lay_out(kit)
        self.add.clicked.connect(self._on_add)
        self.replace.clicked.connect(self._on_replace)
        self.stop.clicked.connect(self._on_stop)
        self.close_it.clicked.connect(self._on_close)

    def serve(self, importing: Importing) -> None:
        """Tell this what is wanted."""
        self._importing = importing

    def show_import(self, picture: ImportPicture | None) -> None:
        """Show a file on its way in, or nothing."""
        self.setVisible(picture is not None)
        if picture is None:
            return
        self._words.setText(picture.words)
        set_tone(self, "bad" if picture.tone == "bad" else "")
        self._refused.setPlainText("\n".join(picture.refused))
        self._refused.setVisible(bool(picture.refused))
        rows = min(len(picture.refused), _MOST_ROWS)
        self._refused.setFixedHeight(self._refused.fontMetrics().lineSpacing() * rows + 20)
        self._bar.setVisible(picture.busy)
        self.stop.setVisible(picture.busy)
        for one, words in (
            (self.add, picture.add), (self.replace, picture.replace),
            (self.close_it, picture.close),
        ):  # fmt: skip
            one.setText(words)
            one.setVisible(bool(words))

    def _lay_out(self, kit: Kit) -> None:
        self._bar.setRange(0, 0)  # how long a table takes is not known before
        self._bar.setTextVisible(False)
        self._refused.setReadOnly(True)
        self._refused.setTabChangesFocus(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for one in (self.add, self.replace, self.close_it, self.stop):
            buttons.addWidget(one)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(9)
        for widget in (self._words, self._bar, self._refused):
            column.addWidget(widget)
        column.addLayout(buttons)
        kit.words.put(self._refused, "setAccessibleName", text("Rows that are left out"))
        kit.words.put(self._bar, "setAccessibleName", text("Reading a file"))
        kit.words.put(self.stop, "setText", text("Stop"))

    def _on_add(self) -> None:
        if self._importing is not None:
            self._importing.take(adding=True)

    def _on_replace(self) -> None:
        if self._importing is not None:
            self._importing.take(adding=False)

    def _on_stop(self) -> None:
        if self._importing is not None:
            self._importing.stop()

    def _on_close(self) -> None:
        if self._importing is not None:
            self._importing.drop()
