"""The scene: one item for each card, arrow and pill, changed only where pictures differ."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from workbench.document.value import Key
from workbench.presenters.checking import Alerts
from workbench.presenters.funnel.funnel import Chosen
from workbench.presenters.funnel.picture import Arrow, FunnelPicture, LinkId
from workbench.ui.canvas.items.arrow import ArrowItem, PillItem
from workbench.ui.canvas.items.card import CardItem
from workbench.ui.canvas.items.overlay import NOTHING, Overlay, Preview
from workbench.ui.theme import Theme

_FAR = 100_000.0  # nobody draws a funnel larger than this
_NEAR = 4.0  # how far beside a thin arrow a click still means it

Item = CardItem | ArrowItem | PillItem
AnyItem = TypeVar("AnyItem", bound=QGraphicsItem)


class FunnelScene(QGraphicsScene):
    """Shows pictures; `changed_picture` tells those who show the same in another way."""

    changed_picture = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(-_FAR, -_FAR, 2 * _FAR, 2 * _FAR)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.picture = FunnelPicture()
        self._theme = theme
        self._cards: dict[Key, CardItem] = {}
        self._arrows: dict[LinkId, ArrowItem] = {}
        self._pills: dict[LinkId, PillItem] = {}
        self._chosen = Chosen()
        self._target: Key | None = None
        self._overlay = Overlay(theme)
        self.addItem(self._overlay)

    def show_picture(self, picture: FunnelPicture) -> None:
        """Show a picture by changing what differs from the last one."""
        self._show_cards(picture)
        self._show_arrows(picture)
        bands_changed = picture.bands != self.picture.bands
        self.picture = picture
        if bands_changed:
            for view in self.views():
                view.resetCachedContent()
            self.invalidate()
        self.show_chosen(self._chosen)
        self.changed_picture.emit()

    def show_alerts(self, alerts: Alerts) -> None:
        """Show other signs where things are now, which may be where a gesture has taken them."""
        picture = self.picture.alerted(alerts)
        self._show_cards(picture)
        self._show_arrows(picture)
        self.picture = picture

    def show_chosen(self, chosen: Chosen) -> None:
        """Show what is selected."""
        self._chosen = chosen
        alone = len(chosen.metrics) == 1
        for key, card in self._cards.items():
            selected = key in chosen.metrics
            card.show_look(selected=selected, ported=selected and alone)
        for link_id, arrow in self._arrows.items():
            metric = arrow.arrow.link.metric
            selected = link_id == chosen.link or metric in chosen.metrics
            arrow.show_selected(selected=selected)
            if link_id in self._pills:
                self._pills[link_id].show_selected(selected=selected)

    def repaint(self) -> None:
        """Paint everything anew, in other colours; items remember how they looked."""
        for item in self.items():
            item.update()

    def show_preview(self, preview: Preview = NOTHING, target: Key | None = None) -> None:
        """Show what a gesture would do, and the card an arrow would end at."""
        self._overlay.show_preview(preview)
        if target != self._target:
            for key, on in ((self._target, False), (target, True)):
                item = self._cards.get(key or "")
                if item is not None:
                    item.show_look(target=on)
            self._target = target

    @property
    def preview(self) -> Preview:
        """What a gesture shows now."""
        return self._overlay.preview

    def card(self, key: Key) -> CardItem | None:
        """The item of a card."""
        return self._cards.get(key)

    def chosen_point(self) -> QPointF | None:
        """The middle of a selected card or pill."""
        for key in self._chosen.metrics:
            card, arrow = self._cards.get(key), self.picture.arrow_by_metric.get(key)
            box = card.card.box if card else arrow.pill_box if arrow else None
            if box is not None:
                return QPointF(box.center.x, box.center.y)
        return None

    def thing_at(self, at: QPointF) -> Item | None:
        """What lies uppermost at a point; thin arrows are found from a little beside."""
        near = QRectF(at.x() - _NEAR, at.y() - _NEAR, 2 * _NEAR, 2 * _NEAR)
        for found in (self.items(at), self.items(near)):
            for item in found:
                if isinstance(item, CardItem | ArrowItem | PillItem):
                    return item
        return None

    def _show_cards(self, picture: FunnelPicture) -> None:
        for key in self._cards.keys() - picture.card_by_key.keys():
            self.removeItem(self._cards.pop(key))
        for card in picture.cards:
            item = self._cards.get(card.key)
            if item is None:
                self._cards[card.key] = self._added(CardItem(card, self._theme))
            elif item.card != card:
                item.show_card(card)

    def _show_arrows(self, picture: FunnelPicture) -> None:
        now = {arrow.link.id: arrow for arrow in picture.arrows}
        for link_id in self._arrows.keys() - now.keys():
            self.removeItem(self._arrows.pop(link_id))
            if link_id in self._pills:
                self.removeItem(self._pills.pop(link_id))
        for link_id, arrow in now.items():
            item = self._arrows.get(link_id)
            if item is None:
                self._arrows[link_id] = self._added(ArrowItem(arrow, self._theme))
            elif item.arrow != arrow:
                item.show_arrow(arrow)
            self._show_pill(link_id, arrow)

    def _show_pill(self, link_id: LinkId, arrow: Arrow) -> None:
        if arrow.pill_box is None:
            return
        item = self._pills.get(link_id)
        if item is None:
            self._pills[link_id] = self._added(PillItem(arrow, arrow.pill_box, self._theme))
        elif item.arrow != arrow:
            item.show_arrow(arrow, arrow.pill_box)

    def _added(self, item: AnyItem) -> AnyItem:
        self.addItem(item)
        return item
