"""A chip that can be followed: a role in its colour, or a metric."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workbench.presenters.inspector.rows import Chip
from workbench.presenters.inspector.wishes import Removed
from workbench.ui.theme import Theme, readable, tint

_HEIGHT = 21
_ROOM = 9
_SIGN = 13
_DOT = 7
_CROSS = 12
_WIDEST = 270


class ChipButton(QAbstractButton):
    """Shows a `Chip`; Del or the cross under the pointer asks to take it away, where it may go."""

    removed = Signal(Removed)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chip = Chip("", "")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def chip(self) -> Chip:
        """What is shown."""
        return self._chip

    def show_chip(self, chip: Chip) -> None:
        """Show another chip."""
        self._chip = chip
        self.setText(chip.text)
        self.setToolTip(chip.tip)
        self.setAccessibleName(chip.text)
        self.setAccessibleDescription(chip.tip)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self.font()).horizontalAdvance(self._chip.text)
        return QSize(min(words + 2 * _ROOM + self._sign_width() + 2, _WIDEST), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 60), _HEIGHT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The cross takes away, the rest is followed."""
        if self._chip.removable and self._cross().contains(event.position()):
            self.setDown(False)
            self.removed.emit(Removed("", self._chip.id))
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._chip.removable:
            self.removed.emit(Removed("", self._chip.id))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_body(painter)
        left = self._paint_sign(painter)
        painter.setPen(QColor(self._ink()))
        words = self.rect().adjusted(left, 0, -_ROOM + 2, 0)
        shown = painter.fontMetrics().elidedText(
            self._chip.text, Qt.TextElideMode.ElideMiddle, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if self._chip.removable and self.underMouse():
            self._paint_cross(painter)

    def _paint_cross(self, painter: QPainter) -> None:
        box = self._cross()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._fill()))
        painter.drawEllipse(box)
        spot = QRectF(0, 0, _CROSS, _CROSS)
        spot.moveCenter(box.center())
        self._theme.icon("x", self._ink(), _CROSS).paint(painter, spot.toRect())

    def _cross(self) -> QRectF:
        """Where the cross is, at the right end."""
        side = self.height() - 4
        return QRectF(self.width() - side - 2, 2, side, side)

    def _fill(self) -> str:
        colors = self._theme.colors
        return tint(self._chip.color, colors) if self._chip.color else colors.neutral_soft

    def _paint_body(self, painter: QPainter) -> None:
        colors, chip = self._theme.colors, self._chip
        painter.setBrush(Qt.BrushStyle.NoBrush if chip.dashed else QColor(self._fill()))
        painter.setPen(Qt.PenStyle.NoPen)
        if chip.dashed:
            painter.setPen(QPen(QColor(self._ink()), 1.2, Qt.PenStyle.DashLine))
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(QColor(colors.accent if self.hasFocus() else self._ink()), 1.2))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

    def _paint_sign(self, painter: QPainter) -> int:
        """A dot in the role's colour or an icon; where the words begin."""
        middle = self.height() / 2
        if self._chip.icon:
            color = self._theme.colors.warn if self._chip.icon == "bolt" else self._ink()
            icon = self._theme.icon(self._chip.icon, color, _SIGN)
            icon.paint(painter, _ROOM - 2, round(middle - _SIGN / 2), _SIGN, _SIGN)
        elif self._chip.color and not self._chip.dashed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._chip.color))
            painter.drawEllipse(QRectF(_ROOM, middle - _DOT / 2, _DOT, _DOT))
        return _ROOM + self._sign_width()

    def _sign_width(self) -> int:
        if self._chip.icon:
            return _SIGN + 2
        return _DOT + 5 if self._chip.color and not self._chip.dashed else 0

    def _ink(self) -> str:
        colors = self._theme.colors
        return readable(self._chip.color, colors) if self._chip.color else colors.text
