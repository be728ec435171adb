"""Sentences that need no answer: they come up below the header and go by themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from workbench.base.texts import Text
from workbench.presenters.desk import Notice
from workbench.ui.look import label, set_tone

_SHORTEST = 4_000
_A_LETTER = 70
_TOP = 58


class NoticeBar(QFrame):
    """One sentence over the upper edge of its parent; a click sends it away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setProperty("look", "notice")
        self._words = label(wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.addWidget(self._words)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def show_notice(self, notice: Notice, words: str) -> None:
        """Show a sentence for as long as it takes to read it."""
        set_tone(self, "bad" if notice.wrong else "good")
        is_name = _begins_with_name(notice.message)
        self._words.setText(words if is_name else words[:1].upper() + words[1:])
        self._words.setAccessibleName(words)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(_SHORTEST + _A_LETTER * len(words))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go away."""
        self.hide()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes its size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        width = max(240, min(620, self._window.width() - 80))
        self._words.setFixedWidth(width - 34)
        self.setFixedWidth(width)
        self.adjustSize()
        left = (self._window.width() - width) // 2
        self.move(left, _TOP)


def _begins_with_name(message: Text) -> bool:
    """Names stay as they are written; before or after a count there may be a verb."""
    first = dict(message.arguments).get("part0")
    if isinstance(first, Text):
        return _begins_with_name(first)
    return message.id.startswith("{") and not message.id.startswith("{n}")
