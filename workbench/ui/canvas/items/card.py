"""A card on the scene."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsSceneHoverEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from workbench.presenters.funnel.picture import Card
from workbench.ui.canvas.paint.card import PORT_RADIUS, CardLook, paint_card, paint_port, port_of
from workbench.ui.canvas.paint.layout import laid_out
from workbench.ui.theme import Theme

Part = Literal["port", "name", "value", "body"]
_AROUND = 20.0  # shadow, port and the name of another phase
_GRIP = PORT_RADIUS + 4  # within which the port is taken hold of


class CardItem(QGraphicsItem):
    """Shows one card; it is moved by showing it elsewhere."""

    def __init__(self, card: Card, theme: Theme) -> None:
        super().__init__()
        self.card = card
        self._theme = theme
        self._look = CardLook()
        self.setZValue(2)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setAcceptHoverEvents(True)
        self.setPos(card.box.x, card.box.y)

    def show_card(self, card: Card) -> None:
        """Show another state of the metric."""
        if card.box.height != self.card.box.height or card.box.width != self.card.box.width:
            self.prepareGeometryChange()
        self.card = card
        self.setPos(card.box.x, card.box.y)
        self.update()

    def show_look(self, **changes: bool) -> None:
        """Show that the card is selected, that an arrow would end at it, and so on."""
        after = replace(self._look, **changes)
        if after != self._look:
            self._look = after
            self.setZValue(3 if after.selected else 2)
            self.update()

    @property
    def is_selected(self) -> bool:
        """Whether it is shown as selected."""
        return self._look.selected

    def part_at(self, at: QPointF) -> Part:
        """What of the card lies under a point of the scene."""
        here = self.mapFromScene(at)
        away = here - port_of(self.card)
        if away.x() ** 2 + away.y() ** 2 <= _GRIP**2 and self._has_port:
            return "port"
        layout = laid_out(self.card.face)
        if here.y() < layout.name_box.bottom() + 1:
            return "name"
        return "value" if here.y() <= layout.figure_box.bottom() + 1 else "body"

    def boundingRect(self) -> QRectF:
        box = QRectF(0, 0, self.card.box.width, self.card.box.height)
        return box.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(QRectF(0, 0, self.card.box.width, self.card.box.height))
        port = port_of(self.card)
        path.addEllipse(port, _GRIP, _GRIP)
        return path

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        zoom = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
        colors = self._theme.colors
        paint_card(painter, self.card, colors, self._look, zoom)
        if self._has_port:
            paint_port(painter, self.card, colors)

    def hoverEnterEvent(self, _event: QGraphicsSceneHoverEvent) -> None:
        self.show_look(hovered=True)

    def hoverLeaveEvent(self, _event: QGraphicsSceneHoverEvent) -> None:
        self.show_look(hovered=False)

    @property
    def _has_port(self) -> bool:
        """The handle is shown on the card that is pointed at or alone selected."""
        return self._look.hovered or self._look.ported
