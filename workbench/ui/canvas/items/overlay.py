"""What a gesture shows while it lasts: guides, a growing arrow, a marquee, ghosts of cards."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from workbench.presenters.funnel.geometry import Curve
from workbench.presenters.funnel.picture import Card
from workbench.presenters.funnel.snapping import Guide
from workbench.ui.canvas.paint.arrow import paint_head, path_of
from workbench.ui.canvas.paint.card import paint_card
from workbench.ui.canvas.paint.colors import brush, dashed, pen
from workbench.ui.theme import Theme

_AROUND = 24.0


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be, drawn over what is."""

    guides: tuple[Guide, ...] = ()
    curve: Curve | None = None
    marquee: QRectF | None = None
    ghosts: tuple[Card, ...] = ()
    outline: QRectF | None = None


NOTHING = Preview()


class Overlay(QGraphicsItem):
    """Lies over everything else."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._preview = NOTHING
        self._extent = QRectF()
        self.setZValue(10)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    @property
    def preview(self) -> Preview:
        """What is shown now."""
        return self._preview

    def show_preview(self, preview: Preview) -> None:
        """Show something else."""
        if preview != self._preview:
            self.prepareGeometryChange()
            self._preview = preview
            self._extent = _extent_of(preview)
            self.update()

    def boundingRect(self) -> QRectF:
        return self._extent

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        colors, shown = self._theme.colors, self._preview
        zoom = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
        painter.setOpacity(0.6)
        for card in shown.ghosts:
            painter.save()
            painter.translate(card.box.x, card.box.y)
            paint_card(painter, card, colors, zoom=zoom)
            painter.restore()
        painter.setOpacity(1.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if shown.outline is not None:
            painter.setPen(dashed(colors.accent, 1.5 / zoom, 4, 3))
            painter.drawRoundedRect(shown.outline, 8, 8)
        painter.setPen(dashed(colors.accent, 1.0 / zoom, 4, 3))
        for guide in shown.guides:
            painter.drawLine(
                QPointF(guide.start.x, guide.start.y), QPointF(guide.end.x, guide.end.y)
            )
        if shown.curve is not None:
            painter.setPen(pen(colors.accent, 2.0))
            painter.drawPath(path_of(shown.curve))
            paint_head(painter, shown.curve, colors.accent, zoom=zoom)
        if shown.marquee is not None:
            painter.setPen(pen(colors.accent, 1.0 / zoom))
            painter.setBrush(brush(colors.accent, 28))
            painter.drawRect(shown.marquee)


def _extent_of(preview: Preview) -> QRectF:
    extent = QRectF()
    for guide in preview.guides:
        line = QRectF(QPointF(guide.start.x, guide.start.y), QPointF(guide.end.x, guide.end.y))
        extent = extent.united(line.adjusted(-1, -1, 1, 1))
    if preview.curve is not None:
        extent = extent.united(path_of(preview.curve).controlPointRect())
    for rect in (preview.marquee, preview.outline):
        if rect is not None:
            extent = extent.united(rect)
    for card in preview.ghosts:
        box = card.box
        extent = extent.united(QRectF(box.x, box.y, box.width, box.height))
    return extent.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND) if extent.isValid() else extent
