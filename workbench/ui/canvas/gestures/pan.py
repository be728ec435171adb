"""Moving the canvas itself."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from workbench.ui.canvas.camera import Camera
from workbench.ui.canvas.gestures.gesture import Modifiers


class Pan:
    """The point that was taken hold of stays under the pointer."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, camera: Camera, start: QPointF) -> None:
        self._camera = camera
        self._start = start
        self._before = camera.state

    def drag(self, at: QPointF, _modifiers: Modifiers) -> None:
        """Follow the pointer; `at` is measured on the canvas as it lies now."""
        way = (at - self._start) * self._camera.zoom
        self._camera.pan(way.x(), way.y())

    def finish(self) -> None:
        """Stay."""

    def cancel(self) -> None:
        """Back to where it was."""
        self._camera.restore(self._before)
