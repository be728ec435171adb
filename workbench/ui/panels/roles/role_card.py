"""One role card: painted, pressed like a button."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workbench.presenters.roles.cards import CardLine, CardPicture
from workbench.ui.canvas.paint.marks import paint_alert
from workbench.ui.panels.roles.signs import paint_sign
from workbench.ui.theme import Theme, readable, ui_font
from workbench.ui.tooltip import tooltip

WIDTH = 268
_PAD = 16.0
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_LINE = 31.0
_SIGN, _SMALLER = 13.0, 0.85
_MISSION = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RoleCard(QAbstractButton):
    """Shows a picture; pressing it tells which role it is of."""

    chosen = Signal(str)

    def __init__(self, card: CardPicture, theme: Theme) -> None:
        super().__init__()
        self._card = card
        self._theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)
        self.show_card(card)

    @property
    def card(self) -> CardPicture:
        """What is shown."""
        return self._card

    @property
    def role(self) -> str:
        """The role the card is of."""
        return self._card.role

    def show_card(self, card: CardPicture) -> None:
        """Show another state of the role."""
        self._card = card
        self.setAccessibleName(card.spoken)
        self.setToolTip(tooltip(card.tip))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, self.heightForWidth(WIDTH))

    def heightForWidth(self, width: int) -> int:
        """What the card says needs this much, however tall its neighbours are."""
        lines, about = max(1, len(self._card.lines)), len(self._card.about)
        mission = self._mission_height(width - 2 * _PAD)
        return int(43 + about * 17 + mission + 24 + lines * _LINE + _PAD / 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; arrows are left to the grid."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bar, name, people, mission, lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        y = self._paint_head(painter, 16.0)
        y = self._paint_mission(painter, y)
        self._paint_heading(painter, y)
        y += 24
        for line in self._card.lines:
            self._paint_line(painter, line, y)
            y += _LINE
        if not self._card.lines:
            self._write(painter, QRectF(_PAD, y, self._inside, 20), self._card.empty, "faint")
        painter.end()

    @property
    def _inside(self) -> float:
        return self.width() - 2 * _PAD

    def _mission_height(self, width: float) -> float:
        if not self._card.mission:
            return 0.0
        metrics = QFontMetricsF(ui_font(12))
        room = QRectF(0, 0, width, 200)
        needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._card.mission).height()
        return min(needed, 4 * metrics.lineSpacing()) + 10

    def _paint_ground(self, painter: QPainter) -> None:
        colors = self._theme.colors
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(frame, 10, 10)
        painter.fillPath(shape, QColor(colors.surface))
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, self.width(), 5), QColor(self._card.color))
        painter.restore()
        marked = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(QColor(colors.accent if marked else colors.border), 2 if marked else 1))
        painter.drawPath(shape)

    def _paint_head(self, painter: QPainter, y: float) -> float:
        area = QRectF(_PAD, y, self._inside - self._paint_alert(painter, y + 10), 20)
        self._write(painter, area, self._card.name, "text", 14, QFont.Weight.DemiBold)
        y += 23
        for words in self._card.about:
            self._write(painter, QRectF(_PAD, y, self._inside, 16), words, "muted", 11)
            y += 17
        return y + 4

    def _paint_alert(self, painter: QPainter, y: float) -> float:
        """The sign of what was found about the role, at the right end; how much room it takes."""
        if not self._card.alert:
            return 0.0
        middle = QPointF(self.width() - _PAD - _SIGN / 2, y)
        paint_alert(painter, self._card.alert, middle, self._theme.colors)
        return _SIGN + 6

    def _paint_mission(self, painter: QPainter, y: float) -> float:
        height = self._mission_height(self._inside)
        if height:
            painter.setFont(ui_font(12))
            painter.setPen(QColor(self._theme.colors.text))
            painter.drawText(
                QRectF(_PAD, y, self._inside, height - 8), _MISSION, self._card.mission
            )
        return y + height

    def _paint_heading(self, painter: QPainter, y: float) -> None:
        area = QRectF(_PAD, y, self._inside, 18)
        bold = QFont.Weight.DemiBold
        self._write(painter, area, self._card.heading.upper(), "muted", 10, bold)
        found = self._card.weights
        if found is not None:
            tone = found.tone or "muted"
            words = f"{found.caption} {found.sign}".rstrip()
            self._write(painter, area, words, tone, 12, bold, right=True)

    def _paint_line(self, painter: QPainter, line: CardLine, y: float) -> None:
        color = QColor(readable(self._card.color, self._theme.colors))
        left = _PAD
        if line.part is not None:
            paint_sign(painter, QPointF(_PAD + 5, y + 8), line.part, color)
            left += 16
        figure = QFontMetricsF(ui_font(12, QFont.Weight.DemiBold)).horizontalAdvance(line.caption)
        right = self.width() - _PAD - figure - 10
        if line.alert:
            middle = QPointF(right + 1 - _SIGN / 2, y + 8)
            paint_alert(painter, line.alert, middle, self._theme.colors, _SMALLER)
            right -= _SIGN + 4
        name = QRectF(left, y, right - left, 16)
        self._write(painter, name, line.name, "text")
        tone = "warn" if line.missing else "text"
        whole = QRectF(_PAD, y, self._inside, 16)
        self._write(painter, whole, line.caption, tone, 12, QFont.Weight.DemiBold, right=True)
        if line.part is not None and line.part != "contributor":
            bar = QRectF(left, y + 19, self.width() - _PAD - left, 4)
            paint_bar(painter, bar, line.share, self._card.color, self._theme.colors.neutral_soft)

    def _write(
        self, painter: QPainter, area: QRectF, words: str, tone: str, size: int = 12,
        weight: QFont.Weight = QFont.Weight.Normal, *, right: bool = False,
    ) -> None:  # fmt: skip
        """Words on one line, elided where they do not fit, in a colour by name."""
        painter.setFont(ui_font(size, weight))
        painter.setPen(QColor(getattr(self._theme.colors, tone)))
        elide = Qt.TextElideMode.ElideRight
        fitting = QFontMetricsF(painter.font()).elidedText(words, elide, area.width())
        painter.drawText(area, _RIGHT if right else _LEFT, fitting)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._card.role)


def paint_bar(painter: QPainter, area: QRectF, share: float, color: str, ground: str) -> None:
    """A weight as a bar: what it takes of 100%."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = area.height() / 2
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(area, radius, radius)
    if share > 0:
        filled = QRectF(area)
        filled.setWidth(max(area.height(), area.width() * min(1.0, share)))
        painter.setBrush(QColor(color))
        painter.drawRoundedRect(filled, radius, radius)
