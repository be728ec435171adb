"""A button that shows what is chosen and opens the list of choices."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from workbench.presenters.inspector.rows import Option
from workbench.presenters.inspector.wishes import Added
from workbench.ui.form.kit import Kit
from workbench.ui.form.picker import Picker

_ARROW = 14


class PickButton(QPushButton):
    """Quiet, with a small arrow; long words are shortened and whole in the tooltip."""

    picked = Signal(Added)

    def __init__(
        self, kit: Kit, look: str = "choice", *, arrow: bool = True, left: bool = False
    ) -> None:
        super().__init__()
        self._kit = kit
        self._options: tuple[Option, ...] = ()
        self._chosen: str | None = None
        self._free = False
        self._arrow = arrow
        self._left = left or look == "link"
        self._words = ""
        self._picker: Picker | None = None
        self.setProperty("look", look)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_list)
        kit.theme.changed.connect(self.update)

    def show_options(
        self,
        options: tuple[Option, ...],
        chosen: str | None,
        words: str = "",
        *,
        free: bool = False,
    ) -> None:
        """Show the chosen option, or `words` where there is none."""
        self._options, self._chosen, self._free = options, chosen, free
        self._words = next((o.text for o in options if o.id == chosen), words or chosen or "")
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """What it shows."""
        return self._words

    def open_list(self) -> None:
        """Open the list under the button."""
        if self._picker is None:
            self._picker = Picker(self._kit, self)
            self._picker.picked.connect(self.picked)
        self._picker.open_at(self, self._options, self._chosen, free=self._free)

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self._words)
        return QSize(words + self._room() + 1, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 48), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_F4)
        if event.key() in keys:
            self.open_list()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        colors = self._kit.theme.colors
        link = self.property("look") == "link"
        inner = self.rect().adjusted(0 if link else 8, 0, -(self._room() - (0 if link else 8)), 0)
        shown = self.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideMiddle, inner.width()
        )
        painter.setPen(QColor(colors.accent if link else colors.text))
        side = Qt.AlignmentFlag.AlignLeft if self._left else Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | side, shown)
        if self._arrow:
            icon = self._kit.theme.icon("chevron-down", colors.faint, _ARROW)
            top = (self.height() - _ARROW) // 2
            icon.paint(painter, self.width() - _ARROW - (0 if link else 5), top, _ARROW, _ARROW)

    def _room(self) -> int:
        """Everything beside the words."""
        sides = 0 if self.property("look") == "link" else 16
        return sides + (_ARROW + 2 if self._arrow else 0)
