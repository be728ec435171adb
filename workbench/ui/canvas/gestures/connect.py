"""Drawing an arrow from a card."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from workbench.document.value import Key
from workbench.presenters.funnel.routes import straight
from workbench.ui.canvas.gestures.gesture import Bench, Modifiers, point
from workbench.ui.canvas.items.overlay import Preview


class Connect:
    """An arrow grows to the pointer: let go over a card it connects, elsewhere it makes a stage."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, bench: Bench, source: Key) -> None:
        self._bench = bench
        self._source = source
        self._at: QPointF | None = None
        self._target: Key | None = None

    def drag(self, at: QPointF, _modifiers: Modifiers) -> None:
        """Show the arrow and the card it would end at."""
        self._at = at
        picture = self._bench.funnel.picture
        card = picture.card_at(point(at))
        self._target = card.key if card is not None and card.key != self._source else None
        source = picture.card_by_key[self._source]
        over_itself = card is not None and card.key == self._source
        curve = None if over_itself else straight(source.box, point(at))
        self._bench.scene.show_preview(Preview(curve=curve), self._target)

    def finish(self) -> None:
        """Connect, or make a stage that is connected."""
        self.cancel()
        if self._target is not None:
            self._bench.editing.connect(self._source, self._target)
        elif self._at is not None and not self._over_source(self._at):
            self._bench.editing.connect_new(self._source, point(self._at))

    def cancel(self) -> None:
        """No arrow."""
        self._bench.scene.show_preview()

    def _over_source(self, at: QPointF) -> bool:
        """A click on the handle, or a drag back to where it came from, means nothing."""
        card = self._bench.funnel.picture.card_by_key[self._source]
        return card.box.grown(24).holds(point(at))
