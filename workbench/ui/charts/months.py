"""Series over months: bars side by side, lines over them, the line of a goal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle
from math import isfinite, nan

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from workbench.presenters.charts import Level, MonthsPicture, Series, Tick
from workbench.ui.charts.axes import EDGE, FLOOR, Axes, draw_floor, draw_levels, room_for
from workbench.ui.charts.inks import LINE, SMALL, cover, dot, figures, ink, pale, width_of, write
from workbench.ui.charts.legend import Entry, Legend
from workbench.ui.charts.plot import PlotChart, drawable
from workbench.ui.charts.strokes import Bars, Curve

_GROUP = 0.72  # of a month
_MOST_BAR = 34.0  # pixels
_AIR = 0.88  # of a bar's place
_DOT = 2.8
_CROWDED = 7.0  # pixels between months where dots would hide the line


class MonthsChart(PlotChart[MonthsPicture]):
    """Bars, lines or both; the tooltip tells all numbers of a month."""

    def told(self) -> list[str]:
        picture = self._picture
        months = range(len(picture.labels)) if picture else range(0)
        return [picture.tip(month).replace("\n", ", ") for month in months] if picture else []

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 130)

    def axes(self, picture: MonthsPicture) -> Axes:
        left, top = room_for(picture.axis), self._legend(picture).height + LINE / 2
        if picture.goal:
            top += LINE / 2
        box = QRectF(left, top, self.width() - left - EDGE, self.height() - top - FLOOR)
        axis = picture.axis
        return Axes(drawable(box), (-0.5, max(len(picture.labels), 1) - 0.5), (axis.low, axis.high))

    def bars(self, picture: MonthsPicture) -> Sequence[Bars]:
        count = max(len(picture.bars), 1)
        widest = _MOST_BAR * len(picture.labels) / self.axes(picture).box.width()
        width = min(_GROUP / count, widest)
        return [
            _bars(series, (at - (count - 1) / 2) * width, width * _AIR, color)
            for at, (series, color) in enumerate(
                zip(picture.bars, self._colors(picture), strict=False)
            )
        ]

    def curves(self, picture: MonthsPicture) -> Sequence[Curve]:
        colors = self._colors(picture)[len(picture.bars) :]
        return [
            Curve(range(len(series.values)), _gapped(series), color.name(), dashed=series.dashed)
            for series, color in zip(picture.lines, colors, strict=True)
            if any(value is not None for value in series.values)
        ]

    def draw_below(self, painter: QPainter, picture: MonthsPicture, axes: Axes) -> None:
        draw_levels(painter, axes, picture.axis, self.colors)
        ticks = [Tick(at, label) for at, label in enumerate(picture.labels)]
        draw_floor(painter, axes, ticks, self.colors)
        self._legend(picture).draw(painter, self.colors)

    def draw_above(self, painter: QPainter, picture: MonthsPicture, axes: Axes) -> None:
        colors = self._colors(picture)[len(picture.bars) :]
        for series, color in zip(picture.lines, colors, strict=True):
            self._draw_dots(painter, series, color, axes)
        if picture.goal:
            self._draw_goal(painter, picture.goal, axes)

    def tip_at(self, place: QPointF) -> str:
        picture = self._picture
        if picture is None or not picture.labels:
            return ""
        axes = self.axes(picture)
        month = int((place.x() - axes.box.left()) / axes.box.width() * len(picture.labels))
        inside = axes.box.left() <= place.x() and month < len(picture.labels)
        return picture.tip(month) if inside else ""

    def _draw_dots(self, painter: QPainter, series: Series, color: QColor, axes: Axes) -> None:
        if axes.box.width() / max(len(series.values), 1) < _CROWDED:
            return
        for at, value in enumerate(series.values):
            if value is not None and axes.y[0] <= value <= axes.y[1]:
                dot(painter, axes.at(at, value), _DOT, color, self.colors.surface)

    def _draw_goal(self, painter: QPainter, goal: Level, axes: Axes) -> None:
        color, font, y = QColor(self.colors.bad), figures(SMALL), axes.up(goal.at)
        painter.setPen(QPen(color, 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(axes.box.left(), y, axes.box.right(), y))
        above = QRectF(axes.box.left(), y - LINE, width_of(goal.label, font) + 6, LINE - 1)
        cover(painter, above, self.colors)
        write(painter, goal.label, above, font, color)

    def _legend(self, picture: MonthsPicture) -> Legend:
        series, bars = (*picture.bars, *picture.lines), len(picture.bars)
        entries = [
            Entry(one.name, color, is_line=at >= bars, dashed=one.dashed)
            for at, (one, color) in enumerate(zip(series, self._colors(picture), strict=True))
        ]
        return Legend(entries, float(self.width()))

    def _colors(self, picture: MonthsPicture) -> list[QColor]:
        """The colours of all series; those without one take the usual ones in turn."""
        colors, made = self.colors, []
        usual = cycle((colors.accent, colors.good, colors.warn, colors.arrow, colors.text))
        for series in (*picture.bars, *picture.lines):
            color = ink(series.color or next(usual), colors)
            made.append(pale(color, colors) if series.pale else color)
        return made


def _gapped(series: Series) -> list[float]:
    return [nan if value is None else value for value in series.values]


def _bars(series: Series, shift: float, width: float, color: QColor) -> Bars:
    values = enumerate(_gapped(series))
    there = [(at + shift, value) for at, value in values if isfinite(value)]
    return Bars([at for at, _ in there], [value for _, value in there], width, color.name())
