"""The funnel with plan and fact: two bars a stage, and what was made of it below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter

from workbench.presenters.charts import FunnelArrow, FunnelPicture, FunnelStage
from workbench.ui.charts.chart import Chart
from workbench.ui.charts.inks import (
    NORMAL,
    SMALL,
    dot,
    elided,
    figures,
    ink,
    pale,
    width_of,
    write,
)
from workbench.ui.charts.legend import Entry, Legend
from workbench.ui.charts.rows import ROUND, bar
from workbench.ui.charts.signs import SIGN, draw_down, draw_tone
from workbench.ui.theme import readable

_STAGE, _ARROW, _TOP = 44.0, 26.0, 26.0
_PLAN_BAR, _FACT_BAR = 9.0, 15.0
_PAD, _GAP, _SIGN, _DOT = 8.0, 12.0, 14.0, 4.0
_NAMES = 0.3  # of the width
_WIDEST_NAME = 260.0
Key = Qt.Key


@dataclass(frozen=True, slots=True)
class _Line:
    """A stage or an arrow with its place."""

    of: FunnelStage | FunnelArrow
    box: QRectF


class FunnelChart(Chart[FunnelPicture]):
    """A stage or an arrow can be chosen with the mouse, or with the arrow keys and Enter."""

    chosen = Signal(str)
    current = -1

    def told(self) -> list[str]:
        return [_told(line.of) for line in self._lines()]

    def draw(self, painter: QPainter) -> None:
        picture = self._picture
        if picture is None or not picture.stages:
            return
        colors = self.colors
        planned = pale(ink("accent", colors), colors)
        entries = [Entry(picture.plan, planned), Entry(picture.fact, ink("accent", colors))]
        Legend(entries, float(self.width())).draw(painter, colors)
        for at, line in enumerate(self._lines()):
            self._draw_ground(painter, at, line)
            if isinstance(line.of, FunnelStage):
                self._draw_stage(painter, line.of, line.box)
            else:
                self._draw_arrow(painter, line.of, line.box)

    def tip_at(self, place: QPointF) -> str:
        line = self._line_at(place)
        return line.of.tip or _told(line.of) if line else ""

    def minimumSizeHint(self) -> QSize:
        lines = list(self._lines())
        return QSize(360, round(lines[-1].box.bottom() + 4 if lines else _TOP))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer."""
        line = self._line_at(event.position())
        if line is not None and event.button() == Qt.MouseButton.LeftButton:
            self.current = list(self._lines()).index(line)
            self.update()
            self.chosen.emit(line.of.key)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move, Enter and space choose."""
        lines = list(self._lines())
        last = len(lines) - 1
        moves = {
            Key.Key_Up: max(0, self.current - 1), Key.Key_Down: min(last, self.current + 1),
            Key.Key_Home: 0, Key.Key_End: last,
        }  # fmt: skip
        to = moves.get(Key(event.key()))
        if to is not None and lines:
            self.current = to
            self.setAccessibleDescription("; ".join((_told(lines[to].of), *self.told())))
            self.update()
        elif event.key() in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
            if 0 <= self.current <= last:
                self.chosen.emit(lines[self.current].of.key)
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        self.current = min(self.current, len(list(self._lines())) - 1)
        self.updateGeometry()

    def _lines(self) -> Iterator[_Line]:
        top = _TOP
        for stage in self._picture.stages if self._picture else ():
            for arrow in stage.arrows:
                yield _Line(arrow, QRectF(0, top, self.width(), _ARROW))
                top += _ARROW
            yield _Line(stage, QRectF(0, top, self.width(), _STAGE))
            top += _STAGE

    def _line_at(self, place: QPointF) -> _Line | None:
        return next((line for line in self._lines() if line.box.contains(place)), None)

    def _draw_ground(self, painter: QPainter, at: int, line: _Line) -> None:
        """Where most is lost stands out, and so does what the keyboard is on."""
        colors = self.colors
        chosen = at == self.current and self.hasFocus() and self.scale == 1.0
        if not (chosen or line.of.leak):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.neutral_soft if chosen else colors.bad_soft))
        painter.drawRoundedRect(line.box.adjusted(2, 1, -2, -1), ROUND, ROUND)

    def _draw_stage(self, painter: QPainter, stage: FunnelStage, box: QRectF) -> None:
        colors, font = self.colors, figures(NORMAL, QFont.Weight.DemiBold)
        names = QRectF(_PAD, box.top(), self._names, box.height())
        write(painter, elided(stage.name, font, names.width()), names, font, colors.text)
        track = QRectF(names.right() + _GAP, box.top(), 0, box.height())
        track.setRight(box.right() - _PAD - self._values - _GAP)
        high = _PLAN_BAR if stage.fact is None else _PLAN_BAR + _FACT_BAR + 2
        top = box.center().y() - high / 2
        accent = ink("accent", colors)
        planned = QRectF(track.left(), top, track.width() * stage.plan, _PLAN_BAR)
        bar(painter, planned, pale(accent, colors))
        if stage.fact is not None:
            below = QRectF(track.left(), top + _PLAN_BAR + 2, track.width() * stage.fact, _FACT_BAR)
            bar(painter, below, accent)
        values = QRectF(track.right() + _GAP, box.top(), self._values, box.height())
        color = colors.muted if stage.fact is None else ink(stage.tone, colors, colors.text)
        self._draw_value(painter, stage, values, color)

    def _draw_value(
        self, painter: QPainter, stage: FunnelStage, values: QRectF, color: str | QColor
    ) -> None:
        font = figures(NORMAL, QFont.Weight.DemiBold)
        if not stage.leak:
            self._write_value(painter, stage, values, font, color)
            return
        half = values.height() / 2
        above = QRectF(values.left(), values.top() + 3, values.width(), half)
        self._write_value(painter, stage, above, font, color)
        below = above.translated(0, half - 5)
        write(painter, stage.leak, below, figures(SMALL), self.colors.bad, right=True)

    def _write_value(
        self, painter: QPainter, of: FunnelStage | FunnelArrow, box: QRectF, font: QFont,
        color: str | QColor,
    ) -> None:  # fmt: skip
        """The numbers at the right, with a sign of its own for each tone."""
        write(painter, of.value, box, font, color, right=True)
        if of.tone:
            left = box.right() - width_of(of.value, font) - SIGN - 6
            sign = QRectF(left, box.center().y() - SIGN / 2, SIGN, SIGN)
            draw_tone(painter, of.tone, sign, color)

    def _draw_arrow(self, painter: QPainter, arrow: FunnelArrow, box: QRectF) -> None:
        colors, font = self.colors, figures(NORMAL)
        sign = QRectF(_PAD + 4, box.center().y() - _SIGN / 2, _SIGN, _SIGN)
        draw_down(painter, sign, colors.muted)
        left = sign.right() + 4
        names = QRectF(left, box.top(), self._names + _PAD - left, box.height())
        if not arrow.owner:
            names.setRight(box.right() - _PAD - self._values)
        write(painter, elided(arrow.name, font, names.width()), names, font, colors.muted)
        values = QRectF(box.right() - _PAD - self._values, box.top(), self._values, box.height())
        color = ink(arrow.tone, colors, colors.muted)
        self._write_value(painter, arrow, values, font, color)
        middle = QRectF(names.right() + _GAP, box.top(), 0, box.height())
        middle.setRight(values.left() - _GAP)
        self._draw_owner(painter, arrow, middle)

    def _draw_owner(self, painter: QPainter, arrow: FunnelArrow, room: QRectF) -> None:
        colors, font = self.colors, figures(NORMAL)
        left = room.left()
        if arrow.color:
            dot(painter, QPointF(left + _DOT, room.center().y() + 0.5), _DOT, QColor(arrow.color),
                colors.surface)  # fmt: skip
            left += 2 * _DOT + 6
        leak = f"  ·  {arrow.leak}" if arrow.leak else ""
        owner = elided(arrow.owner, font, room.right() - left)
        color = readable(arrow.color, colors) if arrow.color else colors.muted
        write(painter, owner, QRectF(left, room.top(), room.right() - left, room.height()), font,
              color)  # fmt: skip
        left += width_of(owner, font)
        bold = figures(NORMAL, QFont.Weight.DemiBold)
        rest = QRectF(left, room.top(), max(0.0, room.right() - left), room.height())
        write(painter, elided(leak, bold, rest.width()), rest, bold, colors.bad)

    @property
    def _names(self) -> float:
        return min(_WIDEST_NAME, self.width() * _NAMES)

    @property
    def _values(self) -> float:
        font = figures(NORMAL, QFont.Weight.DemiBold)
        lines = [line.of for line in self._lines()]
        leaks = [
            width_of(one.leak, figures(SMALL)) for one in lines if isinstance(one, FunnelStage)
        ]
        return max((*(width_of(one.value, font) for one in lines), *leaks), default=0.0) + SIGN + 8


def _told(of: FunnelStage | FunnelArrow) -> str:
    owner = f" ({of.owner})" if isinstance(of, FunnelArrow) and of.owner else ""
    leak = f", {of.leak}" if of.leak else ""
    return f"{of.name}{owner}: {of.value}{leak}"
