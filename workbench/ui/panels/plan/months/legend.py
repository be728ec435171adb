"""What the colours of the cells mean."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from workbench.base.texts import Text, text
from workbench.ui.look import label
from workbench.ui.theme import Theme
from workbench.ui.words import Words


class Legend(QWidget):
    """Yellow is typed, plain is computed; blue is what a scenario changes."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._given = (Swatch(theme, "given"), label("muted"))
        for swatch, words_of, said in (
            (Swatch(theme, "entry"), label("muted"), text("typed in")),
            (Swatch(theme, "computed"), label("muted"), text("computed")),
            (*self._given, text("changed by the scenario")),
        ):
            self._put(row, swatch, words_of, said, words)
        row.addStretch()
        self.show_scenario(False)

    def show_scenario(self, shown: bool) -> None:
        """Explain the scenario's colour while one is shown."""
        for widget in self._given:
            widget.setVisible(shown)

    def _put(
        self, row: QHBoxLayout, swatch: QWidget, caption: QLabel, said: Text, words: Words
    ) -> None:
        words.put(caption, "setText", said)
        row.addWidget(swatch)
        row.addWidget(caption)
        row.addSpacing(10)


class Swatch(QWidget):
    """A cell in small."""

    def __init__(self, theme: Theme, kind: str) -> None:
        super().__init__()
        self._theme = theme
        self._kind = kind
        self.setFixedSize(QSize(22, 14))
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of the cell and, for a scenario, the colour of its number."""
        colors = self._theme.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colors.border), 1))
        painter.setBrush(QColor(colors.surface if self._kind == "computed" else colors.entry))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 3, 3)
        if self._kind == "given":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent))
            painter.drawRect(6, 6, 10, 3)
