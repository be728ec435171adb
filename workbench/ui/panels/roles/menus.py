"""Choices as menus of the window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from workbench.presenters.roles.choices import Choice
from workbench.ui.theme import Theme


class ChoiceAction(QAction):
    """Runs its choice when it is triggered."""

    def __init__(self, choice: Choice, parent: QMenu) -> None:
        super().__init__(choice.label.replace("&", "&&"), parent)
        self._choice = choice
        self.setEnabled(choice.enabled)
        if choice.checked is not None:
            self.setCheckable(True)
            self.setChecked(choice.checked)
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self) -> None:
        if self._choice.run is not None:
            self._choice.run()


def fill_menu(menu: QMenu, choices: Iterable[Choice], theme: Theme) -> None:
    """Put choices into a menu, those below others into menus of their own."""
    menu.clear()
    for choice in choices:
        if choice.is_line:
            menu.addSeparator()
        elif choice.below or choice.run is None:
            below = menu.addMenu(choice.label.replace("&", "&&"))
            below.setIcon(_icon(choice, theme))
            below.setEnabled(choice.enabled and bool(choice.below))
            fill_menu(below, choice.below, theme)
        else:
            action = ChoiceAction(choice, menu)
            action.setIcon(_icon(choice, theme))
            menu.addAction(action)


def pop_up(choices: Iterable[Choice], theme: Theme, owner: QWidget, at: QPoint) -> QMenu:
    """Show choices as a context menu at a point of the screen."""
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    fill_menu(menu, choices, theme)
    menu.popup(at)
    return menu


def dot_icon(color: str, size: int = 14) -> QIcon:
    """A disc in the colour of a role."""
    pixmap = QPixmap(size * 2, size * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawEllipse(QPointF(size / 2, size / 2), size / 3, size / 3)
    painter.end()
    return QIcon(pixmap)


def _icon(choice: Choice, theme: Theme) -> QIcon:
    if choice.color:
        return dot_icon(choice.color)
    return theme.icon(choice.icon, theme.colors.muted, 16) if choice.icon else QIcon()
