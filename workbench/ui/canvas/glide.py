"""Cards on their way from where they were to where they are."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from workbench.document.value import Key
from workbench.presenters.funnel.funnel import Funnel
from workbench.presenters.funnel.geometry import Point
from workbench.ui.canvas.scene import FunnelScene

_MILLISECONDS = 260
_MOST = 120  # cards; more of them would not move smoothly


class Glide(QObject):
    """Animates one arrangement; the project holds the end of it from the start."""

    def __init__(self, funnel: Funnel, scene: FunnelScene, parent: QObject) -> None:
        super().__init__(parent)
        self._funnel = funnel
        self._scene = scene
        self._before: Mapping[Key, Point] = {}
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(_MILLISECONDS)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._on_step)

    def start(self, before: Mapping[Key, Point]) -> None:
        """Let the cards go from these corners to where they belong."""
        self.stop()
        if len(before) <= _MOST and self._scene.views() and self._scene.views()[0].isVisible():
            self._before = before
            self._animation.start()

    def stop(self) -> None:
        """Be where the project says, at once."""
        if self.is_running:
            self._animation.stop()
            self._scene.show_picture(self._funnel.picture)

    @property
    def is_running(self) -> bool:
        """Whether cards are on their way."""
        return self._animation.state() == QVariantAnimation.State.Running

    def _on_step(self, share: object) -> None:
        if not isinstance(share, float) or share >= 1.0:
            self._scene.show_picture(self._funnel.picture)
            return
        cards = self._funnel.picture.card_by_key
        corners = {
            key: _between(start, cards[key].box.corner, share)
            for key, start in self._before.items()
            if key in cards
        }
        self._scene.show_picture(self._funnel.with_corners(corners))


def _between(start: Point, end: Point, share: float) -> Point:
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
