"""A widget that scrolls up and down where it does not fit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolled(widget: QWidget, look: str = "") -> QScrollArea:
    """The widget in an area as wide as it is, without a frame, on the ground of a look."""
    area = QScrollArea()
    widget.setProperty("look", look)
    widget.setAutoFillBackground(False)
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
