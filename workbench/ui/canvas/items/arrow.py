"""An arrow on the scene, and the pill on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsSceneHoverEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from workbench.presenters.funnel.geometry import Box
from workbench.presenters.funnel.picture import Arrow
from workbench.ui.canvas.paint.arrow import HEAD, SIGN, paint_arrow, paint_pill, path_of
from workbench.ui.theme import Theme

_GRIP = 10.0  # how near the pointer must come to a line


class ArrowItem(QGraphicsItem):
    """Shows the line of one arrow."""

    def __init__(self, arrow: Arrow, theme: Theme) -> None:
        super().__init__()
        self.arrow = arrow
        self._theme = theme
        self._selected = False
        self._hovered = False
        self._path = path_of(arrow.curve)
        self.setZValue(1)
        self.setAcceptHoverEvents(True)

    def show_arrow(self, arrow: Arrow) -> None:
        """Show another way or meaning of the arrow."""
        if arrow.curve != self.arrow.curve:
            self.prepareGeometryChange()
            self._path = path_of(arrow.curve)
        self.arrow = arrow
        self.update()

    def show_selected(self, *, selected: bool) -> None:
        """Show that the arrow is selected."""
        if selected != self._selected:
            self._selected = selected
            self.update()

    def boundingRect(self) -> QRectF:
        return self._path.controlPointRect().adjusted(-HEAD, -HEAD, HEAD, HEAD)

    def shape(self) -> QPainterPath:
        stroker = QPainterPathStroker()
        stroker.setWidth(_GRIP)
        return stroker.createStroke(self._path)

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        zoom = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
        lit = self._selected or self._hovered
        paint_arrow(painter, self.arrow, self._path, self._theme.colors, lit=lit, zoom=zoom)

    def hoverEnterEvent(self, _event: QGraphicsSceneHoverEvent) -> None:
        self._hovered = True
        self.update()

    def hoverLeaveEvent(self, _event: QGraphicsSceneHoverEvent) -> None:
        self._hovered = False
        self.update()


class PillItem(QGraphicsItem):
    """Shows the value on an arrow."""

    def __init__(self, arrow: Arrow, box: Box, theme: Theme) -> None:
        super().__init__()
        self.arrow = arrow
        self.box = box
        self._theme = theme
        self._selected = False
        self.setZValue(4)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def show_arrow(self, arrow: Arrow, box: Box) -> None:
        """Show another value or place."""
        if box != self.box:
            self.prepareGeometryChange()
        self.arrow, self.box = arrow, box
        self.update()

    def show_selected(self, *, selected: bool) -> None:
        """Show that the conversion is selected."""
        if selected != self._selected:
            self._selected = selected
            self.update()

    def boundingRect(self) -> QRectF:
        return self._grown(SIGN)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self._grown(2))
        return path

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        if self.arrow.pill is not None:
            zoom = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
            colors = self._theme.colors
            paint_pill(painter, self.arrow.pill, self.box, colors, lit=self._selected, zoom=zoom)

    def _grown(self, by: float) -> QRectF:
        box = self.box.grown(by)
        return QRectF(box.x, box.y, box.width, box.height)
