"""The rail of work places, in the order of the job."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from workbench.base.texts import Text, text
from workbench.presenters.desk import Desk
from workbench.ui.theme import Theme
from workbench.ui.words import Words

PLACES: tuple[tuple[str, Text, str], ...] = (
    ("funnel", text("Funnel"), "filter"),
    ("roles", text("Roles"), "users"),
    ("plan", text("Plan"), "chart-line"),
    ("sheets", text("Sheets"), "table"),
    ("templates", text("Templates"), "books"),
)


class Rail(QWidget):
    """One button a place."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._desk = desk
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(84)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 8, 6, 8)
        layout.setSpacing(4)
        for number, (place, title, _icon) in enumerate(PLACES, start=1):
            layout.addWidget(self._button(place, title, number, words))
        layout.addStretch()
        self._group.buttonClicked.connect(self._on_clicked)
        theme.changed.connect(self._colour)
        desk.place_changed.connect(self.show_place)
        self.show_place(desk.place)

    def show_place(self, place: str) -> None:
        """Mark the open place."""
        self._buttons[place].setChecked(True)
        self._colour()

    def _button(self, place: str, title: Text, number: int, words: Words) -> QToolButton:
        made = QToolButton()
        made.setProperty("look", "rail")
        made.setProperty("place", place)
        made.setCheckable(True)
        made.setIconSize(QSize(22, 22))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setFixedWidth(72)
        made.setMinimumHeight(56)
        words.put(made, "setText", title)
        tip = text("{place} (Ctrl+{number})", place=title, number=number)
        words.put(made, "setToolTip", tip)
        self._group.addButton(made)
        self._buttons[place] = made
        return made

    def _on_clicked(self, button: QToolButton) -> None:
        self.chosen.emit(button.property("place"))

    def _colour(self) -> None:
        colors = self._theme.colors
        for place, _title, icon in PLACES:
            button = self._buttons[place]
            color = colors.accent if button.isChecked() else colors.muted
            button.setIcon(self._theme.icon(icon, color, 22))
