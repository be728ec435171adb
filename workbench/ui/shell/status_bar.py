"""The status bar: saved or not, goal and forecast, problems, findings, zoom."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.presenters.problems.counts import Counts
from workbench.presenters.status import StatusPicture
from workbench.ui.look import label, set_tone
from workbench.ui.shell.counters import Counters
from workbench.ui.theme import Theme
from workbench.ui.words import Words


class StatusBar(QWidget):
    """The bottom row of the window."""

    def __init__(self, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__()
        self._desk = desk
        self._findings = Counters(theme)
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(30)
        self._saved = label("muted")
        self._pairs = {
            "period": (label("muted"), label("strong")),
            "goal": (label("muted"), label("strong")),
            "forecast": (label("muted"), label("strong")),
        }
        self._problems = label("strong")
        self._zoom = label("muted")
        self._lay_out()
        words.put(self._pairs["period"][0], "setText", text("Period:"))
        words.put(self._pairs["goal"][0], "setText", text("Goal:"))
        words.put(self._pairs["forecast"][0], "setText", text("Forecast:"))

    def show_saved(self, words: str, *, dirty: bool) -> None:
        """Say whether the work is saved."""
        self._saved.setText(f"{'○' if dirty else '●'} {words}")

    def show_status(self, picture: StatusPicture) -> None:
        """Show the goal and the forecast."""
        for name, (caption, value) in self._pairs.items():
            words = getattr(picture, name)
            value.setText(words)
            caption.setVisible(bool(words))
            value.setVisible(bool(words))
        self._pairs["goal"][1].setToolTip(picture.detail)
        set_tone(self._pairs["forecast"][1], picture.tone)
        set_tone(self._problems, "bad")
        self._problems.setText(picture.problems)
        self._problems.setVisible(bool(picture.problems))

    def show_findings(self, counts: Counts) -> None:
        """Show how much the checks have found."""
        self._findings.show_counts(counts)

    def show_zoom(self, words: str) -> None:
        """Show the zoom of the canvas, or nothing elsewhere."""
        self._zoom.setText(words)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(18)
        row.addWidget(self._saved)
        for caption, value in self._pairs.values():
            row.addLayout(_pair(caption, value))
        row.addStretch()
        row.addWidget(self._problems)
        row.addWidget(self._findings)
        row.addWidget(self._zoom)


def _pair(caption: QLabel, value: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(5)
    row.addWidget(caption)
    row.addWidget(value)
    return row
