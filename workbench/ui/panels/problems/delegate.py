"""Paints a finding on one line: sign, code, sentence, and the button of its first mend."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.presenters.problems.picture import Row
from workbench.ui.panels.problems.list_model import FindingsModel, Index
from workbench.ui.severity import sign
from workbench.ui.theme import Theme, ui_font

HEIGHT = 44
_SIGN, _CODE, _GAP = 16, 62, 10
_WIDEST_MEND = 0.34
_ROOM_FOR_BUTTON = 430
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class FindingDelegate(QStyledItemDelegate):
    """Rows as in a list of messages; `button` tells where the mend of a row can be pressed."""

    def __init__(self, model: FindingsModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, HEIGHT)

    def button(self, rect: QRect, index: QModelIndex) -> QRect:
        """Where the button of a row lies; empty without a mend, or without room for both."""
        row = self._model.row(index)
        if not row.mend or rect.width() < _ROOM_FOR_BUTTON:
            return QRect()
        most = round(rect.width() * _WIDEST_MEND)
        width = min(QFontMetrics(ui_font(12)).horizontalAdvance(row.mend) + 26, most)
        return QRect(rect.right() - width - _GAP, rect.center().y() - 13, width, 26)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, line below, sign, code, sentence, button."""
        rect: QRect = option.rect
        row = self._model.row(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, rect)
        left = rect.left() + 12
        icon = sign(row.severity, self._theme, _SIGN, faded=bool(row.accepted))
        icon.paint(painter, QRect(left, rect.center().y() - _SIGN // 2, _SIGN, _SIGN))
        left += _SIGN + _GAP
        self._write(painter, QRect(left, rect.top(), _CODE, rect.height()), row.code, muted=True)
        left += _CODE + _GAP
        button = self.button(rect, self._model.index(index.row(), 0))
        end = (button.left() if not button.isEmpty() else rect.right()) - _GAP
        words = f"{row.accepted} · {row.sentence}" if row.accepted else row.sentence
        box = QRect(left, rect.top(), end - left, rect.height())
        self._write(painter, box, words, muted=bool(row.accepted))
        if not button.isEmpty():
            self._paint_button(painter, button, row, hovered=_is_hovered(option))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        colors, state = self._theme.colors, option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colors.accent_soft))
        painter.setPen(QColor(colors.border))
        painter.drawLine(rect.left() + 12, rect.bottom(), rect.right() - 12, rect.bottom())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colors.accent), 1.2))
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -3), 5, 5)

    def _write(self, painter: QPainter, box: QRect, words: str, *, muted: bool) -> None:
        """Words on at most two lines."""
        painter.setFont(ui_font(13))
        painter.setPen(QColor(self._theme.colors.muted if muted else self._theme.colors.text))
        lines = two_lines(words, painter.fontMetrics(), box.width())
        height = painter.fontMetrics().lineSpacing()
        top = box.center().y() - height * len(lines) // 2 + 1
        for at, line in enumerate(lines):
            place = QRect(box.left(), top + at * height, box.width(), height)
            painter.drawText(
                place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line
            )

    def _paint_button(self, painter: QPainter, box: QRect, row: Row, *, hovered: bool) -> None:
        colors = self._theme.colors
        painter.setPen(QColor(colors.accent if hovered else colors.border))
        painter.setBrush(QColor(colors.surface))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(ui_font(12, QFont.Weight.Medium))
        painter.setPen(QColor(colors.text))
        inside = box.adjusted(10, 0, -10, 0)
        words = painter.fontMetrics().elidedText(
            row.mend, Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, words)


def two_lines(words: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Words broken between words after the first line, the rest of the second elided."""
    if metrics.horizontalAdvance(words) <= width:
        return [words]
    first = ""
    parts = words.split(" ")
    while parts and metrics.horizontalAdvance(f"{first} {parts[0]}".strip()) <= width:
        first = f"{first} {parts.pop(0)}".strip()
    rest = metrics.elidedText(" ".join(parts), Qt.TextElideMode.ElideRight, width)
    return [first, rest] if first else [rest]


def _is_hovered(option: QStyleOptionViewItem) -> bool:
    state: QStyle.StateFlag = option.state
    return bool(state & QStyle.StateFlag.State_MouseOver)
