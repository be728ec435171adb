"""What every gesture is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, Qt

from workbench.presenters.funnel.editing import Editing
from workbench.presenters.funnel.funnel import Funnel
from workbench.presenters.funnel.geometry import Point
from workbench.ui.canvas.camera import Camera
from workbench.ui.canvas.scene import FunnelScene

SNAP = 7.0  # pixels within which cards snap to others, at any zoom
Modifiers = Qt.KeyboardModifier


class Gesture(Protocol):
    """Begins with a press; nothing of it stays when it is cancelled."""

    cursor: Qt.CursorShape

    def drag(self, at: QPointF, modifiers: Modifiers) -> None:
        """Show what would be if the button were let go at a point of the scene."""

    def finish(self) -> None:
        """Do it."""

    def cancel(self) -> None:
        """Leave everything as it was."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What gestures work with."""

    funnel: Funnel
    editing: Editing
    scene: FunnelScene
    camera: Camera


def point(at: QPointF) -> Point:
    """A point of the scene as the presenter knows it."""
    return Point(at.x(), at.y())
