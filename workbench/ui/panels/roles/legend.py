"""What the signs of the matrix mean, and the keys it knows, under it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.base.texts import Text, context, text
from workbench.document.kpi import Part
from workbench.ui.form.flow import FlowLayout
from workbench.ui.look import label
from workbench.ui.panels.roles.signs import paint_sign
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_MEANINGS: dict[Part, Text] = {
    "owner": context("legend", "owner, weight in the bonus"),
    "leader": context("legend", "leads"),
    "shared": context("legend", "shares"),
    "contributor": context("legend", "helps, does not answer"),
}


class Sign(QWidget):
    """The sign of a part."""

    def __init__(self, part: Part, theme: Theme) -> None:
        super().__init__()
        self._part = part
        self._theme = theme
        self.setFixedSize(QSize(14, 16))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        center = QPointF(self.width() / 2, self.height() / 2)
        paint_sign(painter, center, self._part, QColor(self._theme.colors.muted))
        painter.end()


class Legend(QWidget):
    """Signs with their meanings, then the hint about keys and mouse; it goes on in another line."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        flow = FlowLayout(gap=14, between=2)
        flow.setContentsMargins(2, 0, 0, 0)
        self.setLayout(flow)
        for part, meaning in _MEANINGS.items():
            flow.addWidget(_entry(part, meaning, theme, words))
        self.hint = label("small")
        words.put(
            self.hint, "setText", text("Enter or double click gives, Del takes, drag hands over")
        )
        words.put(
            self.hint,
            "setToolTip",
            text(
                "Digits set the weight. Space or O, L, S, C sets the part. "
                "Shift+Enter makes the role the owner. "
                "Dragging with Ctrl or Alt shares instead of handing over."
            ),
        )
        flow.addWidget(self.hint)


def _entry(part: Part, meaning: Text, theme: Theme, words: Words) -> QWidget:
    """A sign and what it means."""
    made, name = QWidget(), label("small")
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    row.addWidget(Sign(part, theme))
    row.addWidget(name)
    words.put(name, "setText", meaning)
    return made
