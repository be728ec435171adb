"""Painting a whole picture at once, for files."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from workbench.presenters.funnel.geometry import Box
from workbench.presenters.funnel.picture import FunnelPicture
from workbench.ui.canvas.paint.arrow import paint_arrow, paint_pill, path_of
from workbench.ui.canvas.paint.band import paint_bands, paint_caption, stripe
from workbench.ui.canvas.paint.card import paint_card
from workbench.ui.theme import Colors

_MARGIN = 40.0
_CAPTIONS = 24.0
_EMPTY = Box(0, 0, 640, 320)


def extent_of(picture: FunnelPicture) -> QRectF:
    """What a file shows: all cards with a margin, and the names of the phases above."""
    box = (picture.extent or _EMPTY).grown(_MARGIN)
    return QRectF(box.x, box.y - _CAPTIONS, box.width, box.height + _CAPTIONS)


def paint_whole(painter: QPainter, picture: FunnelPicture, extent: QRectF, colors: Colors) -> None:
    """Everything from the back to the front."""
    painter.setClipRect(extent)
    paint_bands(painter, picture.bands, extent, colors)
    for band in picture.bands:
        place = stripe(band, extent)
        if place.width() > _CAPTIONS:
            paint_caption(painter, band, place.topLeft() + QPointF(14, 18), colors)
    for arrow in picture.arrows:
        paint_arrow(painter, arrow, path_of(arrow.curve), colors)
    for card in picture.cards:
        painter.save()
        painter.translate(card.box.x, card.box.y)
        paint_card(painter, card, colors)
        painter.restore()
    for arrow in picture.arrows:
        if arrow.pill is not None and arrow.pill_box is not None:
            paint_pill(painter, arrow.pill, arrow.pill_box, colors)
