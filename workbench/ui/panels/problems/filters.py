"""The head of the panel: title, filters by severity, place and role, help, close."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QToolButton, QWidget

from workbench.base.languages import Language
from workbench.base.texts import Text, context, text
from workbench.checks.finding import SEVERITIES, Severity
from workbench.presenters.desk import Desk
from workbench.presenters.problems.picture import ProblemsPicture, Shown
from workbench.ui.look import button, label, set_tone
from workbench.ui.severity import TONES, sign
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_ROOM_FOR_TITLE, _ROOM_FOR_WORDS = 620, 860
_PLACES: dict[str, Text] = {
    "": text("All places"),
    "funnel": text("Funnel"),
    "roles": text("Roles"),
    "plan": text("Plan"),
}


class Filters(QWidget):
    """Tells what a person wants to see."""

    toggled = Signal(str)
    narrowed = Signal(str, str)
    help_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__()
        self._desk = desk
        self._theme = theme
        self._severities: dict[Severity, QPushButton] = {}
        self._counts: Mapping[Severity, str] = {}
        self._title = label("heading")
        self._places = QComboBox()
        self._roles = QComboBox()
        self._role_items: tuple[tuple[str, str], ...] = ()
        self._help = _tool()
        self._close = _tool()
        self._lay_out(words)
        self._fill_places()
        self._colour()
        theme.changed.connect(self._colour)
        desk.language_changed.connect(self._on_language_changed)

    def show_picture(self, picture: ProblemsPicture) -> None:
        """Show counts, and what is left out."""
        self._counts = picture.counts
        self._show_counts()
        for severity, made in self._severities.items():
            made.setChecked(severity not in picture.shown.hidden)
        self._fill_roles(picture)
        _choose(self._places, picture.shown.place or "")

    @property
    def wish(self) -> tuple[str, str]:
        """The chosen place and role, empty for all."""
        return str(self._places.currentData() or ""), str(self._roles.currentData() or "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, numbers and signs say enough."""
        super().resizeEvent(event)
        self._title.setVisible(event.size().width() >= _ROOM_FOR_TITLE)
        self._show_counts()

    def _show_counts(self) -> None:
        roomy = self.width() >= _ROOM_FOR_WORDS
        for severity, made in self._severities.items():
            words = self._counts.get(severity, "")
            made.setText(f" {words if roomy else words.partition(' ')[0]}")
            made.setAccessibleName(words)
            set_tone(made, "" if words.startswith("0") else TONES[severity])

    def _lay_out(self, words: Words) -> None:
        words.put(self._title, "setText", text("Checks of the KPIs"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 4)
        row.setSpacing(8)
        row.addWidget(self._title)
        for severity in SEVERITIES:
            row.addWidget(self._severity_button(severity, words))
        row.addStretch(1)
        row.addWidget(self._places)
        row.addWidget(self._roles)
        row.addWidget(self._help)
        row.addWidget(self._close)
        for box, name in ((self._places, context("window", "Place")), (self._roles, text("Role"))):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMaximumWidth(190)
            words.put(box, "setAccessibleName", name)
            box.activated.connect(self._on_narrowed)
        words.put(self._help, "setToolTip", text("All checks and what they look for"))
        words.put(self._help, "setAccessibleName", text("All checks and what they look for"))
        words.put(self._close, "setToolTip", text("Close the panel"))
        words.put(self._close, "setAccessibleName", text("Close the panel"))
        self._help.clicked.connect(self.help_wanted)
        self._close.clicked.connect(self.close_wanted)

    def _severity_button(self, severity: Severity, words: Words) -> QPushButton:
        made = button("filter")
        made.setProperty("severity", severity)
        made.setCheckable(True)
        made.setChecked(True)
        made.setIconSize(QSize(14, 14))
        words.put(made, "setToolTip", text("Show these, or leave them out"))
        made.clicked.connect(self._on_toggled)
        self._severities[severity] = made
        return made

    def _fill_places(self) -> None:
        chosen = self._places.currentData() or ""
        self._places.clear()
        for place, name in _PLACES.items():
            self._places.addItem(self._desk.say(name), place)
        _choose(self._places, chosen)

    def _fill_roles(self, picture: ProblemsPicture) -> None:
        items = (("", self._desk.say(text("All roles"))), *picture.roles)
        if items != self._role_items:
            self._role_items = items
            self._roles.clear()
            for key, name in items:
                self._roles.addItem(name, key)
        _choose(self._roles, picture.shown.role or "")

    def _on_toggled(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.toggled.emit(sender.property("severity"))

    def _on_narrowed(self, _index: int) -> None:
        self.narrowed.emit(*self.wish)

    def _on_language_changed(self, _language: Language) -> None:
        self._fill_places()

    def _colour(self) -> None:
        for severity, made in self._severities.items():
            made.setIcon(sign(severity, self._theme, 14))
        self._help.setIcon(self._theme.icon("help", self._theme.colors.muted, 18))
        self._close.setIcon(self._theme.icon("x", self._theme.colors.muted, 18))


def narrowed(shown: Shown, place: str, role: str) -> Shown:
    """What is shown with another place and role."""
    found = next((one for one in ("funnel", "roles", "plan") if one == place), None)
    return Shown(shown.hidden, found, role or None)


def _choose(box: QComboBox, data: str) -> None:
    at = box.findData(data)
    box.setCurrentIndex(max(at, 0))


def _tool() -> QToolButton:
    made = QToolButton()
    made.setProperty("look", "icon")
    made.setIconSize(QSize(18, 18))
    return made
