"""How likely each outcome is: a hill over the values, with the goal and the median."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from workbench.presenters.charts import DensityPicture, Level
from workbench.ui.charts.axes import FLOOR, Axes, below, first_free
from workbench.ui.charts.hill import hill_of
from workbench.ui.charts.inks import LINE, SMALL, figures, ink, pale, width_of, write
from workbench.ui.charts.plot import PlotChart, drawable
from workbench.ui.charts.strokes import Curve

_SIDE = 10.0
_NEAR = 4.0  # pixels around a line that count as on it
_ROWS = 3
_BESIDE = 5.0
_FURTHEST = 0.6  # of the width of the hill that a goal may lie outside
_HEADROOM = 1.06
_TINT = 0.26


class DensityChart(PlotChart[DensityPicture]):
    """The words of the lines keep clear of each other; what has no room is in the tooltip."""

    def told(self) -> list[str]:
        picture = self._picture
        if picture is None:
            return []
        ends = " – ".join(end for end in (picture.least, picture.most) if end)
        told = (picture.tip, *(level.said for level in picture.levels), ends)
        return [words for words in told if words]

    def axes(self, picture: DensityPicture) -> Axes:
        width = self.width() - 2 * _SIDE
        x = self._range(picture)
        flat = Axes(drawable(QRectF(_SIDE, 0, width, 1)), x, (0, 1))
        rows = [box.top() for _, box in self._captions(picture, flat)]
        top = max(rows, default=-LINE) + LINE + 3
        box = QRectF(_SIDE, top, width, self.height() - top - FLOOR)
        return Axes(drawable(box), x, (0, _HEADROOM))

    def curves(self, picture: DensityPicture) -> Sequence[Curve]:
        hill, colors = hill_of(picture), self.colors
        accent = ink("accent", colors)
        curves = [Curve(hill.xs, hill.ys, accent.name(), 0, fill=colors.accent_soft)]
        if picture.low and picture.high:
            inner = hill.between(picture.low.at, picture.high.at)
            tint = pale(accent, colors, _TINT).name()
            curves.append(Curve(inner.xs, inner.ys, accent.name(), 0, fill=tint))
        return [*curves, Curve(hill.xs, hill.ys, accent.name(), 1.5)]

    def draw_above(self, painter: QPainter, picture: DensityPicture, axes: Axes) -> None:
        colors = self.colors
        for level, box in self._captions(picture, axes):
            is_goal = level is picture.goal
            color = QColor(colors.bad if is_goal else colors.muted)
            style = Qt.PenStyle.DashLine if is_goal else Qt.PenStyle.SolidLine
            painter.setPen(QPen(color, 1.4 if is_goal else 1, style))
            x = self._across(level, axes)
            painter.drawLine(QLineF(x, axes.box.bottom(), x, box.top() + 2))
            write(painter, _worded(level, axes), box, figures(SMALL), color)
        for words, box in self._feet(picture, axes):
            write(painter, words, box, figures(SMALL), colors.muted)

    def draw_below(self, painter: QPainter, picture: DensityPicture, axes: Axes) -> None:
        painter.setPen(QPen(QColor(self.colors.arrow), 1))
        floor = axes.box.bottom()
        painter.drawLine(QLineF(axes.box.left(), floor, axes.box.right(), floor))

    def tip_at(self, place: QPointF) -> str:
        picture = self._picture
        if picture is None:
            return ""
        axes = self.axes(picture)
        for level, box in chain(self._captions(picture, axes), self._lines(picture)):
            near = abs(self._across(level, axes) - place.x()) <= _NEAR
            if near or box.contains(place):
                return level.said
        return picture.tip

    def _range(self, picture: DensityPicture) -> tuple[float, float]:
        """The hill, and the goal where it is not too far away."""
        hill = hill_of(picture)
        low, high = hill.xs[0], hill.xs[-1]
        if picture.goal is None:
            return low, high
        furthest, spare = (high - low) * _FURTHEST, (high - low) * 0.02
        if picture.goal.at > high:
            high = min(picture.goal.at + spare, high + furthest)
        if picture.goal.at < low:
            low = max(picture.goal.at - spare, low - furthest)
        return low, high

    def _across(self, level: Level, axes: Axes) -> float:
        low, high = axes.x
        return axes.across(min(high, max(low, level.at)))

    def _captions(self, picture: DensityPicture, axes: Axes) -> Iterator[tuple[Level, QRectF]]:
        """Goal and median with the places of their words, above the hill."""
        shown = [level for level in (picture.goal, picture.median) if level]
        taken: list[QRectF] = []
        for level in shown:
            others = [
                QRectF(self._across(other, axes) - 2, 0, 4, _ROWS * LINE)
                for other in shown
                if other is not level
            ]
            box = self._caption(level, picture, axes, (others, taken))
            taken.append(box)
            yield level, box

    def _caption(
        self, level: Level, picture: DensityPicture, axes: Axes,
        kept: tuple[list[QRectF], list[QRectF]],
    ) -> QRectF:  # fmt: skip
        x, width = self._across(level, axes), width_of(_worded(level, axes), figures(SMALL)) + 1
        right, left = x + _BESIDE, x - _BESIDE - width
        other = picture.median if level is picture.goal else picture.goal
        is_right = level.at >= other.at if other else level is picture.goal
        sides = (right, left) if is_right else (left, right)
        wanted = [QRectF(side, row * LINE, width, LINE) for row in range(_ROWS) for side in sides]
        room = QRectF(0, 0, self.width(), _ROWS * LINE)
        lines, words = kept
        free = first_free(wanted, [*lines, *words], room) or first_free(wanted, words, room)
        squeezed = max(0.0, min(right, self.width() - width))
        return free or QRectF(squeezed, len(words) * LINE, width, LINE)

    def _lines(self, picture: DensityPicture) -> Iterator[tuple[Level, QRectF]]:
        return ((level, QRectF()) for level in (picture.low, picture.high) if level)

    def _feet(self, picture: DensityPicture, axes: Axes) -> Iterator[tuple[str, QRectF]]:
        """The words below the hill: its ends first, then the tenths where there is room."""
        hill, font, taken = hill_of(picture), figures(SMALL), list[QRectF]()
        ends = [Level(hill.xs[0], picture.least), Level(hill.xs[-1], picture.most)]
        for level in (*ends, *(level for level in (picture.low, picture.high) if level)):
            box = below(axes, axes.across(level.at), width_of(level.label, font) + 1)
            room = box.adjusted(-_BESIDE, 0, _BESIDE, 0)
            if level.label and not any(room.intersects(other) for other in taken):
                taken.append(box)
                yield level.label, box


def _worded(level: Level, axes: Axes) -> str:
    """The words of a line, with an arrow where its value lies beyond the axis."""
    low, high = axes.x
    if level.at > high:
        return f"{level.label} →"
    return f"← {level.label}" if level.at < low else level.label
