"""What all charts have in common: colours, tooltips, words for listeners, the way into a file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from workbench.base.texts import text
from workbench.presenters.desk import Desk
from workbench.ui.charts.saving import Saving
from workbench.ui.theme import LIGHT, Colors, Theme
from workbench.ui.tooltip import tooltip
from workbench.ui.words import Words

P = TypeVar("P")
Reason = Qt.FocusReason
BY_KEYBOARD = (Reason.TabFocusReason, Reason.BacktabFocusReason, Reason.ShortcutFocusReason)


class Chart(QWidget, Generic[P]):
    """Shows a picture; its accessible name is the title it has in a file."""

    save_wanted = Signal()

    def __init__(self, desk: Desk, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._picture: P | None = None
        self._paper: Colors | None = None
        self._is_ringed = False
        self.scale = 1.0
        self.saving = Saving(desk, self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._offer(words)
        self.save_wanted.connect(self.saving.save)
        theme.changed.connect(self._on_theme_changed)

    @property
    def picture(self) -> P | None:
        """What is shown."""
        return self._picture

    @property
    def colors(self) -> Colors:
        """The colours in force: those of paper while a file is written."""
        return self._paper or self._theme.colors

    def show_picture(self, picture: P | None) -> None:
        """Show a picture, or nothing."""
        if picture == self._picture:
            return
        self._picture = picture
        self.setAccessibleDescription("; ".join(self.told()))
        self._arrange()
        self.update()

    def told(self) -> list[str]:
        """Everything that is drawn, in words."""
        raise NotImplementedError

    def draw(self, painter: QPainter) -> None:
        """Draw the picture, which is there, into the size of the widget."""
        raise NotImplementedError

    def tip_at(self, place: QPointF) -> str:
        """What is said of the thing at a place."""
        raise NotImplementedError

    @contextmanager
    def on_paper(self, scale: float) -> Iterator[None]:
        """Draw for a file: always light, a pixel of the widget being `scale` of the file."""
        self._paper, self.scale = LIGHT, scale
        self._arrange()
        try:
            yield
        finally:
            self._paper, self.scale = None, 1.0
            self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(380, 200).expandedTo(self.minimumSizeHint())

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 120)

    def event(self, event: QEvent) -> bool:
        """Say what lies under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.tip_at(QPointF(event.pos())) if self._picture is not None else ""
            QToolTip.showText(event.globalPos(), tooltip(words), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, and a frame for who comes by keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._picture is not None:
            self._paint(painter)
        if self._is_ringed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.colors.accent), 1))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._is_ringed = event.reason() in BY_KEYBOARD
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._is_ringed = False
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the picture for a file and for the clipboard."""
        if self._picture is None:
            return
        menu = QMenu(self)
        menu.addActions(self.actions())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _paint(self, painter: QPainter) -> None:
        """Draw on the screen."""
        self.draw(painter)

    def _arrange(self) -> None:
        """Make ready what is kept between paints."""

    def _offer(self, words: Words) -> None:
        for label, do in (
            (text("Save as a picture…"), self.save_wanted.emit),
            (text("Copy the picture"), self.saving.copy),
        ):
            action = QAction(self)
            action.triggered.connect(lambda *_, do=do: do())
            words.put(action, "setText", label)
            self.addAction(action)

    def _on_theme_changed(self) -> None:
        self._arrange()
        self.update()
