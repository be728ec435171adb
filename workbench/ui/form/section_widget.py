"""A section: a small grey heading that folds it, and its rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.presenters.inspector.rows import Row, Section
from workbench.presenters.inspector.wishes import Added, Chosen, Folded, Wish
from workbench.ui.form.icon_button import IconButton
from workbench.ui.form.kit import Kit
from workbench.ui.form.makers import row_kind, row_widget
from workbench.ui.form.row_widget import RowWidget
from workbench.ui.form.segments import Segments

Makers = Mapping[type[Row], Callable[[], RowWidget]]
_ROW_GAP = 7


class SectionWidget(QWidget):
    """Keeps the widgets of its rows, so that a field in use stays the same field."""

    wished = Signal(Wish)

    def __init__(self, kit: Kit, makers: Makers) -> None:
        super().__init__()
        self._kit = kit
        self._makers = makers
        self._section = Section("", "")
        self._rows: dict[tuple[str, str], RowWidget] = {}
        self._shown: list[tuple[RowWidget, Row]] = []
        self._wished_in: set[str] = set()
        self.title = QPushButton()
        self.chevron = IconButton(kit.theme, "chevron-down", size=14, color="faint")
        self.switch = Segments("tiny")
        self.header = self._header()
        self.body = QVBoxLayout()
        self.body.setSpacing(_ROW_GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_ROW_GAP)
        layout.addWidget(self.header)
        layout.addLayout(self.body)

    @property
    def rows(self) -> list[RowWidget]:
        """The widgets of the rows that are shown, in order."""
        return [widget for widget, _ in self._shown]

    def show_section(self, section: Section) -> None:
        """Show heading and rows; only what differs is touched."""
        if section != self._section or self._wished_in:
            self._section = section
            self._show_header(section)
            self._show_rows(section.rows if section.open else ())
            self._wished_in.clear()
        # even one that comes back as it was: the form hides what it leaves out
        self.setVisible(bool(section.title) or section.open)

    def event(self, event: QEvent) -> bool:
        """The sign for folding shows itself when the pointer is near."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self._show_chevron(near=event.type() == QEvent.Type.Enter)
        return super().event(event)

    def _header(self) -> QWidget:
        self.title.setProperty("look", "section")
        self.chevron.setProperty("look", "mini")
        font = QFont(self.title.font())
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
        self.title.setFont(font)
        self.chevron.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header = QWidget()
        layout = QHBoxLayout(header)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(self.chevron)
        layout.addStretch(1)
        layout.addWidget(self.switch)
        self.title.clicked.connect(self._fold)
        self.chevron.clicked.connect(self._fold)
        self.switch.picked.connect(self._on_switched)
        return header

    def _show_header(self, section: Section) -> None:
        self.header.setVisible(bool(section.title))
        self.title.setText(section.title.upper())
        self.title.setAccessibleName(section.title)
        self.title.setEnabled(section.folds)
        self.chevron.setAccessibleName(section.title)
        self.chevron.show_icon("chevron-down" if section.open else "chevron-right")
        self._show_chevron(near=self.underMouse())
        self.switch.setVisible(section.switch is not None)
        if section.switch is not None:
            self.switch.show_options(section.switch.options, section.switch.chosen)
            self.switch.setAccessibleName(section.switch.label or section.title)
            self.switch.setToolTip(section.switch.tip)

    def _show_chevron(self, *, near: bool) -> None:
        self.chevron.setVisible(self._section.folds and (near or not self._section.open))

    def _show_rows(self, rows: tuple[Row, ...]) -> None:
        before = dict(self._shown)
        shown = [(self._widget(row), row) for row in rows]
        if [widget for widget, _ in shown] != self.rows:
            self._arrange([widget for widget, _ in shown])
        for widget, row in shown:
            if before.get(widget) != row or row.key in self._wished_in:
                widget.show_row(row)
        self._shown = shown

    def _arrange(self, widgets: list[RowWidget]) -> None:
        while self.body.count():
            self.body.takeAt(0)
        for widget in self._rows.values():
            if widget not in widgets:
                widget.hide()
        for widget in widgets:
            self.body.addWidget(widget)
            widget.show()

    def _widget(self, row: Row) -> RowWidget:
        place = (row.key, row_kind(row))
        if place not in self._rows:
            maker = self._makers.get(type(row))
            widget = maker() if maker else row_widget(self._kit, row)
            widget.wished.connect(self._on_wished)
            self._rows[place] = widget
        return self._rows[place]

    def _fold(self) -> None:
        if self._section.folds:
            self.wished.emit(Folded(self._section.key, not self._section.open))

    def _on_switched(self, choice: Added) -> None:
        if self._section.switch is not None:
            self._wished_in.add(self._section.switch.key)
            self.wished.emit(Chosen(self._section.switch.key, choice.words))

    def _on_wished(self, wish: Wish) -> None:
        """Remember where it came from: that row is shown again even if the answer is no."""
        widget = self.sender()
        if isinstance(widget, RowWidget):
            self._wished_in.add(widget.key)
        self.wished.emit(wish)
