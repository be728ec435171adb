"""Charts of rows: a name on the left, a bar in the middle, a number on the right."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter

from workbench.presenters.desk import Desk
from workbench.ui.charts.chart import BY_KEYBOARD, Chart
from workbench.ui.charts.inks import NORMAL, elided, figures, width_of, write
from workbench.ui.theme import Theme
from workbench.ui.words import Words

ROW = 24.0
BAR = 14.0
ROUND = 3.0
_GAP = 12.0
_PAD = 6.0
_WIDEST_NAME = 0.38  # of the width
_HIDDEN_BAR = 60.0  # a bar shorter than this tells less than the name
Key = Qt.Key


class Row(Protocol):
    """What every row has."""

    @property
    def key(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def value(self) -> str: ...
    @property
    def tip(self) -> str: ...


R = TypeVar("R", bound=Row)


P = TypeVar("P")


class RowsChart(Chart[P], Generic[P, R]):
    """A row with a key can be chosen with the mouse, or with the arrows and Enter."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__(desk, theme, words)
        self.current = -1
        self._names = self._values = 0.0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def rows(self) -> tuple[R, ...]:
        """The rows of the picture."""
        raise NotImplementedError

    def draw_bar(self, painter: QPainter, row: R, track: QRectF) -> None:
        """Draw the bar of a row into the middle."""
        raise NotImplementedError

    def told(self) -> list[str]:
        return [row.tip or f"{row.name}: {row.value}" for row in self.rows()]

    def draw(self, painter: QPainter) -> None:
        for at, row in enumerate(self.rows()):
            self._draw_row(painter, at, row)

    def tip_at(self, place: QPointF) -> str:
        row = self._row_at(place)
        return (row.tip or f"{row.name}: {row.value}") if row else ""

    def minimumSizeHint(self) -> QSize:
        return QSize(260, round(max(1, len(self.rows())) * ROW + 2))

    def track(self, at: int) -> QRectF:
        """Where the bar of a row may lie."""
        left = _PAD + self._names + _GAP
        right = self.width() - _PAD - self._values - (_GAP if self._values else 0)
        return QRectF(left, 1 + at * ROW + (ROW - BAR) / 2, max(0.0, right - left), BAR)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the pointer."""
        row = self._row_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and row is not None and row.key:
            self.current = self.rows().index(row)
            self.update()
            self.chosen.emit(row.key)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be chosen."""
        row = self._row_at(event.position())
        hand = row is not None and bool(row.key)
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by keyboard is on the first row."""
        super().focusInEvent(event)
        if self.current < 0 and event.reason() in BY_KEYBOARD and self.rows():
            self._go(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move, Enter and space choose."""
        last = len(self.rows()) - 1
        moves = {
            Key.Key_Up: max(0, self.current - 1), Key.Key_Down: min(last, self.current + 1),
            Key.Key_Home: 0, Key.Key_End: last,
        }  # fmt: skip
        to = moves.get(Key(event.key()))
        if to is not None and last >= 0:
            self._go(to)
        elif event.key() in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def _go(self, to: int) -> None:
        self.current = to
        told = self.told()
        self.setAccessibleDescription("; ".join((told[to], *told)))
        self.update()

    def _choose(self) -> None:
        rows = self.rows()
        if 0 <= self.current < len(rows) and rows[self.current].key:
            self.chosen.emit(rows[self.current].key)

    def resizeEvent(self, _event: object) -> None:
        self._arrange()

    def _arrange(self) -> None:
        rows, font = self.rows(), figures()
        names = max((width_of(row.name, font) for row in rows), default=0.0) + 1
        self._values = max((width_of(row.value, font) for row in rows), default=0.0)
        room = self.width() - 2 * _PAD - self._values - 2 * _GAP - _HIDDEN_BAR
        self._names = max(0.0, min(names, self.width() * _WIDEST_NAME, room))
        self.current = min(self.current, len(rows) - 1)
        self.updateGeometry()

    def _draw_row(self, painter: QPainter, at: int, row: R) -> None:
        colors, track, font = self.colors, self.track(at), figures(NORMAL)
        line = QRectF(0, 1 + at * ROW, self.width(), ROW)
        if at == self.current and self.hasFocus() and self.scale == 1.0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.neutral_soft))
            painter.drawRoundedRect(line.adjusted(2, 1, -2, -1), ROUND, ROUND)
        names = QRectF(_PAD, line.top(), self._names, ROW)
        write(painter, elided(row.name, font, names.width()), names, font, colors.text)
        values = QRectF(self.width() - _PAD - self._values, line.top(), self._values, ROW)
        write(painter, row.value, values, font, colors.text, right=True)
        if track.width() > 0:
            self.draw_bar(painter, row, track)

    def _row_at(self, place: QPointF) -> R | None:
        at, rows = int((place.y() - 1) // ROW), self.rows()
        return rows[at] if 0 <= at < len(rows) else None


def bar(painter: QPainter, box: QRectF, color: QColor) -> None:
    """A bar with round corners, at least a pixel long."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    drawn = QRectF(box.normalized())
    drawn.setWidth(max(drawn.width(), 1.0))
    painter.drawRoundedRect(drawn, min(ROUND, drawn.width() / 2), ROUND)
