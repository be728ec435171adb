"""What was not filled in a form, in a window that can stay open beside the spreadsheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.presenters.forms.picture import FormPicture, LeftLine
from workbench.ui.look import label

_HEADS = (text("Sheet"), text("Cell"), text("Placeholder"), text("Why"))
_MOST_ROWS = 8


class FilledForm(QDialog):
    """The report of one form; `open_file` opens the copy."""

    def __init__(
        self, desk: Desk, picture: FormPicture, open_file: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(desk.say(text("The client's form")))
        self.resize(760, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(8)
        self._column = column
        self._say("title", picture.title)
        self._say("muted", picture.summary)
        self._list(picture.left_title, picture.left)
        self._list(picture.empty_title, picture.empty)
        if picture.note:
            self._say("muted", picture.note)
        self._buttons(open_file)

    def _say(self, look: str, words: str) -> None:
        made = label(look, wrap=True)
        made.setText(words)
        self._column.addWidget(made)

    def _list(self, title: str, lines: tuple[LeftLine, ...]) -> None:
        if not lines:
            return
        self._column.addSpacing(6)
        self._say("strong", title)
        table = QTableWidget(len(lines), len(_HEADS))
        table.setAccessibleName(title)
        table.setHorizontalHeaderLabels([self._desk.say(head) for head in _HEADS])
        for row, line in enumerate(lines):
            for at, words in enumerate((line.sheet, line.cell, line.placeholder, line.why)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                table.setItem(row, at, item)
        _tidy(table)
        self._column.addWidget(table)

    def _buttons(self, open_file: Callable[[], None]) -> None:
        box = QDialogButtonBox(self)
        opening = box.addButton(
            self._desk.say(text("Open the file")), QDialogButtonBox.ButtonRole.ActionRole
        )
        opening.clicked.connect(open_file)
        box.addButton(self._desk.say(text("Close")), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        self._column.addSpacing(6)
        self._column.addWidget(box)


def _tidy(table: QTableWidget) -> None:
    """Columns as wide as their words, the last one takes the rest; few rows need no scrolling."""
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    head = table.horizontalHeader()
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    head.setStretchLastSection(True)
    rows = min(table.rowCount(), _MOST_ROWS)
    frame = 2 * table.frameWidth() + 2
    table.setMinimumHeight(head.sizeHint().height() + rows * table.rowHeight(0) + frame)
    table.setMaximumHeight(head.sizeHint().height() + table.rowCount() * table.rowHeight(0) + frame)
