"""The names of the phases, always at the top of what is seen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workbench.ui.canvas.camera import Camera
from workbench.ui.canvas.paint.band import caption, paint_caption, stripe
from workbench.ui.canvas.paint.colors import brush
from workbench.ui.canvas.paint.lettering import caption_font, width_of
from workbench.ui.canvas.scene import FunnelScene
from workbench.ui.theme import Theme

HEIGHT = 30
_GAP = 14.0


class Captions(QWidget):
    """Lies over the top of the view and lets the mouse through."""

    def __init__(self, scene: FunnelScene, camera: Camera, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene = scene
        self._camera = camera
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedHeight(HEIGHT)
        camera.moved.connect(self.update)
        scene.changed_picture.connect(self.update)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each name at the left end of its stripe, or of what is seen of it."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing)
        seen = self._camera.viewport_rect()
        for band in self._scene.picture.bands:
            place = stripe(band, seen)
            left = (place.left() - seen.left()) * self._camera.zoom + _GAP
            right = (place.right() - seen.left()) * self._camera.zoom
            room = QRectF(left, 0, right - left, HEIGHT)
            if room.width() < min(width_of(caption_font(), caption(band)), 40.0):
                continue
            painter.setClipRect(room)
            ground = self._theme.colors.bands[band.tone % len(self._theme.colors.bands)]
            words = QRectF(left - 6, 6, width_of(caption_font(), caption(band)) + 14, HEIGHT - 10)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(brush(ground, 215))
            painter.drawRoundedRect(words, 6, 6)
            paint_caption(painter, band, QPointF(left, HEIGHT / 2 + 1), self._theme.colors)
        painter.end()
