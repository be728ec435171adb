"""Where values lie in a widget, and the axes drawn there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from workbench.presenters.charts import Axis, Tick
from workbench.ui.charts.inks import LINE, SMALL, figures, width_of, write
from workbench.ui.theme import Colors

GAP = 8.0
EDGE = 6.0  # free on the right
FLOOR = LINE + 4  # for the labels below


@dataclass(frozen=True)
class Axes:
    """A box of pixels over ranges of values; neither range is empty."""

    box: QRectF
    x: tuple[float, float]
    y: tuple[float, float]

    def across(self, x: float) -> float:
        """The pixel of a value from left to right."""
        low, high = self.x
        return self.box.left() + (x - low) / (high - low) * self.box.width()

    def up(self, y: float) -> float:
        """The pixel of a value, higher values being further up."""
        low, high = self.y
        return self.box.bottom() - (y - low) / (high - low) * self.box.height()

    def at(self, x: float, y: float) -> QPointF:
        """The pixel of a point."""
        return QPointF(self.across(x), self.up(y))


def room_for(axis: Axis) -> float:
    """How wide the labels of an upright axis are, with the gap beside them."""
    font = figures(SMALL)
    return max((width_of(tick.label, font) + GAP for tick in axis.ticks), default=0.0)


def draw_levels(painter: QPainter, axes: Axes, axis: Axis, colors: Colors) -> None:
    """A quiet line for each tick, with its label on the left, and a stronger one at zero."""
    font = figures(SMALL)
    for tick in axis.ticks:
        y = axes.up(tick.at)
        painter.setPen(QPen(QColor(colors.arrow if tick.at == 0 else colors.grid), 1))
        painter.drawLine(QLineF(axes.box.left(), y, axes.box.right(), y))
        label = QRectF(0, y - LINE / 2, axes.box.left() - GAP, LINE)
        write(painter, tick.label, label, font, colors.muted, right=True)


def draw_floor(painter: QPainter, axes: Axes, ticks: Sequence[Tick], colors: Colors) -> None:
    """The labels below, as many as there is room for."""
    font = figures(SMALL)
    widest = max((width_of(tick.label, font) for tick in ticks), default=0.0) + GAP / 2
    step = max(1, ceil(widest * len(ticks) / max(axes.box.width(), 1.0)))
    for tick in ticks[::step]:
        width = width_of(tick.label, font)
        box = below(axes, axes.across(tick.at), width)
        write(painter, tick.label, box, font, colors.muted)


def below(axes: Axes, x: float, width: float) -> QRectF:
    """The place of a label under a point of the floor; it leans over before it is cut."""
    left = max(0.0, min(x - width / 2, axes.box.right() + EDGE - width))
    return QRectF(left, axes.box.bottom() + 3, width, LINE)


def first_free(wanted: Iterable[QRectF], taken: Iterable[QRectF], room: QRectF) -> QRectF | None:
    """The first of the wanted places that is whole inside and touches nothing."""
    others = list(taken)
    return next(
        (
            place
            for place in wanted
            if room.contains(place) and not any(place.intersects(other) for other in others)
        ),
        None,
    )
