"""Painting what lies under the cards: the stripes of the phases and the grid of dots."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPolygonF

from workbench.presenters.funnel.geometry import GRID
from workbench.presenters.funnel.picture import Band
from workbench.ui.canvas.paint.colors import brush, color, dashed, pen
from workbench.ui.canvas.paint.lettering import caption_font, width_of, write
from workbench.ui.theme import Colors

_DOTS_FROM = 0.55  # zoom; smaller, the dots would make the canvas grey


def paint_bands(
    painter: QPainter, bands: Iterable[Band], part: QRectF, colors: Colors, zoom: float = 1.0
) -> None:
    """The stripes within a part of the canvas."""
    painter.fillRect(part, brush(colors.window))
    for band in bands:
        place = stripe(band, part)
        if place.isEmpty():
            continue
        painter.fillRect(place, brush(colors.bands[band.tone % len(colors.bands)]))
        if band.left is not None and part.left() <= band.left <= part.right():
            painter.setPen(dashed(colors.arrow, 1.0 / zoom, 3.0, 3.0))
            painter.drawLine(QPointF(band.left, part.top()), QPointF(band.left, part.bottom()))


def paint_dots(painter: QPainter, part: QRectF, colors: Colors, zoom: float) -> None:
    """The dots of the grid within a part of the canvas."""
    if zoom < _DOTS_FROM:
        return
    left, top = int(part.left() // GRID), int(part.top() // GRID)
    right, bottom = int(part.right() // GRID) + 1, int(part.bottom() // GRID) + 1
    dots = [
        QPointF(x * GRID, y * GRID) for x in range(left, right + 1) for y in range(top, bottom + 1)
    ]
    painter.setPen(pen(colors.grid, 1.6 / zoom))
    painter.drawPoints(QPolygonF(dots))


def paint_caption(painter: QPainter, band: Band, at: QPointF, colors: Colors) -> None:
    """The name of a phase, with the left end of its middle at a point."""
    painter.setFont(caption_font())
    painter.setPen(color(colors.muted))
    words = caption(band)
    write(painter, QRectF(at.x(), at.y() - 8, width_of(caption_font(), words) + 2, 16), words)


def caption(band: Band) -> str:
    """The name of a phase as it stands over its stripe."""
    return band.name.upper()


def stripe(band: Band, part: QRectF) -> QRectF:
    """The piece of a stripe that lies in a part of the canvas."""
    left = part.left() if band.left is None else max(band.left, part.left())
    right = part.right() if band.right is None else min(band.right, part.right())
    return QRectF(left, part.top(), max(right - left, 0.0), part.height())
