"""Putting a new card on the canvas."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt

from workbench.document.metric import Kind
from workbench.ui.canvas.gestures.gesture import Bench, Modifiers, point
from workbench.ui.canvas.items.overlay import Preview


class Place:
    """The outline of a card follows the pointer until the button is let go."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, bench: Bench, kind: Kind, start: QPointF) -> None:
        self._bench = bench
        self._kind = kind
        self._at = start
        self.drag(start, Modifiers.NoModifier)

    def drag(self, at: QPointF, _modifiers: Modifiers) -> None:
        """Show where the card would lie."""
        self._at = at
        box = self._bench.editing.landing(point(at))
        outline = QRectF(box.x, box.y, box.width, box.height)
        self._bench.scene.show_preview(Preview(outline=outline))

    def finish(self) -> None:
        """Make the card."""
        self.cancel()
        self._bench.editing.add(self._kind, point(self._at))

    def cancel(self) -> None:
        """No card."""
        self._bench.scene.show_preview()
