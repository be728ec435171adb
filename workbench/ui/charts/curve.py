"""One value over another, such as the pay for a completion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from workbench.presenters.charts import CurvePicture, Level, Mark
from workbench.ui.charts.axes import (
    EDGE,
    FLOOR,
    Axes,
    draw_floor,
    draw_levels,
    first_free,
    room_for,
)
from workbench.ui.charts.inks import LINE, SMALL, cover, dot, figures, ink, width_of, write
from workbench.ui.charts.plot import PlotChart, drawable
from workbench.ui.charts.strokes import Curve

_DOT = 4.0
_NEAR = 10.0
_BESIDE = 6.0
_ROWS = 2


class CurveChart(PlotChart[CurvePicture]):
    """A line, in steps or straight, with marked points and upright lines for limits."""

    def told(self) -> list[str]:
        picture = self._picture
        if picture is None:
            return []
        marks = [mark.tip or mark.label for mark in picture.marks]
        told = (picture.tip, *marks, *(level.said for level in picture.levels))
        return [words for words in told if words]

    def axes(self, picture: CurvePicture) -> Axes:
        left, x = room_for(picture.y), (picture.x.low, picture.x.high)
        width = self.width() - left - EDGE
        flat = Axes(drawable(QRectF(left, 0, width, 1)), x, (0, 1))
        rows = [box.top() for _, box in self._captions(picture, flat)]
        top = max(rows, default=-LINE) + 2 * LINE
        box = QRectF(left, top, width, self.height() - top - FLOOR)
        return Axes(drawable(box), x, (picture.y.low, picture.y.high))

    def curves(self, picture: CurvePicture) -> Sequence[Curve]:
        points = list(_stepped(picture.points) if picture.steps else picture.points)
        if len(points) < 2:
            return ()
        color = ink(picture.color, self.colors).name()
        return [Curve([x for x, _ in points], [y for _, y in points], color, 2.0)]

    def draw_below(self, painter: QPainter, picture: CurvePicture, axes: Axes) -> None:
        colors = self.colors
        draw_levels(painter, axes, picture.y, colors)
        draw_floor(painter, axes, picture.x.ticks, colors)
        for level, box in self._captions(picture, axes):
            painter.setPen(QPen(QColor(colors.muted), 1, Qt.PenStyle.DotLine))
            x = axes.across(level.at)
            painter.drawLine(QLineF(x, axes.box.bottom(), x, box.top() + 2))
            write(painter, level.label, box, figures(SMALL), colors.muted)

    def draw_above(self, painter: QPainter, picture: CurvePicture, axes: Axes) -> None:
        colors = self.colors
        for mark, box in self._words(picture, axes):
            dot(painter, axes.at(mark.x, mark.y), _DOT, ink(picture.color, colors), colors.surface)
            if box is not None:
                cover(painter, box, colors)
                write(painter, mark.label, box, figures(SMALL), colors.text)

    def tip_at(self, place: QPointF) -> str:
        picture = self._picture
        if picture is None:
            return ""
        axes = self.axes(picture)
        for mark in picture.marks:
            if QLineF(axes.at(mark.x, mark.y), place).length() <= _NEAR:
                return mark.tip or mark.label
        for level in picture.levels:
            if abs(axes.across(level.at) - place.x()) <= _NEAR / 2:
                return level.said
        return picture.tip

    def _captions(self, picture: CurvePicture, axes: Axes) -> Iterator[tuple[Level, QRectF]]:
        """The upright lines with the places of their words above."""
        taken: list[QRectF] = []
        room = QRectF(0, 0, self.width(), _ROWS * LINE)
        for level in picture.levels:
            x, width = axes.across(level.at), width_of(level.label, figures(SMALL)) + 1
            sides = (x + _BESIDE, x - _BESIDE - width)
            rows = range(_ROWS)
            wanted = [QRectF(side, row * LINE, width, LINE) for row in rows for side in sides]
            others = [
                QRectF(axes.across(other.at) - 2, 0, 4, room.height())
                for other in picture.levels
                if other is not level
            ]
            box = first_free(wanted, [*others, *taken], room) or first_free(wanted, taken, room)
            squeezed = max(0.0, min(x + _BESIDE, self.width() - width))
            taken.append(box or QRectF(squeezed, (_ROWS - 1) * LINE, width, LINE))
            yield level, taken[-1]

    def _words(self, picture: CurvePicture, axes: Axes) -> Iterator[tuple[Mark, QRectF | None]]:
        """The marked points with the places of their words, if there is one."""
        uprights = [QRectF(axes.across(at.at) - 1, 0, 2, self.height()) for at in picture.levels]
        curve = list(_along(picture, axes))
        taken = [_around(axes.at(mark.x, mark.y)) for mark in picture.marks]
        room = QRectF(axes.box.left(), axes.box.top() - LINE, self.width(), self.height())
        room.setRight(self.width())
        room.setBottom(axes.box.bottom())
        for mark in picture.marks:
            wanted = _beside(axes.at(mark.x, mark.y), width_of(mark.label, figures(SMALL)) + 1)
            box = (
                first_free(wanted, [*taken, *curve, *uprights], room)
                or first_free(wanted, [*taken, *curve], room)
                or first_free(wanted, taken, room)
            )
            if box is not None:
                taken.append(box)
            yield mark, box


def _beside(at: QPointF, width: float) -> list[QRectF]:
    """Places for words about a point, the best first: a curve that rises leaves the left free."""
    above, below, level = at.y() - _BESIDE - LINE, at.y() + _BESIDE, at.y() - LINE / 2
    left, middle, right = at.x() - width - _BESIDE / 2, at.x() - width / 2, at.x() + _BESIDE / 2
    return [
        QRectF(x, y, width, LINE)
        for x, y in (
            (left, above), (left - _BESIDE, level), (right, below), (middle, above),
            (right + _BESIDE, level), (middle, below), (right, above), (left, below),
        )
    ]  # fmt: skip


def _along(picture: CurvePicture, axes: Axes) -> Iterator[QRectF]:
    """Small boxes on the curve."""
    points = list(_stepped(picture.points) if picture.steps else picture.points)
    for (x0, y0), (x1, y1) in pairwise(points):
        line = QLineF(axes.at(x0, y0), axes.at(x1, y1))
        for step in range(count := int(line.length() / _BESIDE) + 1):
            yield _around(line.pointAt(step / count), 1.0)


def _around(at: QPointF, reach: float = _DOT) -> QRectF:
    return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)


def _stepped(points: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Points with the corners where one value jumps to the next."""
    for at, (x, y) in enumerate(points):
        if at:
            yield x, points[at - 1][1]
        yield x, y
