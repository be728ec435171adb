"""The canvas as its presenter sees it: everything that can be shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QRectF

from workbench.document.value import Key
from workbench.presenters.checking import Alerts
from workbench.presenters.funnel.funnel import Chosen, Funnel
from workbench.presenters.funnel.geometry import Box, Point
from workbench.presenters.funnel.picture import FunnelPicture
from workbench.ui.canvas.camera import Framing
from workbench.ui.canvas.editor import InPlaceEditor
from workbench.ui.canvas.frame import CanvasFrame
from workbench.ui.canvas.glide import Glide
from workbench.ui.canvas.outline import Outline
from workbench.ui.canvas.view import FunnelView

_AROUND = 24.0  # what is seen around a card that is revealed
_EMPTY = QRectF(60, -250, 800, 500)  # the stripe of the first phase


class Showing(QObject):
    """Hands each wish of the presenter to the widget that it concerns."""

    def __init__(self, funnel: Funnel, view: FunnelView) -> None:
        super().__init__(view)
        self._funnel = funnel
        self._view = view
        self._scene = view.funnel_scene
        self._camera = view.camera
        self._editor: InPlaceEditor | None = None
        self._outline: Outline | None = None
        self._frame: CanvasFrame | None = None
        self._glide = Glide(funnel, self._scene, self)

    def complete(self, editor: InPlaceEditor, outline: Outline, frame: CanvasFrame) -> None:
        """Take the widgets that need the presenter first."""
        self._editor, self._outline, self._frame = editor, outline, frame

    @property
    def middle(self) -> Point:
        center = self._camera.center
        return Point(center.x(), center.y())

    def show_picture(self, picture: FunnelPicture) -> None:
        self._glide.stop()
        self._view.drop_gesture()
        self._scene.show_picture(picture)
        if self._editor is not None:
            self._editor.keep_in_place()
        if self._frame is not None:
            self._frame.show_hint(shown=not picture.cards)

    def show_alerts(self, alerts: Alerts) -> None:
        self._scene.show_alerts(alerts)

    def show_new(self, picture: FunnelPicture) -> None:
        if self._editor is not None:
            self._editor.close_quietly()
        self.show_picture(picture)
        self._frame_all("beginning")

    def glide(self, before: Mapping[Key, Point]) -> None:
        self._glide.start(before)

    def show_chosen(self, chosen: Chosen) -> None:
        self._scene.show_chosen(chosen)
        if self._outline is not None and not self._outline.isHidden():
            self._outline.show_chosen(chosen.metrics)

    def refresh_outline(self) -> None:
        if self._outline is not None and not self._outline.isHidden():
            self._outline.show_groups(self._funnel.outline())

    def edit_name(self, key: Key) -> None:
        if self._editor is not None:
            self._editor.open_name(key)

    def edit_value(self, key: Key, words: str) -> None:
        if self._editor is not None:
            self._editor.open_value(key, words)

    def reveal(self, key: Key) -> None:
        box = self._box_of(key)
        if box is not None:
            self._camera.reveal(_rect(box.grown(_AROUND)), self._rooms())

    def center(self, key: Key) -> None:
        """Bring a card or pill into the middle."""
        box = self._box_of(key)
        if box is not None:
            self._camera.look_at(_rect(box).center())

    def fit(self) -> None:
        """Show the whole funnel."""
        self._frame_all("all")

    def refit(self) -> None:
        """Show the same in another size of the window, if nobody looked elsewhere."""
        if self._camera.framed is not None:
            self._frame_all(self._camera.framed)

    def _frame_all(self, framing: Framing) -> None:
        extent = self._funnel.picture.extent
        shown = _rect(extent) if extent is not None else _EMPTY
        self._camera.frame(shown, self._rooms(), framing)

    def _rooms(self) -> tuple[QRectF, ...]:
        return self._frame.rooms() if self._frame else (QRectF(self._view.rect()),)

    def _box_of(self, key: Key) -> Box | None:
        picture = self._funnel.picture
        card, arrow = picture.card_by_key.get(key), picture.arrow_by_metric.get(key)
        if card is not None:
            return card.box
        return arrow.pill_box if arrow is not None else None


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)
