"""Selecting cards with a rectangle."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt

from workbench.document.value import Key
from workbench.presenters.funnel.funnel import How, combined
from workbench.presenters.funnel.geometry import Box
from workbench.ui.canvas.gestures.gesture import Bench, Modifiers
from workbench.ui.canvas.items.overlay import Preview


class Marquee:
    """Selects the cards it touches; Shift adds to the selection, Ctrl toggles."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, bench: Bench, start: QPointF, modifiers: Modifiers) -> None:
        self._bench = bench
        self._start = start
        self._before = bench.funnel.desk.selection.selected.metrics
        self._how: How = "replace"
        if modifiers & Modifiers.ShiftModifier:
            self._how = "add"
        elif modifiers & Modifiers.ControlModifier:
            self._how = "toggle"

    def drag(self, at: QPointF, _modifiers: Modifiers) -> None:
        """Select what the rectangle touches now."""
        rect = QRectF(self._start, at).normalized()
        self._bench.scene.show_preview(Preview(marquee=rect))
        self._bench.funnel.choose(combined(self._before, self._touched(rect), self._how))

    def finish(self) -> None:
        """Keep the selection."""
        self._bench.scene.show_preview()

    def cancel(self) -> None:
        """The selection as it was."""
        self._bench.scene.show_preview()
        self._bench.funnel.choose(self._before)

    def _touched(self, rect: QRectF) -> tuple[Key, ...]:
        box = Box(rect.x(), rect.y(), rect.width(), rect.height())
        cards = self._bench.funnel.picture.cards
        return tuple(card.key for card in cards if card.box.meets(box))
