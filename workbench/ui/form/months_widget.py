"""A value a month, in two columns that are read and walked downwards."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from workbench.base.numbers import NotANumber, read_number
from workbench.presenters.inspector.rows import MonthCell, MonthsRow, Row
from workbench.presenters.inspector.wishes import Filled, Moved
from workbench.ui.fields import NumberEntry, NumberField
from workbench.ui.form.kit import Kit
from workbench.ui.form.row_widget import RowWidget
from workbench.ui.look import label


class MonthField(NumberField):
    """One month; arrows and Enter walk to its neighbours, a pasted column or line fills them."""

    walked = Signal(Moved)
    pasted = Signal(Filled)

    def __init__(self, kit: Kit, month: int) -> None:
        super().__init__(kit.desk)
        self._kit = kit
        self.month = month

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}
        step = steps.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Paste) and self._fill():
            return
        if step is None:
            super().keyPressEvent(event)
            return
        self.finish()
        self.walked.emit(Moved(str(self.month), step))

    def _fill(self) -> bool:
        """Hand over several pasted numbers; one alone is pasted as text."""
        words = QGuiApplication.clipboard().text().strip("\r\n")
        cells = [cell for line in words.splitlines() for cell in line.split("\t")]
        if len(cells) < 2:
            return False
        try:
            values = tuple(self._read_cell(cell) for cell in cells)
        except NotANumber as error:
            self._kit.desk.tell(error.message)
            return True
        self.setModified(False)
        self.pasted.emit(Filled("", self.month, values))
        return True

    def _read_cell(self, words: str) -> float | None:
        if not words.strip():
            return None
        return self._as_held(read_number(words, self._kit.desk.language.decimal))


class MonthsWidget(RowWidget):
    """The months of the plan by year."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.fields: list[MonthField] = []
        self._shape: tuple[int, ...] = ()
        self._captions: list[QLabel] = []
        self._years: list[QLabel] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def show_row(self, row: Row) -> None:
        super().show_row(row)
        assert isinstance(row, MonthsRow)
        shape = tuple(len(cells) for _, cells in row.years)
        if shape != self._shape:
            self._make(shape)
        cells = [cell for _, year in row.years for cell in year]
        for (year, _), heading in zip(row.years, self._years, strict=True):
            heading.setText(year)
        for cell, caption, field in zip(cells, self._captions, self.fields, strict=True):
            self._show_cell(row, cell, caption, field)

    def _show_cell(
        self, row: MonthsRow, cell: MonthCell, caption: QLabel, field: MonthField
    ) -> None:
        caption.setText(cell.caption)
        field.setAccessibleName(cell.caption)
        field.show_number(cell.value, share=row.share, currency=row.currency)

    def _make(self, shape: tuple[int, ...]) -> None:
        self._clear()
        self._shape = shape
        for months in shape:
            heading = label("faint")
            self._years.append(heading)
            self._layout.addWidget(heading)
            self._layout.addWidget(self._year(months))

    def _year(self, months: int) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        half = (months + 1) // 2
        for at in range(months):
            caption, field = label("muted"), MonthField(self.kit, len(self.fields))
            caption.setBuddy(field)
            field.committed.connect(self._on_committed)
            field.pasted.connect(self._on_pasted)
            field.walked.connect(self._on_walked)
            self._captions.append(caption)
            self.fields.append(field)
            grid.addWidget(caption, at % half, 2 * (at // half))
            grid.addWidget(field, at % half, 2 * (at // half) + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return box

    def _clear(self) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.fields.clear()
        self._captions.clear()
        self._years.clear()

    def _on_committed(self, entry: NumberEntry) -> None:
        field = self.sender()
        if isinstance(field, MonthField):
            self.wished.emit(Filled(self.key, field.month, (entry.value,), entry.stepped))

    def _on_pasted(self, filled: Filled) -> None:
        self.wished.emit(Filled(self.key, filled.month, filled.values))

    def _on_walked(self, moved: Moved) -> None:
        at = int(moved.row) + moved.by
        if 0 <= at < len(self.fields):
            self.fields[at].setFocus(Qt.FocusReason.TabFocusReason)
