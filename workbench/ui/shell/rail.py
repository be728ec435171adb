"""The rail of work places, in the order of the job."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from workbench.base.texts import Text, text
from workbench.presenters.desk import Desk, Place
from workbench.presenters.problems.counts import Counts
from workbench.ui.theme import Theme, ui_font
from workbench.ui.words import Words

PLACES: tuple[tuple[Place, Text, str], ...] = (
    ("funnel", text("Funnel"), "filter"),
    ("roles", text("Roles"), "users"),
    ("plan", text("Plan"), "chart-line"),
    ("sheets", text("Sheets"), "table"),
    ("actuals", text("Actuals"), "chart-bar"),
    ("templates", text("Templates"), "books"),
)


class RailButton(QToolButton):
    """A place with a badge: so many errors, or else so many warnings."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._counts = Counts()
        self._tip = ""
        self._found = ""

    def show_badge(self, counts: Counts, words: str) -> None:
        """Show other numbers; `words` says them."""
        self._counts, self._found = counts, words if counts.errors or counts.warnings else ""
        self.show_tip(self._tip)
        self.update()

    def show_tip(self, words: str) -> None:
        """Say what the place is, and what was found there."""
        self._tip = words
        self.setToolTip("\n".join(part for part in (words, self._found) if part))
        self.setAccessibleDescription(self._found)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The badge over the corner of the icon."""
        super().paintEvent(event)
        number = self._counts.errors or self._counts.warnings
        if not number:
            return
        colors, error = self._theme.colors, bool(self._counts.errors)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(ui_font(10, QFont.Weight.DemiBold))
        words = str(min(number, 99))
        width = max(16.0, painter.fontMetrics().horizontalAdvance(words) + 9.0)
        box = QRectF(self.width() / 2 + 7, 5, width, 16)
        painter.setPen(QPen(QColor(colors.surface), 1.5))
        painter.setBrush(QColor(colors.bad_soft if error else colors.warn_soft))
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(QColor(colors.bad if error else colors.warn))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


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
        self._buttons: dict[str, RailButton] = {}
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

    def show_findings(self, place: str, counts: Counts, words: str) -> None:
        """Show how many errors and warnings there are in a place."""
        self._buttons[place].show_badge(counts, words)

    def _button(self, place: str, title: Text, number: int, words: Words) -> RailButton:
        made = RailButton(self._theme)
        made.setProperty("look", "rail")
        made.setProperty("place", place)
        made.setCheckable(True)
        made.setIconSize(QSize(22, 22))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setFixedWidth(72)
        made.setMinimumHeight(56)
        words.put(made, "setText", title)
        tip = text("{place} (Ctrl+{number})", place=title, number=number)
        words.put(made, "show_tip", tip)
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
