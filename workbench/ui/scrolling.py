"""A widget that scrolls where it does not fit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolled(widget: QWidget, look: str = "scrolled", *, sideways: bool = False) -> QScrollArea:
    """The widget in an area without a frame, on the ground of a look.

    It is as wide as the area, unless it may scroll `sideways` where it is wider.
    """
    area = QScrollArea()
    widget.setProperty("look", look)
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    if not sideways:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
