"""A template as a card."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workbench.base.texts import text
from workbench.document.value import Key
from workbench.presenters.templates import Card, RoleDot
from workbench.ui.look import button, label
from workbench.ui.panels.templates.funnel_sketch import FunnelSketch
from workbench.ui.theme import Theme
from workbench.ui.words import Words

LEAST_WIDTH = 300
_DOT, _STEP = 5.0, 15


@dataclass(frozen=True, slots=True)
class Begin:
    """The wish to begin from a template, or with nothing."""

    key: Key | None


class TemplateCard(QFrame):
    """Drawing, name, description, numbers, and the button that begins."""

    begun = Signal(Begin)

    def __init__(self, card: Card, theme: Theme, words: Words) -> None:
        super().__init__()
        self._key = card.key
        self.setProperty("look", "card")
        self.setMinimumWidth(LEAST_WIDTH)
        name, description, counts = label("heading", wrap=True), label("muted", wrap=True), label()
        name.setText(card.name)
        description.setText(card.description)
        counts.setText(card.counts)
        self.button = button("primary" if card.key else "")
        words.put(self.button, "setText", text("Create project"))
        self.button.setAccessibleName(f"{self.button.text()}: {card.name}")
        self.button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(9)
        column.addWidget(FunnelSketch(theme, card.bars))
        column.addWidget(name)
        column.addWidget(description)
        column.addStretch()
        facts = QHBoxLayout()
        facts.setSpacing(10)
        facts.addWidget(counts)
        facts.addWidget(Dots(card.dots))
        facts.addStretch()
        column.addLayout(facts)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch()
        column.addLayout(row)

    def _on_clicked(self) -> None:
        self.begun.emit(Begin(self._key))


class Dots(QWidget):
    """The roles of a template by their colours."""

    def __init__(self, dots: tuple[RoleDot, ...]) -> None:
        super().__init__()
        self._dots = dots
        self.setFixedSize(QSize(_STEP * len(dots), 16))
        self.setToolTip(", ".join(dot.name for dot in dots))
        self.setAccessibleName(self.toolTip())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One disc a role."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for at, dot in enumerate(self._dots):
            painter.setBrush(QColor(dot.color))
            painter.drawEllipse(QPointF(at * _STEP + _DOT + 1, 8), _DOT, _DOT)
