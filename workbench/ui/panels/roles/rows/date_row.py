"""A day: typed, or chosen in a calendar."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QWidget

from workbench.base.texts import text
from workbench.presenters.inspector.rows import Row
from workbench.presenters.inspector.wishes import Typed
from workbench.presenters.roles.rows import DateRow
from workbench.ui.fields import TextEntry, TextField
from workbench.ui.form.icon_button import IconButton
from workbench.ui.form.kit import Kit
from workbench.ui.form.row_widget import LabelledRow
from workbench.ui.look import set_tone

_FIELD_WIDTH = 104


class DateRowWidget(LabelledRow):
    """A field with a button that opens a calendar of the interface language."""

    def __init__(self, kit: Kit) -> None:
        self.box = QWidget()
        self.words = TextField()
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.words.setFixedWidth(_FIELD_WIDTH)
        self.button = IconButton(kit.theme, "calendar", size=16)
        super().__init__(kit, self.box)
        self._iso = ""
        self._calendar: QCalendarWidget | None = None
        line = QHBoxLayout(self.box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(3)
        line.addWidget(self.button)
        line.addWidget(self.words)
        self.box.setFocusProxy(self.words)
        kit.words.put(self.button, "describe", text("Choose in a calendar"))
        self.words.committed.connect(self._on_committed)
        self.button.clicked.connect(self.open_calendar)

    def show_row(self, row: Row) -> None:
        super().show_row(row)
        assert isinstance(row, DateRow)
        self._iso = row.iso
        self.words.show_text(row.words)
        self.words.setPlaceholderText(row.placeholder)
        self.words.setAccessibleName(row.label)
        set_tone(self.words, row.tone)

    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        calendar = self._made()
        code = QLocale.Language.Russian if self._russian() else QLocale.Language.English
        calendar.setLocale(QLocale(code))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        if self._iso:
            calendar.setSelectedDate(QDate.fromString(self._iso, Qt.DateFormat.ISODate))
        calendar.adjustSize()
        corner = self.box.mapToGlobal(QPoint(self.box.width(), self.box.height() + 2))
        calendar.move(corner - QPoint(calendar.width(), 0))
        calendar.show()
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _made(self) -> QCalendarWidget:
        if self._calendar is None:
            self._calendar = QCalendarWidget(self)
            self._calendar.setWindowFlag(Qt.WindowType.Popup)
            header = QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
            self._calendar.setVerticalHeaderFormat(header)
            self._calendar.activated.connect(self._on_day)
            self._calendar.clicked.connect(self._on_day)
        return self._calendar

    def _russian(self) -> bool:
        return self.kit.desk.language.code == "ru"

    def _on_day(self, day: QDate) -> None:
        if self._calendar is not None:
            self._calendar.close()
        self.wished.emit(Typed(self.key, day.toString(Qt.DateFormat.ISODate)))

    def _on_committed(self, entry: TextEntry) -> None:
        self.wished.emit(Typed(self.key, entry.text))
