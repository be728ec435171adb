"""A button that is an icon, drawn in the colours in force."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from workbench.ui.theme import Theme, icon_size


class IconButton(QPushButton):
    """Flat, with a name for screen readers and a tooltip that are the same words."""

    def __init__(self, theme: Theme, icon: str, *, size: int = 16, color: str = "muted") -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._size = size
        self._color = color
        self.setProperty("look", "icon")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIconSize(icon_size(size))
        self._paint_icon()
        theme.changed.connect(self._paint_icon)

    def show_icon(self, icon: str) -> None:
        """Show another icon."""
        if icon != self._icon:
            self._icon = icon
            self._paint_icon()

    def describe(self, words: str) -> None:
        """What the button does."""
        self.setToolTip(words)
        self.setAccessibleName(words)

    def _paint_icon(self) -> None:
        color = getattr(self._theme.colors, self._color)
        self.setIcon(self._theme.icon(self._icon, color, self._size))
