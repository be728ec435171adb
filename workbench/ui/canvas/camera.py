"""Where a person looks at the canvas from: zoom and centre."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Signal
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsView

SMALLEST, LARGEST = 0.1, 4.0
STEP = 1.2
READABLE = 0.7  # the least zoom that a project is opened with
Framing = Literal["all", "beginning"]


@dataclass(frozen=True, slots=True)
class ViewState:
    """Zoom (1 is 100 %) and the point of the canvas in the middle."""

    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0


class Camera(QObject):
    """Moves what a view shows; `moved` tells of every change."""

    moved = Signal()

    def __init__(self, view: QGraphicsView) -> None:
        super().__init__(view)
        self._view = view
        self._zoom = 1.0
        self._framed: Framing | None = None

    @property
    def zoom(self) -> float:
        """1 is 100 %."""
        return self._zoom

    @property
    def framed(self) -> Framing | None:
        """How everything was brought into view, if nobody looked elsewhere since."""
        return self._framed

    @property
    def center(self) -> QPointF:
        """The point of the canvas in the middle of the view."""
        return self.to_scene(self._middle)

    @property
    def state(self) -> ViewState:
        """What to remember."""
        center = self.center
        return ViewState(self._zoom, center.x(), center.y())

    def restore(self, state: ViewState) -> None:
        """Look from where one looked before."""
        self._set_zoom(state.zoom)
        self.look_at(QPointF(state.x, state.y))

    def to_scene(self, at: QPointF) -> QPointF:
        """A point of the viewport as a point of the canvas."""
        inverse, _ = self._view.viewportTransform().inverted()
        return inverse.map(at)

    def look_at(self, center: QPointF) -> None:
        """Bring a point of the canvas into the middle."""
        self._framed = None
        self._view.centerOn(center)
        self.moved.emit()

    def pan(self, dx: float, dy: float) -> None:
        """Move the canvas by pixels."""
        self._framed = None
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        across.setValue(across.value() - round(dx))
        down.setValue(down.value() - round(dy))
        self.moved.emit()

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom about a point of the viewport, by default its middle."""
        pivot = self._middle if about is None else about
        before = self.to_scene(pivot)
        self._set_zoom(self._zoom * factor)
        after = self._view.viewportTransform().map(before)
        self.pan(pivot.x() - after.x(), pivot.y() - after.y())

    def zoom_to(self, zoom: float) -> None:
        """Zoom about the middle."""
        self.zoom_by(zoom / self._zoom)

    def frame(self, extent: QRectF, rooms: Sequence[QRectF], framing: Framing = "all") -> None:
        """Show a part of the canvas in the room, in pixels, that shows most of it.

        It is not made larger than life; all of it is shown, or its beginning to read.
        """
        fitting, room = max(((_fitting(extent, room), room) for room in rooms), key=_zoom_of)
        self._set_zoom(fitting if framing == "all" else max(fitting, READABLE))
        shown = extent.size() * self._zoom
        corner = QPointF(
            room.left() + max(room.width() - shown.width(), 0.0) / 2,
            room.top() + max(room.height() - shown.height(), 0.0) / 2,
        )
        self.look_at(extent.topLeft() + (self._middle - corner) / self._zoom)
        self._framed = framing

    def reveal(self, part: QRectF, rooms: Sequence[QRectF]) -> None:
        """Move no further than needed to see a part of the canvas in one of the rooms."""
        shown = self._view.viewportTransform().mapRect(part)
        way = min((_way_into(room, shown) for room in rooms), key=QPointF.manhattanLength)
        if not way.isNull():
            self.pan(way.x(), way.y())

    def viewport_rect(self) -> QRectF:
        """The part of the canvas that is seen."""
        corner = self.to_scene(QPointF(0, 0))
        size = self._view.viewport().size()
        return QRectF(corner, size.toSizeF() / self._zoom)

    def to_viewport(self, at: QPointF) -> QPoint:
        """A point of the canvas in pixels of the viewport."""
        return self._view.viewportTransform().map(at).toPoint()

    @property
    def _middle(self) -> QPointF:
        """The middle of the viewport in pixels."""
        size = self._view.viewport().size()
        return QPointF(size.width() / 2, size.height() / 2)

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = min(max(zoom, SMALLEST), LARGEST)
        self._view.setTransform(QTransform.fromScale(self._zoom, self._zoom))


def _fitting(extent: QRectF, room: QRectF) -> float:
    """The zoom at which an extent fits into a room, not larger than life."""
    across = room.width() / max(extent.width(), 1.0)
    return min(across, room.height() / max(extent.height(), 1.0), 1.0)


def _zoom_of(fitted: tuple[float, QRectF]) -> float:
    return fitted[0]


def _way_into(room: QRectF, shown: QRectF) -> QPointF:
    dx = max(room.left() - shown.left(), 0.0) or min(room.right() - shown.right(), 0.0)
    dy = max(room.top() - shown.top(), 0.0) or min(room.bottom() - shown.bottom(), 0.0)
    return QPointF(dx, dy)
