"""Moving cards by dragging them, or copies of them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, Qt

from workbench.document.value import Key
from workbench.presenters.funnel.geometry import Point
from workbench.ui.canvas.gestures.gesture import SNAP, Bench, Modifiers, point
from workbench.ui.canvas.items.overlay import Preview


class Move:
    """The selected cards follow the pointer, their arrows with them; with Alt copies of them do."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, bench: Bench, start: QPointF, pressed: Key | None = None) -> None:
        self._bench = bench
        self._start = start
        self._pressed = pressed
        self._dragged = False
        self._keys = tuple(bench.funnel.chosen_cards)
        self._by = Point(0, 0)
        self._copies = False

    def drag(self, at: QPointF, modifiers: Modifiers) -> None:
        """Cards go where they snap to; with Ctrl they keep to the grid."""
        self._dragged = True
        self._copies = bool(modifiers & Modifiers.AltModifier)
        snap = self._bench.funnel.dragged(
            self._keys,
            point(at - self._start),
            SNAP / self._bench.camera.zoom,
            free=bool(modifiers & Modifiers.ControlModifier),
        )
        self._by = snap.by
        cards = self._bench.funnel.picture.card_by_key
        if self._copies:
            ghosts = tuple(
                replace(cards[key], box=cards[key].box.at(cards[key].box.corner + snap.by))
                for key in self._keys
            )
            self._bench.scene.show_picture(self._bench.funnel.picture)
            self._bench.scene.show_preview(Preview(guides=snap.guides, ghosts=ghosts))
        else:
            self._bench.scene.show_picture(self._bench.funnel.with_corners(self._corners()))
            self._bench.scene.show_preview(Preview(guides=snap.guides))

    def finish(self) -> None:
        """Put the cards, or their copies, down; a mere click selects one of several cards."""
        if not self._dragged:
            if self._pressed is not None:
                self._bench.funnel.choose((self._pressed,))
            return
        self.cancel()
        if self._copies:
            self._bench.editing.duplicate(self._by)
        else:
            self._bench.editing.move(self._corners())

    def cancel(self) -> None:
        """Everything back."""
        self._bench.scene.show_preview()
        self._bench.scene.show_picture(self._bench.funnel.picture)

    def _corners(self) -> dict[Key, Point]:
        cards = self._bench.funnel.picture.card_by_key
        return {key: cards[key].box.corner + self._by for key in self._keys if key in cards}
