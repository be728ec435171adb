"""What filled workbooks bring, in a window beside the program: nothing waits for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.base.texts import Text, context, text
from workbench.presenters.actuals.returning.importing import Returning
from workbench.presenters.actuals.returning.picture import ChangeRow, ReturnPicture
from workbench.presenters.actuals.returning.words import BECOMES, WAS
from workbench.ui.form.kit import Kit
from workbench.ui.look import button, label, set_tone

_HEADS: tuple[Text, ...] = (
    context("column", "Metric"), text("Month"), WAS, BECOMES, text("Cell"), text("Remark"),
)  # fmt: skip
_RIGHT = (2, 3)
_MOST_REFUSED = 6
_AIR = 14
_WIDEST_NAME, _WIDEST = 340, 160  # what is cut off stands in the tip


class ReturnWindow(QDialog):
    """A list of what changes, what was refused, ticks for what has to be agreed to, and a button.

    It is not modal: the project can be looked at and edited meanwhile.
    """

    def __init__(self, kit: Kit, returning: Returning, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._returning = returning
        self.setModal(False)
        self.resize(860, 560)
        self._words, self._notes = label("strong", wrap=True), label("muted", wrap=True)
        self._bar = QProgressBar()
        self.changes, self.inputs = _table(), _table()
        self.anyway, self.with_inputs = QCheckBox(), QCheckBox()
        self._refused_said, self._refused = label("strong", wrap=True), QPlainTextEdit()
        self.take, self.close_it, self.stop = button("primary"), button(), button()
        self.columns = button()
        self._lay_out()
        self._name()
        self.take.clicked.connect(self._on_take)
        self.close_it.clicked.connect(self._on_close)
        self.stop.clicked.connect(self._on_stop)
        self.columns.clicked.connect(self._on_columns)
        self.anyway.toggled.connect(self._on_agreed)
        self.with_inputs.toggled.connect(self._on_inputs)
        returning.changed.connect(self._show)
        kit.desk.language_changed.connect(self._on_language)
        self._show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave everything as it is."""
        self._returning.drop()
        event.accept()

    def reject(self) -> None:
        """Leave everything as it is."""
        self._returning.drop()

    def _show(self) -> None:
        picture = self._returning.picture()
        if picture is None:
            self.hide()
            return
        self._show_words(picture)
        self._show_rows(self.changes, picture.changes)
        self._show_rows(self.inputs, picture.inputs if picture.inputs_taken else ())
        _tick(self.with_inputs, picture.inputs_said, picture.inputs_taken)
        _tick(self.anyway, picture.anyway, picture.anyway_agreed)
        self._show_refused(picture)
        self.take.setText(picture.take)
        self.take.setVisible(bool(picture.take))
        self.take.setEnabled(picture.is_ready)
        self.columns.setText(picture.columns)
        self.columns.setVisible(bool(picture.columns))
        self.close_it.setText(picture.close)
        self.close_it.setVisible(bool(picture.close))
        if not self.isVisible():
            self.show()
            self.raise_()

    def _show_words(self, picture: ReturnPicture) -> None:
        self._words.setText(picture.words)
        set_tone(self._words, picture.tone)
        self._notes.setText("\n".join(picture.notes))
        self._notes.setVisible(bool(picture.notes))
        for widget in (self._bar, self.stop):
            widget.setVisible(picture.busy is not None)
        if picture.busy is not None:
            done, total = picture.busy
            self._bar.setRange(0, total if total > 1 else 0)
            self._bar.setValue(done)

    def _show_rows(self, table: QTableWidget, rows: tuple[ChangeRow, ...]) -> None:
        table.setVisible(bool(rows))
        if table.property("rows") == rows:
            return
        table.setProperty("rows", rows)
        table.setRowCount(len(rows))
        for at, row in enumerate(rows):
            words = (row.subject, row.month, row.before, row.after, row.spot, row.said)
            for column, word in enumerate(words):
                table.setItem(at, column, _item(word, right=column in _RIGHT))
        table.setColumnHidden(1, all(not row.month for row in rows))
        table.setColumnHidden(5, all(not row.said for row in rows))
        table.resizeColumnsToContents()
        for column in range(table.columnCount() - 1):
            most = _WIDEST_NAME if column == 0 else _WIDEST
            table.setColumnWidth(column, min(table.columnWidth(column) + _AIR, most))

    def _show_refused(self, picture: ReturnPicture) -> None:
        self._refused_said.setText(picture.refused_said)
        self._refused_said.setVisible(bool(picture.refused))
        self._refused.setVisible(bool(picture.refused))
        self._refused.setPlainText("\n".join(picture.refused))
        rows = min(len(picture.refused), _MOST_REFUSED)
        self._refused.setFixedHeight(self._refused.fontMetrics().lineSpacing() * rows + 22)

    def _lay_out(self) -> None:
        self._bar.setTextVisible(False)
        self._refused.setReadOnly(True)
        self._refused.setTabChangesFocus(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.columns)
        buttons.addStretch()
        for one in (self.stop, self.close_it, self.take):
            buttons.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        for widget in (self._words, self._notes, self._bar, self.anyway):
            column.addWidget(widget)
        column.addWidget(self.changes, 3)
        column.addWidget(self.with_inputs)
        column.addWidget(self.inputs, 2)
        column.addWidget(self._refused_said)
        column.addWidget(self._refused)
        column.addStretch()
        column.addLayout(buttons)

    def _name(self) -> None:
        """Everything that is called something lasting."""
        words, say = self._kit.words, self._kit.desk.say
        words.put(self, "setWindowTitle", text("Actuals from workbooks and tables"))
        words.put(self.changes, "setAccessibleName", text("Actuals that change"))
        words.put(self.inputs, "setAccessibleName", text("Inputs of the plan that change"))
        words.put(self._refused, "setAccessibleName", text("Cells that were not taken"))
        words.put(self._bar, "setAccessibleName", text("Reading files"))
        words.put(self.stop, "setText", text("Stop"))
        for table in (self.changes, self.inputs):
            for column, head in enumerate(_HEADS):
                item = _item(say(head), right=column in _RIGHT)
                table.setHorizontalHeaderItem(column, item)

    def _on_language(self) -> None:
        self._name()
        self._show()

    def _on_take(self) -> None:
        self._returning.take()

    def _on_close(self) -> None:
        self._returning.drop()

    def _on_stop(self) -> None:
        self._returning.stop()

    def _on_columns(self) -> None:
        self._returning.match_again()

    def _on_agreed(self, agreed: bool) -> None:
        self._returning.agree(agreed)

    def _on_inputs(self, wanted: bool) -> None:
        self._returning.want_inputs(wanted)


def _table() -> QTableWidget:
    table = QTableWidget(0, len(_HEADS))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setAlternatingRowColors(False)
    table.setShowGrid(False)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.verticalHeader().hide()
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(_side(right=False))
    return table


def _item(words: str, *, right: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(words)
    item.setTextAlignment(_side(right=right))
    item.setToolTip(words)
    return item


def _side(*, right: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _tick(box: QCheckBox, words: str, checked: bool) -> None:
    box.setText(words)
    box.setVisible(bool(words))
    box.blockSignals(True)
    box.setChecked(checked)
    box.blockSignals(False)
