"""Small pieces that every panel is made of, in the look of the style sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget


def label(look: str = "", *, wrap: bool = False) -> QLabel:
    """A label of plain text in one of the looks of the style sheet."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setProperty("look", look)
    return made


def button(look: str = "") -> QPushButton:
    """A button in one of the looks of the style sheet."""
    made = QPushButton()
    made.setProperty("look", look)
    return made


def line() -> QFrame:
    """A thin horizontal line."""
    made = QFrame()
    made.setProperty("look", "line")
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Colour a widget good, warn or bad, or as usual."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
