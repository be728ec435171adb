"""A plain table whose columns are to be matched: a choice for each part above its first rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QColor
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.base.texts import text
from workbench.excel.tables.layout import PARTS, Part
from workbench.presenters.actuals.returning.columns_picture import ColumnsPicture, Head, Pick
from workbench.presenters.actuals.returning.importing import Returning
from workbench.presenters.inspector.wishes import Added
from workbench.ui.form.kit import Kit
from workbench.ui.form.pick_button import PickButton
from workbench.ui.look import button, label, set_tone

_WIDEST, _AIR = 260, 14


class ColumnsWindow(QDialog):
    """Shown as long as the columns of a table are open; nothing waits for it."""

    def __init__(self, kit: Kit, returning: Returning, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._returning = returning
        self.setModal(False)
        self.resize(760, 560)
        self._words, self._hint = label("strong", wrap=True), label("muted", wrap=True)
        self.sheets, self._sheet_label = PickButton(kit, "", left=True), QLabel()
        self.picks: dict[Part, PickButton] = {
            part: PickButton(kit, "", left=True) for part in PARTS
        }
        self._labels: dict[Part, QLabel] = {part: QLabel() for part in PARTS}
        self.preview = _table()
        self._grid = QGridLayout()
        self._said, self._notes = label("", wrap=True), label("muted", wrap=True)
        self.take, self.close_it = button("primary"), button()
        self._lay_out()
        self._connect()
        self._name()
        self._show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave everything as it is."""
        self._returning.drop()
        event.accept()

    def reject(self) -> None:
        """Leave everything as it is."""
        self._returning.drop()

    def _connect(self) -> None:
        for pick in self.picks.values():
            pick.picked.connect(self._on_picked)
        self.sheets.picked.connect(self._on_sheet)
        self.take.clicked.connect(self._on_take)
        self.close_it.clicked.connect(self._on_close)
        self._returning.changed.connect(self._show)
        self._kit.desk.language_changed.connect(self._on_language)
        self._kit.theme.changed.connect(self._show)

    def _show(self) -> None:
        matching = self._returning.matching
        picture = matching.picture() if matching is not None else None
        if picture is None:
            self.hide()
            return
        self._show_words(picture)
        for pick in picture.picks:
            self._show_pick(pick)
        self.sheets.show_options(picture.sheets, picture.sheet)
        for widget in (self.sheets, self._sheet_label):
            widget.setVisible(bool(picture.sheets))
        self._grid.setColumnStretch(0, 1 if picture.sheets else 0)
        self._show_preview(picture)
        if not self.isVisible():
            self.show()
            self.raise_()

    def _show_words(self, picture: ColumnsPicture) -> None:
        for widget, words in (
            (self._words, picture.words), (self._hint, picture.hint), (self._said, picture.said),
            (self._notes, picture.notes),
        ):  # fmt: skip
            widget.setText(words)
            widget.setVisible(bool(words))
        set_tone(self._said, picture.tone)
        self.take.setText(picture.take)
        self.take.setEnabled(picture.is_ready)
        self.close_it.setText(picture.close)

    def _show_pick(self, pick: Pick) -> None:
        shown = self.picks[pick.part]
        shown.show_options(pick.options, pick.chosen, pick.words)
        shown.setAccessibleName(f"{pick.label}: {shown.words}")
        shown.setEnabled(pick.is_open)
        self._labels[pick.part].setText(pick.label)

    def _show_preview(self, picture: ColumnsPicture) -> None:
        table = self.preview
        table.setColumnCount(len(picture.heads))
        table.setRowCount(len(picture.rows))
        colors = self._kit.theme.colors
        for column, head in enumerate(picture.heads):
            table.setHorizontalHeaderItem(column, _head(head))
            for row, cells in enumerate(picture.rows):
                item = _item(cells[column] if column < len(cells) else "")
                if head.part:
                    item.setBackground(QColor(colors.accent_soft))
                table.setItem(row, column, item)
        table.resizeColumnsToContents()
        for column in range(table.columnCount()):
            table.setColumnWidth(column, min(table.columnWidth(column) + _AIR, _WIDEST))

    def _lay_out(self) -> None:
        picks = self._grid
        picks.setHorizontalSpacing(12)
        picks.setVerticalSpacing(4)
        every = [(self._sheet_label, self.sheets),
                 *((self._labels[part], self.picks[part]) for part in PARTS)]  # fmt: skip
        for column, (name, pick) in enumerate(every):
            name.setBuddy(pick)
            pick.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            picks.addWidget(name, 0, column)
            picks.addWidget(pick, 1, column)
            picks.setColumnStretch(column, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.close_it)
        buttons.addWidget(self.take)
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(16, 14, 16, 14)
        column_of.setSpacing(10)
        column_of.addWidget(self._words)
        column_of.addWidget(self._hint)
        column_of.addLayout(picks)
        column_of.addWidget(self.preview, 1)
        column_of.addWidget(self._said)
        column_of.addWidget(self._notes)
        column_of.addLayout(buttons)

    def _name(self) -> None:
        words = self._kit.words
        words.put(self, "setWindowTitle", text("Columns of a table"))
        words.put(self._sheet_label, "setText", text("Sheet"))
        words.put(self.sheets, "setAccessibleName", text("Sheet"))
        words.put(self.preview, "setAccessibleName", text("First rows of the table"))

    def _on_picked(self, picked: Added) -> None:
        part = next(part for part, pick in self.picks.items() if pick is self.sender())
        if self._returning.matching is not None:
            self._returning.matching.pick(part, int(picked.words))

    def _on_sheet(self, picked: Added) -> None:
        if self._returning.matching is not None:
            self._returning.matching.pick_sheet(int(picked.words))

    def _on_take(self) -> None:
        if self._returning.matching is not None:
            self._returning.matching.settle()

    def _on_close(self) -> None:
        self._returning.drop()

    def _on_language(self) -> None:
        self._show()


def _table() -> QTableWidget:
    table = QTableWidget()
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    heads = table.horizontalHeader()
    heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    heads.setHighlightSections(False)
    heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table


def _head(head: Head) -> QTableWidgetItem:
    """The part a column is chosen for, or its letter, above its heading."""
    above = f"{head.letter} · {head.part}" if head.part else head.letter
    item = QTableWidgetItem(f"{above}\n{head.name}")
    item.setToolTip(head.name)
    return item


def _item(words: str) -> QTableWidgetItem:
    item = QTableWidgetItem(words)
    item.setToolTip(words)
    return item
