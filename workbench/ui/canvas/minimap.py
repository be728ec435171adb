"""The whole funnel in a corner, with what is seen of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workbench.presenters.funnel.geometry import Box
from workbench.ui.canvas.camera import Camera
from workbench.ui.canvas.paint.colors import brush, pen
from workbench.ui.canvas.scene import FunnelScene
from workbench.ui.theme import Theme

WIDTH, HEIGHT = 150, 92
_PAD = 8.0


class Minimap(QWidget):
    """A click or drag brings that part of the canvas into the middle."""

    def __init__(self, scene: FunnelScene, camera: Camera, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene = scene
        self._camera = camera
        self._theme = theme
        self._held: tuple[QPointF, float] | None = None  # while the mouse looks around in it
        self.setFixedSize(WIDTH, HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        camera.moved.connect(self.update)
        scene.changed_picture.connect(self.update)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Cards as small blocks in the colour of their owner, and the frame of what is seen."""
        colors = self._theme.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen(colors.border))
        painter.setBrush(brush(colors.surface, 235))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        origin, scale = self._frame()
        for card in self._scene.picture.cards:
            chips = card.face.chips
            ink = brush(chips[0].color, 170) if chips else brush(colors.arrow, 170)
            painter.fillRect(_mapped(_rect(card.box), origin, scale), ink)
        painter.setClipRect(self.rect().adjusted(2, 2, -2, -2))
        painter.setPen(pen(colors.accent, 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(_mapped(self._camera.viewport_rect(), origin, scale), 2, 2)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = self._frame()
        self._look(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._look(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = None
        self.update()

    def _look(self, at: QPointF) -> None:
        origin, scale = self._frame()
        self._camera.look_at(origin + at / scale)

    def _frame(self) -> tuple[QPointF, float]:
        """The point of the canvas in the corner, and how small everything is.

        All cards are in it and what is seen; held by the mouse it stays, or it would run away.
        """
        if self._held is not None:
            return self._held
        extent = self._scene.picture.extent
        whole = self._camera.viewport_rect()
        if extent is not None:
            whole = whole.united(_rect(extent))
        scale = min(
            (WIDTH - 2 * _PAD) / max(whole.width(), 1.0),
            (HEIGHT - 2 * _PAD) / max(whole.height(), 1.0),
        )
        middle = QPointF(WIDTH / 2, HEIGHT / 2)
        return whole.center() - middle / scale, scale


def _mapped(part: QRectF, origin: QPointF, scale: float) -> QRectF:
    return QRectF((part.topLeft() - origin) * scale, part.size() * scale)


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)
